// The placement adviser: what the answers speak for, that it never decides, and the checks that follow.
import { describe, expect, test } from 'vitest';
import { type Charter, PLACEMENT_QUESTIONS, PLACEMENTS } from '#shared/domain/charter.ts';
import { advise } from '#shared/govern/placement.ts';
import { desk } from '#test/kit/ledger.ts';
import { AR, EN, ON, templateDesk } from './rights-book.ts';

const said = async (charter: Charter) => advise(charter, (await desk()).book, ON);
/** Every question answered no but these. */
const only = (answers: Charter): Charter => ({
  ...Object.fromEntries(PLACEMENT_QUESTIONS.map((question) => [question, 'no'])),
  ...answers,
});

describe('advice', () => {
  test('with few answers nothing is suggested, and what is unanswered is named', async () => {
    const advice = await said({ moneyMoves: 'yes' });
    expect(advice).toMatchObject({ answered: 1, suggested: undefined, reason: 'placementReason.tooFewAnswers' });
    expect(advice.unanswered).not.toContain('moneyMoves');
    expect(advice.places).toHaveLength(PLACEMENTS.length);
  });

  test.each([
    ['enterprise', { moneyMoves: 'yes', politics: 'yes', sponsorAtTop: 'yes' }],
    ['strategy', { strategyGap: 'yes', sponsorAtTop: 'partly' }],
    ['finance', { costPressure: 'yes', financeData: 'yes' }],
    ['operations', { adoptionWeak: 'yes', operationsTable: 'yes', sponsorAtTop: 'no' }],
    [
      'compromise',
      {
        strategyGap: 'yes',
        costPressure: 'yes',
        adoptionWeak: 'yes',
        operationsTable: 'yes',
        runningPressure: 'yes',
        sponsorAtTop: 'partly',
      },
    ],
  ] as const)('suggests %s where the answers speak for it, with its strongest argument', async (placement, answers) => {
    const advice = await said(only(answers));
    expect(advice.suggested).toBe(placement);
    expect(advice.reason).toMatch(new RegExp(`^placementArgument\\.${placement}\\.`));
    expect(advice.places[0]?.placement).toBe(placement);
  });

  test('is not the choice: what the charter says stands beside it', async () => {
    const advice = await said(only({ costPressure: 'yes', financeData: 'yes', placement: 'strategy' }));
    expect(advice).toMatchObject({ suggested: 'finance', chosen: 'strategy' });
  });

  test('each place has something for and against it, worded in both languages', async () => {
    const charters = (['yes', 'no', 'partly'] as const).map((answer) =>
      Object.fromEntries(PLACEMENT_QUESTIONS.map((question) => [question, answer])),
    );
    for (const charter of charters) {
      const advice = await said(charter);
      for (const place of advice.places) {
        expect(Math.min(place.for.length, place.against.length)).toBeGreaterThan(0);
        for (const { key } of [...place.for, ...place.against])
          expect([key, EN.has(key), AR.sayAny(key) !== EN.sayAny(key)]).toEqual([key, true, true]);
      }
      expect(EN.has(advice.reason)).toBe(true);
      for (const { check, state } of advice.checks)
        for (const key of [`placementCheck.${check}`, `placementState.${state}`]) expect(EN.has(key)).toBe(true);
    }
    for (const question of PLACEMENT_QUESTIONS) expect(EN.has(`placementQuestion.${question}`)).toBe(true);
  });
});

describe('the checks that follow', () => {
  const states = (advice: ReturnType<typeof advise>) =>
    Object.fromEntries(advice.checks.map(({ check, state }) => [check, state]));

  test('hold for the template with every seat filled', async () => {
    const at = await templateDesk();
    expect(new Set(Object.values(states(advise(undefined, at.book, ON))))).toEqual(new Set(['yes']));
  });

  test('tell an empty seat from a missing one, and lines that are not drawn', async () => {
    const at = await templateDesk({ people: {} });
    await at.drop('seat', at.seat('Steering committee', 'Operations').id);
    for (const line of [...at.book.all('reportingLine')])
      if (line.from === at.body('Value management office') && line.dotted) await at.drop('reportingLine', line.id);
    expect(states(advise(undefined, at.book, ON))).toEqual({
      financeAtTable: 'vacant',
      operationsAtTable: 'no',
      benefitOwnersPresent: 'vacant',
      solidLine: 'yes',
      dottedStrategy: 'no',
      dottedFinance: 'no',
    });
  });

  test('hold nowhere in a book without bodies', async () => {
    expect(new Set(Object.values(states(await said({}))))).toEqual(new Set(['no']));
  });
});
