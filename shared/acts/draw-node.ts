// Puts a node on a map: a new record, or one of the book's, and with it the link it was typed with.
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import { where } from '#shared/domain/lookup.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { nodeIn } from '#shared/map/graph.ts';
import type { NodeType } from '#shared/map/model.ts';
import { type Act, always } from './act.ts';
import { type LinkWish, linkWrites, newNode, onMap } from './map-writes.ts';

export interface NodeWish {
  /** The map it is put on; undefined: the whole book, where every record stands. */
  readonly map: RecordId | undefined;
  /** Made by the caller, so that it can be chosen afterwards; of a record that is there, its id. */
  readonly record: RecordId;
  /** Of a new record. */
  readonly type?: NodeType;
  readonly title?: string;
  /** A link that comes with it; one of its ends is the node. */
  readonly link?: LinkWish;
}

export const drawNode: Act<NodeWish> = {
  name: 'act.drawNode',
  allowed: always,
  run: (book, { map, record, type, title, link }, ctx) => {
    const writes: DraftWrite[] = [];
    if (map && !book.get('benefitMap', map)) return refuse('act.recordGone');
    if (!nodeIn(book, record)) {
      if (!type || title === undefined) return refuse('act.recordGone');
      if (title.trim() === '') return refuse('field.empty', { field: 'title' }, 'title');
      writes.push(...newNode(record, type, title.trim()));
    }
    if (map) writes.push(...onMap(book, map, [record, ...(link ? [link.from, link.to] : [])], ctx));
    if (link) {
      const linked = linkWrites(book, link, ctx, record);
      if (!linked.ok) return linked;
      writes.push(...linked.value);
    }
    return done({ act: drawNode.name, writes });
  },
};

/** Puts records of the book on a map, all as one change. */
export const showOnMap: Act<{ readonly map: RecordId; readonly nodes: readonly RecordId[] }> = {
  name: 'act.showOnMap',
  allowed: always,
  run: (book, { map, nodes }, ctx) => {
    if (!book.get('benefitMap', map) || nodes.some((node) => !nodeIn(book, node))) return refuse('act.recordGone');
    return done({ act: showOnMap.name, writes: onMap(book, map, nodes, ctx) });
  },
};

/** Takes nodes off a map; their records and links stay in the book. */
export const takeOffMap: Act<{ readonly map: RecordId; readonly nodes: readonly RecordId[] }> = {
  name: 'act.takeOffMap',
  allowed: always,
  run: (book, { map, nodes }) => {
    const gone = new Set(nodes);
    const places = where(book, 'mapPlace', 'map', map).filter(({ node }) => gone.has(node));
    return done({
      act: takeOffMap.name,
      writes: places.map(({ id }) => ({ kind: 'mapPlace', record: id, field: LIFE, value: 'deleted' })),
    });
  },
};
