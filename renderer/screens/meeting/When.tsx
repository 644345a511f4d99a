// When and where the meeting is, and how long it has.
import { DayField, NumberField, TextField } from '#renderer/controls/fields.tsx';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Entry } from '#shared/domain/book.ts';
import styles from './meeting.module.css';

export function When({ meeting: { id } }: { meeting: Entry<'meeting'> }) {
  const words = useWords();
  return (
    <section className={styles.card} aria-label={words.say('meeting.when')}>
      <div className={styles.grid}>
        <TextField kind="meeting" record={id} field="title" />
        <DayField kind="meeting" record={id} field="on" />
        <TextField kind="meeting" record={id} field="at" />
        <TextField kind="meeting" record={id} field="place" />
        <NumberField kind="meeting" record={id} field="minutes" />
      </div>
    </section>
  );
}
