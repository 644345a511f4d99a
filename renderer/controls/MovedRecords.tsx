// Records that move between two states of a book, each field before and after: a merge's preview, two moments compared.
import type { ReactNode } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Book } from '#shared/domain/book.ts';
import { recordName } from '#shared/domain/naming.ts';
import { isOnlySealed, type MergedField, type MergedRecord } from '#shared/merge/plan.ts';
import { valueText } from '#shared/merge/said.ts';
import styles from './moved.module.css';

/** Rows that are drawn; the rest is counted. */
const MOST = 200;
/** Fields a row tells before it counts the others. */
const FIELDS = 4;

/** @param act what can be done with one record, beside it */
export function MovedRecords({
  records,
  book,
  before,
  act,
}: {
  records: readonly MergedRecord[];
  book: Book;
  /** Where the names of deleted records stand; `book` where there is none. */
  before?: Book;
  act?: (record: MergedRecord) => ReactNode;
}) {
  const words = useWords();
  if (records.length === 0) return <p>{words.say('merge.noRecords')}</p>;
  return (
    <div className={styles.tablePlace}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.say('merge.record')}</th>
            <th scope="col">{words.say('merge.what')}</th>
            <th scope="col">{words.say('merge.by')}</th>
            <th scope="col">{words.say('merge.change')}</th>
            {act ? <th scope="col">{words.say('time.act')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {records.slice(0, MOST).map((each) => (
            <tr key={`${each.kind} ${each.record}`}>
              <th scope="row">
                <span className={styles.soft}>{words.kind(each.kind)}</span>{' '}
                <bdi>{recordName(each.what === 'deleted' ? (before ?? book) : book, each.kind, each.record)}</bdi>
              </th>
              <td className={styles.short}>
                {isOnlySealed(each) ? words.say('life.sealed') : words.sayAny(`merge.what.${each.what}`)}
              </td>
              <td className={styles.short}>
                <bdi>{each.by.map((by) => by || words.say('merge.nobody')).join(words.say('rights.comma'))}</bdi>
              </td>
              <td className={styles.moves}>
                {each.what === 'changed' ? (
                  <ul className={styles.lines}>
                    {each.fields.slice(0, FIELDS).map((field) => (
                      <FieldLine key={field.field} kind={each.kind} book={book} told={field} />
                    ))}
                    {each.fields.length > FIELDS ? (
                      <li>{words.say('merge.more', { n: words.number(each.fields.length - FIELDS) })}</li>
                    ) : null}
                  </ul>
                ) : (
                  '—'
                )}
              </td>
              {act ? <td className={styles.short}>{act(each)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {records.length > MOST ? (
        <p className={styles.soft}>{words.say('merge.more', { n: words.number(records.length - MOST) })}</p>
      ) : null}
    </div>
  );
}

function FieldLine({ book, kind, told: { field, before, after } }: { book: Book; kind: string; told: MergedField }) {
  const words = useWords();
  const text = (value: unknown) => valueText(book, words, field, value);
  return (
    <li>
      {words.field(field, kind)}: <bdi className={styles.before}>{text(before)}</bdi>{' '}
      <span aria-hidden="true">{words.direction === 'rtl' ? '←' : '→'}</span> <bdi>{text(after)}</bdi>
    </li>
  );
}
