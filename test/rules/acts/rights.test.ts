// The acts of the rights matrix: the template is laid down once; rights are added, copied, re-parted and deleted whole.
import { describe, expect, test } from 'vitest';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { templateTitles } from '#shared/acts/rights-template.ts';
import { addRight, copyRight, setParties } from '#shared/acts/set-right.ts';
import { startRights } from '#shared/acts/start-rights.ts';
import { where } from '#shared/domain/lookup.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { createWords } from '#shared/words/words.ts';
import { act, must } from '#test/kit/book.ts';
import { desk } from '#test/kit/ledger.ts';

const EN = createWords({ language: 'en' });
const AR = createWords({ language: 'ar' });
const titles = templateTitles(EN);
const bound = (units: number, inclusive: boolean, currency = 'GBP') => ({
  money: { minor: units * 100, currency },
  inclusive,
});

describe('the template', () => {
  test('in Arabic, in the book’s currency to its own digits, with other thresholds', async () => {
    const at = await desk(5, { currency: 'KWD' });
    must(await act(at.open, at.ctx, startRights, { titles: templateTitles(AR), thresholds: [1_000, 2_500] }));
    expect([...at.book.all('board')].map(({ title }) => title)).toContain('اللجنة التوجيهية');
    const funds = [...at.book.all('decisionRight')].filter(({ type }) => type === 'fund');
    expect(funds.map(({ from, to, lane }) => [from?.money.minor, to?.money.minor, lane])).toEqual([
      [undefined, 1_000_000, 'ordinary'],
      [1_000_000, 2_500_000, 'ordinary'],
      [2_500_000, undefined, 'ordinary'],
      [undefined, undefined, 'regulatory'],
    ]);
    expect([...at.book.all('membership')]).toEqual([]);
  });

  test('is refused where rights are, with thresholds that make no sense, and with a person not in the book', async () => {
    const at = await desk();
    const refused = async (input: object) => {
      const result = await act(at.open, at.ctx, startRights, { titles, ...input });
      return result.ok ? 'done' : result.problem.code;
    };
    expect(await refused({ thresholds: [250_000, 50_000] })).toBe('rights.badThresholds');
    expect(await refused({ people: { finance: 'nobody' as RecordId } })).toBe('act.recordGone');
    expect(await refused({})).toBe('done');
    expect(await refused({})).toBe('rights.alreadyThere');
    expect(startRights.allowed(at.book)?.code).toBe('rights.alreadyThere');
  });
});

describe('one right', () => {
  const parts = (at: Awaited<ReturnType<typeof desk>>, right: RecordId) =>
    where(at.book, 'rightParty', 'right', right).map(({ part, role, body }) => `${part} ${role ?? body}`);

  test('is added with its parties, re-parted, copied and deleted with them', async () => {
    const at = await desk();
    const body = await at.add('board', { title: 'Head', form: 'post' });
    const record = newRecordId(at.ctx);
    const parties = [
      { part: 'decide', body },
      { part: 'decide', body },
      { part: 'input', role: 'benefitOwner' },
    ] as const;
    const values = { type: 'fund', to: bound(100, true) } as const;
    must(await act(at.open, at.ctx, addRight, { record, values, parties }));
    expect(parts(at, record)).toEqual([`decide ${body}`, 'input benefitOwner']);

    const kept = where(at.book, 'rightParty', 'right', record)[0]?.id;
    const now = [{ body }, { role: 'sponsor' }] as const;
    must(await act(at.open, at.ctx, setParties, { right: record, part: 'decide', parties: now }));
    expect(parts(at, record).sort()).toEqual([`decide ${body}`, 'decide sponsor', 'input benefitOwner']);
    expect(where(at.book, 'rightParty', 'right', record)[0]?.id).toBe(kept);

    const copy = newRecordId(at.ctx);
    const other = { from: bound(100, false), to: null };
    must(await act(at.open, at.ctx, copyRight, { right: record, record: copy, values: other }));
    expect(at.book.get('decisionRight', copy)).toEqual({
      id: copy,
      type: 'fund',
      from: bound(100, false),
      $life: 'here',
    });
    expect(parts(at, copy).sort()).toEqual(parts(at, record).sort());

    must(await act(at.open, at.ctx, deleteRecord, { kind: 'decisionRight', record }));
    expect([at.book.get('decisionRight', record), parts(at, record)]).toEqual([undefined, []]);
    expect(parts(at, copy)).toHaveLength(3);
  });

  test('that could never hold, or whose party is no one or two, is refused', async () => {
    const at = await desk();
    const code = async (values: object, parties: readonly object[] = []) => {
      const result = await act(at.open, at.ctx, addRight, {
        record: newRecordId(at.ctx),
        values: { type: 'fund', ...values },
        parties: parties as never,
      });
      return result.ok ? 'done' : result.problem.code;
    };
    expect(await code({ from: bound(10, false), to: bound(10, true) })).toBe('rights.emptyRange');
    expect(await code({ from: bound(10, true), to: bound(10, true) })).toBe('done');
    expect(await code({ from: bound(10, true), to: bound(20, true, 'SAR') })).toBe('rights.unlikeBounds');
    expect(await code({}, [{ part: 'decide' }])).toBe('rights.partyNotOne');
    expect(await code({}, [{ part: 'decide', role: 'sponsor', body: 'x' }])).toBe('rights.partyNotOne');
    expect(await code({}, [{ part: 'decide', body: 'x' }])).toBe('act.recordGone');
  });
});
