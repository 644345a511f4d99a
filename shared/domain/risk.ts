// Risk: cause, event, effect; and Threat: what it would take from one benefit, in value and in months.
import type { RecordId } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import { type Day, isDay } from '#shared/kit/period.ts';
import { choice, day, type Fields, link, money, number, percent, shape, text, title } from './field.ts';

export const RESPONSES = ['avoid', 'reduce', 'transfer', 'share', 'accept'] as const;
export type Response = (typeof RESPONSES)[number];

export interface Risk {
  readonly title: string;
  readonly cause?: string;
  readonly event?: string;
  readonly effect?: string;
  readonly component?: RecordId;
  /** Per cent, 0 to 100. */
  readonly probability?: number;
  /** Cost it would bring besides lost value. */
  readonly cost?: Money;
  readonly owner?: RecordId;
  readonly response?: Response;
  readonly plan?: string;
  readonly raisedOn?: Day;
  readonly review?: Day;
  readonly closed?: { readonly on: Day; readonly reason: string };
}

export const riskFields: Fields = {
  title,
  cause: text,
  event: text,
  effect: text,
  component: link,
  probability: percent,
  cost: money,
  owner: link,
  response: choice(RESPONSES),
  plan: text,
  raisedOn: day,
  review: day,
  closed: shape((x) => isDay(x.on) && typeof x.reason === 'string'),
};

export interface Threat {
  readonly risk: RecordId;
  readonly benefit: RecordId;
  /** Of the value still to come, in per cent, that is lost if it happens. */
  readonly share?: number;
  /** Months the rest comes later. */
  readonly months?: number;
}

export const threatFields: Fields = { risk: link, benefit: link, share: percent, months: number };
