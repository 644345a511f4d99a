// What was written about a record and what belongs to it, change by change: author, time, the date it speaks of, before and after.
import { useEffect, useState } from 'react';
import { useBook, useDesk } from '#renderer/desk/desk.ts';
import { knownBy } from '#renderer/desk/past.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { BeforeAfter } from '#renderer/parts/BeforeAfter.tsx';
import { type HistoryEntry, historyOf } from '#shared/change/history.ts';
import { LIFE } from '#shared/change/model.ts';
import type { Kind } from '#shared/domain/book.ts';
import { fieldValue } from '#shared/domain/value-text.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import styles from './controls.module.css';

/** Written by the program itself; they say nothing to a reader. */
const QUIET = ['published', 'sourceId', 'component', 'benefit', 'measure'];

export interface Subject {
  readonly kind: Kind;
  readonly id: RecordId;
  /** How it is named in the list; empty for the page's own record. */
  readonly name: string;
}

/** An entry, and which of the subjects it is about. */
export type Told = HistoryEntry & { readonly of: Subject };

/** Oldest first; undefined while the log is read, 'damaged' where it cannot be. */
export function useHistory(subjects: readonly Subject[]): readonly Told[] | 'damaged' | undefined {
  const book = useBook();
  const opened = useDesk((desk) => desk.opened);
  const past = useDesk((desk) => desk.past);
  const [entries, setEntries] = useState<readonly Told[] | 'damaged' | undefined>();
  const version = book?.state.version;
  const key = subjects.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the subjects are told apart by their ids
  useEffect(() => {
    let gone = false;
    opened?.store.readSince(0).then(
      (rows) => {
        if (gone) return;
        const all = subjects.flatMap((of) =>
          historyOf(knownBy(past, rows), of.kind, of.id).map((entry): Told => ({ ...entry, of })),
        );
        setEntries(all.sort((a, b) => a.seq - b.seq));
      },
      () => setEntries('damaged'),
    );
    return () => {
      gone = true;
    };
  }, [opened, key, version, past]);
  return entries;
}

export function RecordHistory({ subjects }: { subjects: readonly Subject[] }) {
  const words = useWords();
  const entries = useHistory(subjects);
  if (entries === 'damaged')
    return <p role="alert">{words.problem({ code: 'store.damaged', args: { detail: '' } })}</p>;
  if (!entries) return <output>{words.say('app.opening')}</output>;
  return <Changes entries={entries} />;
}

/** Newest first. */
export function Changes({ entries }: { entries: readonly Told[] }) {
  const words = useWords();
  const book = useBook();
  return (
    <section>
      <h2 className={styles.heading}>{words.say('history.changes')}</h2>
      <ol className={styles.changes}>
        {[...entries].reverse().map((entry) => (
          <li key={`${entry.seq} ${entry.of.id} ${entry.fields[0]?.field ?? ''}`}>
            <div>
              <strong>{words.sayAny(entry.act)}</strong>{' '}
              {entry.of.name ? (
                <bdi>
                  {words.sayAny(`kind.${entry.of.kind}`)}: {entry.of.name}
                </bdi>
              ) : null}{' '}
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
                    {words.field(field, entry.of.kind)}:{' '}
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
  );
}
