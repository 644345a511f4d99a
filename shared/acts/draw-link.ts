// Draws a link, which states a claim; sets another node between two; and brings weights back to 100 %.
import type { RecordId } from '#shared/kit/ids.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { isNegative } from '#shared/map/contribution.ts';
import { linksInto, wholeGraph } from '#shared/map/graph.ts';
import type { NodeType } from '#shared/map/model.ts';
import { type Act, always } from './act.ts';
import { type LinkWish, linkWrites, newNode, onMap } from './map-writes.ts';

/**
 * A link the rules forbid is drawn and found, not refused: whoever draws it is thinking aloud, and the finding says what
 * belongs between. What can mean nothing is refused: a node that feeds itself, an end that is not there, a second link.
 */
export const drawLink: Act<LinkWish & { readonly map: RecordId | undefined }> = {
  name: 'act.drawLink',
  allowed: always,
  run: (book, { map, ...link }, ctx) => {
    if (map && !book.get('benefitMap', map)) return refuse('act.recordGone');
    const linked = linkWrites(book, link, ctx);
    if (!linked.ok) return linked;
    const placed = map ? onMap(book, map, [link.from, link.to], ctx) : [];
    return done({ act: drawLink.name, writes: [...placed, ...linked.value] });
  },
};

export interface Insertion {
  readonly map: RecordId | undefined;
  /** The link that skipped a step; what was said of it stays with its second half, and what was needed is on both. */
  readonly link: RecordId;
  readonly record: RecordId;
  readonly type: NodeType;
  readonly title: string;
}

export const insertBetween: Act<Insertion> = {
  name: 'act.insertBetween',
  allowed: always,
  run: (book, { map, link: id, record, type, title }, ctx) => {
    const link = book.get('contribution', id);
    if (!link || (map && !book.get('benefitMap', map))) return refuse('act.recordGone');
    if (title.trim() === '') return refuse('field.empty', { field: 'title' }, 'title');
    const need = link.necessary ? { necessary: true } : {};
    const first = linkWrites(book, { from: link.from, to: record, ...need }, ctx, record);
    if (!first.ok) return first;
    return done({
      act: insertBetween.name,
      writes: [
        ...newNode(record, type, title.trim()),
        ...(map ? onMap(book, map, [record], ctx) : []),
        ...first.value,
        { kind: 'contribution', record: id, field: 'from', value: record },
      ],
    });
  },
};

/** Brings what feeds a node back to 100 % in the proportions stated, each to a tenth of a point. */
export const scaleWeights: Act<{ readonly node: RecordId }> = {
  name: 'act.scaleWeights',
  allowed: always,
  run: (book, { node }) => {
    const graph = wholeGraph(book);
    const links = linksInto(graph, node).filter((link) => link.weight !== undefined && !isNegative(graph, link));
    const weights = links.map(({ weight = 0 }) => weight);
    if (weights.reduce((sum, weight) => sum + weight, 0) <= 100) return refuse('map.nothingToScale');
    const tenths = tenthsOf(weights);
    return done({
      act: scaleWeights.name,
      writes: links.map(({ id }, i) => ({
        kind: 'contribution',
        record: id,
        field: 'weight',
        value: (tenths[i] as number) / 10,
      })),
    });
  },
};

/** A thousand tenths of a point in the proportions of the weights: those cut off by most get what is left, one each. */
function tenthsOf(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (weight / sum) * 1_000);
  const tenths = exact.map(Math.floor);
  const left = 1_000 - tenths.reduce((total, each) => total + each, 0);
  const cut = (i: number) => (exact[i] as number) - (tenths[i] as number);
  const most = [...weights.keys()].sort((a, b) => cut(b) - cut(a) || (exact[b] as number) - (exact[a] as number));
  for (const i of most.slice(0, left)) tenths[i] = (tenths[i] as number) + 1;
  return tenths;
}
