// Keeps where people put nodes on a map, and lets go of it again.
import type { DraftWrite } from '#shared/change/model.ts';
import type { At } from '#shared/domain/benefit-map.ts';
import { where } from '#shared/domain/lookup.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';

export interface Arrangement {
  readonly map: RecordId;
  /** Null: the layout finds its place again. */
  readonly at: readonly { readonly node: RecordId; readonly at: At | null }[];
}

export const arrangeMap: Act<Arrangement> = {
  name: 'act.arrangeMap',
  allowed: always,
  run: (book, { map, at }) => {
    if (!book.get('benefitMap', map)) return refuse('act.recordGone');
    const places = new Map(where(book, 'mapPlace', 'map', map).map((place) => [place.node, place] as const));
    const writes: DraftWrite[] = [];
    for (const { node, at: to } of at) {
      const place = places.get(node);
      if (!place || (to === null && place.at === undefined)) continue;
      writes.push({
        kind: 'mapPlace',
        record: place.id,
        field: 'at',
        value: to && { x: Math.round(to.x), y: Math.round(to.y) },
      });
    }
    return done({ act: arrangeMap.name, writes });
  },
};
