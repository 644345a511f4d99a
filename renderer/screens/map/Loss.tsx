// What goes if something stops: the value lost by class of money, then by objective, by owner, and benefit by benefit with its reason.
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Impact, LossGroup } from '#shared/sight/impact.ts';
import { basisText, lostText } from '#shared/sight/sight-text.ts';
import styles from './panel.module.css';

export function Loss({ impact, onChoose }: { impact: Impact; onChoose: (id: RecordId) => void }) {
  const words = useWords();
  const book = useBook();
  const currency = book?.office.currency ?? 'USD';
  if (impact.losses.length === 0) return <p className={styles.soft}>{words.say('stops.nothing')}</p>;
  const nameOf = (kind: 'objective' | 'person', id: RecordId | undefined) =>
    (kind === 'objective' ? book?.get('objective', id)?.name : book?.get('person', id)?.name) ??
    words.say(kind === 'objective' ? 'stops.noObjective' : 'stops.noOwner');
  return (
    <>
      <p className={styles.lost}>
        {words.say('stops.sentence', { count: impact.losses.length, value: lostText(impact.lost, currency, words) })}
      </p>
      <Groups
        title={words.say('stops.byObjective')}
        groups={impact.byObjective}
        name={(id) => nameOf('objective', id)}
        currency={currency}
      />
      <Groups
        title={words.say('stops.byOwner')}
        groups={impact.byOwner}
        name={(id) => nameOf('person', id)}
        currency={currency}
      />
      <section>
        <h3 className={styles.heading}>{words.say('stops.byBenefit')}</h3>
        <ul className={styles.links}>
          {impact.losses.map((loss) => (
            <li key={loss.benefit.id} className={styles.link}>
              <button type="button" className={styles.linkName} onClick={() => onChoose(loss.benefit.id)}>
                <bdi>{loss.benefit.title}</bdi>
              </button>
              <span>{lostText(loss.lost, currency, words)}</span>
              <span className={styles.soft}>{basisText(loss, currency, words)}</span>
            </li>
          ))}
        </ul>
      </section>
      <p className={styles.soft}>{words.say('stops.note')}</p>
    </>
  );
}

function Groups({
  title,
  groups,
  name,
  currency,
}: {
  title: string;
  groups: readonly LossGroup[];
  name: (id: RecordId | undefined) => string;
  currency: string;
}) {
  const words = useWords();
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <table className={styles.figures}>
        <tbody>
          {groups.map(({ id, losses, lost }) => (
            <tr key={id ?? ''}>
              <th scope="row">
                <bdi>{name(id)}</bdi>
                <span className={styles.soft}> {words.say('stops.benefits', { count: losses.length })}</span>
              </th>
              <td>{lostText(lost, currency, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
