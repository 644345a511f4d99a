// What the desk needs of a round: letters in the reader's language, reading that can pause and stop, confidence that counts.
import { describe, expect, test } from 'vitest';
import { editField } from '#shared/acts/edit-field.ts';
import { planReturns } from '#shared/acts/returned.ts';
import { readReturns } from '#shared/collect/returns.ts';
import { letterOf, parcelsOf } from '#shared/collect/round.ts';
import { OFFICE } from '#shared/domain/office.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { act, must } from '#test/kit/book.ts';
import { BOOK_ID, collecting, filled, ON, take } from '#test/kit/collecting.ts';
import { JAN_2027 } from '#test/kit/owners.ts';

describe('the language of a person', () => {
  test('is the language of the workbook and the letter, whatever the desk reads', async () => {
    const round = await collecting(2);
    const person = 'o0' as RecordId;
    must(await act(round.open, round.ctx, editField, { kind: 'person', record: person, values: { language: 'ar' } }));
    const choice = { book: round.book(), bookId: BOOK_ID, round: round.round, language: 'en' as const, on: ON };
    const subjects: string[] = [];
    for await (const parcel of parcelsOf(choice, round.ctx)) subjects.push(parcel.letter.subject);
    expect(subjects.filter((subject) => /[\u0600-\u06ff]/.test(subject))).toHaveLength(1);
    const request = round.parcels.find(({ who }) => who === 'Amal Haddad')?.request as RecordId;
    const letter = letterOf(choice, request, round.ctx);
    expect(letter?.text).toMatch(/[\u0600-\u06ff]/);
    expect(letter?.to).toEqual([{ name: 'Amal Haddad', address: 'owner0@example.org' }]);
  });

  test('is one of those Mizan writes', async () => {
    const round = await collecting(1);
    const edit = { kind: 'person' as const, record: 'o0' as RecordId, values: { language: 'fr' } };
    expect(await act(round.open, round.ctx, editField, edit)).toMatchObject({ ok: false });
  });
});

test('a returned confidence is the benefit’s from then on, as one stated at the desk is', async () => {
  const round = await collecting(1);
  const bytes = await filled(round.parcels[0]?.workbook as Uint8Array, [
    ['b0-0.o0', 'statement', 'On its way'],
    ['b0-0.o0', 'confidence', 85],
  ]);
  const context = { book: round.book(), bookId: BOOK_ID, on: ON };
  const back = await readReturns(context, [{ name: 'a.xlsx', bytes }]);
  await take(round, ...back.read);
  expect(round.book().get('benefit', 'b0-0' as RecordId)?.confidence).toBe(85);
});

test('evidence goes with its reading: where the book’s figure is kept, it proves nothing', async () => {
  const round = await collecting(1);
  const bytes = await filled(round.parcels[0]?.workbook as Uint8Array, [
    ['m0-0.2027-01', 'value', 37],
    ['m0-0.2027-01', 'evidence', 'Ledger line 44'],
  ]);
  const values = { [`actual@${JAN_2027}`]: 33 };
  must(await act(round.open, round.ctx, editField, { kind: 'measure', record: 'm0-0' as RecordId, values }));
  const back = await readReturns({ book: round.book(), bookId: BOOK_ID, on: ON }, [{ name: 'a.xlsx', bytes }]);
  const [read] = back.read;
  expect(read?.plan.differences).toEqual([]);
  expect(read?.plan.clashes.map(({ why }) => why)).toEqual(['movedOn', 'withReading']);
  const returns = back.read.map(({ returned }) => returned);
  const chosen = new Set([read?.plan.clashes[0]?.key as string]);
  expect(planReturns(round.book(), returns, chosen)[0]?.differences).toHaveLength(2);
});

test('readings of a past round come in where the book reports on a later or an earlier day', async () => {
  for (const reportingDate of ['2027-06-30', '2027-03-31'] as Day[]) {
    const round = await collecting(1);
    must(await act(round.open, round.ctx, editField, { kind: 'office', record: OFFICE, values: { reportingDate } }));
    const bytes = await filled(round.parcels[0]?.workbook as Uint8Array, [['m0-0.2027-01', 'value', 31]]);
    const context = { book: round.book(), bookId: BOOK_ID, on: ON };
    const back = await readReturns(context, [{ name: 'a.xlsx', bytes }]);
    expect(back.read[0]?.plan.differences).toHaveLength(1);
    await take(round, ...back.read);
    expect(round.book().get('measure', 'm0-0' as RecordId)?.['actual@']?.values).toContainEqual({ value: 31, on: ON });
  }
});

test('reading waits between two files, and stops when told', async () => {
  const round = await collecting(3);
  const files = round.parcels.map(({ file, workbook }) => ({ name: `${file}.xlsx`, bytes: workbook }));
  const seen: number[] = [];
  const context = { book: round.book(), bookId: BOOK_ID, on: ON };
  await readReturns(context, files, async (read) => void seen.push(read));
  expect(seen).toEqual([0, 1, 2]);
  const stop = async (read: number) => {
    if (read === 1) throw new Error('stopped');
  };
  await expect(readReturns(context, files, stop)).rejects.toThrow('stopped');
});
