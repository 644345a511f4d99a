// The template of rights that ships: bodies, seats, reporting lines and who does what in which decision (DOMAIN, "Deciding").
import type { BodyForm, SeatRole, Voice } from '#shared/domain/body.ts';
import type { DecisionType, Lane, Part, Role } from '#shared/domain/right.ts';
import type { Words } from '#shared/words/words.ts';

export const TEMPLATE_BODIES = [
  'steering',
  'executive',
  'portfolioManager',
  'finance',
  'operations',
  'strategy',
  'office',
] as const;
export type TemplateBody = (typeof TEMPLATE_BODIES)[number];

/** Seats by where they stand: posts and the office have one of their own name. */
export const TEMPLATE_SEATS = [
  'executive',
  'portfolioManager',
  'finance',
  'operations',
  'strategy',
  'office',
  'steeringChair',
  'steeringFinance',
  'steeringOperations',
  'steeringStrategy',
  'steeringBenefitOwner',
  'steeringSecretary',
] as const;
export type TemplateSeat = (typeof TEMPLATE_SEATS)[number];

export interface SeatPlan {
  readonly seat: TemplateSeat;
  readonly role: SeatRole;
  readonly speaksFor?: Voice;
}

export const BODY_PLANS: Readonly<
  Record<TemplateBody, { readonly form: BodyForm; readonly seats: readonly SeatPlan[] }>
> = {
  steering: {
    form: 'committee',
    seats: [
      { seat: 'steeringChair', role: 'chair' },
      { seat: 'steeringFinance', role: 'member', speaksFor: 'finance' },
      { seat: 'steeringOperations', role: 'member', speaksFor: 'operations' },
      { seat: 'steeringStrategy', role: 'member', speaksFor: 'strategy' },
      { seat: 'steeringBenefitOwner', role: 'member', speaksFor: 'benefitOwner' },
      { seat: 'steeringSecretary', role: 'secretary', speaksFor: 'office' },
    ],
  },
  executive: { form: 'post', seats: [{ seat: 'executive', role: 'chair' }] },
  portfolioManager: { form: 'post', seats: [{ seat: 'portfolioManager', role: 'chair' }] },
  finance: { form: 'post', seats: [{ seat: 'finance', role: 'chair', speaksFor: 'finance' }] },
  operations: { form: 'post', seats: [{ seat: 'operations', role: 'chair', speaksFor: 'operations' }] },
  strategy: { form: 'post', seats: [{ seat: 'strategy', role: 'chair', speaksFor: 'strategy' }] },
  office: { form: 'office', seats: [{ seat: 'office', role: 'chair', speaksFor: 'office' }] },
};

/** The robust compromise of DOMAIN: the head answers to the executive, with dotted lines to strategy and finance. */
export const LINE_PLANS: readonly { readonly from: TemplateBody; readonly to: TemplateBody; readonly dotted?: true }[] =
  [
    { from: 'steering', to: 'executive' },
    { from: 'portfolioManager', to: 'executive' },
    { from: 'finance', to: 'executive' },
    { from: 'operations', to: 'executive' },
    { from: 'strategy', to: 'executive' },
    { from: 'office', to: 'executive' },
    { from: 'office', to: 'strategy', dotted: true },
    { from: 'office', to: 'finance', dotted: true },
  ];

/** Amounts in minor units: up to the first, up to the second, and above. */
export type Step = 'small' | 'middle' | 'large';

export interface RightPlan {
  readonly types: readonly DecisionType[];
  readonly step?: Step;
  readonly lane?: Lane;
  readonly responseDays?: number;
  readonly escalatesTo?: TemplateBody;
  readonly parties: readonly { readonly part: Part; readonly body?: TemplateBody; readonly role?: Role }[];
}

const ALWAYS = [
  { part: 'input', role: 'benefitOwner' },
  { part: 'perform', role: 'deliveryLead' },
] as const;
const committee = [
  { part: 'recommend', body: 'office' },
  { part: 'decide', body: 'steering' },
  ...ALWAYS,
] as const satisfies RightPlan['parties'];
const committeeWithFinance = [...committee, { part: 'agree', body: 'finance' }] as const;
const FUNDS: readonly DecisionType[] = ['approve', 'fund'];

export const RIGHT_PLANS: readonly RightPlan[] = [
  {
    types: FUNDS,
    step: 'small',
    lane: 'ordinary',
    responseDays: 5,
    escalatesTo: 'steering',
    parties: [{ part: 'recommend', role: 'deliveryLead' }, { part: 'decide', body: 'portfolioManager' }, ...ALWAYS],
  },
  {
    types: FUNDS,
    step: 'middle',
    lane: 'ordinary',
    responseDays: 10,
    escalatesTo: 'steering',
    parties: [
      { part: 'recommend', role: 'deliveryLead' },
      { part: 'agree', body: 'finance' },
      { part: 'decide', role: 'sponsor' },
      ...ALWAYS,
    ],
  },
  { types: FUNDS, step: 'large', lane: 'ordinary', escalatesTo: 'executive', parties: committeeWithFinance },
  { types: FUNDS, lane: 'regulatory', escalatesTo: 'executive', parties: committeeWithFinance },
  {
    types: [
      'stop',
      'pivot',
      'scale',
      'pause',
      'continue',
      'reallocate',
      'rebaseline',
      'waiveGate',
      'acceptDisbenefit',
      'closeBenefit',
    ],
    escalatesTo: 'executive',
    parties: committee,
  },
  {
    types: ['acceptTransition', 'changeOwner'],
    responseDays: 10,
    parties: [{ part: 'agree', body: 'operations' }, { part: 'decide', body: 'executive' }, ...ALWAYS],
  },
];

export interface TemplateTitles {
  readonly bodies: Readonly<Record<TemplateBody, string>>;
  readonly remits: Readonly<Record<TemplateBody, string>>;
  readonly seats: Readonly<Record<TemplateSeat, string>>;
}

/** What bodies and seats are called in a language, to change afterwards. */
export function templateTitles(words: Words): TemplateTitles {
  const named = <Name extends string>(names: readonly Name[], of: string) =>
    Object.fromEntries(names.map((name) => [name, words.sayAny(`${of}.${name}`)])) as Record<Name, string>;
  return {
    bodies: named(TEMPLATE_BODIES, 'rightsTemplate.body'),
    remits: named(TEMPLATE_BODIES, 'rightsTemplate.remit'),
    seats: named(TEMPLATE_SEATS, 'rightsTemplate.seat'),
  };
}
