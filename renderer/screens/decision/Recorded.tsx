// A decision as it was recorded: the resolution, why, dissent, conditions, and what did not hold.
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { breachSaid } from '#shared/counsel/said.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { Taken } from '#shared/domain/decision.ts';
import { where } from '#shared/domain/lookup.ts';
import styles from './decision.module.css';

export function Recorded({ decision, taken }: { decision: Entry<'decision'>; taken: Taken }) {
  const words = useWords();
  const book = useBook();
  const meeting = book?.get('meeting', taken.meeting);
  const person = book?.get('person', taken.person);
  const later = book ? where(book, 'decision', 'supersedes', decision.id) : [];
  const before = book?.get('decision', decision.supersedes);
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.field('rationale', 'decision'), taken.rationale],
    [words.field('dissent'), taken.dissent],
    [words.field('conditions'), taken.conditions],
    [words.say('decision.takenBy'), person?.name],
    [words.field('reviewOn'), taken.reviewOn && words.date(taken.reviewOn)],
  ];
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.say('decision.recorded', { number: taken.number })}</h2>
      <p className={styles.resolution} dir="auto">
        {taken.resolution}
      </p>
      <dl className={styles.facts}>
        {rows.map(([label, value]) =>
          value ? [<dt key={label}>{label}</dt>, <dd key={`${label} said`}>{value}</dd>] : null,
        )}
        {meeting ? (
          <>
            <dt>{words.say('kind.meeting')}</dt>
            <dd>
              <a href={address('meeting', meeting.id)}>
                {meeting.title}, {words.date(meeting.on)}
              </a>
            </dd>
          </>
        ) : null}
        {[...later, ...(before ? [before] : [])].map((other) => (
          <Linked
            key={other.id}
            label={words.say(other === before ? 'decision.inPlaceOf' : 'decision.replacedBy')}
            other={other}
          />
        ))}
      </dl>
      {taken.exceptions.length > 0 ? (
        <div className={styles.note}>
          <h3 className={styles.heading}>{words.say('decision.exceptions', { count: taken.exceptions.length })}</h3>
          <ul className={styles.list}>
            {taken.exceptions.map((exception) => (
              <li key={exception.code}>
                ▲ {breachSaid(words, exception)} <em>{words.say('decision.because', { reason: exception.reason })}</em>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}

function Linked({ label, other }: { label: string; other: Entry<'decision'> }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <a href={address('decision', other.id)}>
          <bdi>{other.title}</bdi>
        </a>
      </dd>
    </>
  );
}
