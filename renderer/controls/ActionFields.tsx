// One action of a decision or a meeting: what, who, by when, done.
import { CloseButton } from '@mantine/core';
import { useAct } from '#renderer/desk/act.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import type { Entry } from '#shared/domain/book.ts';
import styles from './controls.module.css';
import { DayField, TextField } from './fields.tsx';
import { useKeep } from './keep.ts';
import { PersonField } from './PersonField.tsx';

export function ActionFields({ action }: { action: Entry<'action'> }) {
  const words = useWords();
  const act = useAct();
  const keep = useKeep('action', action.id);
  return (
    <div className={styles.action}>
      <TextField kind="action" record={action.id} field="title" />
      <PersonField
        label={words.field('person')}
        value={action.person}
        onKeep={(person) => keep.value('person', person)}
      />
      <DayField kind="action" record={action.id} field="due" />
      <DayField kind="action" record={action.id} field="done" />
      <CloseButton
        aria-label={words.say('decision.dropAction', { title: action.title })}
        onClick={() => void act(deleteRecord, { kind: 'action', record: action.id })}
      />
    </div>
  );
}
