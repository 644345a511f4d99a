// What a colleague's file would bring, before anything is applied: who, which records, and where both said something.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { MovedRecords } from '#renderer/controls/MovedRecords.tsx';
import { useDesk } from '#renderer/desk/desk.ts';
import { leaveMerge, takeMerge } from '#renderer/desk/merging.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { EmptyList } from '#renderer/parts/ListScreen.tsx';
import { Book } from '#shared/domain/book.ts';
import { isolated } from '#shared/govern/right-text.ts';
import { newerIn, newerLines, newerText } from '#shared/merge/newer-said.ts';
import type { MergedRecord, MergePlan } from '#shared/merge/plan.ts';
import { clashText, findingText, withheldText } from '#shared/merge/said.ts';
import styles from './merge.module.css';

/** Rows that are drawn; the rest is counted. */
const MOST = 200;

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
              people: people.map(({ by }) => isolated(by || words.say('merge.nobody'))).join(words.say('rights.comma')),
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
          {plan.holding ? <p>◧ {withheldText(plan.merged.withheld, words)}</p> : null}
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
      <MovedRecords records={records} book={book} />
    </div>
  );
}

/** Clashes, findings and clocks that run ahead: what asks for a person. */
function Told({ plan, book }: { plan: MergePlan; book: Book }) {
  const words = useWords();
  const newer = useMemo(() => newerIn(plan), [plan]);
  const told = newerText(words, newer);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [words.say('merge.bothSaid'), plan.clashes.map((clash) => clashText(book, words, clash))],
    [words.say('merge.unseen'), plan.findings.map((finding) => findingText(book, words, finding))],
    [
      words.say('merge.clocks'),
      plan.ahead.map(({ by, at }) =>
        words.say('cli.mergeAhead', { by: by || words.say('merge.nobody'), when: words.dateTime(at[0]) }),
      ),
    ],
    [words.say('newer.title'), newerLines(words, newer)],
  ];
  return (
    <>
      {told ? <p>{told}</p> : null}
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
