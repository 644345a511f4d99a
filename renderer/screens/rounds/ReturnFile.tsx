// One workbook that came back: each cell before and after, faults at their cell, conflicts with both values and a choice.
import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import { BeforeAfter } from '#renderer/parts/BeforeAfter.tsx';
import { StatusWord } from '#renderer/parts/Status.tsx';
import type { Clash, ReturnPlan } from '#shared/acts/returned.ts';
import type { ReadReturn } from '#shared/collect/read.ts';
import type { RefusedReturn } from '#shared/collect/returns.ts';
import { differenceText } from '#shared/collect/said.ts';
import type { Book } from '#shared/domain/book.ts';
import type { Problem } from '#shared/kit/result.ts';
import styles from './rounds.module.css';

/** Cells shown of one workbook; how many more there are is said. */
const MOST = 200;

export function RefusedFile({ refused }: { refused: RefusedReturn }) {
  const words = useWords();
  const { name, who, problem, faults } = refused;
  return (
    <details className={styles.file} open>
      <summary>
        <span className={styles.fileName}>
          <bdi>{who ?? name}</bdi>
        </span>
        <StatusWord status="offTrack" label={words.say('rounds.refused')} />
        {faults.length > 0 ? <span>{words.say('rounds.faults', { count: faults.length })}</span> : null}
        {who ? (
          <span className={styles.cell}>
            <bdi>{name}</bdi>
          </span>
        ) : null}
      </summary>
      <div className={styles.fileBody}>
        <p role="alert" className={styles.problem}>
          {words.problem(problem)}
        </p>
        <Said problems={faults} />
      </div>
    </details>
  );
}

export function ReadFile({
  book,
  read,
  plan,
  taking,
  chosen,
  onChoose,
  open,
}: {
  book: Book;
  read: ReadReturn;
  /** As it stands where nothing is chosen, and as it will be taken. */
  plan: ReturnPlan;
  taking: ReturnPlan;
  chosen: ReadonlySet<string>;
  onChoose: (key: string, isTaken: boolean) => void;
  open: boolean;
}) {
  const words = useWords();
  const { differences, already } = taking;
  const clashes = [
    ...plan.clashes.filter(({ why }) => why === 'movedOn'),
    ...taking.clashes.filter(({ why }) => why !== 'movedOn'),
  ];
  const { returned, who, notes } = read;
  // it may be an answer, or the workbook as it was sent: whoever takes it must see which
  const isEmpty = returned.cells.length === 0;
  return (
    <details className={styles.file} open={open || clashes.length > 0}>
      <summary>
        <span className={styles.fileName}>
          <bdi>{who}</bdi>
        </span>
        <StatusWord
          status={clashes.length > 0 || isEmpty ? 'watch' : 'onTrack'}
          label={words.say(clashes.length > 0 ? 'rounds.clashes' : isEmpty ? 'rounds.unfilled' : 'rounds.clean')}
        />
        <span>
          {differences.length > 0
            ? words.say('rounds.changes', { count: differences.length })
            : isEmpty
              ? ''
              : words.say('rounds.noChange')}
          {clashes.length > 0 ? ` · ${words.say('rounds.clash', { count: clashes.length })}` : ''}
        </span>
        <span className={styles.cell}>
          <bdi>{returned.name}</bdi>
        </span>
      </summary>
      <div className={styles.fileBody}>
        {clashes.map((clash) => (
          <Conflict
            key={clash.key}
            book={book}
            clash={clash}
            isTaken={chosen.has(clash.key)}
            onChoose={(isTaken) => onChoose(clash.key, isTaken)}
          />
        ))}
        {differences.length > 0 ? <Differences book={book} plan={taking} who={who} /> : null}
        {already > 0 ? <p className={styles.soft}>{words.say('rounds.already', { count: already })}</p> : null}
        {notes.length > 0 ? (
          <div>
            <h3 className={styles.heading}>{words.say('rounds.notes')}</h3>
            <Said problems={notes} />
          </div>
        ) : null}
      </div>
    </details>
  );
}

function Differences({ book, plan, who }: { book: Book; plan: ReturnPlan; who: string }) {
  const words = useWords();
  const { differences } = plan;
  return (
    <section className={styles.tablePlace} aria-label={who} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.say('rounds.cell')}</th>
            <th scope="col">{words.say('rounds.what')}</th>
            <th scope="col">{words.say('rounds.change')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.slice(0, MOST).map((difference) => {
            const said = differenceText(words, book, difference);
            return (
              <tr key={`${said.sheet}!${said.cell}`}>
                <td className={styles.cell}>
                  <Place sheet={said.sheet} cell={said.cell} />
                </td>
                <td>{said.what}</td>
                <td>
                  <BeforeAfter before={said.before} after={said.after} rightToLeft={words.direction === 'rtl'} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {differences.length > MOST ? (
        <p className={styles.soft}>{words.say('import.more', { count: differences.length - MOST })}</p>
      ) : null}
    </section>
  );
}

/** Where the book moved on, a person decides; anything else that clashes is left out, and why is said. */
function Conflict({
  book,
  clash,
  isTaken,
  onChoose,
}: {
  book: Book;
  clash: Clash;
  isTaken: boolean;
  onChoose: (isTaken: boolean) => void;
}) {
  const words = useWords();
  const said = differenceText(words, book, clash);
  const why = words.sayAny(`collect.clash.${clash.why}`);
  const head: ReactNode = (
    <>
      <Place sheet={said.sheet} cell={said.cell} /> {said.what}
    </>
  );
  if (clash.why !== 'movedOn')
    return (
      <p className={styles.clash}>
        <span>{head}</span>
        <span>{words.say('rounds.left', { why, value: said.after, book: said.before })}</span>
      </p>
    );
  return (
    <Radio.Group
      className={styles.clash ?? ''}
      label={head}
      description={why}
      value={isTaken ? 'workbook' : 'book'}
      onChange={(value) => onChoose(value === 'workbook')}
    >
      <div className={styles.list}>
        <Radio value="book" label={words.say('rounds.keepBook', { value: said.before })} />
        <Radio value="workbook" label={words.say('rounds.takeWorkbook', { value: said.after })} />
      </div>
    </Radio.Group>
  );
}

const Place = ({ sheet, cell }: { sheet: string; cell: string }) => (
  <bdi>
    {sheet} <bdi dir="ltr">{cell}</bdi>
  </bdi>
);

function Said({ problems }: { problems: readonly Problem[] }) {
  const words = useWords();
  if (problems.length === 0) return null;
  return (
    <ul className={styles.list}>
      {problems.map((problem) => (
        <li key={`${problem.code}${problem.path ?? ''}`}>{words.problem(problem)}</li>
      ))}
    </ul>
  );
}
