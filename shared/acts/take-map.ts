// Puts a pasted map into the book and on a map, all as one change: new nodes, their people, links, places.
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import type { MapDraft } from '#shared/intake/map-draft.ts';
import { type PlannedEnd, type PlannedNode, proposeMap } from '#shared/intake/map-propose.ts';
import { peopleIn } from '#shared/intake/register-find.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { kindOf } from '#shared/map/model.ts';
import { type Act, always } from './act.ts';
import { newNode, onMap } from './map-writes.ts';

export interface MapTaken {
  readonly map: RecordId;
  readonly draft: MapDraft;
}

export const takeMap: Act<MapTaken> = {
  name: 'act.takeMap',
  allowed: always,
  run: (book, { map, draft }, ctx) => {
    if (!book.get('benefitMap', map)) return refuse('act.recordGone');
    // planned anew on the newest book: the preview may be older than another window's last edit
    const plan = proposeMap(book, map, draft);
    if (plan.nodes.length + plan.links.length === 0) return refuse('takein.nothing');
    const writes: DraftWrite[] = [];
    const people = peopleIn(book, writes, ctx);
    const records = plan.nodes.map(({ known }) => known ?? newRecordId(ctx));
    for (const [i, node] of plan.nodes.entries())
      if (!node.known)
        writes.push(
          ...newNode(records[i] as RecordId, node.type, node.title),
          ...held(node, records[i] as RecordId, people),
        );
    const at = (end: PlannedEnd): RecordId => (typeof end === 'number' ? (records[end] as RecordId) : end);
    const ends = plan.links.flatMap(({ from, to }) => [at(from), at(to)]);
    writes.push(...onMap(book, map, [...records, ...ends], ctx));
    for (const { from, to, state, known, values } of plan.links) {
      if (state === 'same') continue;
      const record = known ?? newRecordId(ctx);
      const all = known ? values : { [LIFE]: 'here', from: at(from), to: at(to), ...values };
      for (const [field, value] of Object.entries(all)) writes.push({ kind: 'contribution', record, field, value });
    }
    return done({ act: takeMap.name, writes });
  },
};

function held(
  { type, owner, component }: PlannedNode,
  record: RecordId,
  people: ReturnType<typeof peopleIn>,
): DraftWrite[] {
  const person = owner && ('record' in owner ? owner.record : people.named(owner.name));
  const values = { ...(person && { owner: person }), ...(component && { component }) };
  return Object.entries(values).map(([field, value]) => ({ kind: kindOf(type), record, field, value }));
}
