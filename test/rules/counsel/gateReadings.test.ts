// A gate counts as verified what the ledger counts, says what has no measure, and takes no refused funding for a funding.
import { describe, expect, test } from 'vitest';
import { judgeReading } from '#shared/acts/judge-reading.ts';
import { writeSeries } from '#shared/acts/write-series.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import { gateReplies } from '#shared/counsel/gate.ts';
import { gateSaid } from '#shared/counsel/said.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { createWords } from '#shared/words/words.ts';
import { act, must } from '#test/kit/book.ts';
import { AS_AT, bookOf, type Governed, governed, optionIn, raised, words } from '#test/kit/govern.ts';
import { month } from '#test/kit/ledger.ts';

const arabic = createWords({ language: 'ar', digits: 'arab', calendar: 'gregory' });

async function gated(purpose = 'funding') {
  const made = await governed();
  const gate = await made.at.add('gate', { title: 'Gate', component: made.component, purpose });
  return { made, gate };
}

function answer({ at }: Governed, gate: RecordId, question: string) {
  const book = bookOf({ at });
  const replies = gateReplies(counselOf(book, AS_AT), book.get('gate', gate) as Entry<'gate'>);
  const reply = replies.find((each) => each.question === question);
  if (!reply) throw new Error(`no question ${question}`);
  return reply;
}

const read = async ({ at, measure }: Governed, from: string, values: (number | null)[]) =>
  must(await act(at.open, at.ctx, writeSeries, { measure, series: 'actual', from: month(from), values }));

describe('readings at a gate', () => {
  test('what was verified is the value of its month: edited or cleared, it is not verified any more', async () => {
    const { made, gate } = await gated();
    const { at, measure, benefit } = made;
    await read(made, '2025-06', [1, 2, 3]);
    const by = await at.add('person', { name: 'Vera Verifier' });
    await at.set('measure', measure, { verifier: by, financeVerifier: by });
    for (const each of ['2025-06', '2025-07'])
      must(await act(at.open, at.ctx, judgeReading, { measure, month: month(each), verdict: 'verified', by }));
    const verified = () => {
      const { answer: said, evidence } = answer(made, gate, 'verified');
      const { readings, verifiedReadings } = counselOf(bookOf(made), AS_AT).value.measures.get(measure)?.ledger ?? {};
      expect(evidence).toEqual([{ code: 'gate.verifiedOf', args: { count: verifiedReadings, all: readings } }]);
      return [said, verifiedReadings, readings];
    };
    expect(verified()).toEqual(['partly', 2, 3]);
    await read(made, '2025-06', [10, 20]);
    expect(verified()).toEqual(['no', 0, 3]);
    await read(made, '2025-06', [null, null]);
    expect(verified()).toEqual(['no', 0, 1]);
    must(await act(at.open, at.ctx, judgeReading, { measure, month: month('2025-08'), verdict: 'verified', by }));
    expect(verified()).toEqual(['yes', 1, 1]);
    // the owner's own word is no verification
    await at.set('benefit', benefit, { owner: by });
    expect(verified()).toEqual(['no', 0, 1]);
  });

  test('a benefit without a measure is said to have none, not to be missing', async () => {
    const { made, gate } = await gated();
    await read(made, '2025-06', [1]);
    const bare = await made.at.add('benefit', { title: 'Calm', component: made.component });
    const said = () => answer(made, gate, 'verified').missing.map((each) => gateSaid(words, each));
    expect(said()).toContain('Calm has no measure.');
    await made.at.set('benefit', made.benefit, { component: null });
    expect(said()).toEqual(['Calm has no measure.']);
    await made.at.set('benefit', bare, { component: null });
    expect(said()).toEqual(['No benefit is stated. State one with its measure.']);
  });

  test('what a benefit lacks is one sentence, in both languages', async () => {
    const { made, gate } = await gated();
    const said = (speech = words) => answer(made, gate, 'defined').missing.map((each) => gateSaid(speech, each));
    expect(said(arabic)).toEqual(['لم يُؤكَّد أن ⁨Cheaper clinics⁩ موصوفة أو ملحوظة أو يمكن نسبتها أو يمكن قياسها.']);
    await made.at.set('benefit', made.benefit, { 'valid.described': true, 'valid.measurable': true });
    expect(said()).toEqual(['Cheaper clinics is not said to be observable or attributable.']);
    await made.at.set('benefit', made.benefit, { 'valid.observable': true });
    expect(said()).toEqual(['Cheaper clinics is not said to be attributable.']);
  });
});

describe('the funding decision at a gate', () => {
  const taken = (outcome: string, option: RecordId) => ({
    number: '2026-001',
    outcome,
    option,
    on: AS_AT,
    rationale: 'r',
    resolution: 's',
    seal: 'x',
    exceptions: [],
  });

  test.each([
    ['refused', 'asAsked', 'no'],
    ['agreed', 'doNothing', 'no'],
    ['agreed', 'stop', 'no'],
    ['agreed', 'asAsked', 'yes'],
  ])('%s, %s: tied %s', async (outcome, form, said) => {
    const { made, gate } = await gated();
    const decision = await raised(made, 'fund', 60_000);
    expect(answer(made, gate, 'tied').answer).toBe('yes');
    await made.at.set('decision', decision, { taken: taken(outcome, optionIn(made, decision, form)) });
    expect(answer(made, gate, 'tied').answer).toBe(said);
    expect(answer(made, gate, 'impact').answer).toBe(said === 'yes' ? 'yes' : 'partly');
  });
});
