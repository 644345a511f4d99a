// Who is there: each seat with its member, delegates while their time runs, guests; and whether the quorum is met.
import { Select } from '@mantine/core';
import { PersonField } from '#renderer/controls/PersonField.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { say } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { notePresence } from '#shared/acts/hold-meeting.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { PRESENCES, type Presence } from '#shared/domain/meeting.ts';
import { type SeatNow, seatsOn } from '#shared/govern/bodies.ts';
import type { Quorum } from '#shared/govern/minutes.ts';
import styles from './meeting.module.css';

interface AttendanceProps {
  readonly book: Book;
  readonly meeting: Entry<'meeting'>;
  readonly quorum: Quorum;
}

export function Attendance({ book, meeting, quorum }: AttendanceProps) {
  const words = useWords();
  const act = useAct();
  const noted = where(book, 'attendance', 'meeting', meeting.id);
  const seats = seatsOn(book, meeting.board, meeting.on);
  const guests = noted.filter(({ seat }) => seat === undefined);
  const args = { present: words.number(quorum.present), needed: words.number(quorum.needed) };
  const addGuest = async (person: Entry<'person'>['id'] | null) => {
    if (!person) return undefined;
    const result = await act(notePresence, { meeting: meeting.id, person, presence: 'present' });
    return result.ok ? undefined : words.problem(result.problem);
  };
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.say('meeting.attendance')}</h2>
      <p>{quorum.isMet ? `● ${words.say('meeting.quorumMet', args)}` : `▲ ${words.say('meeting.quorumOpen', args)}`}</p>
      {quorum.expired.map((name) => (
        <p key={name} className={styles.over}>
          ▲ {words.say('meeting.expired', { name })}
        </p>
      ))}
      {(quorum.again ?? []).map((name) => (
        <p key={name} className={styles.soft}>
          {words.say('minutes.again', { name })}
        </p>
      ))}
      {seats.length === 0 ? <p className={styles.soft}>{words.say('meeting.noSeats')}</p> : null}
      {seats.map((seat) => (
        <Seat
          key={seat.seat.id}
          book={book}
          meeting={meeting}
          seat={seat}
          note={noted.find((each) => each.seat === seat.seat.id)}
        />
      ))}
      {guests.map((guest) => (
        <p key={guest.id}>
          {words.say('seatRole.guest')}: <bdi>{book.get('person', guest.person)?.name ?? '—'}</bdi>
          {guest.presence === 'present' ? '' : ` · ${words.sayAny(`presence.${guest.presence}`)}`}
        </p>
      ))}
      {meeting.closed ? null : (
        <PersonField key={guests.length} label={words.say('meeting.addGuest')} value={undefined} onKeep={addGuest} />
      )}
    </section>
  );
}

interface SeatProps {
  readonly book: Book;
  readonly meeting: Entry<'meeting'>;
  readonly seat: SeatNow;
  readonly note: Entry<'attendance'> | undefined;
}

function Seat({ book, meeting, seat: { seat, membership, delegate }, note }: SeatProps) {
  const words = useWords();
  const act = useAct();
  const set = async (presence: string | null) => {
    const result = await act(notePresence, {
      meeting: meeting.id,
      seat: seat.id,
      presence: (presence as Presence | null) ?? undefined,
    });
    if (!result.ok) say({ tone: 'problem', text: words.problem(result.problem) });
  };
  const name = book.get('person', membership?.person)?.name;
  const standIn = book.get('person', delegate)?.name;
  return (
    <div className={styles.seat}>
      <div>
        <strong>{name ? <bdi>{name}</bdi> : `■ ${words.say('presence.vacant')}`}</strong>
        <p className={styles.soft}>
          <bdi>{seat.title}</bdi> · {words.sayAny(`seatRole.${seat.role}`)}
          {standIn ? ` · ${words.say('meeting.delegateIs', { name: standIn })}` : ''}
        </p>
      </div>
      <Select
        aria-label={words.say('meeting.presenceOf', { seat: seat.title })}
        placeholder={words.say('meeting.notNoted')}
        data={PRESENCES.map((value) => ({ value, label: words.sayAny(`presence.${value}`) }))}
        value={note?.presence ?? null}
        clearable
        disabled={meeting.closed !== undefined || !membership}
        onChange={(value) => void set(value)}
      />
    </div>
  );
}
