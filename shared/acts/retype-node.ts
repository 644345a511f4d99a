// Turns a node into one of another type: people name things before they know what they are.
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import { stateOfBenefit } from '#shared/domain/benefit.ts';
import { type Book, KINDS } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { nodeIn } from '#shared/map/graph.ts';
import { kindOf, type NodeKind, type NodeType } from '#shared/map/model.ts';
import { type Act, always } from './act.ts';
import { newNode } from './map-writes.ts';

/** Fields a node keeps where its new kind has them too. */
const KEPT = ['owner', 'component', 'due', 'done', 'note', 'description'] as const;
const keptBy = (kind: NodeKind) => KEPT.filter((field) => Object.hasOwn(KINDS[kind].fields, field));

/** What is kept about a benefit in records of its own. */
const LEDGER = ['measure', 'assumption', 'attestation', 'handover', 'review'] as const;
const hasLedger = (book: Book, benefit: RecordId): boolean =>
  LEDGER.some((kind) => where(book, kind, 'benefit', benefit).length > 0) ||
  where(book, 'benefit', 'mergedInto', benefit).length > 0;

/**
 * Another kind is another record: it takes over title, links and places, and the old one leaves the book. What only the
 * old kind can hold would be lost, so a node that holds such a thing is refused by name.
 */
export const retypeNode: Act<{ readonly node: RecordId; readonly type: NodeType }> = {
  name: 'act.retypeNode',
  allowed: always,
  run: (book, { node: id, type }, ctx) => {
    const node = nodeIn(book, id);
    if (!node) return refuse('act.recordGone');
    const kind = kindOf(type);
    if (kind === node.kind)
      return done({
        act: retypeNode.name,
        writes: kind === 'benefit' ? [{ kind, record: id, field: 'disbenefit', value: type === 'disbenefit' }] : [],
      });
    const values: Record<string, unknown> = { ...book.get(node.kind, id) };
    const benefit = node.kind === 'benefit' ? book.get('benefit', id) : undefined;
    if (benefit && (stateOfBenefit(benefit) !== 'identified' || hasLedger(book, id)))
      return refuse('map.benefitHasLedger', { name: benefit.title });
    const plain = new Set<string>([LIFE, 'id', 'title', 'name', 'state', 'disbenefit', ...keptBy(kind)]);
    const held = Object.keys(values).find((field) => !plain.has(field));
    if (held) return refuse('map.wouldLose', { name: node.title, field: held });
    const tied = node.kind === 'objective' && [...book.all('alignment')].some(({ objective }) => objective === id);
    if (tied || (node.kind === 'objective' && [...book.all('objective')].some(({ parent }) => parent === id)))
      return refuse('map.objectiveInUse', { name: node.title });
    const record = newRecordId(ctx);
    const writes: DraftWrite[] = newNode(record, type, node.title);
    for (const field of keptBy(kind))
      if (values[field] !== undefined) writes.push({ kind, record, field, value: values[field] });
    for (const end of ['from', 'to'] as const)
      for (const link of where(book, 'contribution', end, id))
        writes.push({ kind: 'contribution', record: link.id, field: end, value: record });
    for (const place of where(book, 'mapPlace', 'node', id))
      writes.push({ kind: 'mapPlace', record: place.id, field: 'node', value: record });
    writes.push({ kind: node.kind, record: id, field: LIFE, value: 'deleted' });
    return done({ act: retypeNode.name, writes });
  },
};
