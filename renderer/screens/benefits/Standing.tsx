// How the portfolio's value stands: one figure for each class of value, gross to risk-adjusted, each with its working.
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { classesWithMoney, moneyOf, rolledWorking, worthWorking } from '#renderer/desk/value-words.ts';
import { Figure } from '#renderer/parts/Figure.tsx';
import type { BookValue } from '#shared/value/book-value.ts';
import type { Words } from '#shared/words/words.ts';
import styles from './benefits.module.css';

export function Standing({ value }: { value: BookValue }) {
  const words = useWords();
  const currency = useBook()?.office.currency ?? value.currency;
  const { status } = value;
  const groups = classesWithMoney(value.total);
  return (
    <div className={styles.figures}>
      <Figure
        value={status.ratio === undefined ? words.sayAny(`status.${status.status}`) : words.percent(status.ratio)}
        label={words.say('value.onTrackAll')}
        note={words.sayAny(`rolled.${status.why}`)}
        working={rolledWorking(status, words)}
      />
      {groups.map((group) => {
        const worth = value.total[group];
        return (
          <Figure
            key={group}
            value={words.money(moneyOf(worth.attributed, currency))}
            label={words.say('value.attributedOf', { group: words.sayAny(`moneyClass.${group}`) })}
            note={words.say('value.grossAndRisk', {
              gross: words.money(moneyOf(worth.gross, currency)),
              risk: words.money(moneyOf(worth.riskAdjusted, currency)),
            })}
            working={worthWorking(group, worth, value, currency, words)}
          />
        );
      })}
      {value.overClaims.length > 0 ? (
        <a className={styles.alarm} href={address('todo', 'claims')}>
          {words.say('value.overClaimed', { count: new Set(value.overClaims.map(({ measure }) => measure)).size })}
        </a>
      ) : null}
    </div>
  );
}

/** A name inside a sentence: English writes it small. */
const inSentence = (name: string, words: Words): string => (words.language === 'en' ? name.toLowerCase() : name);

/** "42 benefits: 12 on track, 5 on watch, 4 off track, 3 not reported, 18 not due." */
export function sentenceOf(value: BookValue, words: Words): string {
  const { counts } = value.status;
  const parts = (['onTrack', 'watch', 'offTrack', 'notReported', 'notDue'] as const)
    .filter((status) => counts[status] > 0)
    .map((status) =>
      words.say('benefits.countOf', {
        count: counts[status],
        status: inSentence(words.sayAny(`status.${status}`), words),
      }),
    );
  const live = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return words.say('benefits.sentence', { count: live, parts: parts.join(words.say('list.comma')) });
}
