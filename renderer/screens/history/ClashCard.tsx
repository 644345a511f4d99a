// One clash: both values with who and when, who decides about it, everything ever saved there, and the ways to settle it.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Settled } from '#shared/acts/settle-clash.ts';
import { savedOf } from '#shared/change/history.ts';
import { LIFE } from '#shared/change/model.ts';
import type { LogRow } from '#shared/change/store.ts';
import type { Book } from '#shared/domain/book.ts';
import { recordName } from '#shared/domain/naming.ts';
import { isolated } from '#shared/govern/right-text.ts';
import { today } from '#shared/kit/context.ts';
import type { ChangeId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Clash, Side } from '#shared/merge/clashes.ts';
import { fieldText, settlerTexts, valueText } from '#shared/merge/said.ts';
import { settlerOf } from '#shared/merge/settler.ts';
import styles from './clashes.module.css';

interface CardProps {
  readonly clash: Clash;
  readonly book: Book;
  readonly log: readonly LogRow[];
  readonly onSettle: (choices: readonly Settled[]) => Promise<void>;
}

export function ClashCard({ clash, book, log, onSettle }: CardProps) {
  const words = useWords();
  const { what, kind, record, field, sides } = clash;
  const name = recordName(book, kind, record) || words.say('trail.unnamed');
  const fieldName = fieldText(book, words, kind, record, field);
  const lives = (value: 'here' | 'deleted') => void onSettle([{ kind, record, field: LIFE, value }]);
  return (
    <li className={styles.card} aria-label={`${name}: ${fieldName}`}>
      <h2 className={styles.heading}>
        <span className={styles.soft}>{words.kind(kind)}</span> <bdi>{name}</bdi>: {fieldName}
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
      <Background clash={clash} book={book} log={log} />
    </li>
  );
}

/** Who decides and who answers for it; asked for, every value anyone saved in the field. */
function Background({ clash, book, log }: Omit<CardProps, 'onSettle'>) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { kind, record, field, sides } = clash;
  const opened = useDesk((desk) => desk.opened);
  const on = opened ? today(opened.ctx) : ('1970-01-01' as Day);
  const [who, answering, ...rest] = useMemo(
    () => settlerTexts(book, words, settlerOf(book, clash, on)),
    [book, words, clash, on],
  );
  const saved = useMemo(() => (open ? savedOf(log, kind, record, field) : []), [open, log, kind, record, field]);
  const placeOf = (change: ChangeId) => sides.findIndex((side) => side.change === change);
  return (
    <div className={styles.background}>
      <p>{who}</p>
      <p>{answering}</p>
      <button type="button" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden="true" className={styles.turn} data-open={open || undefined}>
          ▸
        </span>
        {words.say('merge.fieldHistory')}
      </button>
      {open ? (
        <>
          <ol className={styles.saved}>
            {saved.map((each) => (
              <li key={each.change}>
                <span>
                  <bdi>{valueText(book, words, field, each.value)}</bdi>
                  {placeOf(each.change) < 0 ? null : (
                    <strong> · {words.say(placeOf(each.change) === 0 ? 'merge.stands' : 'merge.besideIt')}</strong>
                  )}
                </span>
                <span className={styles.soft}>{whoText(each, words)}</span>
              </li>
            ))}
          </ol>
          {rest.map((line) => (
            <p key={line} className={styles.soft}>
              {line}
            </p>
          ))}
        </>
      ) : null}
    </div>
  );
}

const whoText = ({ by, at, act }: Pick<Side, 'by' | 'at' | 'act'>, words: ReturnType<typeof useWords>): string =>
  `${isolated(by || words.say('merge.nobody'))} · ${words.dateTime(at)} · ${words.sayAny(act)}`;
