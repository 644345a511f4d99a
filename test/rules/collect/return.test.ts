// A workbook that comes back gives exactly the edited cells as the difference, tells every fault at its place, and nothing twice.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { editField } from '#shared/acts/edit-field.ts';
import { valueAt } from '#shared/change/run.ts';
import { type ReadReturn, readReturn } from '#shared/collect/read.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import { createWords } from '#shared/words/words.ts';
import { act, must } from '#test/kit/book.ts';
import {
  BOOK_ID,
  type Collecting,
  collecting,
  editSheet,
  filled,
  movedRow,
  ON,
  placeOfCell,
  rowsXml,
  take,
} from '#test/kit/collecting.ts';
import { lacks } from '#test/kit/lacks.ts';
import { NO_SCHEMAS, recomputed, schemaFaults, schemasHere } from '#test/kit/office.ts';
import { JAN_2027 } from '#test/kit/owners.ts';

const FIRST = 'm0-0.2027-01';
const SECOND = 'm0-0.2027-02';
const STATEMENT = 'b0-0.o0';
const FILLING = [
  [FIRST, 'value', 37.25],
  [FIRST, 'evidence', 'HR ledger, page 4 & <more>'],
  ['m0-1.2027-03', 'value', 338_000.5],
  ['m0-0', '2027-05', 34.4],
  [STATEMENT, 'statement', 'The new shifts work; the winter was mild.'],
  [STATEMENT, 'confidence', 85],
  ['b0-1.o0', 'accept', 'Yes'],
] as const;

const workbookOf = ({ parcels }: Collecting, owner = 'Amal Haddad') =>
  parcels.find(({ who }) => who === owner)?.workbook as Uint8Array;
const read = async (round: Collecting, bytes: Uint8Array, on: Day = ON) =>
  readReturn({ book: round.book(), bookId: BOOK_ID, on }, bytes, 'return.xlsx');
const readWell = async (round: Collecting, bytes: Uint8Array, on: Day = ON): Promise<ReadReturn> =>
  must(await read(round, bytes, on));
const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code).sort();
const cellsOf = ({ plan }: ReadReturn) => plan.differences.map(({ cell, before, after }) => [cell, before, after]);

describe('a workbook filled in', () => {
  test('is a workbook by the standard, and the same bytes for the same book', async (ctx) => {
    const [once, again] = [
      workbookOf(await collecting(2, 'owner', 'ar')),
      workbookOf(await collecting(2, 'owner', 'ar')),
    ];
    expect(once).toEqual(again);
    const sheet = strFromU8(unzipSync(once)['xl/worksheets/sheet2.xml'] as Uint8Array);
    for (const part of ['rightToLeft="1"', '<sheetProtection', '<dataValidation ', 'state="frozen"'])
      expect(sheet).toContain(part);
    if (!schemasHere) {
      console.warn(NO_SCHEMAS);
      ctx.skip();
    }
    expect(schemaFaults(once)).toEqual([]);
  });

  test('untouched, it says nothing, in either language', async () => {
    for (const language of ['en', 'ar'] as const) {
      const round = await collecting(2, 'owner', language);
      const back = await readWell(round, workbookOf(round));
      expect(back.returned.cells).toEqual([]);
      expect(back.faults).toEqual([]);
      expect(codes(back.notes)).toEqual(['collect.nothingFilled']);
    }
  });

  test('gives exactly the edited cells; taken once, the second time there is none', async () => {
    const round = await collecting(2);
    const bytes = await filled(workbookOf(round), FILLING);
    await exactlyTheEdits(round, workbookOf(round), bytes);
  });

  test('saved by LibreOffice, gives exactly the edited cells; the second time none', async (ctx) => {
    if (lacks('soffice')) {
      console.warn('Skipped: LibreOffice (soffice) is not installed, so no workbook can be saved by it.');
      ctx.skip();
    }
    const round = await collecting(2);
    const bytes = recomputed(await filled(workbookOf(round), FILLING));
    await exactlyTheEdits(round, workbookOf(round), bytes);
    // the second's hidden sheet holds its record in several pieces
    for (const [other, who] of [
      [await collecting(2, 'owner', 'ar'), 'Amal Haddad'],
      [await collecting(16, 'programme'), 'Digital Front Door'],
    ] as const) {
      const untouched = await readWell(other, recomputed(workbookOf(other, who)));
      expect([untouched.returned.cells, untouched.faults, codes(untouched.notes)]).toEqual([
        [],
        [],
        ['collect.nothingFilled'],
      ]);
    }
  }, 120_000);

  async function exactlyTheEdits(round: Collecting, sent: Uint8Array, bytes: Uint8Array) {
    const back = await readWell(round, bytes);
    expect(back.faults).toEqual([]);
    expect(back.notes).toEqual([]);
    const expected = await Promise.all(
      FILLING.map(async ([id, key, value]) => [
        (await placeOfCell(sent, id, key)).cell,
        value === 'Yes' ? true : value,
      ]),
    );
    expect(cellsOf(back).map(([cell, , after]) => [cell, after])).toEqual(expect.arrayContaining(expected));
    expect(back.plan.differences).toHaveLength(FILLING.length);
    const taken = await take(round, back);
    expect(taken.change?.act).toBe('act.takeReturns');
    const book = round.book();
    const measure = book.get('measure', 'm0-0' as RecordId);
    expect(valueAt(measure?.['actual@'], JAN_2027)).toEqual({
      value: 37.25,
      evidence: 'HR ledger, page 4 & <more>',
      on: ON,
    });
    expect(valueAt(measure?.['forecast@'], 10)).toBe(34.4);
    expect([...book.all('attestation')]).toMatchObject([
      { benefit: 'b0-0', owner: 'o0', period: '2027-Q1', confidence: 85, on: ON },
    ]);
    expect(book.get('benefit', 'b0-1' as RecordId)?.accepted).toEqual({ by: 'o0', on: ON });
    expect(book.get('request', back.returned.request)).toMatchObject({ returned: ON, file: back.returned.sha256 });
    const again = await readWell(round, bytes);
    expect([again.plan.differences, again.plan.clashes, again.plan.already]).toEqual([[], [], FILLING.length]);
    expect((await take(round, again)).change).toBeUndefined();
  }

  test('figures written as text, Arabic digits and per cent signs are read; a cleared cell clears', async () => {
    const round = await collecting(2);
    const bytes = await filled(workbookOf(round), [
      [FIRST, 'value', '٣٧٫٥'],
      ['m0-1.2027-03', 'value', '1,338,000'],
      ['m0-0', '2027-06', null],
      [STATEMENT, 'statement', 'On course'],
      [STATEMENT, 'confidence', '80 %'],
    ]);
    const back = await readWell(round, bytes);
    expect(back.faults).toEqual([]);
    expect(cellsOf(back).map(([, , after]) => after)).toEqual(
      expect.arrayContaining([37.5, 1_338_000, null, 'On course', 80]),
    );
  });

  test('a corrected second return updates the first; the old one read again changes nothing', async () => {
    const round = await collecting(2);
    const first = await filled(workbookOf(round), [
      [FIRST, 'value', 37],
      [STATEMENT, 'statement', 'Well'],
    ]);
    await take(round, await readWell(round, first));
    const second = await filled(workbookOf(round), [
      [FIRST, 'value', 36],
      [STATEMENT, 'statement', 'Very well'],
    ]);
    const back = await readWell(round, second);
    expect(cellsOf(back).map(([, before, after]) => [before, after])).toEqual([
      [37, 36],
      ['Well', 'Very well'],
    ]);
    await take(round, back);
    expect([...round.book().all('attestation')]).toHaveLength(1);
    const old = await readWell(round, first);
    expect([old.plan.differences.length, old.plan.clashes.length]).toEqual([0, 2]);
    expect((await take(round, old)).change).toBeUndefined();
  });
});

describe('the book moved on', () => {
  test('an edited cell whose value changed meanwhile is a clash and left alone; an untouched one is nothing', async () => {
    const round = await collecting(2);
    const bytes = await filled(workbookOf(round), [[FIRST, 'value', 37]]);
    const values = { [`actual@${JAN_2027}`]: 39, [`actual@${JAN_2027 + 1}`]: 38 };
    must(await act(round.open, round.ctx, editField, { kind: 'measure', record: 'm0-0' as RecordId, values }));
    const back = await readWell(round, bytes);
    expect(back.plan.differences).toEqual([]);
    expect(back.plan.clashes).toMatchObject([{ why: 'movedOn', exported: null, before: 39, after: 37 }]);
    await take(round, back);
    expect(valueAt(round.book().get('measure', 'm0-0' as RecordId)?.['actual@'], JAN_2027)).toBe(39);
  });

  test('a slip since the export moves no figure to another month', async () => {
    const round = await collecting(2);
    const bytes = await filled(workbookOf(round), [['m0-0', '2027-05', 34]]);
    const values = { start: '2026-08-01' };
    must(await act(round.open, round.ctx, editField, { kind: 'benefit', record: 'b0-0' as RecordId, values }));
    const back = await readWell(round, bytes);
    expect(back.plan.clashes).toMatchObject([{ why: 'movedOn', after: 34 }]);
  });

  test('a statement on a benefit somebody else owns by now is named, not taken', async () => {
    const round = await collecting(2);
    const bytes = await filled(workbookOf(round), [[STATEMENT, 'statement', 'Well']]);
    const values = { owner: 'o1' };
    must(await act(round.open, round.ctx, editField, { kind: 'benefit', record: 'b0-0' as RecordId, values }));
    expect((await readWell(round, bytes)).plan.clashes).toMatchObject([{ why: 'newOwner' }]);
  });
});

describe('faults are told at their cell and nothing of the workbook is half taken', () => {
  test.each<[string, (typeof FILLING)[number] | readonly [string, string, string | number], string]>([
    ['words where a figure belongs', [FIRST, 'value', 'about forty'], 'collect.notANumber'],
    ['an error of a formula', [FIRST, 'value', '#REF!'], 'collect.notANumber'],
    ['confidence beyond 100', [STATEMENT, 'confidence', 120], 'collect.notAPercent'],
    ['confidence as a share', [STATEMENT, 'confidence', 0.8], 'collect.shareForPercent'],
    ['neither yes nor no', ['b0-1.o0', 'accept', 'perhaps'], 'collect.notAChoice'],
    ['evidence without a reading', [FIRST, 'evidence', 'page 3'], 'collect.evidenceAlone'],
    ['confidence without a statement', [STATEMENT, 'confidence', 80], 'collect.noStatement'],
  ])('%s', async (_, filling, code) => {
    const round = await collecting(2);
    const back = await readWell(round, await filled(workbookOf(round), [filling]));
    const { cell } = await placeOfCell(workbookOf(round), filling[0], filling[1]);
    expect(codes(back.faults)).toContain(code);
    if (code !== 'collect.evidenceAlone')
      expect(back.faults.some(({ path }) => path?.endsWith(`!${cell}`)) || code === 'collect.noStatement').toBe(true);
    for (const language of ['en', 'ar'] as const)
      for (const fault of back.faults) expect(createWords({ language }).problem(fault)).not.toMatch(/\{\{|undefined/);
  });

  test('a reading of a month to come', async () => {
    const round = await collecting(2);
    const bytes = await filled(workbookOf(round), [['m0-0.2027-03', 'value', 36]]);
    expect(codes((await readWell(round, bytes, '2027-02-15' as Day)).faults)).toEqual(['collect.futureReading']);
    expect((await readWell(round, bytes, '2027-03-20' as Day)).faults).toEqual([]);
  });

  test('rows sorted: the same difference', async () => {
    const round = await collecting(2);
    const bytes = await filled(workbookOf(round), [[FIRST, 'value', 37]]);
    const { sheet } = await placeOfCell(bytes, FIRST, 'value');
    const sorted = editSheet(bytes, sheet, (xml) => {
      const rows = rowsXml(xml);
      const own = [...rows.keys()].filter((at) => at > 3);
      const turned = own.map((at, i) => movedRow(rows.get(own[own.length - 1 - i] as number) as string, at));
      return xml.replace(
        /<sheetData>.*<\/sheetData>/s,
        () => `<sheetData>${[1, 2, 3].map((at) => rows.get(at)).join('')}${turned.join('')}</sheetData>`,
      );
    });
    const back = await readWell(round, sorted);
    expect([back.faults, back.notes]).toEqual([[], []]);
    expect(back.plan.differences).toMatchObject([
      { target: { kind: 'reading', measure: 'm0-0', month: JAN_2027 }, after: 37 },
    ]);
  });

  const reworked = async (bytes: Uint8Array, change: (rows: Map<number, string>, at: number) => void) => {
    const { sheet, cell } = await placeOfCell(bytes, FIRST, 'value');
    return editSheet(bytes, sheet, (xml) => {
      const rows = rowsXml(xml);
      change(rows, Number(/\d+/.exec(cell)?.[0]));
      return xml.replace(
        /<sheetData>.*<\/sheetData>/s,
        () =>
          `<sheetData>${[...rows]
            .sort(([a], [b]) => a - b)
            .map(([, row]) => row)
            .join('')}</sheetData>`,
      );
    });
  };

  test('a row taken out is named, and what the book holds stays', async () => {
    const round = await collecting(2);
    const bytes = await reworked(await filled(workbookOf(round), [[SECOND, 'value', 36]]), (rows, at) =>
      rows.delete(at),
    );
    const back = await readWell(round, bytes);
    expect(codes(back.notes)).toEqual(['collect.rowMissing']);
    expect(back.plan.differences).toHaveLength(1);
  });

  test('a row doubled counts once where it is alike; else both are named and neither is taken', async () => {
    const round = await collecting(2);
    const once = await filled(workbookOf(round), [[FIRST, 'value', 33.3]]);
    const alike = await reworked(once, (rows, at) => rows.set(40, movedRow(rows.get(at) as string, 40)));
    const good = await readWell(round, alike);
    expect([codes(good.faults), codes(good.notes), good.plan.differences.length]).toEqual([
      [],
      ['collect.rowTwiceAlike'],
      1,
    ]);
    const unlike = await reworked(once, (rows, at) =>
      rows.set(40, movedRow(rows.get(at) as string, 40).replace('<v>33.3</v>', '<v>35</v>')),
    );
    const bad = await readWell(round, unlike);
    expect([codes(bad.faults), bad.plan.differences.length]).toEqual([['collect.rowTwice'], 0]);
    expect(bad.faults[0]?.path).toContain('40');
  });

  test('an id that was edited, a row added by hand, a column taken out, a locked cell changed', async () => {
    const round = await collecting(2);
    const sent = workbookOf(round);
    const { cell, sheet } = await placeOfCell(sent, FIRST, 'value');
    const row = Number(/\d+/.exec(cell)?.[0]);
    const idCell = (value: string) => (rows: Map<number, string>) =>
      rows.set(
        row,
        (rows.get(row) as string).replace(
          new RegExp(`<c r="A${row}".*?</c>`),
          `<c r="A${row}" t="inlineStr"><is><t>${value}</t></is></c>`,
        ),
      );
    const edited = await readWell(round, await reworked(sent, idCell('m0-0.2029-01')));
    expect([codes(edited.faults), codes(edited.notes)]).toEqual([['collect.unknownId'], ['collect.rowMissing']]);
    const added = await readWell(
      round,
      await reworked(sent, (rows) =>
        rows.set(41, '<row r="41"><c r="D41" t="inlineStr"><is><t>New</t></is></c></row>'),
      ),
    );
    expect(codes(added.faults)).toEqual(['collect.rowWithoutId']);
    const column = /[A-Z]+/.exec(cell)?.[0];
    const lost = await readWell(
      round,
      editSheet(sent, sheet, (xml) => xml.replace(new RegExp(`<c r="${column}1".*?</c>`), '')),
    );
    expect(codes(lost.faults)).toEqual(['collect.columnMissing']);
    expect(lost.returned.cells).toEqual([]);
    const locked = await readWell(round, await filled(sent, [[FIRST, 'plan', 1]]));
    expect([codes(locked.faults), codes(locked.notes)]).toEqual([
      [],
      ['collect.lockedEdited', 'collect.nothingFilled'],
    ]);
  });
});

describe('refused as a whole, each with its reason', () => {
  const refusal = async (round: Collecting, bytes: Uint8Array) => {
    const back = await read(round, bytes);
    return back.ok ? 'read' : back.problem.code;
  };
  test('another book, another round, an edited record, no workbook, a damaged one', async () => {
    const round = await collecting(2);
    const bytes = workbookOf(round);
    const other = await readReturn({ book: round.book(), bookId: 'book-2', on: ON }, bytes, 'x.xlsx');
    expect(other.ok ? '' : other.problem.code).toBe('collect.otherBook');
    const elsewhere = { book: round.book(), bookId: BOOK_ID, on: ON, round: 'r2' as RecordId };
    const another = await readReturn(elsewhere, bytes, 'x.xlsx');
    expect(another.ok ? '' : another.problem.code).toBe('collect.otherRound');
    const parts = unzipSync(bytes);
    const strings = strFromU8(parts['xl/sharedStrings.xml'] as Uint8Array);
    expect(strings).toContain('"period":"2027-Q1"');
    const tampered = {
      ...parts,
      'xl/sharedStrings.xml': strToU8(strings.replace('"period":"2027-Q1"', '"period":"2027-Q2"')),
    };
    expect(await refusal(round, zipSync(tampered))).toBe('collect.recordEdited');
    expect(await refusal(round, strToU8('Dear all, my figures are fine.'))).toBe('sheet.notAnArchive');
    expect(await refusal(round, bytes.subarray(0, bytes.length - 200))).toBe('sheet.damaged');
    const flipped = bytes.slice();
    flipped[Math.floor(bytes.length / 2)] = (flipped[Math.floor(bytes.length / 2)] ?? 0) ^ 255;
    expect(await refusal(round, flipped)).toBe('sheet.damaged');
    const empty = await collecting(2);
    expect(await refusal({ ...round, book: () => empty.book() }, bytes)).toBe('read');
  });
});
