// Actions the meeting itself asked for; those of its decisions stand with them.
import { ActionFields } from '#renderer/controls/ActionFields.tsx';
import { useAdd } from '#renderer/desk/add.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import type { Book, Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import styles from './meeting.module.css';

export function FollowUps({ book, meeting }: { book: Book; meeting: Entry<'meeting'> }) {
  const words = useWords();
  const add = useAdd();
  const actions = where(book, 'action', 'meeting', meeting.id);
  const addAction = async (title: string) => {
    const made = await add('action', { meeting: meeting.id, title });
    return made.ok ? undefined : words.problem(made.problem);
  };
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.say('decision.actions')}</h2>
      {actions.map((action) => (
        <ActionFields key={action.id} action={action} />
      ))}
      {meeting.closed ? null : (
        <AddLine label={words.say('decision.newAction')} button={words.say('decision.addAction')} onAdd={addAction} />
      )}
    </section>
  );
}
