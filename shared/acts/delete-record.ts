// Takes a record out of the book; its history stays, and undo brings it back.

import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import type { Book, Kind } from '#shared/domain/book.ts';
import { expectedDay } from '#shared/domain/delivery.ts';
import { holdingsByPerson } from '#shared/domain/holdings.ts';
import { where } from '#shared/domain/lookup.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, type Problem, refuse } from '#shared/kit/result.ts';
import { NODE_KINDS } from '#shared/map/model.ts';
import { type Act, always } from './act.ts';
import { gone } from './record-writes.ts';

export const deleteRecord: Act<{ readonly kind: Kind; readonly record: RecordId }> = {
  name: 'act.deleteRecord',
  allowed: always,
  run: (book, { kind, record }) => {
    if (!book.get(kind, record)) return refuse('act.recordGone');
    const held =
      kind === 'person'
        ? stillHolds(book, record)
        : kind === 'board' || kind === 'meeting'
          ? onRecord(book, kind, record)
          : undefined;
    if (held) return { ok: false, problem: held };
    return done({ act: deleteRecord.name, writes: [gone(kind, record), ...withIt(book, kind, record)] });
  },
};

/** Nobody leaves the book while a component or benefit answers to them: it would answer to no one. */
function stillHolds(book: Book, person: RecordId): Problem | undefined {
  const [first, ...others] = holdingsByPerson(book).get(person) ?? [];
  if (!first) return undefined;
  const args = { name: book.get('person', person)?.name ?? '', field: first.role, where: first.name };
  return others.length === 0
    ? { code: 'act.personHolds', args }
    : { code: 'act.personHoldsMore', args: { ...args, count: others.length } };
}

/** Whoever decided stays in the book with what was decided, and a body with its closed minutes. */
function onRecord(book: Book, kind: 'board' | 'meeting', record: RecordId): Problem | undefined {
  const name = book.get(kind, record)?.title ?? '';
  for (const { taken } of book.all('decision'))
    if (taken && (kind === 'board' ? taken.body : taken.meeting) === record)
      return { code: 'act.hasDecided', args: { name, number: taken.number } };
  const minutes = kind === 'board' && where(book, 'meeting', 'board', record).find(({ closed }) => closed);
  return minutes ? { code: 'act.hasMinutes', args: { name, meeting: minutes.title } } : undefined;
}

/** Kinds with the field by which they belong to another: they have no meaning without it. */
const BELONGING: { readonly [kind in Kind]?: readonly (readonly [Kind, field: string])[] } = {
  board: [
    ['seat', 'board'],
    ['reportingLine', 'from'],
    ['reportingLine', 'to'],
    ['meeting', 'board'],
  ],
  seat: [['membership', 'seat']],
  meeting: [
    ['agendaItem', 'meeting'],
    ['attendance', 'meeting'],
  ],
  decision: [
    ['decisionOption', 'decision'],
    ['voiced', 'decision'],
    ['deferral', 'decision'],
    ['agendaItem', 'subject'],
  ],
  decisionRight: [['rightParty', 'right']],
  gate: [['gateAnswer', 'gate']],
  risk: [['threat', 'risk']],
};

/** What belongs to a record, and what belongs to that; a closed meeting stays, as everything sealed does. */
function belongings(book: Book, kind: Kind, record: RecordId): DraftWrite[] {
  return (BELONGING[kind] ?? []).flatMap(([other, field]) =>
    where(book, other, field as never, record)
      .filter(({ id }) => book.state.row(other, id)?.values[LIFE] !== 'sealed')
      .flatMap(({ id }) => [gone(other, id), ...belongings(book, other, id)]),
  );
}

/** What has no meaning without it: links to it go too, its children become orphans, its benefits stay and say so. */
function withIt(book: Book, kind: Kind, record: RecordId): DraftWrite[] {
  const writes = belongings(book, kind, record);
  for (const link of book.all('alignment')) {
    if ((kind === 'component' && link.component === record) || (kind === 'objective' && link.objective === record))
      writes.push(gone('alignment', link.id));
  }
  if (kind === 'component' || kind === 'objective') {
    for (const child of book.all(kind))
      if (child.parent === record) writes.push({ kind, record: child.id, field: 'parent', value: null });
  }
  if (kind === 'benefit') {
    for (const measure of book.all('measure'))
      if (measure.benefit === record) writes.push(gone('measure', measure.id), ...claimsOn(book, measure.id));
    for (const assumption of book.all('assumption'))
      if (assumption.benefit === record) writes.push(gone('assumption', assumption.id));
  }
  if (kind === 'measure') writes.push(...claimsOn(book, record));
  if (kind === 'component')
    for (const claim of book.all('claim')) if (claim.component === record) writes.push(gone('claim', claim.id));
  if (kind === 'milestone')
    for (const benefit of book.all('benefit'))
      if (benefit.startMilestone === record) {
        // the profile stays where it stood
        const day = expectedDay(book.get('milestone', record) ?? { title: '' });
        writes.push({ kind: 'benefit', record: benefit.id, field: 'startMilestone', value: null });
        if (day) writes.push({ kind: 'benefit', record: benefit.id, field: 'start', value: day });
      }
  if (kind === 'benefitMap')
    for (const place of where(book, 'mapPlace', 'map', record)) writes.push(gone('mapPlace', place.id));
  // two files may have brought two records under one id: the other stays where it stands
  if (NODE_KINDS.some((other) => other !== kind && book.get(other, record))) return writes;
  for (const place of where(book, 'mapPlace', 'node', record)) writes.push(gone('mapPlace', place.id));
  for (const link of book.all('contribution'))
    if (link.from === record || link.to === record) writes.push(gone('contribution', link.id));
  return writes;
}

const claimsOn = (book: Book, measure: RecordId): DraftWrite[] =>
  where(book, 'claim', 'measure', measure).map((claim) => gone('claim', claim.id));
