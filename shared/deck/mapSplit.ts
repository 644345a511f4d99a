// A map in parts that each stand on one slide: chains stay together, each link is in one part, each node in at least one.
import type { RecordId } from '#shared/kit/ids.ts';
import { columnsOf } from '#shared/map/columns.ts';
import { adjacency, linksInto, linksOutOf } from '#shared/map/graph.ts';
import type { MapGraph, MapLink, MapNode } from '#shared/map/model.ts';

/** What a slide holds, in any unit of length. */
export interface SplitRoom {
  readonly height: number;
  readonly columns: number;
  /** Clear height between two boxes, and between a box and a line that passes it. */
  readonly gap: number;
  /** Height of a box on a slide of so many columns. */
  readonly heightOf: (node: MapNode, columns: number) => number;
  /** The band a node stands in, where nodes are grouped; each band has its own rows. */
  readonly laneOf?: (node: MapNode) => string;
  readonly laneGap?: number;
}

interface Part {
  readonly nodes: ReadonlySet<RecordId>;
  readonly links: readonly MapLink[];
}

const EMPTY: Part = { nodes: new Set(), links: [] };

/** The map itself where one slide holds it. */
export function splitMap(graph: MapGraph, room: SplitRoom): MapGraph[] {
  const whole: Part = { nodes: new Set(graph.nodes.keys()), links: graph.links };
  if (graph.nodes.size === 0 || isHeld(graph, whole, room)) return [graph];
  return new Splitter(graph, room).parts().map((part) => partOf(graph, part));
}

function partOf(graph: MapGraph, { nodes, links }: Part): MapGraph {
  const own = new Set(links);
  const kept = graph.links.filter((link) => own.has(link));
  return {
    nodes: new Map([...graph.nodes].filter(([id]) => nodes.has(id))),
    links: kept,
    ...adjacency(kept),
    loose: [],
    twins: new Map([...graph.twins].filter(([id]) => nodes.has(id))),
  };
}

function isHeld(graph: MapGraph, part: Part, room: SplitRoom): boolean {
  const sketch = partOf(graph, part);
  const columns = columnsOf(sketch);
  return columns.types.length <= room.columns && columnFill(sketch, room) <= room.height;
}

/** Height that the fullest column asks for; over all bands where there are any. */
export function columnFill(graph: MapGraph, room: SplitRoom): number {
  const { of, types } = columnsOf(graph);
  const fills = new Map<string, number[]>();
  const fillOf = (node: MapNode): number[] => {
    const lane = room.laneOf?.(node) ?? '';
    const known = fills.get(lane) ?? types.map(() => 0);
    fills.set(lane, known);
    return known;
  };
  const add = (node: MapNode, column: number, height: number) => {
    const fill = fillOf(node);
    fill[column] = (fill[column] ?? 0) + height;
  };
  for (const node of graph.nodes.values())
    add(node, of.get(node.id) ?? 0, room.heightOf(node, types.length) + room.gap);
  for (const link of graph.links) {
    const to = graph.nodes.get(link.to);
    if (!to) continue;
    for (let column = (of.get(link.from) ?? 0) + 1; column < (of.get(link.to) ?? 0); column++)
      add(to, column, room.gap);
  }
  const bands = [...fills.values()].map((fill) => Math.max(...fill) - room.gap);
  return bands.reduce((sum, band) => sum + band, 0) + (bands.length - 1) * (room.laneGap ?? room.gap);
}

class Splitter {
  private readonly done: Part[] = [];
  private open: Part = EMPTY;
  private readonly placed = new Set<MapLink>();

  constructor(
    private readonly graph: MapGraph,
    private readonly room: SplitRoom,
  ) {}

  parts(): Part[] {
    const { graph } = this;
    const nodes = [...graph.nodes.values()];
    const objectives = nodes.filter(({ type }) => type === 'objective');
    // an objective that is part of another comes with it
    const isTop = ({ id }: MapNode) => !linksOutOf(graph, id).some(({ tree }) => tree);
    for (const { id } of [...objectives.filter(isTop), ...objectives]) this.spread(id);
    for (const { id, type } of nodes) if (type === 'driver') this.spread(id);
    // what leads to no aim, from its end; then what runs in circles
    for (const { id } of nodes) if (linksOutOf(graph, id).length === 0) this.spread(id);
    for (const { id } of nodes) this.spread(id);
    this.close();
    const merged = this.merged();
    return this.withLoners(merged);
  }

  /** All that feeds a node: on one slide where one holds it, else by its stars. */
  private spread(target: RecordId): void {
    const chain = this.chainOf(target);
    if (chain.length === 0 || this.put(chain)) return;
    const own = linksInto(this.graph, target).filter((link) => !this.placed.has(link));
    if (!this.isAim(target)) {
      this.putAll(own);
      for (const { from } of own) this.spread(from);
      return;
    }
    // an aim stands again above each of its chains, so that every chain is read to its end
    const head = this.outToDrivers(target);
    own.forEach((link, at) => {
      if (this.placed.has(link)) return;
      const first = at === 0 ? [...head, link] : [link];
      this.placed.add(link);
      const fed = this.chainOf(link.from);
      this.placed.delete(link);
      if (this.put([...first, ...fed])) return;
      const star = this.isAim(link.from)
        ? []
        : linksInto(this.graph, link.from).filter((each) => !this.placed.has(each));
      this.putAll([...first, ...star.filter((each) => !first.includes(each))]);
      if (star.length === 0) this.spread(link.from);
      for (const { from } of star) this.spread(from);
    });
    this.putAll(head.filter((link) => !this.placed.has(link)));
  }

  private isAim(id: RecordId): boolean {
    const type = this.graph.nodes.get(id)?.type;
    return type === 'objective' || type === 'driver';
  }

  private outToDrivers(id: RecordId): MapLink[] {
    const { nodes } = this.graph;
    if (nodes.get(id)?.type !== 'objective') return [];
    return linksOutOf(this.graph, id).filter((link) => nodes.get(link.to)?.type === 'driver' && !this.placed.has(link));
  }

  /** Links upstream of a node that are on no slide yet, nearest first; an objective's drivers come with it. */
  private chainOf(target: RecordId): MapLink[] {
    const met = new Set([target]);
    const links = new Set<MapLink>();
    for (const id of met) {
      for (const link of this.outToDrivers(id)) links.add(link);
      for (const link of linksInto(this.graph, id)) {
        if (this.placed.has(link)) continue;
        links.add(link);
        met.add(link.from);
      }
    }
    return [...links];
  }

  /** On the open slide, else on a new one; false where no slide holds it whole. */
  private put(links: readonly MapLink[]): boolean {
    const joined = withLinks(this.open, links);
    if (this.holds(joined)) this.open = joined;
    else {
      const alone = withLinks(EMPTY, links);
      if (!this.holds(alone)) return false;
      this.close();
      this.open = alone;
    }
    for (const link of links) this.placed.add(link);
    return true;
  }

  /** Link by link where no slide holds them all. */
  private putAll(links: readonly MapLink[]): void {
    if (links.length === 0 || this.put(links)) return;
    for (const link of links) {
      if (this.put([link])) continue;
      this.close();
      this.open = withLinks(EMPTY, [link]);
      this.placed.add(link);
    }
  }

  private close(): void {
    if (this.open.links.length > 0) this.done.push(this.open);
    this.open = EMPTY;
  }

  private holds(part: Part): boolean {
    const { height, columns, gap } = this.room;
    // no need to look closely at what is far too much
    const most = columns * Math.ceil(height / gap);
    return part.nodes.size <= Math.min(most, 400) && isHeld(this.graph, part, this.room);
  }

  /** Slides that can share one do: the two with most boxes in common first. */
  private merged(): Part[] {
    const parts = [...this.done];
    for (let at = 0; at < parts.length; at++)
      for (;;) {
        const own = parts[at] as Part;
        const others = parts
          .map((part, place) => ({ part, place }))
          .filter(({ place }) => place > at)
          .sort((a, b) => common(own, b.part) - common(own, a.part) || a.place - b.place);
        const found = others.find(({ part }) => this.holds(withLinks(own, part.links)));
        if (!found) break;
        parts[at] = withLinks(own, found.part.links);
        parts.splice(found.place, 1);
      }
    return parts;
  }

  /** Nodes without a link come last. */
  private withLoners(parts: readonly Part[]): Part[] {
    const shown = new Set(parts.flatMap(({ nodes }) => [...nodes]));
    const out = [...parts];
    for (const id of this.graph.nodes.keys()) {
      if (shown.has(id)) continue;
      const last = out.at(-1) ?? EMPTY;
      const joined: Part = { ...last, nodes: new Set([...last.nodes, id]) };
      if (out.length > 0 && this.holds(joined)) out[out.length - 1] = joined;
      else out.push({ nodes: new Set([id]), links: [] });
    }
    return out;
  }
}

const withLinks = (part: Part, links: readonly MapLink[]): Part => ({
  nodes: new Set([...part.nodes, ...links.flatMap(({ from, to }) => [from, to])]),
  links: [...part.links, ...links],
});

const common = (a: Part, b: Part): number => [...b.nodes].filter((id) => a.nodes.has(id)).length;
