// What is to be done because of the decision: who, by when, begun, done.
import { ActionFields } from '#renderer/controls/ActionFields.tsx';
import { useAdd } from '#renderer/desk/add.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
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
        <ActionFields key={action.id} action={action} />
      ))}
      <AddLine label={words.say('decision.newAction')} button={words.say('decision.addAction')} onAdd={addAction} />
    </section>
  );
}
