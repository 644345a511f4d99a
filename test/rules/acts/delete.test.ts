// What goes with a deleted record of governance, what stays, and that nothing sealed is ever taken out.
import { describe, expect, test } from 'vitest';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { closeMeeting, notePresence } from '#shared/acts/hold-meeting.ts';
import type { Kind } from '#shared/domain/book.ts';
import { CHARTER } from '#shared/domain/charter.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { act, must } from '#test/kit/book.ts';
import { type Desk, desk } from '#test/kit/ledger.ts';

const remove = (at: Desk, kind: Kind, record: RecordId) => act(at.open, at.ctx, deleteRecord, { kind, record });
const left = (at: Desk, kind: Kind): RecordId[] => [...at.book.all(kind)].map(({ id }) => id);

async function body(at: Desk, title: string) {
  const board = await at.add('board', { title, form: 'committee' });
  const seat = await at.add('seat', { board, title: 'Chair', role: 'chair' });
  const person = await at.add('person', { name: `Chair of ${title}` });
  const membership = await at.add('membership', { seat, person });
  return { board, seat, person, membership };
}

describe('a body', () => {
  test('takes its seats, who sat in them, its lines and its open meetings with it', async () => {
    const at = await desk();
    const [gone, stays] = [await body(at, 'One'), await body(at, 'Two')];
    const above = await at.add('board', { title: 'Above', form: 'board' });
    await at.add('reportingLine', { from: gone.board, to: above });
    await at.add('reportingLine', { from: stays.board, to: gone.board, dotted: true });
    const line = await at.add('reportingLine', { from: stays.board, to: above });
    const open = await at.add('meeting', { board: gone.board, title: 'Open', on: '2026-03-01' });
    await at.add('agendaItem', { meeting: open, kind: 'topic', title: 'To come' });
    must(await remove(at, 'board', gone.board));
    expect(left(at, 'board')).toEqual([stays.board, above]);
    expect(left(at, 'seat')).toEqual([stays.seat]);
    expect(left(at, 'membership')).toEqual([stays.membership]);
    expect(left(at, 'reportingLine')).toEqual([line]);
    expect(left(at, 'meeting')).toEqual([]);
    expect(left(at, 'agendaItem')).toEqual([]);
    expect(left(at, 'person')).toEqual([gone.person, stays.person]);
  });

  test('that took a decision or closed minutes stays, and so does the meeting it was taken in', async () => {
    const at = await desk();
    const { board, seat } = await body(at, 'One');
    const held = await at.add('meeting', { board, title: 'Held', on: '2026-02-01' });
    must(await act(at.open, at.ctx, notePresence, { meeting: held, seat, presence: 'present' }));
    must(await act(at.open, at.ctx, closeMeeting, { meeting: held }));
    expect(await remove(at, 'board', board)).toMatchObject({
      problem: { code: 'act.hasMinutes', args: { name: 'One', meeting: 'Held' } },
    });
    const [other, open] = [await body(at, 'Two'), await at.add('meeting', { board, title: 'Open', on: '2026-03-01' })];
    const taken = { number: '2026-001', outcome: 'agreed', body: other.board, meeting: open, on: '2026-03-01' };
    const rest = { rationale: 'r', resolution: 's', seal: 'x', exceptions: [], option: open };
    await at.add('decision', { title: 'Fund', type: 'fund', taken: { ...taken, ...rest } });
    for (const [kind, record] of [
      ['board', other.board],
      ['meeting', open],
    ] as const)
      expect(await remove(at, kind, record)).toMatchObject({
        problem: { code: 'act.hasDecided', args: { number: '2026-001' } },
      });
  });

  test('a seat goes with the times in it', async () => {
    const at = await desk();
    const { seat, board } = await body(at, 'One');
    must(await remove(at, 'seat', seat));
    expect([left(at, 'seat'), left(at, 'membership'), left(at, 'board')]).toEqual([[], [], [board]]);
  });
});

describe('a meeting and a decision', () => {
  test('a closed meeting is refused and stays whole', async () => {
    const at = await desk();
    const { board, seat } = await body(at, 'One');
    const meeting = await at.add('meeting', { board, title: 'Held', on: '2026-02-01' });
    must(await act(at.open, at.ctx, notePresence, { meeting, seat, presence: 'present' }));
    must(await act(at.open, at.ctx, closeMeeting, { meeting }));
    const refused = await remove(at, 'meeting', meeting);
    expect(refused.ok ? 'done' : refused.problem.code).toBe('act.recordSealed');
    expect(left(at, 'attendance')).toHaveLength(1);
  });

  test('an open decision goes with its options, what was said, its deferrals and its place on an agenda', async () => {
    const at = await desk();
    const { board } = await body(at, 'One');
    const decision = await at.add('decision', { title: 'Fund it', type: 'fund' });
    await at.add('decisionOption', { decision, title: 'As asked', form: 'asAsked' });
    await at.add('voiced', { decision, part: 'agree', body: board, says: 'yes', on: '2026-01-05' });
    await at.add('deferral', { decision, on: '2026-01-05', until: '2026-02-05', reason: 'No paper' });
    const meeting = await at.add('meeting', { board, title: 'Open', on: '2026-03-01' });
    await at.add('agendaItem', { meeting, kind: 'decision', title: 'Fund it', subject: decision });
    const topic = await at.add('agendaItem', { meeting, kind: 'topic', title: 'Other' });
    must(await remove(at, 'decision', decision));
    for (const kind of ['decision', 'decisionOption', 'voiced', 'deferral'] as const)
      expect(left(at, kind)).toEqual([]);
    expect(left(at, 'agendaItem')).toEqual([topic]);
    must(await remove(at, 'meeting', meeting));
    expect(left(at, 'agendaItem')).toEqual([]);
  });
});

test.each([
  ['risk', 'threat', 'risk', { title: 'Late' }, { benefit: 'b' }],
  [
    'gate',
    'gateAnswer',
    'gate',
    { title: 'One', purpose: 'stage', component: 'AAAAAAAAAAAAAAAAAAAAAA' },
    { question: 'defined', answer: 'yes', on: '2026-04-01' },
  ],
  ['decisionRight', 'rightParty', 'right', { type: 'fund' }, { part: 'decide', role: 'sponsor' }],
] as const)('a %s takes each %s with it', async (kind, child, field, values, more) => {
  const at = await desk();
  const [gone, stays] = [await at.add(kind, values), await at.add(kind, values)];
  const benefit = 'benefit' in more ? { benefit: await at.add('benefit', { title: 'B' }) } : {};
  await at.add(child, { ...more, ...benefit, [field]: gone });
  const kept = await at.add(child, { ...more, ...benefit, [field]: stays });
  must(await remove(at, kind, gone));
  expect([left(at, kind), left(at, child)]).toEqual([[stays], [kept]]);
});

describe('fields', () => {
  test('the charter comes into being with its first answer, no other record does', async () => {
    const at = await desk();
    await at.set('charter', CHARTER, { moneyMoves: 'yes' });
    await at.set('charter', CHARTER, { placement: 'compromise' });
    expect(at.book.get('charter', CHARTER)).toMatchObject({ moneyMoves: 'yes', placement: 'compromise' });
    const other = await act(at.open, at.ctx, editField, {
      kind: 'charter',
      record: 'another' as RecordId,
      values: { moneyMoves: 'no' },
    });
    expect(other.ok ? 'done' : other.problem.code).toBe('act.recordGone');
  });

  test('a right keeps a range that some amount lies in, in one currency', async () => {
    const at = await desk();
    const bound = (units: number, currency = 'GBP') => ({ money: { minor: units * 100, currency }, inclusive: true });
    const right = await at.add('decisionRight', { type: 'fund', from: bound(100), to: bound(200) });
    const set = async (values: Record<string, unknown>) => {
      const result = await act(at.open, at.ctx, editField, { kind: 'decisionRight', record: right, values });
      return result.ok ? 'done' : result.problem.code;
    };
    expect(await set({ to: bound(50) })).toBe('rights.emptyRange');
    expect(await set({ to: bound(500, 'EUR') })).toBe('rights.unlikeBounds');
    expect(await set({ to: null })).toBe('done');
    expect(await set({ from: bound(300) })).toBe('done');
    expect(at.book.get('decisionRight', right)).toMatchObject({ from: bound(300) });
  });
});
