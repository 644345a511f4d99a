// The lint of decision rights: the shipped template has no finding, and each rule has a book that fires exactly it.
import { describe, expect, test } from 'vitest';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { copyRight, setParties } from '#shared/acts/set-right.ts';
import { where } from '#shared/domain/lookup.ts';
import type { DecisionRight, DecisionType } from '#shared/domain/right.ts';
import {
  RIGHTS_RULES,
  type RightsFinding,
  rightsFindingText,
  rightsRemedyText,
  rightsRuleText,
} from '#shared/govern/rights-finding.ts';
import { lintRights } from '#shared/govern/rights-lint.ts';
import { newRecordId } from '#shared/kit/context.ts';
import { act, must } from '#test/kit/book.ts';
import { desk } from '#test/kit/ledger.ts';
import { AR, bound, EN, gbp, ON, rightWrites, type TemplateDesk, templateDesk, writeAll } from './rights-book.ts';

test('the shipped template with all seats filled has no finding', async () => {
  expect(lintRights((await templateDesk()).book, ON)).toEqual([]);
});

test('a book without any right has nothing to lint', async () => {
  expect(lintRights((await desk()).book, ON)).toEqual([]);
});

type Break = (at: TemplateDesk) => Promise<void>;
const parties = async (
  at: TemplateDesk,
  part: 'decide' | 'agree' | 'input',
  list: readonly object[],
  nth = 0,
  type = 'fund',
) => {
  const { id } = at.right(type as DecisionType, nth);
  must(await act(at.open, at.ctx, setParties, { right: id, part, parties: list }));
};
/** Whose time in the seat was over yesterday. */
const leave = async (at: TemplateDesk, board: string, title: string) => {
  for (const { id } of where(at.book, 'membership', 'seat', at.seat(board, title).id))
    await at.set('membership', id, { until: '2027-03-14' });
};
const range =
  (values: Partial<DecisionRight>, nth = 0): Break =>
  (at) =>
    at.set('decisionRight', at.right('fund', nth).id, values);
const asked = async (at: TemplateDesk, component: unknown, amount: number, values: object = {}) =>
  at.add('decision', {
    title: `Ask ${amount}`,
    type: 'fund',
    component,
    amount: gbp(amount),
    raisedOn: '2027-01-10',
    ...values,
  });

/** What is broken in the template, the rule it breaks, and the sentence that says so. */
const BREAKS: readonly [name: string, rule: RightsFinding['rule'], sentence: RegExp, breaks: Break][] = [
  [
    'nobody decides',
    'noDecider',
    /^Nobody decides “Fund, below £50,000, ordinary work”\.$/,
    (at) => parties(at, 'decide', []),
  ],
  [
    'two decide',
    'twoDeciders',
    /^More than one decides/,
    (at) => parties(at, 'decide', [{ body: at.body('Portfolio manager') }, { role: 'sponsor' }]),
  ],
  [
    'the decider recommends',
    'deciderRecommends',
    /^“Fund, .*”: the delivery lead both recommends and decides\.$/,
    (at) => parties(at, 'decide', [{ role: 'deliveryLead' }]),
  ],
  [
    'three vetoes',
    'tooManyVetoes',
    /^3 must agree to .* more than 2 vetoes/,
    (at) =>
      parties(
        at,
        'agree',
        ['Finance', 'Operations', 'Strategy'].map((title) => ({ body: at.body(title) })),
      ),
  ],
  [
    'both thresholds exclusive',
    'thresholdGap',
    /^Fund: nobody decides exactly £50,000 \(ordinary work\)\.$/,
    range({ from: bound(50_000, false) }, 1),
  ],
  [
    'an open end',
    'thresholdGap',
    /^Fund: nobody decides £300,000\.01 and above/,
    range({ to: bound(300_000, true) }, 2),
  ],
  [
    'both thresholds inclusive',
    'thresholdOverlap',
    /^Fund: exactly £50,000 belongs to “Fund, up to £50,000, ordinary work” and “Fund, from £50,000 up to £250,000/,
    range({ to: bound(50_000, true) }),
  ],
  [
    'thresholds in two currencies',
    'thresholdGap',
    /^Fund: its thresholds are in GBP \/ SAR/,
    range(
      {
        from: { money: { minor: 5_000_000, currency: 'SAR' }, inclusive: true },
        to: { money: { minor: 25_000_000, currency: 'SAR' }, inclusive: true },
      },
      1,
    ),
  ],
  [
    'a type without a row',
    'typeWithoutRow',
    /^Stop: no right holds for all work\.$/,
    async (at) =>
      void must(await act(at.open, at.ctx, deleteRecord, { kind: 'decisionRight', record: at.right('stop').id })),
  ],
  [
    'a lane without a row',
    'typeWithoutRow',
    /^Fund: no right holds for regulatory work\.$/,
    async (at) =>
      void must(await act(at.open, at.ctx, deleteRecord, { kind: 'decisionRight', record: at.right('fund', 3).id })),
  ],
  [
    'a request in three parts',
    'splitRequest',
    /^Fund, “Clinics”: “Ask 40000”, “Ask 30000” are each below the threshold; together they are exactly £70,000/,
    async (at) => {
      const whole = await at.add('component', { name: 'Clinics' });
      const part = await at.add('component', { name: 'Wing', parent: whole });
      await asked(at, whole, 40_000);
      await asked(at, part, 30_000);
    },
  ],
  [
    'benefit owners not heard',
    'benefitOwnerAbsent',
    /^Benefit owners are not heard in “Fund/,
    (at) => parties(at, 'input', []),
  ],
  [
    'benefit owners without a seat',
    'benefitOwnerAbsent',
    /^Steering committee decides, and no seat there speaks for benefit owners\.$/,
    (at) => at.set('seat', at.seat('Steering committee', 'Benefit owners').id, { speaksFor: 'customer' }),
  ],
  [
    'a delegation that ran out',
    'delegationExpired',
    /is delegated to Strategy; the delegation ran out on 14 Mar 2027/,
    (at) =>
      at.set('decisionRight', at.right('fund').id, { delegate: at.body('Strategy'), delegateUntil: '2027-03-14' }),
  ],
  [
    'a delegate of a seat whose time is over',
    'delegationExpired',
    /^Finance, seat “Head of finance”: P office is named as delegate; that ran out on 14 Mar 2027/,
    async (at) => {
      const seat = at.seat('Finance', 'Head of finance').id;
      const own = [...at.book.all('membership')].find((each) => each.seat === seat);
      if (own) await at.set('membership', own.id, { delegate: at.people.office, delegateUntil: '2027-03-14' });
    },
  ],
  [
    'delegated to who recommends it',
    'deciderRecommends',
    /^“Stop, .*”: Value management office both recommends and decides\.$/,
    (at) => at.set('decisionRight', at.right('stop').id, { delegate: at.body('Value management office') }),
  ],
  [
    'one hand decides and agrees',
    'deciderRecommends',
    /^“Stop, .*”: Steering committee both decides and must agree/,
    (at) => parties(at, 'agree', [{ body: at.body('Steering committee') }], 0, 'stop'),
  ],
  [
    'a right for a component that is gone',
    'scopeGone',
    /^“Stop, .*” holds for a component that is not in the book any more/,
    async (at) => {
      const component = await at.add('component', { name: 'Clinics' });
      const record = newRecordId(at.ctx);
      must(await act(at.open, at.ctx, copyRight, { right: at.right('stop').id, record, values: { component } }));
      must(await act(at.open, at.ctx, deleteRecord, { kind: 'component', record: component }));
    },
  ],
  [
    'the seat for benefit owners only observes',
    'benefitOwnerAbsent',
    /^Steering committee decides, and the seat for benefit owners there, “Benefit owners”, has no vote\.$/,
    (at) => at.set('seat', at.seat('Steering committee', 'Benefit owners').id, { role: 'observer' }),
  ],
  [
    'the seat for benefit owners is empty',
    'benefitOwnerAbsent',
    /^Steering committee decides, and nobody sits in “Benefit owners” for benefit owners\.$/,
    (at) => leave(at, 'Steering committee', 'Benefit owners'),
  ],
  [
    'delegated to a committee without benefit owners',
    'benefitOwnerAbsent',
    /^Works decides, and no seat there speaks for benefit owners\.$/,
    async (at) => {
      const board = await at.add('board', { title: 'Works', form: 'committee' });
      const seat = await at.add('seat', { board, title: 'Chair', role: 'chair' });
      await at.add('membership', { seat, person: at.people.office });
      await at.set('decisionRight', at.right('stop').id, { delegate: board });
    },
  ],
  [
    'delegated to a body with nobody in it',
    'vacancy',
    /^Deputy decides or must agree, and has no seat that votes\.$/,
    async (at) => {
      const board = await at.add('board', { title: 'Deputy', form: 'post' });
      await at.set('decisionRight', at.right('stop').id, { delegate: board });
    },
  ],
  [
    'a post nobody holds',
    'vacancy',
    /^Portfolio manager: nobody sits in “Portfolio manager”\.$/,
    (at) => leave(at, 'Portfolio manager', 'Portfolio manager'),
  ],
  [
    'a body without a seat',
    'vacancy',
    /^Operations decides or must agree, and has no seat that votes\.$/,
    (at) => at.drop('seat', at.seat('Operations', 'Head of operations').id),
  ],
];

describe('each rule has a book that fires exactly it', () => {
  test.each(BREAKS)('%s: %s', async (_name, rule, sentence, breaks) => {
    const at = await templateDesk();
    await breaks(at);
    const findings = lintRights(at.book, ON);
    expect(findings.map((each) => each.rule)).toEqual([rule]);
    const [finding] = findings as [RightsFinding];
    const said = rightsFindingText(at.book, EN, finding).replace(/[\u2066-\u2069]/g, '');
    expect(said).toMatch(sentence);
    for (const words of [EN, AR])
      for (const text of [
        rightsFindingText(at.book, words, finding),
        rightsRemedyText(at.book, words, finding),
        rightsRuleText(words, rule),
      ])
        expect(text).not.toMatch(/\{\{|rights(Finding|Remedy|Rule)\./);
  });

  test('and no rule is left out', () =>
    expect([...new Set(BREAKS.map(([, rule]) => rule))].sort()).toEqual([...RIGHTS_RULES].sort()));
});

describe('what is no fault', () => {
  test('below 50 000 and from 50 000 leave no gap, nor do the last unit below and the next', async () => {
    const at = await templateDesk();
    await range({ to: bound(49_999.99, true) })(at);
    expect(lintRights(at.book, ON)).toEqual([]);
  });

  test('a narrower right with a range of its own, where the wider catch the rest', async () => {
    const at = await templateDesk();
    const part = await at.add('component', { name: 'Part' });
    const sides = [
      { part: 'decide', role: 'sponsor' },
      { part: 'input', role: 'benefitOwner' },
    ] as const;
    const narrow = { type: 'fund', component: part, from: bound(10, true), to: bound(20, true) } as const;
    await writeAll(at, rightWrites(at, narrow, sides)[1]);
    expect(lintRights(at.book, ON)).toEqual([]);
  });

  test('requests a year apart, withdrawn ones, one that went before those the sum belongs to', async () => {
    const at = await templateDesk();
    const whole = await at.add('component', { name: 'Clinics' });
    await asked(at, whole, 40_000);
    await asked(at, whole, 30_000, { raisedOn: '2028-02-02' });
    await asked(at, whole, 30_000, { withdrawn: { on: '2027-02-01', reason: 'No' } });
    const taken = {
      number: '2027-001',
      outcome: 'agreed',
      on: '2027-02-01',
      role: 'sponsor',
      rationale: 'Both together',
      resolution: 'Agreed',
      exceptions: [],
      seal: '',
    };
    const last = await asked(at, whole, 45_000, { taken });
    expect(lintRights(at.book, ON)).toEqual([]);
    await at.set('decision', last, { taken: { ...taken, role: undefined, body: at.body('Portfolio manager') } });
    expect(lintRights(at.book, ON).map(({ rule }) => rule)).toEqual(['splitRequest']);
  });

  test('one gap in every lane is told once', async () => {
    const at = await desk();
    await at.add('board', { title: 'Head', form: 'post' });
    const sides = [
      { part: 'decide', role: 'sponsor' },
      { part: 'input', role: 'benefitOwner' },
    ] as const;
    await writeAll(at, rightWrites(at, { type: 'fund', to: bound(100, true) }, sides)[1]);
    const findings = lintRights(at.book, ON);
    expect(findings.filter(({ type }) => type === 'fund').map(({ rule, lane }) => [rule, lane])).toEqual([
      ['thresholdGap', undefined],
    ]);
    expect(findings.filter(({ rule }) => rule === 'typeWithoutRow')).toHaveLength(13);
  });
});
