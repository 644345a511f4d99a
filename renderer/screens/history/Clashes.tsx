// What laptops said apart, with both values, who and when: settled one by one or all from one person, and undone like any act.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { EmptyList } from '#renderer/parts/ListScreen.tsx';
import { type Settled, settleClashes } from '#shared/acts/settle-clash.ts';
import { LIFE } from '#shared/change/model.ts';
import type { Book } from '#shared/domain/book.ts';
import { recordName } from '#shared/domain/naming.ts';
import { type Clash, clashKey, type Side } from '#shared/merge/clashes.ts';
import { valueText } from '#shared/merge/said.ts';
import styles from './clashes.module.css';
import { useClashes } from './useClashes.ts';

export function Clashes() {
  const words = useWords();
  const book = useBook();
  const clashes = useClashes();
  const act = useAct();
  const [fault, setFault] = useState<string | undefined>();
  if (clashes === 'damaged')
    return <p role="alert">{words.problem({ code: 'store.damaged', args: { detail: '' } })}</p>;
  if (!clashes || !book) return <output>{words.say('app.opening')}</output>;
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
          <ClashCard key={clashKey(clash)} clash={clash} book={book} onSettle={settle} />
        ))}
      </ol>
    </div>
  );
}

interface CardProps {
  readonly clash: Clash;
  readonly book: Book;
  readonly onSettle: (choices: readonly Settled[]) => Promise<void>;
}

function ClashCard({ clash, book, onSettle }: CardProps) {
  const words = useWords();
  const { what, kind, record, field, sides } = clash;
  const name = recordName(book, kind, record) || words.say('trail.unnamed');
  const lives = (value: 'here' | 'deleted') => void onSettle([{ kind, record, field: LIFE, value }]);
  return (
    <li className={styles.card} aria-label={`${name}: ${words.field(field)}`}>
      <h2 className={styles.heading}>
        <span className={styles.soft}>{words.sayAny(`kind.${kind}`)}</span> <bdi>{name}</bdi>: {words.field(field)}
      </h2>
      {what === 'field' ? null : (
        <p>
          {what === 'besideSeal'
            ? words.say('merge.beside')
            : words.say('merge.deletedUnseen', { by: sides[0]?.by || words.say('merge.nobody') })}
        </p>
      )}
      <ul className={styles.sides}>
        {(what === 'deleted' ? sides.slice(1) : sides).map((side, i) => (
          <li key={side.change} className={styles.side}>
            <div>
              <p className={styles.value}>
                <bdi>{valueText(book, words, field, side.value)}</bdi>
              </p>
              <p className={styles.soft}>{whoText(side, words)}</p>
            </div>
            {what === 'field' ? (
              <Button
                size="sm"
                variant={i === 0 ? 'default' : 'light'}
                onClick={() => void onSettle([{ kind, record, field, value: side.value }])}
              >
                {words.say(i === 0 ? 'merge.keepStanding' : 'merge.keep')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {what === 'deleted' ? (
        <div className={styles.buttons}>
          <Button size="sm" variant="light" onClick={() => lives('here')}>
            {words.say('merge.bringBack')}
          </Button>
          <Button size="sm" variant="default" onClick={() => lives('deleted')}>
            {words.say('merge.leaveDeleted')}
          </Button>
        </div>
      ) : null}
    </li>
  );
}

const whoText = ({ by, at, act }: Side, words: ReturnType<typeof useWords>): string =>
  `${by || words.say('merge.nobody')} · ${words.dateTime(at)} · ${words.sayAny(act)}`;

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
