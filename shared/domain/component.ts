// Component: anything that is funded and governed, from portfolio to operation.
import type { Known } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import { type Day, isDay } from '#shared/kit/period.ts';
import { type Confidence, isConfidence } from './confidence.ts';
import { choice, day, type Fields, link, maybe, money, moneyUp, percent, shape, text, title } from './field.ts';

export const LEVELS = ['portfolio', 'programme', 'initiative', 'project', 'operation'] as const;
export type Level = (typeof LEVELS)[number];

/** Where a component was last published: the series it belongs to and the date that publication speaks of. */
export interface Published {
  readonly series: string;
  readonly asAt: Day;
}

/** Where a component stands on the board of work. */
export const WORK_STATES = [
  'idea',
  'candidate',
  'approved',
  'delivering',
  'transition',
  'sustaining',
  'sustained',
  'stopped',
] as const;
export type WorkState = (typeof WORK_STATES)[number];

export type OptimismMix = Readonly<Record<string, number>>;

export interface Component {
  readonly name: string;
  readonly level?: Level;
  readonly parent?: RecordId;
  /** The department or body that owns it. */
  readonly organisation?: string;
  readonly category?: string;
  readonly description?: string;
  readonly sponsor?: RecordId;
  readonly deliveryLead?: RecordId;
  readonly stage?: string;
  readonly work?: WorkState;
  /** The day it came there. */
  readonly workSince?: Day;
  /** The law that demands it: it is regulatory work, in its own lane. */
  readonly law?: string;
  readonly start?: Known<Day>;
  readonly end?: Known<Day>;
  readonly wholeLifeCost?: Known<Money>;
  readonly costToDate?: Known<Money>;
  /** Planned and forecast cost by fiscal year, the year named by its end. */
  readonly [plan: `costPlan/${number}`]: Known<Money>;
  readonly [forecast: `costForecast/${number}`]: Known<Money>;
  /** Running cost by fiscal year; what `costPlan` and `costForecast` hold is capital where this is given too. */
  readonly [running: `runningCost/${number}`]: Known<Money>;
  /** The mix of work its capital cost is, each share in per cent, for the upper optimism bias. */
  readonly optimism?: OptimismMix;
  /** What was spent or owed already and what leaving would cost, for looking forward only. */
  readonly committedCost?: Money;
  readonly exitCost?: Money;
  /** Delivery confidence of the authority that reviews it. */
  readonly confidence?: Known<Confidence>;
  /** Delivery confidence of its own sponsor; stands in where the authority gave none. */
  readonly sponsorConfidence?: Known<Confidence>;
  /** The identity it has in the source it was imported from. */
  readonly sourceId?: string;
  readonly published?: Published;
}

export const componentFields: Fields = {
  name: title,
  level: choice(LEVELS),
  parent: link,
  organisation: text,
  category: text,
  description: text,
  sponsor: link,
  deliveryLead: link,
  stage: text,
  work: choice(WORK_STATES),
  workSince: day,
  law: text,
  start: maybe(day),
  end: maybe(day),
  wholeLifeCost: maybe(money),
  costToDate: maybe(money),
  'costPlan/': maybe(money),
  'costForecast/': maybe(money),
  'runningCost/': maybe(money),
  optimism: shape((x) =>
    Object.entries(x).every(([kind, share]) => /^[a-zA-Z]+$/.test(kind) && percent(share) === undefined),
  ),
  committedCost: moneyUp,
  exitCost: moneyUp,
  confidence: maybe(isConfidence),
  sponsorConfidence: maybe(isConfidence),
  sourceId: text,
  published: shape((x) => typeof x.series === 'string' && isDay(x.asAt)),
};
