// A portfolio without components teaches the next step.
import { Button } from '@mantine/core';
import { useAct } from '#renderer/desk/act.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { addRecord } from '#shared/acts/add-record.ts';
import { newRecordId } from '#shared/kit/context.ts';
import styles from './portfolio.module.css';

export function EmptyPortfolio() {
  const words = useWords();
  const act = useAct();
  const add = async () => {
    const { opened } = useDesk.getState();
    if (!opened) return;
    const record = newRecordId(opened.ctx);
    const result = await act(addRecord, {
      kind: 'component',
      record,
      values: { name: words.say('component.unnamed'), level: 'project' },
    });
    if (result.ok) go('component', record);
  };
  return (
    <div className={styles.empty}>
      <h1>{words.say('portfolio.emptyTitle')}</h1>
      <p>{words.say('portfolio.emptyText')}</p>
      <div className={styles.emptyButtons}>
        <Button onClick={() => go('import')}>{words.say('portfolio.emptyImport')}</Button>
        <Button variant="default" onClick={() => void add()}>
          {words.say('portfolio.add')}
        </Button>
      </div>
    </div>
  );
}
