// One change: act, author, time and the date it speaks of; opened, its records with each field before and after.
import { useState } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { BeforeAfter } from '#renderer/parts/BeforeAfter.tsx';
import { LIFE } from '#shared/change/model.ts';
import type { TrailChange, TrailRecord } from '#shared/change/trail.ts';
import type { Book } from '#shared/domain/book.ts';
import { recordName } from '#shared/domain/naming.ts';
import { fieldValue } from '#shared/domain/value-text.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Words } from '#shared/words/words.ts';
import styles from './history.module.css';

/** Records of one change that are drawn; a publication writes thousands. */
const MOST_RECORDS = 200;
/** Names a closed change lists. */
const NAMES = 3;

export function ChangeItem({ change, book }: { change: TrailChange; book: Book }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { records } = change;
  const written = records.reduce((sum, { fields }) => sum + fields.length, 0);
  const counts = [
    written < change.count
      ? words.say('trail.someFields', { count: written, all: change.count })
      : words.say('trail.fields', { count: written }),
    ...(records.length > 1 ? [words.say('trail.records', { count: records.length })] : []),
  ];
  // an import is known by its file
  const first = [...records.filter(({ kind }) => kind === 'source'), ...records].slice(0, NAMES);
  const names = [...new Set(first.map((told) => title(told, book, words)))].join(' · ');
  return (
    <li className={styles.change}>
      <button type="button" className={styles.summary} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden="true" className={styles.turn} data-open={open || undefined}>
          ▸
        </span>
        <strong className={styles.act}>{words.sayAny(change.act)}</strong>
        <span className={styles.names}>
          <bdi>{names}</bdi>
          {records.length > NAMES ? ' …' : ''}
        </span>
        <span className={styles.counts}>{counts.join(' · ')}</span>
        <span className={styles.when}>
          {words.say('history.when', {
            time: words.dateTime(change.at),
            asAt: words.date(change.asAt),
            by: change.by || words.say('history.nobody'),
          })}
        </span>
      </button>
      {open ? (
        <div className={styles.records}>
          {records.slice(0, MOST_RECORDS).map((told) => (
            <RecordFields key={`${told.kind} ${told.record}`} told={told} book={book} />
          ))}
          {records.length > MOST_RECORDS ? (
            <p className={styles.soft}>{words.say('trail.moreRecords', { count: records.length - MOST_RECORDS })}</p>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

function RecordFields({ told, book }: { told: TrailRecord; book: Book }) {
  const words = useWords();
  const page = pageOf(told, book);
  const name = title(told, book, words);
  return (
    <section className={styles.record} aria-label={name}>
      <h2 className={styles.recordName}>
        {page ? (
          <a href={address('component', page)}>
            <bdi>{name}</bdi>
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
      </h2>
      <dl className={styles.fields}>
        {told.fields.map(({ field, before, value }) => (
          <div key={field}>
            <dt>{words.field(field)}</dt>
            <dd>
              <BeforeAfter
                before={before === null || field === LIFE ? undefined : fieldValue(field, before, words, book)}
                after={fieldValue(field, value, words, book)}
                rightToLeft={words.direction === 'rtl'}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** "Component HS2"; settings have no name of their own. */
function title({ kind, record }: TrailRecord, book: Book, words: Words): string {
  const word = words.kind(kind);
  if (kind === 'office') return word;
  return `${word}: ${recordName(book, kind, record) || words.say('trail.unnamed')}`;
}

/** The component on whose page the record is shown. */
function pageOf({ kind, record }: TrailRecord, book: Book): RecordId | undefined {
  if (kind === 'component') return book.get('component', record)?.id;
  if (kind === 'alignment') return book.get('component', book.get('alignment', record)?.component)?.id;
  const benefit = kind === 'measure' ? book.get('measure', record)?.benefit : kind === 'benefit' ? record : undefined;
  return book.get('component', book.get('benefit', benefit)?.component)?.id;
}
