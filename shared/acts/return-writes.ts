// The writes that put returned cells into the book: readings and attestations whole, whichever of their cells were edited.
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import type { Book } from '#shared/domain/book.ts';
import { attestationOf } from '#shared/domain/lookup.ts';
import { readingValue } from '#shared/domain/measure.ts';
import { type Context, newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day, MonthIndex } from '#shared/kit/period.ts';
import { type Difference, evidenceOf, forecastPlace, type Held, readingAt } from './returned.ts';

export function writesOf(
  book: Book,
  period: string,
  differences: readonly Difference[],
  on: Day,
  ctx: Context,
): DraftWrite[] {
  const writes: DraftWrite[] = [];
  const readings = new Map<string, { measure: RecordId; month: MonthIndex; value: Held; evidence: Held }>();
  const attestations = new Map<string, { benefit: RecordId; owner: RecordId; fields: Record<string, Held> }>();
  for (const { target, after } of differences) {
    if (target.kind === 'forecast') {
      const place = forecastPlace(book, target.measure, target.month);
      writes.push({ kind: 'measure', record: target.measure, field: `forecast@${place}`, value: after });
    } else if (target.kind === 'acceptance') {
      const value = after === true ? { by: target.owner, on } : null;
      writes.push({ kind: 'benefit', record: target.benefit, field: 'accepted', value });
    } else if ('measure' in target) {
      const { measure, month } = target;
      const key = `${measure} ${month}`;
      const stands = readingAt(book, target);
      const held = readings.get(key) ?? { measure, month, value: readingValue(stands), evidence: evidenceOf(stands) };
      readings.set(key, { ...held, [target.kind === 'reading' ? 'value' : 'evidence']: after });
    } else {
      const { benefit, owner } = target;
      const key = `${benefit} ${owner}`;
      const held = attestations.get(key) ?? { benefit, owner, fields: {} };
      held.fields[target.kind === 'attestationEvidence' ? 'evidence' : target.kind] = after;
      attestations.set(key, held);
    }
  }
  for (const { measure, month, value, evidence } of readings.values()) {
    const reading = value === null ? null : { value, ...(evidence === null ? {} : { evidence }), on };
    writes.push({ kind: 'measure', record: measure, field: `actual@${month}`, value: reading });
  }
  for (const { benefit, owner, fields } of attestations.values()) {
    const stands = attestationOf(book, benefit, owner, period);
    const record = stands?.id ?? newRecordId(ctx);
    const values = { ...(stands ? {} : { [LIFE]: 'here', benefit, owner, period }), ...fields, on };
    for (const [field, value] of Object.entries(values)) writes.push({ kind: 'attestation', record, field, value });
    // how sure the owner is now is what the risk-adjusted figure counts with, as when it is stated at the desk
    if (typeof fields.confidence === 'number')
      writes.push({ kind: 'benefit', record: benefit, field: 'confidence', value: fields.confidence });
  }
  return writes;
}
