// A portfolio without components teaches the next step.
import { Button } from '@mantine/core';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { AddComponent } from './AddComponent.tsx';
import styles from './portfolio.module.css';

export function EmptyPortfolio() {
  const words = useWords();
  return (
    <div className={styles.empty}>
      <h1>{words.say('portfolio.emptyTitle')}</h1>
      <p>{words.say('portfolio.emptyText')}</p>
      <div className={styles.emptyButtons}>
        <Button onClick={() => go('import')}>{words.say('portfolio.emptyImport')}</Button>
        <AddComponent variant="default" />
      </div>
    </div>
  );
}
