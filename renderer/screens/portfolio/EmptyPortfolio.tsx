// A portfolio without components teaches the next step.
import { Button } from '@mantine/core';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { EmptyList } from '#renderer/parts/ListScreen.tsx';
import { AddComponent } from './AddComponent.tsx';
import styles from './portfolio.module.css';

export function EmptyPortfolio() {
  const words = useWords();
  return (
    <EmptyList title={words.say('portfolio.emptyTitle')} text={words.say('portfolio.emptyText')}>
      <div className={styles.emptyButtons}>
        <Button onClick={() => go('import')}>{words.say('portfolio.emptyImport')}</Button>
        <AddComponent variant="default" />
      </div>
    </EmptyList>
  );
}
