// Benefit and Measure in their light profile: what is expected, of what worth, owned by whom, measured how.
import type { Known } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import { choice, type Fields, flag, link, maybe, money, number, text, title } from './field.ts';

export const BENEFIT_CATEGORIES = ['cashable', 'nonCashable', 'quantitative', 'qualitative'] as const;
export type BenefitCategory = (typeof BENEFIT_CATEGORIES)[number];

export interface Benefit {
  readonly title: string;
  readonly description?: string;
  /** The component that claims it. */
  readonly component?: RecordId;
  readonly category?: BenefitCategory;
  readonly disbenefit?: boolean;
  readonly beneficiary?: string;
  readonly owner?: RecordId;
  /** Monetised benefit over its whole life, as stated; gross. */
  readonly value?: Known<Money>;
  readonly sourceId?: string;
}

export const benefitFields: Fields = {
  title,
  description: text,
  component: link,
  category: choice(BENEFIT_CATEGORIES),
  disbenefit: flag,
  beneficiary: text,
  owner: link,
  value: maybe(money),
  sourceId: text,
};

export interface Measure {
  readonly name: string;
  readonly benefit?: RecordId;
  readonly unit?: string;
  /** +1: up is good; −1: down is good. */
  readonly direction?: 1 | -1;
  readonly startValue?: number;
  readonly target?: number;
  /** Where the readings come from. */
  readonly source?: string;
}

export const measureFields: Fields = {
  name: title,
  benefit: link,
  unit: text,
  direction: choice([1, -1]),
  startValue: number,
  target: number,
  source: text,
};
