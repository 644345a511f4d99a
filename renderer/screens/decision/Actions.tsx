// What is to be done because of the decision: who, by when, begun, done.
import { CloseButton } from '@mantine/core';
import { DayField, TextField } from '#renderer/controls/fields.tsx';
import { useKeep } from '#renderer/controls/keep.ts';
import { PersonField } from '#renderer/controls/PersonField.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import type { Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import styles from './decision.module.css';

export function Actions({ decision }: { decision: Entry<'decision'> }) {
  const words = useWords();
  const book = useBook();
  const add = useAdd();
  if (!book) return null;
  const actions = where(book, 'action', 'decision', decision.id);
  const addAction = async (title: string) => {
    const made = await add('action', { decision: decision.id, title });
    return made.ok ? undefined : words.problem(made.problem);
  };
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.say('decision.actions')}</h2>
      {actions.map((action) => (
        <ActionLine key={action.id} action={action} />
      ))}
      <AddLine label={words.say('decision.newAction')} button={words.say('decision.addAction')} onAdd={addAction} />
    </section>
  );
}

function ActionLine({ action }: { action: Entry<'action'> }) {
  const words = useWords();
  const act = useAct();
  const keep = useKeep('action', action.id);
  return (
    <div className={styles.line}>
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
