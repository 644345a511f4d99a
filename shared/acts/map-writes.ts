// What acts on maps write alike: a node that was just named, its place on a map, a link between two.
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import type { Book } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { type Context, newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { nodeIn } from '#shared/map/graph.ts';
import { kindOf, type NodeType } from '#shared/map/model.ts';

/** The fields of a node that has just been named. */
export function newNode(record: RecordId, type: NodeType, title: string): DraftWrite[] {
  const kind = kindOf(type);
  const values = {
    [LIFE]: 'here',
    ...(kind === 'objective' ? { name: title } : { title }),
    ...(kind === 'benefit' && { state: 'identified' }),
    ...(type === 'disbenefit' && { disbenefit: true }),
  };
  return Object.entries(values).map(([field, value]) => ({ kind, record, field, value }));
}

/** Places for those that do not stand on the map yet. */
export function onMap(book: Book, map: RecordId, nodes: readonly RecordId[], ctx: Context): DraftWrite[] {
  const there = new Set(where(book, 'mapPlace', 'map', map).map(({ node }) => node));
  return [...new Set(nodes)]
    .filter((node) => !there.has(node))
    .flatMap((node) => {
      const record = newRecordId(ctx);
      return Object.entries({ [LIFE]: 'here', map, node }).map(([field, value]) => ({
        kind: 'mapPlace',
        record,
        field,
        value,
      }));
    });
}

export interface LinkWish {
  readonly from: RecordId;
  readonly to: RecordId;
  /** Per cent, 0 to 100. */
  readonly weight?: number;
  readonly necessary?: boolean;
}

/** @param made an end that comes into the book with the same change */
export function linkWrites(book: Book, wish: LinkWish, ctx: Context, made?: RecordId): Result<DraftWrite[]> {
  const { from, to, weight, necessary } = wish;
  if (from === to) return refuse('map.linkToItself');
  for (const end of [from, to]) if (end !== made && !nodeIn(book, end)) return refuse('map.endGone');
  const standing = where(book, 'contribution', 'from', from).find((link) => link.to === to);
  // said again with a weight: the same link, now weighed
  if (standing && weight === undefined && necessary === undefined) return refuse('map.linkedAlready');
  const record = standing?.id ?? newRecordId(ctx);
  const values = {
    ...(!standing && { [LIFE]: 'here', from, to }),
    ...(weight !== undefined && { weight }),
    ...(necessary !== undefined && { necessary }),
  };
  return done(Object.entries(values).map(([field, value]) => ({ kind: 'contribution', record, field, value })));
}
