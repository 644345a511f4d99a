// Findings about links: forbidden and unusual ones, circles, more than 100 %, loose ends, doubles, and ids that exist twice.
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { inflowOf, isNegative, WEIGHT_SLACK } from './contribution.ts';
import { keyOf, type MapFinding, type Remedy } from './finding.ts';
import { linksInto, linksOutOf } from './graph.ts';
import { between, ruleOf, verdictOf } from './matrix.ts';
import type { MapGraph, MapLink } from './model.ts';
import { orderOf } from './reach.ts';

const titleOf = (graph: MapGraph, id: RecordId): string => graph.nodes.get(id)?.title ?? '';

export function* linkFindings(graph: MapGraph, preset: MapPreset | undefined): Iterable<MapFinding> {
  yield* forbidden(graph, preset);
  yield* circles(graph);
  yield* overWeights(graph);
  yield* doubles(graph);
  for (const { id, from, to, missing } of graph.loose)
    yield {
      key: keyOf('looseLink', [id]),
      rule: 'looseLink',
      severity: 'error',
      nodes: [from, to].filter((end) => graph.nodes.has(end)),
      links: [id],
      args: { name: titleOf(graph, from) || titleOf(graph, to), missing: `looseEnd.${missing}` },
      remedies: [{ step: 'removeLink', link: id }],
    };
  for (const [id, kinds] of graph.twins)
    yield {
      key: keyOf('twin', [id]),
      rule: 'twin',
      severity: 'error',
      nodes: [id],
      links: [],
      args: { name: titleOf(graph, id), id, drawn: `kind.${kinds[0]}`, other: `kind.${kinds[1]}` },
      remedies: [],
    };
}

function* forbidden(graph: MapGraph, preset: MapPreset | undefined): Iterable<MapFinding> {
  for (const link of graph.links) {
    const [from, to] = [graph.nodes.get(link.from), graph.nodes.get(link.to)];
    if (!from || !to || link.tree) continue;
    const verdict = verdictOf(from.type, to.type, preset);
    if (verdict === 'ok') continue;
    const type = between(from.type, to.type, preset);
    const rule = verdict === 'error' ? 'illegalLink' : 'unusualLink';
    yield {
      key: keyOf(rule, [link.id]),
      rule,
      severity: verdict,
      nodes: [link.from, link.to],
      links: [link.id],
      args: {
        from: from.title,
        to: to.title,
        fromType: `nodeType.${from.type}`,
        toType: `nodeType.${to.type}`,
        why: ruleOf(from.type, to.type),
      },
      remedies: [
        ...(type ? [{ step: 'insertBetween', link: link.id, type } satisfies Remedy] : []),
        { step: 'removeLink', link: link.id },
      ],
    };
  }
}

/** A circle names its nodes in the order of its links, and offers to take any one of them out. */
function* circles(graph: MapGraph): Iterable<MapFinding> {
  for (const circle of orderOf(graph).circles) {
    const members = new Set(circle);
    const links = graph.links.filter(({ from, to }) => members.has(from) && members.has(to));
    const walk = walkOf(graph, circle, members);
    yield {
      key: keyOf('circle', [...circle].sort()),
      rule: 'circle',
      severity: 'error',
      nodes: circle,
      links: links.map(({ id }) => id),
      args: { names: [...walk, walk[0] as RecordId].map((id) => titleOf(graph, id)).join(' → '), count: circle.length },
      // the objectives' tree is changed on their own page
      remedies: links.filter(({ tree }) => !tree).map(({ id }) => ({ step: 'removeLink', link: id })),
    };
  }
}

/** The shortest way round from the circle's first node back to it; by id, so that every laptop tells the same one. */
function walkOf(graph: MapGraph, circle: readonly RecordId[], members: ReadonlySet<RecordId>): RecordId[] {
  const first = [...circle].sort()[0] as RecordId;
  const before = new Map<RecordId, RecordId>();
  const open = [first];
  for (const id of open) {
    if (before.has(first)) break;
    const onward = linksOutOf(graph, id).map(({ to }) => to);
    for (const to of onward.sort()) {
      if (!members.has(to) || before.has(to)) continue;
      before.set(to, id);
      open.push(to);
    }
  }
  const walk = [before.get(first) ?? first];
  for (let id = walk[0] as RecordId; id !== first; walk.unshift(id)) id = before.get(id) as RecordId;
  return walk;
}

function* overWeights(graph: MapGraph): Iterable<MapFinding> {
  for (const { id, title } of graph.nodes.values()) {
    const { stated } = inflowOf(graph, id);
    if (stated <= 100 + WEIGHT_SLACK) continue;
    const links = linksInto(graph, id).filter((link) => link.weight !== undefined && !isNegative(graph, link));
    yield {
      key: keyOf('overWeight', [id]),
      rule: 'overWeight',
      severity: 'error',
      nodes: [id],
      links: links.map((link) => link.id),
      args: { name: title, percent: Math.round(stated * 100) / 100, count: links.length },
      remedies: [{ step: 'scaleWeights', node: id }],
    };
  }
}

function* doubles(graph: MapGraph): Iterable<MapFinding> {
  const by = new Map<string, MapLink[]>();
  for (const link of graph.links) {
    if (link.tree) continue;
    const key = `${link.from} ${link.to}`;
    const same = by.get(key);
    if (same) same.push(link);
    else by.set(key, [link]);
  }
  for (const [key, links] of by) {
    if (links.length < 2) continue;
    const { from, to } = links[0] as MapLink;
    yield {
      key: keyOf('doubleLink', [key]),
      rule: 'doubleLink',
      severity: 'error',
      nodes: [from, to],
      links: links.map(({ id }) => id),
      args: { from: titleOf(graph, from), to: titleOf(graph, to), times: links.length },
      remedies: links.map(({ id }) => ({ step: 'removeLink', link: id })),
    };
  }
}
