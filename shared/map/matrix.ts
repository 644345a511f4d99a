// What may feed what: the edge matrix of the domain, cell by cell, and what a preset allows beyond it.
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { NodeType } from './model.ts';

/** `warning` is drawn and named: allowed, but a step of the reasoning is left out. */
export type Verdict = 'ok' | 'warning' | 'error';

const ok = 'ok';
const warn = 'warning';
const no = 'error';

/** Row feeds column, as DOMAIN.md has it. */
const MATRIX: Readonly<Record<NodeType, Readonly<Record<NodeType, Verdict>>>> = {
  //                 enabler      enabling change     business change     benefit      disbenefit      objective      driver
  enabler: {
    enabler: ok,
    enablingChange: ok,
    businessChange: ok,
    benefit: no,
    disbenefit: ok,
    objective: no,
    driver: no,
  },
  enablingChange: {
    enabler: no,
    enablingChange: ok,
    businessChange: ok,
    benefit: warn,
    disbenefit: ok,
    objective: no,
    driver: no,
  },
  businessChange: {
    enabler: no,
    enablingChange: no,
    businessChange: ok,
    benefit: ok,
    disbenefit: ok,
    objective: warn,
    driver: no,
  },
  benefit: {
    enabler: no,
    enablingChange: no,
    businessChange: no,
    benefit: ok,
    disbenefit: ok,
    objective: ok,
    driver: no,
  },
  disbenefit: {
    enabler: no,
    enablingChange: no,
    businessChange: no,
    benefit: no,
    disbenefit: ok,
    objective: ok,
    driver: no,
  },
  objective: {
    enabler: no,
    enablingChange: no,
    businessChange: no,
    benefit: no,
    disbenefit: no,
    objective: ok,
    driver: ok,
  },
  driver: {
    enabler: no,
    enablingChange: no,
    businessChange: no,
    benefit: no,
    disbenefit: no,
    objective: no,
    driver: no,
  },
};

export function verdictOf(from: NodeType, to: NodeType, preset: MapPreset = 'network'): Verdict {
  // where drivers are the problems, a benefit answers one without an objective between
  if (preset === 'problem' && from === 'benefit' && to === 'driver') return 'ok';
  return MATRIX[from][to];
}

/** Key of the sentence that says why a cell is not ok, under 'mapRule.'. */
export function ruleOf(from: NodeType, to: NodeType): string {
  if (from === 'enabler' && to === 'benefit') return 'mapRule.technologyAlone';
  if (from === 'enablingChange' && to === 'benefit') return 'mapRule.skipsBusinessChange';
  if (from === 'businessChange' && to === 'objective') return 'mapRule.skipsBenefit';
  if (from === 'driver') return 'mapRule.driverFeedsNothing';
  if (from === 'disbenefit' && to === 'benefit') return 'mapRule.disbenefitFeedsBenefit';
  return 'mapRule.notInMatrix';
}

/** The type that belongs between the two, so that both new links are ok; undefined where nothing one step long does. */
export function between(from: NodeType, to: NodeType, preset: MapPreset = 'network'): NodeType | undefined {
  const order: readonly NodeType[] = ['businessChange', 'benefit', 'enablingChange', 'objective'];
  return order.find(
    (type) =>
      type !== from && type !== to && verdictOf(from, type, preset) === 'ok' && verdictOf(type, to, preset) === 'ok',
  );
}

/** The type a typed name becomes where it is said to follow from, or to feed, a node of this type. */
export const LEADS_TO: Readonly<Record<NodeType, NodeType>> = {
  enabler: 'enablingChange',
  enablingChange: 'businessChange',
  businessChange: 'benefit',
  benefit: 'objective',
  disbenefit: 'objective',
  objective: 'driver',
  driver: 'driver',
};
export const FED_BY: Readonly<Record<NodeType, NodeType>> = {
  enabler: 'enabler',
  enablingChange: 'enabler',
  businessChange: 'enablingChange',
  benefit: 'businessChange',
  disbenefit: 'benefit',
  objective: 'benefit',
  driver: 'objective',
};
