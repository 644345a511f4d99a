// The benefits register as rows: each benefit with its two statuses, its worth and what it still lacks; and its filters.
import type { ListView } from '#renderer/controls/ListMenus.tsx';
import type { BenefitState, ValueStatus } from '#shared/domain/benefit.ts';
import { isAccepted, nextStep } from '#shared/domain/benefit-steps.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { judgedConfidence } from '#shared/domain/confidence.ts';
import { type DeliveryStatus, deliveryStatus } from '#shared/domain/portfolio.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { foldText } from '#shared/kit/order.ts';
import type { BenefitValue, BookValue } from '#shared/value/book-value.ts';
import { MONEY_CLASSES } from '#shared/value/money-of.ts';
import { standingState } from '#shared/value/sustainment.ts';

export interface BenefitRow {
  readonly id: RecordId;
  readonly benefit: Entry<'benefit'>;
  readonly value: BenefitValue;
  readonly state: BenefitState;
  readonly delivery: DeliveryStatus;
  readonly component: string;
  readonly owner: string;
  readonly accepted: boolean;
  /** Whole minor units, over all classes: for sorting and the row alone, never for a total. */
  readonly attributed: number;
  readonly riskAdjusted: number;
  readonly priced: boolean;
  readonly next: BenefitState | undefined;
  readonly lacks: readonly string[];
}

export function benefitRows(book: Book, value: BookValue): BenefitRow[] {
  const rows: BenefitRow[] = [];
  for (const each of value.benefits.values()) {
    const { benefit, lead } = each;
    const component = book.get('component', benefit.component);
    const sum = (figure: 'attributed' | 'riskAdjusted') =>
      MONEY_CLASSES.reduce((all, group) => all + each.worth[group][figure], 0);
    const state = standingState(benefit, lead?.measure, value.asAt);
    // what readings have eroded has no next step of its own: it is closed by decision or comes back by its readings
    const { to, lacks } = state === 'eroded' ? { to: undefined, lacks: [] } : nextStep(book, benefit);
    rows.push({
      id: benefit.id,
      benefit,
      value: each,
      state,
      delivery: deliveryStatus(component && judgedConfidence(component)?.confidence),
      component: component?.name ?? '',
      owner: book.get('person', benefit.owner)?.name ?? '',
      accepted: isAccepted(benefit),
      attributed: sum('attributed'),
      riskAdjusted: sum('riskAdjusted'),
      priced: each.measures.some(({ gross }) => gross !== undefined),
      next: to,
      lacks: lacks.map(({ code }) => code),
    });
  }
  return rows;
}

export interface BenefitFilters {
  readonly text: string;
  readonly state: string;
  readonly status: string;
  readonly owner: string;
  readonly category: string;
  /** 'lacking': only what lacks something for its next step; 'vacant': without an accepted owner. */
  readonly need: string;
}

export type BenefitsView = ListView<BenefitFilters>;

export const NO_FILTERS: BenefitFilters = { text: '', state: '', status: '', owner: '', category: '', need: '' };
export const FIRST_VIEW: BenefitsView = {
  filters: NO_FILTERS,
  grid: { sorting: [{ id: 'attributed', desc: true }], grouping: [], hidden: ['category', 'beneficiary'] },
};

export function shown(rows: readonly BenefitRow[], filters: BenefitFilters): BenefitRow[] {
  const wanted = foldText(filters.text.trim());
  return rows.filter(
    (row) =>
      (!filters.state || row.state === filters.state) &&
      (!filters.status || row.value.status.status === (filters.status as ValueStatus)) &&
      (!filters.owner || row.owner === filters.owner) &&
      (!filters.category || row.benefit.category === filters.category) &&
      (filters.need !== 'lacking' || row.lacks.length > 0) &&
      (filters.need !== 'vacant' || !row.accepted) &&
      (wanted === '' ||
        foldText(`${row.benefit.title} ${row.component} ${row.owner} ${row.benefit.beneficiary ?? ''}`).includes(
          wanted,
        )),
  );
}

export const isFiltered = (filters: BenefitFilters): boolean => Object.values(filters).some((value) => value !== '');
