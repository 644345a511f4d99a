// A meeting from its agenda to its frozen minutes: decisions first, a quorum, delegates in and out of time, words that stand.
import { describe, expect, test } from 'vitest';
import { editField } from '#shared/acts/edit-field.ts';
import { assembleAgenda, closeMeeting, notePresence, orderAgenda } from '#shared/acts/hold-meeting.ts';
import { takeDecision } from '#shared/acts/take-decision.ts';
import type { Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { meetingDays, quorumOf, seatOn, seatsOf } from '#shared/govern/bodies.ts';
import { agendaOf, minutesOf, quorumAt, readMinutes } from '#shared/govern/minutes.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { act, must } from '#test/kit/book.ts';
import {
  AS_AT,
  bodyNamed,
  bookOf,
  forwarded,
  type Governed,
  governed,
  optionIn,
  withRights,
} from '#test/kit/govern.ts';

const ON = '2027-01-21' as Day;

/** The desk's clock is set to the start of the day of the meeting. */
const onTheDay = (made: Governed) => made.at.ctx.tick(Date.parse(ON) - made.at.ctx.now());

async function convened(made: Governed): Promise<RecordId> {
  return made.at.add('meeting', {
    board: bodyNamed(made, 'Steering committee'),
    title: 'January',
    on: ON,
    at: '09:30',
  });
}

const note = (
  made: Governed,
  meeting: RecordId,
  seat: Entry<'seat'>,
  presence: 'present' | 'apology' | 'delegate',
  person?: RecordId,
) => act(made.at.open, made.at.ctx, notePresence, { meeting, seat: seat.id, presence, ...(person && { person }) });

const votingSeatsOf = (made: Governed) =>
  seatsOf(bookOf(made), bodyNamed(made, 'Steering committee')).filter(
    ({ role }) => role === 'chair' || role === 'member',
  );

describe('a body', () => {
  test('half and one is a quorum, unless it says another share, rounded up', () => {
    expect([1, 2, 5, 6].map((voting) => quorumOf({}, voting))).toEqual([1, 2, 3, 4]);
    expect(quorumOf({ quorum: 60 }, 5)).toBe(3);
    expect(quorumOf({ quorum: 61 }, 5)).toBe(4);
    expect(quorumOf({ quorum: 0 }, 5)).toBe(1);
  });

  test('meets by its calendar, the 31st on the last day of shorter months', () => {
    const monthly = { cadence: 'monthly', firstMeeting: '2026-01-31' as Day } as const;
    expect(meetingDays(monthly, '2026-02-01' as Day, '2026-04-30' as Day)).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
    const weekly = { cadence: 'weekly', firstMeeting: '2026-01-07' as Day } as const;
    expect(meetingDays(weekly, '2026-01-08' as Day, '2026-01-21' as Day)).toEqual(['2026-01-14', '2026-01-21']);
    expect(meetingDays({ cadence: 'asNeeded' }, '2026-01-01' as Day, '2026-12-31' as Day)).toEqual([]);
  });
});

describe('a meeting', () => {
  test('assembles what is due, decisions first, once; a topic keeps its place after them', async () => {
    const made = await withRights(await governed());
    const meeting = await convened(made);
    await made.at.add('agendaItem', { meeting, kind: 'topic', title: 'Welcome', minutes: 5, order: 0 });
    const decision = await forwarded(made, 'stop');
    await forwarded(made, 'fund', 30_000); // the portfolio manager's, not the committee's
    await made.at.add('gate', { title: 'Ready', component: made.component, due: '2027-02-01' });
    must(await act(made.at.open, made.at.ctx, assembleAgenda, { meeting, asAt: AS_AT }));
    const kinds = () => agendaOf(bookOf(made), meeting).map(({ kind }) => kind);
    expect(kinds()).toEqual(['decision', 'topic', 'gate']);
    expect(agendaOf(bookOf(made), meeting)[0]?.subject).toBe(decision);
    must(await act(made.at.open, made.at.ctx, assembleAgenda, { meeting, asAt: AS_AT }));
    expect(kinds()).toEqual(['decision', 'topic', 'gate']);
    const [, topic] = agendaOf(bookOf(made), meeting);
    must(await act(made.at.open, made.at.ctx, orderAgenda, { item: topic?.id as RecordId, to: 9 }));
    expect(kinds()).toEqual(['decision', 'gate', 'topic']);
  });

  test('counts members and delegates in time; a delegate out of time is named and does not count', async () => {
    const made = await withRights(await governed());
    const meeting = await convened(made);
    const [chair, second, third] = votingSeatsOf(made) as [Entry<'seat'>, Entry<'seat'>, Entry<'seat'>];
    const [del, gate] = [
      await made.at.add('person', { name: 'Del Egate' }),
      await made.at.add('person', { name: 'Ella Gate' }),
    ];
    const name = async (seat: Entry<'seat'>, until: Day, delegate = del) => {
      const { membership } = seatOn(bookOf(made), seat, ON);
      await made.at.set('membership', membership?.id as RecordId, { delegate, delegateUntil: until });
    };
    must(await note(made, meeting, chair, 'present'));
    await name(second, ON);
    must(await note(made, meeting, second, 'delegate'));
    const quorum = () => quorumAt(bookOf(made), bookOf(made).get('meeting', meeting) as Entry<'meeting'>);
    expect(quorum()).toMatchObject({ present: 2, needed: 3, isMet: false, expired: [] });
    await name(third, '2027-01-20' as Day, gate);
    must(await note(made, meeting, third, 'delegate'));
    expect(quorum()).toMatchObject({ present: 2, isMet: false, expired: ['Ella Gate'] });
    await name(third, ON, gate);
    expect(quorum()).toMatchObject({ present: 3, isMet: true, expired: [] });
  });

  test('without a quorum a decision is refused, or recorded as an exception in words', async () => {
    const made = await withRights(await governed());
    const meeting = await convened(made);
    const decision = await forwarded(made, 'stop');
    onTheDay(made);
    const input = {
      decision,
      on: ON,
      asAt: AS_AT,
      meeting,
      outcome: 'agreed' as const,
      option: optionIn(made, decision, 'asAsked'),
      rationale: 'It costs more than it brings.',
      resolution: 'The programme stops.',
    };
    const take = (exceptions: Record<string, string>) =>
      act(made.at.open, made.at.ctx, takeDecision, { ...input, exceptions });
    expect(await take({ ownerNotHeard: 'Away.' })).toMatchObject({
      ok: false,
      problem: { code: 'exception.noQuorum', args: { present: 0, count: 3 } },
    });
    must(await take({ ownerNotHeard: 'Away.', noQuorum: 'Two members were stranded and agreed by telephone.' }));
    expect(bookOf(made).get('decision', decision)?.taken).toMatchObject({
      meeting,
      body: bodyNamed(made, 'Steering committee'),
    });
  });

  test('closed, its minutes stand: later edits are refused, and a changed letter is told', async () => {
    const made = await withRights(await governed());
    const meeting = await convened(made);
    onTheDay(made);
    expect(await act(made.at.open, made.at.ctx, closeMeeting, { meeting })).toMatchObject({
      ok: false,
      problem: { code: 'meeting.nobodyNoted' },
    });
    await made.at.add('agendaItem', { meeting, kind: 'topic', title: 'Welcome', said: 'All were welcome.', order: 0 });
    const [chair] = votingSeatsOf(made) as [Entry<'seat'>];
    for (const seat of votingSeatsOf(made)) must(await note(made, meeting, seat, 'apology'));
    const close = async () => {
      const result = await act(made.at.open, made.at.ctx, closeMeeting, { meeting });
      return result.ok ? 'closed' : result.problem.code;
    };
    expect(await close()).toBe('meeting.nobodyNoted');
    must(await note(made, meeting, chair, 'present'));
    made.at.ctx.tick(-1);
    expect(await close()).toBe('meeting.notYet');
    made.at.ctx.tick(1);
    for (const seat of votingSeatsOf(made)) must(await note(made, meeting, seat, 'present'));
    must(await act(made.at.open, made.at.ctx, closeMeeting, { meeting }));
    const record = bookOf(made).get('meeting', meeting) as Entry<'meeting'>;
    const kept = readMinutes(record.closed as NonNullable<typeof record.closed>);
    expect(kept).toEqual(minutesOf(bookOf(made), record));
    expect(kept?.quorum).toMatchObject({ voting: 5, present: 5, isMet: true });
    // a person renamed a year later does not change who sat
    const [first] = where(bookOf(made), 'attendance', 'meeting', meeting);
    await made.at.set('person', first?.person as RecordId, { name: 'Somebody Else' });
    expect(readMinutes(record.closed as NonNullable<typeof record.closed>)).toEqual(kept);
    const [item] = agendaOf(bookOf(made), meeting);
    expect(
      await act(made.at.open, made.at.ctx, editField, {
        kind: 'agendaItem',
        record: item?.id as RecordId,
        values: { said: 'x' },
      }),
    ).toMatchObject({
      ok: false,
      problem: { code: 'act.recordSealed' },
    });
    const bent = {
      ...record.closed,
      minutes: record.closed?.minutes.replace('welcome', 'unwelcome') ?? '',
      hash: record.closed?.hash ?? '',
    };
    expect(readMinutes(bent)).toBeUndefined();
  });
});
