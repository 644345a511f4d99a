// What was written about this component: by publication, and change by change with author, time and the date it speaks of.
import { useEffect, useState } from 'react';
import { useBook, useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { fieldValue } from '#renderer/desk/values.ts';
import { BeforeAfter } from '#renderer/parts/BeforeAfter.tsx';
import { type HistoryEntry, historyOf } from '#shared/change/history.ts';
import { LIFE } from '#shared/change/model.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { Day } from '#shared/kit/period.ts';
import styles from './component.module.css';

const PUBLISHED = ['confidence', 'sponsorConfidence', 'start', 'end', 'wholeLifeCost'] as const;
/** Written with every import; they say nothing to a reader. */
const QUIET = ['published', 'sourceId', 'component'];

/** An entry, and the benefit it is about where it is not the component itself. */
type Told = HistoryEntry & { readonly of: string };

export function History({ component }: { component: Entry<'component'> }) {
  const words = useWords();
  const book = useBook();
  const opened = useDesk((desk) => desk.opened);
  const [entries, setEntries] = useState<Told[] | undefined>();
  const [fault, setFault] = useState(false);
  const version = book?.state.version;
  useEffect(() => {
    let gone = false;
    void version;
    opened?.store.readSince(0).then(
      (rows) => {
        if (gone || !book) return;
        const benefits = [...book.all('benefit')].filter((benefit) => benefit.component === component.id);
        const all = [
          ...historyOf(rows, 'component', component.id).map((entry): Told => ({ ...entry, of: '' })),
          ...benefits.flatMap((benefit) =>
            historyOf(rows, 'benefit', benefit.id).map((entry): Told => ({ ...entry, of: benefit.title })),
          ),
        ];
        setEntries(all.sort((a, b) => a.seq - b.seq));
      },
      () => setFault(true),
    );
    return () => {
      gone = true;
    };
  }, [opened, component.id, version, book]);
  if (fault) return <p role="alert">{words.problem({ code: 'store.damaged', args: { detail: '' } })}</p>;
  if (!entries || !book) return <output>{words.say('app.opening')}</output>;
  return (
    <div className={styles.stack}>
      <Publications entries={entries} />
      <section>
        <h2 className={styles.heading}>{words.say('history.changes')}</h2>
        <ol className={styles.changes}>
          {[...entries].reverse().map((entry) => (
            <li key={`${entry.seq} ${entry.of} ${entry.fields[0]?.field ?? ''}`}>
              <div>
                <strong>{words.sayAny(entry.act)}</strong>{' '}
                {entry.of ? <bdi>{words.say('history.benefit', { title: entry.of })}</bdi> : null}{' '}
                <span className={styles.soft}>
                  {words.say('history.when', {
                    time: words.dateTime(entry.at),
                    asAt: words.date(entry.asAt),
                    by: entry.by || words.say('history.nobody'),
                  })}
                </span>
              </div>
              <ul className={styles.list}>
                {entry.fields
                  .filter(({ field }) => !QUIET.includes(field))
                  .map(({ field, value, before }) => (
                    <li key={field}>
                      {words.field(field)}:{' '}
                      <BeforeAfter
                        before={before === null || field === LIFE ? undefined : fieldValue(field, before, words, book)}
                        after={fieldValue(field, value, words, book)}
                        rightToLeft={words.direction === 'rtl'}
                      />
                    </li>
                  ))}
              </ul>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

/** Each publication's figures side by side: what stood after it was imported. */
function Publications({ entries }: { entries: readonly Told[] }) {
  const words = useWords();
  const columns: { asAt: Day; values: Map<string, unknown> }[] = [];
  const standing = new Map<string, unknown>();
  for (const entry of entries) {
    if (entry.of === '') for (const { field, value } of entry.fields) standing.set(field, value);
    if (entry.of !== '' || !entry.fields.some(({ field }) => field === 'published')) continue;
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
