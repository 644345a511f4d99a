// What laptops said apart, with both values, who and when: settled one by one or all from one person, and undone like any act.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { EmptyList } from '#renderer/parts/ListScreen.tsx';
import { type Settled, settleClashes } from '#shared/acts/settle-clash.ts';
import { type Clash, clashKey } from '#shared/merge/clashes.ts';
import { ClashCard } from './ClashCard.tsx';
import styles from './clashes.module.css';
import { useClashes } from './useClashes.ts';

export function Clashes() {
  const words = useWords();
  const book = useBook();
  const found = useClashes();
  const act = useAct();
  const [fault, setFault] = useState<string | undefined>();
  if (found === 'damaged') return <p role="alert">{words.problem({ code: 'store.damaged', args: { detail: '' } })}</p>;
  if (!found || !book) return <output>{words.say('app.opening')}</output>;
  const { clashes, log } = found;
  const settle = async (choices: readonly Settled[]) => {
    const result = await act(settleClashes, { choices });
    setFault(result.ok ? undefined : words.problem(result.problem));
  };
  const open = clashes.filter(({ what }) => what !== 'besideSeal');
  const fields = open.filter(({ what }) => what === 'field');
  if (clashes.length === 0)
    return (
      <EmptyList title={words.say('merge.noClashes')} text={words.say('merge.noClashesText')}>
        {null}
      </EmptyList>
    );
  return (
    <div className={styles.stack}>
      <div className={styles.head}>
        <h1 className={styles.sentence} aria-live="polite">
          {words.say('merge.clashesTitle', { count: open.length })}
        </h1>
        <div className={styles.buttons}>
          {authorsOf(fields).map((by) => (
            <Button key={by} variant="default" onClick={() => void settle(allOf(fields, by))}>
              {words.say('merge.allOf', { by })}
            </Button>
          ))}
          {fields.length > 1 ? (
            <Button variant="default" onClick={() => void settle(fields.flatMap(standing))}>
              {words.say('merge.allStanding')}
            </Button>
          ) : null}
        </div>
      </div>
      {fault ? (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      ) : null}
      <ol className={styles.list}>
        {clashes.map((clash) => (
          <ClashCard key={clashKey(clash)} clash={clash} book={book} log={log} onSettle={settle} />
        ))}
      </ol>
    </div>
  );
}

/** People by name, where there is more than one clash to take theirs of; two without a name cannot be told apart. */
const authorsOf = (clashes: readonly Clash[]): string[] =>
  clashes.length < 2
    ? []
    : [...new Set(clashes.flatMap(({ sides }) => sides.map(({ by }) => by)))].filter(Boolean).sort();

const standing = ({ kind, record, field, sides: [side] }: Clash): Settled[] =>
  side ? [{ kind, record, field, value: side.value }] : [];

/** One person's value in each clash that has one of theirs: the newest. */
const allOf = (clashes: readonly Clash[], by: string): Settled[] =>
  clashes.flatMap(({ kind, record, field, sides }) => {
    const side = sides.find((each) => each.by === by);
    return side ? [{ kind, record, field, value: side.value }] : [];
  });
