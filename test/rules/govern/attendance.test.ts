// Who really was at a meeting: nobody fills two seats or another's, an apology is no presence, a namesake is somebody else.
import { beforeEach, describe, expect, test } from 'vitest';
import { notePresence } from '#shared/acts/hold-meeting.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { Presence } from '#shared/domain/meeting.ts';
import { seatOn, seatsOf } from '#shared/govern/bodies.ts';
import { attendanceOf, peopleThere, quorumAt } from '#shared/govern/minutes.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { act, must } from '#test/kit/book.ts';
import { bodyNamed, bookOf, type Governed, governed, withRights } from '#test/kit/govern.ts';

const ON = '2027-01-21' as Day;

let made: Governed;
let meeting: RecordId;
let seats: readonly Entry<'seat'>[];

beforeEach(async () => {
  made = await withRights(await governed());
  const board = bodyNamed(made, 'Steering committee');
  meeting = await made.at.add('meeting', { board, title: 'January', on: ON });
  seats = seatsOf(bookOf(made), board).filter(({ role }) => role === 'chair' || role === 'member');
});

const held = () => bookOf(made).get('meeting', meeting) as Entry<'meeting'>;
const memberOf = (seat: Entry<'seat'>) => seatOn(bookOf(made), seat, ON).membership as Entry<'membership'>;
const note = (seat: Entry<'seat'> | undefined, presence: Presence, person?: RecordId) =>
  act(made.at.open, made.at.ctx, notePresence, {
    meeting,
    ...(seat && { seat: seat.id }),
    presence,
    ...(person && { person }),
  });
const first = () => seats[0] as Entry<'seat'>;
const person = (name: string) => made.at.add('person', { name });

describe('a quorum', () => {
  test('counts one person once, whoever’s delegate he is', async () => {
    const one = await person('Del Egate');
    for (const seat of seats) {
      await made.at.set('membership', memberOf(seat).id, { delegate: one });
      must(await note(seat, 'delegate'));
    }
    expect(quorumAt(bookOf(made), held())).toEqual({
      voting: 5,
      needed: 3,
      present: 1,
      isMet: false,
      expired: [],
      again: ['Del Egate'],
    });
    expect(peopleThere(bookOf(made), meeting)).toEqual(new Set([one]));
  });

  test('counts a member who sits for another as well once', async () => {
    const [chair, second] = seats as [Entry<'seat'>, Entry<'seat'>];
    await made.at.set('membership', memberOf(second).id, { delegate: memberOf(chair).person });
    must(await note(chair, 'present'));
    must(await note(second, 'delegate'));
    expect(quorumAt(bookOf(made), held()).present).toBe(1);
  });

  test('is not helped by a stranger in a member’s seat, who is named as the one who sat', async () => {
    const stranger = await person('Stranger');
    expect(await note(first(), 'present', stranger)).toMatchObject({
      ok: false,
      problem: { code: 'meeting.notItsMember' },
    });
    must(await note(first(), 'present', memberOf(first()).person));
    // as another laptop or an older version may have written it
    const seat = seats[1] as Entry<'seat'>;
    await made.at.add('attendance', { meeting, seat: seat.id, person: stranger, presence: 'present' });
    expect(quorumAt(bookOf(made), held())).toMatchObject({ present: 1, expired: ['Stranger'] });
    expect(attendanceOf(bookOf(made), held()).find(({ seat: title }) => title === seat.title)?.sat).toBe('Stranger');
  });
});

describe('there', () => {
  test('are members, delegates and guests who came; not who sent apologies', async () => {
    const [chair, second, third] = seats as [Entry<'seat'>, Entry<'seat'>, Entry<'seat'>];
    const [delegate, guest, away] = [await person('Del Egate'), await person('Gil Guest'), await person('Gil Guest')];
    await made.at.set('membership', memberOf(second).id, { delegate });
    must(await note(chair, 'present'));
    must(await note(second, 'delegate'));
    must(await note(third, 'apology'));
    must(await note(undefined, 'present', guest));
    must(await note(undefined, 'apology', away));
    // the namesake who stayed away is not the one who came
    expect(peopleThere(bookOf(made), meeting)).toEqual(new Set([memberOf(chair).person, delegate, guest]));
    const guests = attendanceOf(bookOf(made), held()).filter(({ role }) => role === 'guest');
    expect(guests.map(({ member, sat, presence }) => [member, sat, presence])).toEqual([
      ['', 'Gil Guest', 'present'],
      ['Gil Guest', '', 'apology'],
    ]);
  });

  test('is nobody in a vacant seat, and none can be noted there', async () => {
    await made.at.set('membership', memberOf(first()).id, { until: '2027-01-20' });
    for (const presence of ['present', 'delegate'] as const)
      expect(await note(first(), presence, await person('Somebody'))).toMatchObject({
        ok: false,
        problem: { code: 'meeting.seatVacant', args: { seat: first().title } },
      });
    await made.at.add('attendance', { meeting, seat: first().id, presence: 'present' });
    expect(peopleThere(bookOf(made), meeting).size).toBe(0);
    expect(attendanceOf(bookOf(made), held())[0]).toMatchObject({ presence: 'vacant', sat: '' });
  });

  test('is nobody at a meeting that is not in the book', () => {
    expect(peopleThere(bookOf(made), 'gone' as RecordId).size).toBe(0);
  });
});
