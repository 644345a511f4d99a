// A decision's way: raised, put forward with its evidence frozen, taken or refused, sealed, and re-opened as it was.
import { describe, expect, test } from 'vitest';
import { editField } from '#shared/acts/edit-field.ts';
import { type Taking, takeDecision } from '#shared/acts/take-decision.ts';
import { writeSeries } from '#shared/acts/write-series.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import { readEvidence } from '#shared/counsel/evidence.ts';
import { optionFigures } from '#shared/counsel/options.ts';
import { reopen } from '#shared/counsel/reopen.ts';
import { stoppingOf } from '#shared/counsel/stopping.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { Frozen } from '#shared/domain/decision.ts';
import { recordHolds } from '#shared/govern/standing.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { wholeGraph } from '#shared/map/graph.ts';
import { impactOf } from '#shared/sight/impact.ts';
import { bookValue } from '#shared/value/book-value.ts';
import { act, must } from '#test/kit/book.ts';
import {
  AS_AT,
  bodyNamed,
  bookOf,
  forwarded,
  type Governed,
  governed,
  holderIn,
  optionIn,
  raised,
  withRights,
} from '#test/kit/govern.ts';
import { month } from '#test/kit/ledger.ts';

const ON = '2025-10-15' as Day;

const taking = (made: Governed, decision: RecordId, more: Partial<Taking> = {}): Taking => ({
  decision,
  on: ON,
  asAt: AS_AT,
  outcome: 'agreed',
  option: optionIn(made, decision, 'asAsked'),
  rationale: 'It pays back.',
  resolution: 'The committee agrees.',
  ...more,
});

const take = (made: Governed, input: Taking) => act(made.at.open, made.at.ctx, takeDecision, input);

describe('looking forward only', () => {
  test('value to go 30, cost to go 60 of which 40 is owed anyway, exit 5: going on is worth +15', async () => {
    const made = await governed();
    const stopping = stoppingOf(counselOf(bookOf(made), AS_AT), made.component);
    expect(stopping?.outlook).toMatchObject({
      valueToGo: 3_000_000,
      costToGo: 6_000_000,
      unavoidableCost: 4_000_000,
      exitCost: 500_000,
    });
    expect(stopping?.outlook?.continuing).toBe(1_500_000);
    expect(stopping?.proposal).toBe('continue');
  });

  test('what was spent changes nothing but its own greyed figure', async () => {
    const made = await governed();
    const before = stoppingOf(counselOf(bookOf(made), AS_AT), made.component);
    await made.at.set('component', made.component, {
      costToDate: { minor: 99_000_000_00, currency: 'GBP', base: { kind: 'real', year: 2023 } },
    });
    const after = stoppingOf(counselOf(bookOf(made), AS_AT), made.component);
    expect(after?.sunk).not.toBe(before?.sunk);
    const { sunk: _a, component: _b, ...rest } = after as NonNullable<typeof after>;
    expect(before).toMatchObject(rest);
  });

  test('what is owed in another currency counts at its rate, and not at all without one', async () => {
    const made = await governed();
    await made.at.set('component', made.component, {
      committedCost: { minor: 5_000_000, currency: 'USD', base: { kind: 'real', year: 2023 } },
    });
    const outlook = () => stoppingOf(counselOf(bookOf(made), AS_AT), made.component)?.outlook;
    expect(outlook()).toBeUndefined();
    await made.at.add('exchangeRate', { from: 'USD', to: 'GBP', on: '2023-04-01', rate: 0.8, source: 'Bank' });
    expect(outlook()?.unavoidableCost).toBe(4_000_000);
  });

  test('what is lost downstream is what the map answers', async () => {
    const made = await governed();
    const book = bookOf(made);
    const stopping = stoppingOf(counselOf(book, AS_AT), made.component);
    expect(stopping?.impact).toEqual(impactOf(book, bookValue(book, AS_AT), wholeGraph(book), made.component));
    expect(stopping?.impact.lost.cashable).toBe(3_000_000);
  });

  test('stopping gives up the value to go and saves what can still be avoided less the exit', async () => {
    const made = await governed();
    const decision = await raised(made, 'stop');
    const counsel = counselOf(bookOf(made), AS_AT);
    const [record] = [bookOf(made).get('decision', decision) as Entry<'decision'>];
    const option = bookOf(made).get('decisionOption', optionIn(made, decision, 'asAsked')) as Entry<'decisionOption'>;
    expect(optionFigures(counsel, record, option)).toMatchObject({
      value: { minor: -3_000_000 },
      cost: { minor: -1_500_000 },
    });
  });
});

describe('taking a decision', () => {
  test('by a body that does not hold it: refused in words, or recorded with the reason', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'stop');
    const input = taking(made, decision, {
      body: bodyNamed(made, 'Portfolio manager'),
      person: holderIn(made, 'Portfolio manager'),
    });
    const refused = await take(made, input);
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: 'exception.notTheDecider', args: { decider: 'Steering committee' } },
    });
    must(
      await take(made, {
        ...input,
        exceptions: { notTheDecider: 'The committee asked for it in writing.', ownerNotHeard: 'On leave.' },
      }),
    );
    const { taken } = bookOf(made).get('decision', decision) ?? {};
    expect(taken?.exceptions).toEqual([
      {
        code: 'notTheDecider',
        args: { taker: 'Portfolio manager', decider: 'Steering committee' },
        reason: 'The committee asked for it in writing.',
      },
      { code: 'ownerNotHeard', args: {}, reason: 'On leave.' },
    ]);
    expect(taken?.number).toBe('2026-001');
    expect(bookOf(made).get('component', made.component)?.work).toBe('stopped');
  });

  test('two at once: the second is told who was first', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'fund', 30_000);
    const input = taking(made, decision, {
      body: bodyNamed(made, 'Portfolio manager'),
      person: holderIn(made, 'Portfolio manager'),
      exceptions: { aimless: 'Aim follows.', ownerNotHeard: 'Away.' },
    });
    must(await take(made, input));
    expect(await take(made, input)).toMatchObject({
      ok: false,
      problem: { code: 'decision.takenAlready', args: { number: '2026-001' } },
    });
  });

  test('a recorded decision is not edited by any act', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'fund', 30_000);
    must(
      await take(
        made,
        taking(made, decision, {
          body: bodyNamed(made, 'Portfolio manager'),
          person: holderIn(made, 'Portfolio manager'),
          exceptions: { aimless: 'a', ownerNotHeard: 'b' },
        }),
      ),
    );
    const edit = await act(made.at.open, made.at.ctx, editField, {
      kind: 'decision',
      record: decision,
      values: { title: 'Other' },
    });
    expect(edit).toMatchObject({ ok: false, problem: { code: 'act.recordSealed' } });
    const option = await act(made.at.open, made.at.ctx, editField, {
      kind: 'decisionOption',
      record: optionIn(made, decision, 'asAsked'),
      values: { title: 'Other' },
    });
    expect(option).toMatchObject({ ok: false, problem: { code: 'act.recordSealed' } });
  });
});

describe('the evidence', () => {
  test('re-opens as it was after a year of edits, and one changed letter is told', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'fund', 30_000);
    const frozen = () => bookOf(made).get('decision', decision) as Entry<'decision'> & { frozen: Frozen };
    const then = readEvidence(frozen().frozen);
    for (let i = 0; i < 12; i++) {
      made.at.ctx.tick(30 * 86_400_000);
      await made.at.set('component', made.component, {
        exitCost: { minor: i * 1_000, currency: 'GBP' },
        name: `Clinics ${i}`,
      });
      must(
        await act(made.at.open, made.at.ctx, writeSeries, {
          measure: made.measure,
          series: 'forecast',
          from: month('2025-10'),
          values: [i, i, 9],
        }),
      );
    }
    const rows = await made.at.open.store.readSince(0);
    const again = reopen(rows, frozen());
    expect(again.found).toBe('asFrozen');
    expect(again.book?.get('component', made.component)?.name).toBe('Clinics');
    expect(readEvidence(frozen().frozen)).toEqual(then);
    const { frozen: kept } = frozen();
    const bent = { ...kept, evidence: kept.evidence.replace('Clinics', 'Clinicz') };
    expect(readEvidence(bent)).toBeUndefined();
    expect(reopen(rows, { ...frozen(), frozen: bent }).found).toBe('changed');
    expect(recordHolds(bookOf(made), { ...frozen(), frozen: bent })).toBe(false);
    expect(recordHolds(bookOf(made), frozen())).toBe(true);
  });

  test('a taken decision with one word of its record changed no longer holds', async () => {
    const made = await withRights(await governed());
    const decision = await forwarded(made, 'fund', 30_000);
    must(
      await take(
        made,
        taking(made, decision, {
          body: bodyNamed(made, 'Portfolio manager'),
          person: holderIn(made, 'Portfolio manager'),
          exceptions: { aimless: 'a', ownerNotHeard: 'b' },
        }),
      ),
    );
    const record = bookOf(made).get('decision', decision) as Entry<'decision'>;
    expect(recordHolds(bookOf(made), record)).toBe(true);
    expect(recordHolds(bookOf(made), { ...record, title: `${record.title}.` })).toBe(false);
  });
});
