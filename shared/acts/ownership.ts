// Ownership: accepted on a date, handed over with its history kept, attested for each period.

import { LIFE } from '#shared/change/model.ts';
import { attestationOf } from '#shared/domain/lookup.ts';
import { newRecordId, today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';

export const acceptOwnership: Act<{ readonly benefit: RecordId }> = {
  name: 'act.acceptOwnership',
  allowed: always,
  run: (book, { benefit: id }, ctx) => {
    const benefit = book.get('benefit', id);
    if (!benefit) return refuse('act.recordGone');
    if (!benefit.owner) return refuse('owner.none', {}, 'owner');
    const value = { by: benefit.owner, on: today(ctx) };
    return done({ act: acceptOwnership.name, writes: [{ kind: 'benefit', record: id, field: 'accepted', value }] });
  },
};

export interface OwnershipMove {
  readonly benefit: RecordId;
  readonly to: RecordId;
  readonly note?: string;
}

/** The new owner has not accepted yet: until then the benefit says so. */
export const handOver: Act<OwnershipMove> = {
  name: 'act.handOver',
  allowed: always,
  run: (book, { benefit: id, to, note }, ctx) => {
    const benefit = book.get('benefit', id);
    if (!benefit || !book.get('person', to)) return refuse('act.recordGone');
    if (benefit.owner === to) return refuse('owner.same', { name: book.get('person', to)?.name ?? '' }, 'owner');
    const record = newRecordId(ctx);
    const told = {
      [LIFE]: 'here',
      benefit: id,
      to,
      on: today(ctx),
      ...(benefit.owner && { from: benefit.owner }),
      ...(note?.trim() && { note: note.trim() }),
    };
    return done({
      act: handOver.name,
      writes: [
        { kind: 'benefit', record: id, field: 'owner', value: to },
        { kind: 'benefit', record: id, field: 'accepted', value: null },
        ...Object.entries(told).map(([field, value]) => ({ kind: 'handover', record, field, value })),
      ],
    });
  },
};

export interface AttestationInput {
  readonly benefit: RecordId;
  /** '2027-Q1', the fiscal year by its end. */
  readonly period: string;
  readonly statement: string;
  readonly confidence?: number;
  readonly evidence?: string;
}

/** A second statement for the same period by the same owner takes the place of the first. */
export const attest: Act<AttestationInput> = {
  name: 'act.attest',
  allowed: always,
  run: (book, { benefit: id, period, statement, confidence, evidence }, ctx) => {
    const benefit = book.get('benefit', id);
    if (!benefit) return refuse('act.recordGone');
    if (!benefit.owner) return refuse('owner.none', {}, 'owner');
    if (statement.trim() === '') return refuse('owner.noStatement', {}, 'statement');
    const same = attestationOf(book, benefit.id, benefit.owner, period);
    const record = same?.id ?? newRecordId(ctx);
    const values: Record<string, unknown> = {
      [LIFE]: 'here',
      benefit: id,
      owner: benefit.owner,
      period,
      statement: statement.trim(),
      confidence: confidence ?? null,
      evidence: evidence?.trim() || null,
      on: today(ctx),
    };
    const writes = Object.entries(values).map(([field, value]) => ({ kind: 'attestation', record, field, value }));
    // how sure the owner is now is what the risk-adjusted figure counts with
    if (confidence !== undefined) writes.push({ kind: 'benefit', record: id, field: 'confidence', value: confidence });
    return done({ act: attest.name, writes });
  },
};
