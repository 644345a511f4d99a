// Where the ledger and the map tell two stories: what a component claims of a benefit against what its paths bring to it.
import { isLive } from '#shared/domain/benefit.ts';
import { leadOf } from '#shared/domain/benefit-steps.ts';
import type { Book } from '#shared/domain/book.ts';
import { measuresOf, where } from '#shared/domain/lookup.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { shareThrough } from '#shared/map/contribution.ts';
import { keyOf, type MapFinding } from '#shared/map/finding.ts';
import type { MapGraph } from '#shared/map/model.ts';
import { nodesByComponent } from '#shared/map/node-findings.ts';
import { reach } from '#shared/map/reach.ts';
import { type Share, sharesOf } from '#shared/value/claims.ts';

/** Points of per cent that a claim and its path contribution may lie apart. */
const POINTS = 5;
/** A hair beyond is rounding of products of weights. */
const SLACK = 1e-6;

/** Asked where the paths are whole: a weight nobody stated is no gap. */
export function* claimGaps(book: Book, graph: MapGraph): Iterable<MapFinding> {
  const sources = new Map<RecordId, ReadonlySet<RecordId>>();
  for (const [component, nodes] of nodesByComponent(book, graph)) {
    const own = [...nodes].filter((id) => graph.nodes.get(id)?.kind !== 'benefit');
    if (own.length > 0) sources.set(component, new Set(own));
  }
  for (const benefit of book.all('benefit')) {
    if (!graph.nodes.has(benefit.id) || !isLive(benefit)) continue;
    // a leading indicator is claimed against only where it is named
    const told = measuresOf(book, benefit).filter(({ id, role }) => role !== 'leading' || id === benefit.leadMeasure);
    const lead = leadOf(benefit, told);
    if (!lead) continue;
    const shares = sharesOf(benefit, where(book, 'claim', 'measure', lead.id));
    const upstream = reach(graph, [benefit.id], 'up');
    for (const [id, own] of sources) {
      const component = book.get('component', id);
      if (!component || ![...own].some((node) => upstream.has(node))) continue;
      const path = shareThrough(graph, own, benefit.id);
      if (!path.isStated || path.isPartial) continue;
      const claim = claimedLast(shares.filter((share) => share.component === id));
      const brought = path.share * 100;
      if (Math.abs(claim - brought) <= POINTS + SLACK) continue;
      yield {
        key: keyOf('claimGap', [id, lead.id]),
        rule: 'claimGap',
        severity: 'warning',
        nodes: [benefit.id],
        links: [],
        args: { component: component.name, name: benefit.title, claim: round(claim), path: round(brought) },
        remedies: [{ step: 'openMeasure', measure: lead.id }],
      };
    }
  }
}

/** What is claimed at once where the last of the claims begins: claims of other times do not add up. */
function claimedLast(shares: readonly Share[]): number {
  const last = Math.max(...shares.map(({ from = Number.NEGATIVE_INFINITY }) => from));
  return shares
    .filter(({ from, until = Number.POSITIVE_INFINITY }) => (from === undefined || from <= last) && until >= last)
    .reduce((sum, { percent }) => sum + percent, 0);
}

const round = (percent: number): number => Math.round(percent * 10) / 10;
