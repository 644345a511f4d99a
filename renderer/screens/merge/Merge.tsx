// What a colleague's file would bring, before anything is applied: who, which records, and where both said something.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { leaveMerge, takeMerge } from '#renderer/desk/merging.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { EmptyList } from '#renderer/parts/ListScreen.tsx';
import { Book } from '#shared/domain/book.ts';
import { recordName } from '#shared/domain/naming.ts';
import { fieldValue } from '#shared/domain/value-text.ts';
import type { MergedField, MergedRecord, MergePlan } from '#shared/merge/plan.ts';
import { clashText, findingText } from '#shared/merge/said.ts';
import styles from './merge.module.css';

/** Rows that are drawn; the rest is counted. */
const MOST = 200;
/** Fields a row tells before it counts the others. */
const FIELDS = 4;

export function Merge() {
  const words = useWords();
  const merging = useDesk((desk) => desk.merging);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | undefined>();
  const book = useMemo(() => merging && new Book(merging.plan.merged), [merging]);
  if (!merging || !book)
    return (
      <EmptyList title={words.say('merge.nothingTitle')} text={words.say('merge.nothingText')}>
        {null}
      </EmptyList>
    );
  const { plan, name } = merging;
  const { fresh, records, clashes, people } = plan;
  const count = (what: MergedRecord['what']) => words.number(records.filter((each) => each.what === what).length);
  const take = async () => {
    setBusy(true);
    const result = await takeMerge();
    setBusy(false);
    if (!result.ok) setFault(words.problem(result.problem));
  };
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <div>
          <h1 className={styles.sentence}>
            {words.say('merge.previewTitle', {
              count: fresh.length,
              file: name,
              people: people.map(({ by }) => by || words.say('merge.nobody')).join(words.say('rights.comma')),
            })}
          </h1>
          <p>
            {words.say('merge.summary', {
              added: count('added'),
              changed: count('changed'),
              deleted: count('deleted'),
              clashes: words.number(clashes.length),
            })}
          </p>
          <p className={styles.soft}>{words.say('merge.nothingLost')}</p>
        </div>
        <div className={styles.buttons}>
          <Button onClick={() => void take()} loading={busy} data-autofocus>
            {words.say('merge.take')}
          </Button>
          <Button variant="default" onClick={leaveMerge} disabled={busy}>
            {words.say('merge.leave')}
          </Button>
        </div>
      </header>
      {fault ? (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      ) : null}
      <Told plan={plan} book={book} />
      <Records records={records} book={book} />
    </div>
  );
}

/** Clashes, findings and clocks that run ahead: what asks for a person. */
function Told({ plan, book }: { plan: MergePlan; book: Book }) {
  const words = useWords();
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [words.say('merge.bothSaid'), plan.clashes.map((clash) => clashText(book, words, clash))],
    [words.say('merge.unseen'), plan.findings.map((finding) => findingText(book, words, finding))],
    [
      words.say('merge.clocks'),
      plan.ahead.map(({ by, at }) =>
        words.say('cli.mergeAhead', { by: by || words.say('merge.nobody'), when: words.dateTime(at[0]) }),
      ),
    ],
  ];
  return (
    <>
      {lists
        .filter(([, lines]) => lines.length > 0)
        .map(([title, lines]) => (
          <section key={title} className={styles.card} aria-label={title}>
            <h2 className={styles.heading}>{title}</h2>
            <ul className={styles.lines}>
              {lines.slice(0, MOST).map((line) => (
                <li key={line}>■ {line}</li>
              ))}
            </ul>
            {lines.length > MOST ? (
              <p className={styles.soft}>{words.say('merge.more', { n: words.number(lines.length - MOST) })}</p>
            ) : null}
          </section>
        ))}
    </>
  );
}

function Records({ records, book }: { records: readonly MergedRecord[]; book: Book }) {
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
          </tr>
        </thead>
        <tbody>
          {records.slice(0, MOST).map((each) => (
            <tr key={`${each.kind} ${each.record}`}>
              <th scope="row">
                <span className={styles.soft}>{words.sayAny(`kind.${each.kind}`)}</span>{' '}
                <bdi>{recordName(book, each.kind, each.record)}</bdi>
              </th>
              <td>{words.sayAny(`merge.what.${each.what}`)}</td>
              <td>
                <bdi>{each.by.map((by) => by || words.say('merge.nobody')).join(words.say('rights.comma'))}</bdi>
              </td>
              <td>
                {each.what === 'changed' ? (
                  <ul className={styles.lines}>
                    {each.fields.slice(0, FIELDS).map((field) => (
                      <FieldLine key={field.field} book={book} told={field} />
                    ))}
                    {each.fields.length > FIELDS ? (
                      <li>{words.say('merge.more', { n: words.number(each.fields.length - FIELDS) })}</li>
                    ) : null}
                  </ul>
                ) : (
                  '—'
                )}
              </td>
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

function FieldLine({ book, told: { field, before, after } }: { book: Book; told: MergedField }) {
  const words = useWords();
  const text = (value: unknown) =>
    value === null || value === undefined ? words.say('merge.noValue') : fieldValue(field, value, words, book);
  return (
    <li>
      {words.field(field)}: <bdi className={styles.before}>{text(before)}</bdi>{' '}
      <span aria-hidden="true">{words.direction === 'rtl' ? '←' : '→'}</span> <bdi>{text(after)}</bdi>
    </li>
  );
}
