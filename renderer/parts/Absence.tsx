// A dash with its reason: what is not known is never shown as zero.
import { isAbsent, type Known } from '#shared/kit/absent.ts';
import type { Words } from '#shared/words/words.ts';
import styles from './parts.module.css';

export function Absence({ value, words }: { value: Known<unknown> | undefined; words: Words }) {
  const absence = isAbsent(value) ? value : ({ absent: 'blank' } as const);
  const reason = words.sayAny(`absent.${absence.absent}`);
  const quote = 'text' in absence && absence.text ? `: “${absence.text}”` : '';
  return (
    <span className={styles.absence} title={`${reason}${quote}`}>
      <span aria-hidden="true">—</span>
      <span className={absence.absent === 'blank' ? 'visually-hidden' : styles.reason}>
        {words.sayAny(`absentShort.${absence.absent}`)}
      </span>
    </span>
  );
}
