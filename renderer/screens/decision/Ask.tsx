// What is asked of the body: the question, the amount, by when, why this option, what waiting costs, the draft resolution.
import { DayField, MoneyField, TextField } from '#renderer/controls/fields.tsx';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Entry } from '#shared/domain/book.ts';
import styles from './decision.module.css';

export function Ask({ decision: { id } }: { decision: Entry<'decision'> }) {
  const words = useWords();
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.say('decision.ask')}</h2>
      <TextField kind="decision" record={id} field="question" multiline />
      <div className={styles.grid}>
        <MoneyField kind="decision" record={id} field="amount" />
        <DayField kind="decision" record={id} field="neededBy" />
      </div>
      <TextField kind="decision" record={id} field="because" multiline />
      <TextField kind="decision" record={id} field="deferring" multiline />
      <TextField
        kind="decision"
        record={id}
        field="resolution"
        multiline
        description={words.say('decision.draftHint')}
      />
    </section>
  );
}
