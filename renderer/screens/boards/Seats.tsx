// The seats of a body: for whom each speaks, who sits in it and who may stand in, with past times kept below.
import { Button, CloseButton } from '@mantine/core';
import { useRef } from 'react';
import { ChoiceField, choicesOf, DayField, TextField } from '#renderer/controls/fields.tsx';
import { PersonField } from '#renderer/controls/PersonField.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { SEAT_ROLES, VOICES } from '#shared/domain/body.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { SeatNow } from '#shared/govern/bodies.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { addDays, type Day } from '#shared/kit/period.ts';
import styles from './boards.module.css';

interface SeatsProps {
  readonly book: Book;
  readonly board: Entry<'board'>;
  readonly on: Day;
  readonly seats: readonly SeatNow[];
}

export function Seats({ book, board, on, seats }: SeatsProps) {
  const words = useWords();
  const add = useAdd();
  const addSeat = async (title: string) => {
    const hasChair = seats.some(({ seat }) => seat.role === 'chair');
    const made = await add('seat', {
      board: board.id,
      title,
      role: hasChair ? 'member' : 'chair',
      order: seats.length,
    });
    return made.ok ? undefined : words.problem(made.problem);
  };
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.say('boards.seats')}</h2>
      {seats.length === 0 ? <p className={styles.soft}>{words.say('boards.noSeats')}</p> : null}
      {seats.map((each) => (
        <SeatCard key={each.seat.id} book={book} on={on} each={each} />
      ))}
      <AddLine label={words.say('boards.newSeat')} button={words.say('boards.addSeat')} onAdd={addSeat} />
    </section>
  );
}

function SeatCard({ book, on, each }: { book: Book; on: Day; each: SeatNow }) {
  const words = useWords();
  const act = useAct();
  const { seat, membership } = each;
  const others = where(book, 'membership', 'seat', seat.id).filter(({ id }) => id !== membership?.id);
  const field = { kind: 'seat', record: seat.id } as const;
  return (
    <article className={styles.seat} aria-label={seat.title}>
      <div className={styles.seatHead}>
        <TextField {...field} field="title" />
        <ChoiceField {...field} field="role" clearable={false} choices={choicesOf(SEAT_ROLES, 'seatRole', words)} />
        <ChoiceField {...field} field="speaksFor" choices={choicesOf(VOICES, 'voice', words)} />
        <CloseButton
          aria-label={words.say('boards.dropSeat', { title: seat.title })}
          onClick={() => void act(deleteRecord, { kind: 'seat', record: seat.id })}
        />
      </div>
      {membership ? (
        <Sitter book={book} on={on} each={each} membership={membership} />
      ) : (
        <p className={styles.vacant}>▲ {words.say('boards.vacant')}</p>
      )}
      <SeatSomebody key={membership?.id ?? 'vacant'} on={on} seat={seat.id} membership={membership} />
      {others.length > 0 ? (
        <ul className={styles.plain} aria-label={words.say('boards.otherTimes')}>
          {others.map((time) => (
            <OtherTime key={time.id} book={book} time={time} />
          ))}
        </ul>
      ) : null}
    </article>
  );
}

interface SitterProps {
  readonly book: Book;
  readonly on: Day;
  readonly each: SeatNow;
  readonly membership: Entry<'membership'>;
}

function Sitter({ book, on, each, membership }: SitterProps) {
  const words = useWords();
  const act = useAct();
  const name = book.get('person', membership.person)?.name ?? '—';
  const field = { kind: 'membership', record: membership.id } as const;
  const delegate = book.get('person', each.delegate)?.name;
  const setDelegate = async (person: RecordId | null) => {
    const result = await act(editField, { ...field, values: { delegate: person } });
    return result.ok ? undefined : words.problem(result.problem);
  };
  const leave = useLeave(on);
  return (
    <>
      <div className={styles.sitter}>
        <p className={styles.who}>
          <span aria-hidden="true">●</span>{' '}
          <strong>
            <bdi>{name}</bdi>
          </strong>
        </p>
        <DayField {...field} field="from" />
        <DayField {...field} field="until" />
        <Button variant="default" onClick={() => void leave(membership)}>
          {words.say('boards.leaves')}
        </Button>
      </div>
      <div className={styles.sitter}>
        <PersonField label={words.field('delegate')} value={membership.delegate} onKeep={setDelegate} />
        <DayField {...field} field="delegateFrom" />
        <DayField {...field} field="delegateUntil" />
        <p className={each.delegateExpired ? styles.fault : styles.soft}>
          {each.delegateExpired && membership.delegateUntil
            ? `■ ${words.say('boards.delegateExpired', { until: words.date(membership.delegateUntil) })}`
            : delegate
              ? `● ${words.say('boards.mayStandIn')}`
              : membership.delegate
                ? `○ ${words.say('boards.notYetDelegate')}`
                : ''}
        </p>
      </div>
    </>
  );
}

/** Ends a time in a seat: the day before is its last; one that had not begun before is taken out. */
function useLeave(on: Day) {
  const act = useAct();
  return (membership: Entry<'membership'>) => {
    const until = addDays(on, -1);
    const time = { kind: 'membership', record: membership.id } as const;
    return membership.from !== undefined && membership.from > until
      ? act(deleteRecord, time)
      : act(editField, { ...time, values: { until } });
  };
}

interface SeatSomebodyProps {
  readonly on: Day;
  readonly seat: RecordId;
  readonly membership: Entry<'membership'> | undefined;
}

/** Whoever follows begins on the day the other's time has ended. */
function SeatSomebody({ on, seat, membership }: SeatSomebodyProps) {
  const words = useWords();
  const leave = useLeave(on);
  const add = useAdd();
  const busy = useRef(false);
  const sit = async (person: RecordId | null) => {
    // leaving the field right after Enter asks a second time
    if (!person || busy.current) return undefined;
    busy.current = true;
    const ended = membership ? await leave(membership) : undefined;
    const made = ended?.ok === false ? ended : await add('membership', { seat, person, from: on });
    busy.current = false;
    return made.ok ? undefined : words.problem(made.problem);
  };
  return (
    <div className={styles.newSitter}>
      <PersonField
        label={membership ? words.say('boards.seatNext', { on: words.date(on) }) : words.say('boards.seatSomebody')}
        value={undefined}
        onKeep={sit}
      />
    </div>
  );
}

function OtherTime({ book, time }: { book: Book; time: Entry<'membership'> }) {
  const words = useWords();
  const act = useAct();
  const name = book.get('person', time.person)?.name ?? '—';
  const day = (at: Day | undefined) => (at ? words.date(at) : '…');
  return (
    <li className={styles.line}>
      <span className={styles.soft}>
        ○ <bdi>{name}</bdi> · {words.say('boards.fromUntil', { from: day(time.from), until: day(time.until) })}
      </span>
      <CloseButton
        aria-label={words.say('boards.dropTime', { name })}
        onClick={() => void act(deleteRecord, { kind: 'membership', record: time.id })}
      />
    </li>
  );
}
