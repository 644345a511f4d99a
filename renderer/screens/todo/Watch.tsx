// Sustainment watch: benefits that live on after their component, whether they hold their floor, and when to look again.
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { StatusWord } from '#renderer/parts/Status.tsx';
import { firstDay } from '#shared/kit/period.ts';
import type { Watched } from '#shared/value/sustainment.ts';
import styles from './todo.module.css';

export function Watch({ items }: { items: readonly Watched[] }) {
  const words = useWords();
  const book = useBook();
  if (items.length === 0) return <p className={styles.soft}>{words.say('watch.none')}</p>;
  const ordered = [...items].sort(
    (a, b) =>
      Number(b.eroded) - Number(a.eroded) ||
      b.below - a.below ||
      Number(b.review?.overdue ?? 0) - Number(a.review?.overdue ?? 0),
  );
  return (
    <section className={styles.tablePlace} aria-label={words.say('todo.tab.watch')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.say('kind.benefit')}</th>
            <th scope="col">{words.field('operationalOwner')}</th>
            <th scope="col">{words.say('watch.holds')}</th>
            <th scope="col">{words.field('floor')}</th>
            <th scope="col">{words.say('watch.readings')}</th>
            <th scope="col">{words.say('watch.review')}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map(({ benefit, lead, readings, below, eroded, review, afterClosure }) => (
            <tr key={benefit.id}>
              <th scope="row">
                <a href={address('benefit', benefit.id)}>
                  <bdi>{benefit.title}</bdi>
                </a>
                {afterClosure ? <div className={styles.soft}>{words.say('watch.afterClosure')}</div> : null}
              </th>
              <td>
                <bdi>{book?.get('person', benefit.operationalOwner ?? benefit.owner)?.name ?? '—'}</bdi>
              </td>
              <td>
                {eroded ? (
                  <StatusWord status="offTrack" label={words.say('benefitState.eroded')} />
                ) : below > 0 ? (
                  <StatusWord status="watch" label={words.say('watch.below', { count: below })} />
                ) : readings.length > 0 && benefit.floor !== undefined ? (
                  <StatusWord status="onTrack" label={words.say('watch.kept')} />
                ) : (
                  <StatusWord status="notReported" label={words.say('watch.unknown')} />
                )}
              </td>
              <td>{benefit.floor === undefined ? '—' : `${words.number(benefit.floor, 4)} ${lead?.unit ?? ''}`}</td>
              <td>
                {readings.length === 0
                  ? '—'
                  : readings
                      .map(({ month, value }) => `${words.month(firstDay(month))}: ${words.number(value, 4)}`)
                      .join(words.say('list.comma'))}
              </td>
              <td>
                {review ? (
                  review.overdue ? (
                    <StatusWord
                      status="offTrack"
                      label={words.say('watch.overdue', { date: words.date(review.due) })}
                    />
                  ) : (
                    words.date(review.due)
                  )
                ) : (
                  '—'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
