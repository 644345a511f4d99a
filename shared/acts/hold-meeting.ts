// Assembles a meeting's agenda, notes who sits, and closes it: the minutes are frozen word for word and sealed.
import type { DraftWrite } from '#shared/change/model.ts';
import { proposedAgenda } from '#shared/counsel/agenda.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { Presence } from '#shared/domain/meeting.ts';
import { seatOn } from '#shared/govern/bodies.ts';
import { agendaOf, closedText, minutesOf, peopleThere } from '#shared/govern/minutes.ts';
import { newRecordId, today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { done, type Problem, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';
import { born, gone, sealed } from './record-writes.ts';

function meetingFault(book: Book, id: RecordId): Problem | undefined {
  const meeting = book.get('meeting', id);
  if (!meeting) return { code: 'act.recordGone' };
  return meeting.closed
    ? { code: 'meeting.closedAlready', args: { title: meeting.title, on: meeting.closed.on } }
    : undefined;
}

/** Adds what is due and is not on the agenda yet: decisions after those there, else first; the rest last. Order set by hand stays. */
export const assembleAgenda: Act<{ readonly meeting: RecordId; readonly asAt: Day }> = {
  name: 'act.assembleAgenda',
  allowed: always,
  run: (book, { meeting: id, asAt }, ctx) => {
    const fault = meetingFault(book, id);
    if (fault) return { ok: false, problem: fault };
    const meeting = book.get('meeting', id);
    if (!meeting) return refuse('act.recordGone');
    const found = proposedAgenda(counselOf(book, asAt), meeting);
    const standing = agendaOf(book, id);
    const added = found.map((each) => ({ ...each, record: newRecordId(ctx) }));
    const isDecision = (each: { readonly kind: string }) => each.kind === 'decision';
    const place = standing.findLastIndex(isDecision) + 1;
    const there = standing.map(({ id: record }) => record);
    const ordered = [
      ...there.slice(0, place),
      ...added.filter(isDecision).map(({ record }) => record),
      ...there.slice(place),
      ...added.filter((each) => !isDecision(each)).map(({ record }) => record),
    ];
    return done({
      act: assembleAgenda.name,
      writes: [
        ...added.flatMap(({ record, kind, title, subject, minutes }) =>
          born('agendaItem', record, { meeting: id, kind, title, subject, minutes }),
        ),
        ...ordered.map((record, order): DraftWrite => ({ kind: 'agendaItem', record, field: 'order', value: order })),
      ],
    });
  },
};

/** One place earlier or later on the agenda. */
export const orderAgenda: Act<{ readonly item: RecordId; readonly to: number }> = {
  name: 'act.orderAgenda',
  allowed: always,
  run: (book, { item, to }) => {
    const meeting = book.get('agendaItem', item)?.meeting;
    if (!meeting) return refuse('act.recordGone');
    const fault = meetingFault(book, meeting);
    if (fault) return { ok: false, problem: fault };
    const others = agendaOf(book, meeting)
      .filter(({ id }) => id !== item)
      .map(({ id }) => id);
    const place = Math.max(0, Math.min(others.length, to));
    const ordered = [...others.slice(0, place), item, ...others.slice(place)];
    return done({
      act: orderAgenda.name,
      writes: ordered.map((record, order) => ({ kind: 'agendaItem', record, field: 'order', value: order })),
    });
  },
};

/** Who sat in a seat, or a guest: the member of the seat, or the delegate named for it unless another is given. */
export const notePresence: Act<{
  readonly meeting: RecordId;
  readonly seat?: RecordId;
  readonly person?: RecordId;
  /** Undefined takes the note back. */
  readonly presence: Presence | undefined;
}> = {
  name: 'act.notePresence',
  allowed: always,
  run: (book, { meeting: id, seat: seatId, person, presence }, ctx) => {
    const fault = meetingFault(book, id);
    if (fault) return { ok: false, problem: fault };
    const { board, on } = book.get('meeting', id) as Entry<'meeting'>;
    const seat = book.get('seat', seatId);
    if (seatId ? seat?.board !== board : !book.get('person', person)) return refuse('act.recordGone');
    const standing = where(book, 'attendance', 'meeting', id).find((each) =>
      seat ? each.seat === seat.id : each.seat === undefined && each.person === person,
    );
    if (!presence)
      return done({
        act: notePresence.name,
        writes: standing ? [gone('attendance', standing.id)] : [],
      });
    const membership = seat && seatOn(book, seat, on).membership;
    if (seat && !membership) return refuse('meeting.seatVacant', { seat: seat.title, on }, 'presence');
    if (membership && presence === 'present' && person && person !== membership.person)
      return refuse(
        'meeting.notItsMember',
        { seat: seat.title, member: book.get('person', membership.person)?.name ?? '' },
        'person',
      );
    const sat = person ?? (presence === 'delegate' ? membership?.delegate : membership?.person);
    if (presence === 'delegate' && !sat) return refuse('meeting.noDelegate', { seat: seat?.title ?? '' }, 'presence');
    const record = standing?.id ?? newRecordId(ctx);
    const values = { meeting: id, ...(seat && { seat: seat.id }), presence };
    return done({
      act: notePresence.name,
      writes: [
        ...born('attendance', record, values),
        { kind: 'attendance', record, field: 'person', value: sat ?? null },
      ],
    });
  },
};

/** What was not decided stays open and comes up again. */
export const closeMeeting: Act<{ readonly meeting: RecordId }> = {
  name: 'act.closeMeeting',
  allowed: always,
  run: (book, { meeting: id }, ctx) => {
    const fault = meetingFault(book, id);
    if (fault) return { ok: false, problem: fault };
    const meeting = book.get('meeting', id);
    if (!meeting) return refuse('act.recordGone');
    const attendance = where(book, 'attendance', 'meeting', id);
    if (meeting.on > today(ctx)) return refuse('meeting.notYet', { title: meeting.title, on: meeting.on }, 'on');
    if (peopleThere(book, id).size === 0) return refuse('meeting.nobodyNoted', {}, 'attendance');
    const closed = { on: today(ctx), by: ctx.by, ...closedText(minutesOf(book, meeting)) };
    return done({
      act: closeMeeting.name,
      writes: [
        { kind: 'meeting', record: id, field: 'closed', value: closed },
        sealed('meeting', id),
        ...agendaOf(book, id).map((item) => sealed('agendaItem', item.id)),
        ...attendance.map((each) => sealed('attendance', each.id)),
      ],
    });
  },
};
