// `mizan minutes` as a secretary runs it: closed ones as they were closed, open ones as a draft, a changed letter refused.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIFE } from '#shared/change/model.ts';
import { writeBook } from '#shared/file/body.ts';
import { closedText } from '#shared/govern/minutes.ts';
import type { ActorId, BookId, ChangeId, RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { textOf, unpackZip } from '#shared/sheet/zip.ts';
import { buildCli, mizan, newFolder, type Ran, removeFolder } from '#test/kit/cli.ts';
import { meetingRecords, sampleMinutes } from '#test/kit/minutes.ts';
import { findBrowser } from '../../electron/host/browser.mjs';

let folder = '';
beforeAll(async () => {
  await buildCli();
  folder = newFolder();
  const kept = closedText(sampleMinutes('en'));
  bookNamed('closed.mizan', kept);
  bookNamed('open.mizan', undefined);
  bookNamed('changed.mizan', { ...kept, minutes: kept.minutes.replace('£12,500,000', '£92,500,000') });
});
afterAll(() => removeFolder(folder));

function bookNamed(file: string, text: { minutes: string; hash: string } | undefined): void {
  const writes = meetingRecords(text).flatMap(({ kind, id, fields }) =>
    Object.entries({ [LIFE]: 'here', ...fields }).map(([field, value]) => ({
      kind,
      record: id as RecordId,
      field,
      value,
      replaces: [],
    })),
  );
  const change = {
    id: 'change-1' as ChangeId,
    prev: null,
    at: [0, 0, 'actor-1' as ActorId] as const,
    asAt: '2027-03-18' as Day,
    by: 'Tester',
    act: 'test',
    schema: 1,
    writes,
  };
  writeFileSync(at(file), writeBook({ book: 'book-of-minutes' as BookId, changes: [change] }));
}

const at = (name: string): string => join(folder, name);
const run = (...words: string[]): Promise<Ran> => mizan(folder, ['minutes', ...words]);
const documentIn = (name: string): string =>
  textOf(unpackZip(new Uint8Array(readFileSync(at(name))))['word/document.xml'] as Uint8Array);

describe('mizan minutes', () => {
  test('writes closed minutes word for word, the same file twice', async () => {
    const ran = await run('closed.mizan', '--meeting', 'march MEETING', '--out', 'a.docx', '--json');
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(JSON.parse(ran.out)).toMatchObject({ ok: true, meeting: 'm', draft: false, language: 'en' });
    expect((await run('closed.mizan', '--meeting', 'm', '--out', 'b.docx')).code).toBe(0);
    expect(readFileSync(at('b.docx')).equals(readFileSync(at('a.docx')))).toBe(true);
    expect(documentIn('a.docx')).toContain('£12,500,000');
  });

  test('writes an open meeting as a draft, in Arabic where asked', async () => {
    const ran = await run('open.mizan', '--meeting', 'm', '--out', 'draft.docx', '--language', 'ar');
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('draft');
    expect(documentIn('draft.docx')).toContain('مسودة');
  });

  test.runIf(findBrowser())('prints them where a browser is', async () => {
    const ran = await run('closed.mizan', '--meeting', 'm', '--out', 'a.pdf', '--language', 'ar');
    expect([ran.code, ran.err]).toEqual([0, '']);
    const pdf = readFileSync(at('a.pdf')).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    // upright A4 in points
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
  });

  test.each([
    ['a changed letter', ['changed.mizan', '--meeting', 'm', '--out', 'x.docx'], 'minutes.tampered'],
    ['no such meeting', ['closed.mizan', '--meeting', 'April', '--out', 'x.docx'], 'minutes.unknownNear'],
    ['no meeting named', ['closed.mizan', '--out', 'x.docx'], 'minutes.noMeeting'],
    ['another kind of file', ['closed.mizan', '--meeting', 'm', '--out', 'x.txt'], 'minutes.badOut'],
    ['another language', ['closed.mizan', '--meeting', 'm', '--out', 'x.docx', '--language', 'fr'], 'cli.badLanguage'],
  ])('refuses %s in one sentence and writes nothing', async (_, words, code) => {
    const ran = await run(...words, '--json');
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out).problem.code).toBe(code);
    expect(ran.err.trim().split('\n')).toHaveLength(1);
    expect(existsSync(at('x.docx'))).toBe(false);
  });

  test('the refusal names the meeting', async () => {
    const ran = await run('changed.mizan', '--meeting', 'm', '--out', 'x.docx');
    expect(ran.err.replace(/[\u2066-\u2069]/g, '')).toContain(
      'The minutes of “March meeting” are not as they were closed',
    );
  });
});
