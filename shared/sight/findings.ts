// Every finding of a map, or of the whole book: errors first, each with the place it is about.
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { Book } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { MAP_RULES, type MapFinding, type MapRule } from '#shared/map/finding.ts';
import { mapGraph, wholeGraph } from '#shared/map/graph.ts';
import { linkFindings } from '#shared/map/link-findings.ts';
import { verdictOf } from '#shared/map/matrix.ts';
import type { MapGraph } from '#shared/map/model.ts';
import { decorativeFindings, nodeFindings } from '#shared/map/node-findings.ts';
import { claimGaps } from './claim-gaps.ts';

/** @param map undefined: the whole book */
export function findingsOf(book: Book, map: RecordId | undefined): MapFinding[] {
  return findingsIn(book, map ? mapGraph(book, map) : wholeGraph(book), map && book.get('benefitMap', map)?.preset);
}

/**
 * A map shows a part of the book. What a node lacks is asked of the whole book and shown on every map it stands on: a
 * link that this map leaves out is a link all the same.
 */
export function findingsIn(book: Book, graph: MapGraph, preset: MapPreset | undefined): MapFinding[] {
  const whole = wholeGraph(book);
  const some = ({ nodes }: MapFinding) => graph === whole || nodes.some((id) => graph.nodes.has(id));
  const every = ({ nodes }: MapFinding) => nodes.every((id) => graph.nodes.has(id));
  const { ofNodes, decorative, gaps } = wholeFindings(book, whole);
  const found = [
    ...[...linkFindings(whole, preset)].filter((finding) =>
      graph === whole ? !isAnswered(book, whole, finding) : (BETWEEN.has(finding.rule) ? every : some)(finding),
    ),
    ...ofNodes.filter(some),
    ...decorative.filter((finding) => graph === whole || onIt(graph, finding)),
    ...gaps.filter(some),
  ];
  const rank = ({ severity, rule }: MapFinding) => (severity === 'error' ? 0 : 100) + MAP_RULES.indexOf(rule);
  return found.sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
}

interface WholeFindings {
  readonly ofNodes: readonly MapFinding[];
  readonly decorative: readonly MapFinding[];
  readonly gaps: readonly MapFinding[];
}
const kept = new WeakMap<MapGraph, WholeFindings>();

/** What every map asks of the whole book: worked out once for each version of it. */
function wholeFindings(book: Book, whole: MapGraph): WholeFindings {
  const held = kept.get(whole);
  if (held) return held;
  const found = {
    ofNodes: [...nodeFindings(book, whole)],
    decorative: [...decorativeFindings(book, whole)],
    gaps: [...claimGaps(book, whole)],
  };
  kept.set(whole, found);
  return found;
}

/** About a link that only a map with both its ends shows. */
const BETWEEN: ReadonlySet<MapRule> = new Set(['illegalLink', 'unusualLink', 'doubleLink']);

/** What a map of problems allows and shows is no fault of the book. */
function isAnswered(book: Book, whole: MapGraph, { rule, nodes }: MapFinding): boolean {
  const [from, to] = nodes.map((id) => whole.nodes.get(id)?.type);
  if (rule !== 'illegalLink' || !from || !to || verdictOf(from, to, 'problem') !== 'ok') return false;
  const shown = (map: RecordId) =>
    nodes.every((id) => where(book, 'mapPlace', 'node', id).some((at) => at.map === map));
  return where(book, 'benefitMap', 'preset', 'problem').some(({ id }) => shown(id));
}

/** The objective is on the map, and so is something of the component. */
const onIt = (graph: MapGraph, { nodes: [objective, ...own] }: MapFinding): boolean =>
  objective !== undefined && graph.nodes.has(objective) && own.some((id) => graph.nodes.has(id));
