// What a map is found to lack or to claim without ground: each with its rule, its place and a remedy of one step.
import type { RecordId } from '#shared/kit/ids.ts';
import type { NodeType } from './model.ts';

/** Each rule has its sentence under 'finding.', and says itself under 'findingRule.'. */
export const MAP_RULES = [
  'illegalLink',
  'circle',
  'overWeight',
  'looseLink',
  'doubleLink',
  'twin',
  'unusualLink',
  'orphan',
  'unsupportedBenefit',
  'aimlessBenefit',
  'unservedObjective',
  'idleEnabler',
  'noOwner',
  'untreatedDisbenefit',
  'decorative',
  'claimGap',
] as const;
export type MapRule = (typeof MAP_RULES)[number];

/** One step that mends a finding, named under 'remedy.'; the desk knows how to take it. */
export type Remedy =
  | { readonly step: 'removeLink'; readonly link: RecordId }
  | { readonly step: 'insertBetween'; readonly link: RecordId; readonly type: NodeType }
  | { readonly step: 'scaleWeights'; readonly node: RecordId }
  /** Says what it leads to, or what feeds it: an existing node by name, or a new one. */
  | { readonly step: 'leadOn' | 'feed'; readonly node: RecordId }
  | { readonly step: 'setOwner' | 'treat'; readonly node: RecordId }
  | { readonly step: 'removeAlignment'; readonly alignment: RecordId }
  | { readonly step: 'openMeasure'; readonly measure: RecordId };

export interface MapFinding {
  /** The same for the same fault on every laptop. */
  readonly key: string;
  readonly rule: MapRule;
  /** An error makes what is read off the map wrong; a warning leaves it unproven. */
  readonly severity: 'error' | 'warning';
  readonly nodes: readonly RecordId[];
  readonly links: readonly RecordId[];
  /** For the sentence: titles and figures. */
  readonly args: Readonly<Record<string, string | number>>;
  readonly remedies: readonly Remedy[];
}

export const keyOf = (rule: MapRule, ids: readonly string[]): string => [rule, ...ids].join(' ');

/** The worst of what was found about each node, and about each link. */
export function marksOf(findings: readonly MapFinding[]): ReadonlyMap<RecordId, 'error' | 'warning'> {
  const marks = new Map<RecordId, 'error' | 'warning'>();
  for (const { severity, nodes, links } of findings)
    for (const id of [...nodes, ...links]) if (severity === 'error' || !marks.has(id)) marks.set(id, severity);
  return marks;
}
