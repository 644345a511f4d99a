// The publications this book was made from: which file, as at when, how much of it was read, and its fingerprint.
import { Button } from '@mantine/core';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import styles from './history.module.css';

const FIELDS = ['file', 'asAt', 'rows', 'unread', 'sha256', 'profile', 'series'] as const;

export function Publications() {
  const words = useWords();
  const book = useBook();
  const sources = [...(book?.all('source') ?? [])].sort((a, b) => (a.asAt < b.asAt ? 1 : -1));
  if (sources.length === 0)
    return (
      <div className={styles.stack}>
        <p>{words.say('publications.none')}</p>
        <Button className={styles.older ?? ''} onClick={() => go('import')}>
          {words.say('portfolio.emptyImport')}
        </Button>
      </div>
    );
  return (
    <div className={styles.stack}>
      <h1 className={styles.sentence}>{words.say('publications.sentence')}</h1>
      <section className={styles.tablePlace} aria-label={words.say('trail.publications')} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {FIELDS.map((field) => (
                <th key={field} scope="col" data-number={field === 'rows' || field === 'unread' || undefined}>
                  {words.field(field)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sources.map((source) => (
              <tr key={source.id}>
                <th scope="row" dir="auto">
                  {source.file}
                </th>
                <td>{words.date(source.asAt)}</td>
                <td data-number>{words.number(source.rows)}</td>
                <td data-number>{words.number(source.unread?.length ?? 0)}</td>
                <td>
                  <code dir="ltr" title={source.sha256}>
                    {source.sha256.slice(0, 12)}
                  </code>
                </td>
                <td dir="auto">{source.profile ?? '—'}</td>
                <td dir="auto">{source.series ?? '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
