// What was written about this component: by publication, then change by change.
import { Changes, type Subject, type Told, useHistory } from '#renderer/controls/RecordHistory.tsx';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { fieldValue } from '#shared/domain/value-text.ts';
import type { Day } from '#shared/kit/period.ts';
import styles from './component.module.css';

const PUBLISHED = ['confidence', 'sponsorConfidence', 'start', 'end', 'wholeLifeCost'] as const;

export function History({ component }: { component: Entry<'component'> }) {
  const words = useWords();
  const book = useBook();
  const subjects: Subject[] = [
    { kind: 'component', id: component.id, name: '' },
    ...(book ? where(book, 'benefit', 'component', component.id) : []).map(
      ({ id, title }): Subject => ({ kind: 'benefit', id, name: title }),
    ),
    ...(book ? where(book, 'milestone', 'component', component.id) : []).map(
      ({ id, title }): Subject => ({ kind: 'milestone', id, name: title }),
    ),
  ];
  const entries = useHistory(subjects);
  if (entries === 'damaged')
    return <p role="alert">{words.problem({ code: 'store.damaged', args: { detail: '' } })}</p>;
  if (!entries) return <output>{words.say('app.opening')}</output>;
  return (
    <div className={styles.stack}>
      <Publications entries={entries} />
      <Changes entries={entries} />
    </div>
  );
}

/** Each publication's figures side by side: what stood after it was imported. */
function Publications({ entries }: { entries: readonly Told[] }) {
  const words = useWords();
  const columns: { asAt: Day; values: Map<string, unknown> }[] = [];
  const standing = new Map<string, unknown>();
  for (const entry of entries) {
    if (entry.of.kind !== 'component') continue;
    for (const { field, value } of entry.fields) standing.set(field, value);
    if (!entry.fields.some(({ field }) => field === 'published')) continue;
    columns.push({ asAt: entry.asAt, values: new Map(standing) });
  }
  if (columns.length === 0) return null;
  return (
    <section className={styles.tablePlace} aria-label={words.say('history.publications')} tabIndex={0}>
      <table className={styles.table}>
        <caption>{words.say('history.publications')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.say('history.field')}</th>
            {columns.map(({ asAt }) => (
              <th key={asAt} scope="col">
                {words.date(asAt)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PUBLISHED.map((field) => (
            <tr key={field}>
              <th scope="row">{words.field(field)}</th>
              {columns.map(({ asAt, values }) => (
                <td key={asAt}>{fieldValue(field, values.get(field), words)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
