// What is chosen on the map, as it is said, and what may be put between the ends of a link.
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import { LEADS_TO, verdictOf } from '#shared/map/matrix.ts';
import { type MapGraph, type MapLink, type MapNode, NODE_TYPES, type NodeType } from '#shared/map/model.ts';
import { typeName } from '#shared/map/presets.ts';
import type { Words } from '#shared/words/words.ts';
import type { Shown } from './usePicture.ts';

/** For who walks the map without seeing it. */
export function nodeSays(
  node: MapNode,
  { findings }: Shown,
  whole: MapGraph,
  words: Words,
  preset?: MapPreset,
): string {
  const found = findings.filter(({ nodes }) => nodes.includes(node.id)).length;
  return words.say(found > 0 ? 'map.nodeIsFound' : 'map.nodeIs', {
    type: typeName(words, preset, node.type),
    name: node.title,
    into: words.number(whole.into.get(node.id)?.length ?? 0),
    outOf: words.number(whole.outOf.get(node.id)?.length ?? 0),
    ...(found > 0 && { found: words.number(found) }),
  });
}

/** The type a step between the two ends would have: what the first leads to, or the first type that may stand there. */
export function betweenType(
  link: Pick<MapLink, 'from' | 'to'>,
  { nodes }: Pick<MapGraph, 'nodes'>,
  preset: MapPreset | undefined,
): NodeType | undefined {
  const [from, to] = [nodes.get(link.from)?.type, nodes.get(link.to)?.type];
  if (!from || !to) return undefined;
  return [LEADS_TO[from], ...NODE_TYPES].find(
    (type) => verdictOf(from, type, preset) === 'ok' && verdictOf(type, to, preset) === 'ok',
  );
}
