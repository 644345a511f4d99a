// What the sample's governance is made of: names, dates, sentences, all of them made up.
import type { Charter } from '#shared/domain/charter.ts';
import type { WorkState } from '#shared/domain/component.ts';
import type { Outcome } from '#shared/domain/decision.ts';
import type { GatePurpose, RiskMilestone } from '#shared/domain/gate.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import type { Response } from '#shared/domain/risk.ts';
import type { Day } from '#shared/kit/period.ts';

const day = (text: string): Day => text as Day;

/** In the order of the template's seats; the last seats share people with the first. */
export const SAMPLE_SITTERS = [
  'Priya Nair',
  'Tomasz Kowal',
  'Grace Adeyemi',
  'Rashid Malik',
  'Ingrid Solberg',
  'Helen Fairbairn',
  'Owen Pritchard',
  'Yusuf Demir',
  'Clara Weiss',
  'Marcus Bell',
] as const;

export const SAMPLE_CHARTER: Charter = {
  placement: 'compromise',
  reason: 'Money must be able to move, and benefits are won or lost in operations.',
  mandate: 'The office says what benefit is expected, who owns it and whether it still comes; it recommends, and never decides.',
  on: day('2023-01-12'),
  moneyMoves: 'yes',
  strategyGap: 'partly',
  costPressure: 'partly',
  adoptionWeak: 'yes',
  politics: 'partly',
  sponsorAtTop: 'yes',
};

/** A component's name in the publication begins with the first. */
export const SAMPLE_WORK: readonly (readonly [component: string, work: WorkState])[] = [
  ['Police Uplift Programme', 'transition'],
  ['Energy Bills Support Scheme', 'transition'],
  ['Universal Credit Programme', 'sustaining'],
  ['Lower Thames Crossing', 'approved'],
  ['Northern Powerhouse Rail', 'candidate'],
];

interface SampleGate {
  readonly component: string;
  readonly title: string;
  readonly purpose: GatePurpose;
  readonly milestone: RiskMilestone;
  readonly due: Day;
}

export const SAMPLE_GATES: readonly SampleGate[] = [
  { component: 'Social Housing Decarbonisation', title: 'Funding of wave 3', purpose: 'funding', milestone: 'continuedViability', due: day('2023-04-20') },
  { component: 'Project Gigabit', title: 'Sufficient coverage', purpose: 'stage', milestone: 'sufficientFunctionality', due: day('2023-05-18') },
  { component: 'Police Uplift Programme', title: 'Handed to forces', purpose: 'transition', milestone: 'productionReady', due: day('2023-06-15') },
];

interface SampleRisk {
  readonly component: string;
  readonly title: string;
  readonly cause: string;
  readonly event: string;
  readonly effect: string;
  readonly probability: number;
  readonly response: Response;
  readonly plan: string;
  readonly raisedOn: Day;
  readonly owner?: string;
  /** For the component's benefits in their order: share of the value to come that is lost, months the rest is late. */
  readonly threatens: readonly { readonly share?: number; readonly months?: number }[];
}

export const SAMPLE_RISKS: readonly SampleRisk[] = [
  {
    component: 'Social Housing Decarbonisation',
    title: 'Too few installers',
    cause: 'Installers leave for better paid work',
    event: 'Half of the homes of a wave wait a season',
    effect: 'Carbon is saved a year later and on fewer homes',
    probability: 35,
    response: 'reduce',
    plan: 'Train with the colleges; buy by lot for three years',
    raisedOn: day('2023-02-03'),
    owner: 'Ingrid Solberg',
    threatens: [{ share: 20, months: 9 }, { share: 15, months: 6 }],
  },
  {
    component: 'Levelling Up Fund',
    title: 'Prices rise faster than grants',
    cause: 'Grants are fixed in cash',
    event: 'Councils cut what they build',
    effect: 'Fewer places see the benefit',
    probability: 60,
    response: 'accept',
    plan: 'Ask the committee to narrow the scope before the next round',
    raisedOn: day('2023-01-27'),
    threatens: [{ share: 25 }, { share: 10, months: 4 }],
  },
  {
    component: 'Mechanised Infantry Programme',
    title: 'Vehicles come before crews are trained',
    cause: 'Two plans, two owners',
    event: 'Vehicles wait for crews',
    effect: 'Readiness comes half a year late',
    probability: 25,
    response: 'avoid',
    plan: 'One plan under the operational owner',
    raisedOn: day('2023-03-10'),
    owner: 'Rashid Malik',
    threatens: [{ months: 6, share: 5 }],
  },
];

export interface SampleDecision {
  readonly component: string;
  readonly title: string;
  readonly type: DecisionType;
  readonly amountMillions?: number;
  readonly raisedOn: Day;
  readonly neededBy: Day;
  readonly question: string;
  readonly because: string;
  readonly deferring: string;
  readonly resolution: string;
  /** What the asked option changes, in millions, where the book cannot compute it. */
  readonly stated?: { readonly value: number; readonly cost: number; readonly months: number };
  readonly forwarded?: Day;
  /** The day finance agreed. */
  readonly agreedOn?: Day;
  readonly taken?: {
    readonly on: Day;
    readonly outcome: Outcome;
    readonly rationale: string;
    readonly dissent?: string;
    readonly conditions?: string;
    readonly reviewOn: Day;
    readonly exceptions: Readonly<Record<string, string>>;
    readonly actions: readonly { readonly title: string; readonly who: string; readonly due: Day; readonly done?: Day }[];
  };
}

export const SAMPLE_DECISIONS: readonly SampleDecision[] = [
  {
    component: 'Project Gigabit',
    title: 'Fund the next lots of Project Gigabit',
    type: 'fund',
    amountMillions: 400,
    raisedOn: day('2023-01-20'),
    neededBy: day('2023-02-10'),
    question: 'Should the next lots be funded with £400 m?',
    because: 'Coverage is the enabler every service benefit of the programme hangs on.',
    deferring: 'Two lots would be tendered again; about five months.',
    resolution: 'The committee funds the next lots with £400 m, on condition that coverage is verified lot by lot.',
    forwarded: day('2023-02-02'),
    agreedOn: day('2023-02-14'),
    taken: {
      on: day('2023-02-16'),
      outcome: 'agreedWithConditions',
      rationale: 'Value to go stands on coverage; stopping now would strand what is built.',
      dissent: 'Finance would have waited for the autumn forecast.',
      conditions: 'Coverage is verified lot by lot before the next payment.',
      reviewOn: day('2023-09-30'),
      exceptions: {},
      actions: [
        { title: 'Publish coverage by lot each quarter', who: 'Ingrid Solberg', due: day('2023-03-15'), done: day('2023-03-14') },
        { title: 'Name a verifier for take-up', who: 'Owen Pritchard', due: day('2023-03-17') },
      ],
    },
  },
  {
    component: 'Glen Parva',
    title: 'Re-baseline Glen Parva to its new opening',
    type: 'rebaseline',
    raisedOn: day('2023-02-01'),
    neededBy: day('2023-02-28'),
    question: 'Should the plan follow the new opening date?',
    because: 'The old plan can no longer be met and tells nothing.',
    deferring: 'Every report until then measures against a date nobody holds.',
    stated: { value: -60, cost: 0, months: 8 },
    resolution: 'The plan of Glen Parva follows the new opening; the first plan stays beside it.',
    forwarded: day('2023-02-09'),
    taken: {
      on: day('2023-02-16'),
      outcome: 'agreed',
      rationale: 'The opening moved for reasons outside the programme.',
      reviewOn: day('2024-02-15'),
      exceptions: {},
      actions: [{ title: 'Restate the benefit profile by month', who: 'Helen Fairbairn', due: day('2023-04-28') }],
    },
  },
  {
    component: 'Social Housing Decarbonisation',
    title: 'Fund wave 3 of Social Housing Decarbonisation',
    type: 'fund',
    amountMillions: 800,
    raisedOn: day('2023-03-01'),
    neededBy: day('2023-04-20'),
    question: 'Should wave 3 be funded with £800 m?',
    because: 'It is the largest measured saving of carbon in the portfolio, and the installers are there this year.',
    deferring: 'Each quarter of waiting loses the season: about nine months of savings.',
    resolution: 'The committee funds wave 3 with £800 m over its whole life.',
    forwarded: day('2023-03-24'),
  },
  {
    component: 'Levelling Up Fund',
    title: 'Pivot the Levelling Up Fund to fewer places',
    type: 'pivot',
    raisedOn: day('2023-03-06'),
    neededBy: day('2023-04-20'),
    question: 'Should the fund narrow to the places where its benefit can be measured?',
    because: 'On what is likely, going on as planned is worth less than stopping; narrowed, it keeps most of its value.',
    deferring: 'Grants of the next round would be signed in May.',
    resolution: 'The fund narrows to places that name a measure and an owner by June.',
    stated: { value: -420, cost: -1_150, months: 3 },
    forwarded: day('2023-03-27'),
  },
  {
    component: 'Emergency Services Mobile',
    title: 'Stop or go on: Emergency Services Mobile',
    type: 'stop',
    raisedOn: day('2023-03-15'),
    neededBy: day('2023-05-18'),
    question: 'Should the programme stop and its users stay on the present network?',
    because: 'Looking forward only, what it still costs is more than what it still brings.',
    deferring: 'The next contract milestone commits more of the cost to go.',
    resolution: 'The programme stops; the present network is extended, and the change for crews is re-planned.',
    forwarded: day('2023-03-29'),
  },
  {
    component: 'Police Uplift Programme',
    title: 'Accept the transition of Police Uplift',
    type: 'acceptTransition',
    raisedOn: day('2023-03-20'),
    neededBy: day('2023-06-15'),
    question: 'Do forces take the new officers into their own running?',
    because: 'Recruitment is done; what remains is keeping them.',
    deferring: 'None before the summer.',
    resolution: 'Forces accept the transition and report retention each quarter.',
  },
];

/** The place of who sent an apology among the seats; `closed` where its minutes are frozen. */
export const SAMPLE_MEETINGS: readonly {
  readonly title: string;
  readonly on: Day;
  readonly at: string;
  readonly presentBut?: readonly number[];
  readonly closed?: Day;
}[] = [
  { title: 'Steering committee, February 2023', on: day('2023-02-16'), at: '09:30', presentBut: [3], closed: day('2023-02-16') },
  { title: 'Steering committee, April 2023', on: day('2023-04-20'), at: '09:30' },
];
