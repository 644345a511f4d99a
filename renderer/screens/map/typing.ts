// What the line in which a map is typed is about to do: where the next name goes, and what it will be. Pure, so that it can be proven.

import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { foldText } from '#shared/kit/order.ts';
import { FED_BY, LEADS_TO, verdictOf } from '#shared/map/matrix.ts';
import { type MapNode, NODE_TYPES, type NodeType } from '#shared/map/model.ts';

/** Where names go: beside each other, or as what a node leads to or is fed by. */
export interface Frame {
  readonly way: 'beside' | 'down' | 'up';
  /** The node names are linked to; absent beside each other. */
  readonly of?: RecordId;
  /** A link that names are put between. */
  readonly between?: RecordId;
  /** What a new name becomes. */
  readonly type: NodeType;
}

export const beside = (type: NodeType): Frame => ({ way: 'beside', type });

/** The frame one step on from a node, along or against the contribution. */
export const onward = (
  node: Pick<MapNode, 'id' | 'type'>,
  way: 'down' | 'up',
  preset: MapPreset | undefined,
): Frame => ({
  way,
  of: node.id,
  type: (preset === 'problem' ? SHORT[way][node.type] : undefined) ?? (way === 'down' ? LEADS_TO : FED_BY)[node.type],
});

/** A map of problems has fewer columns: solution, response, benefit, problem. */
const SHORT: Readonly<Record<'down' | 'up', Partial<Record<NodeType, NodeType>>>> = {
  down: { enabler: 'businessChange', benefit: 'driver' },
  up: { driver: 'benefit', businessChange: 'enabler' },
};

/** Tab goes on in the order the map is read, Shift Tab back. */
export const waysOf = (isReversed: boolean): { readonly on: 'down' | 'up'; readonly back: 'down' | 'up' } =>
  isReversed ? { on: 'up', back: 'down' } : { on: 'down', back: 'up' };

/** The next type a name may become, legal ones first, then the others: a type is a choice, not a mistake. */
export function otherType(
  frame: Frame,
  anchor: NodeType | undefined,
  step: 1 | -1,
  preset: MapPreset | undefined,
): NodeType {
  const legal = (type: NodeType) =>
    !anchor ||
    frame.way === 'beside' ||
    verdictOf(frame.way === 'down' ? anchor : type, frame.way === 'down' ? type : anchor, preset) !== 'error';
  const types = NODE_TYPES.filter(legal);
  const all = types.length > 0 ? types : NODE_TYPES;
  const at = all.indexOf(frame.type);
  return all[(at + step + all.length) % all.length] as NodeType;
}

export interface Suggestion {
  readonly node: MapNode;
  readonly isOnMap: boolean;
}

const MOST = 8;

/** Nodes whose title holds the text: an equal one first, then those on the map, then those that begin with it. */
export function suggest(
  text: string,
  nodes: Iterable<MapNode>,
  onMap: ReadonlySet<RecordId>,
  not: RecordId | undefined,
): Suggestion[] {
  const wanted = foldText(text);
  if (wanted === '') return [];
  const found: { readonly rank: number; readonly node: MapNode; readonly isOnMap: boolean }[] = [];
  for (const node of nodes) {
    if (node.id === not) continue;
    const title = foldText(node.title);
    const at = title.indexOf(wanted);
    if (at < 0) continue;
    const isOnMap = onMap.has(node.id);
    found.push({ node, isOnMap, rank: (title === wanted ? 0 : 4) + (isOnMap ? 0 : 2) + (at === 0 ? 0 : 1) });
  }
  return found.sort((a, b) => a.rank - b.rank || a.node.title.length - b.node.title.length).slice(0, MOST);
}

/** The node a whole name means: on the map first. Two of one name on it are no answer: then one is picked from the list. */
export function exact(text: string, nodes: Iterable<MapNode>, onMap: ReadonlySet<RecordId>): MapNode | undefined {
  const wanted = foldText(text);
  let elsewhere: MapNode | undefined;
  for (const node of nodes) {
    if (foldText(node.title) !== wanted) continue;
    if (onMap.has(node.id)) return node;
    elsewhere ??= node;
  }
  return elsewhere;
}
