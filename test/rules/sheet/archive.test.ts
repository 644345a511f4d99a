// Archives are judged before any library opens them: bombs, lies, bad paths and foreign formats are refused by name.
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ARCHIVE_BOUNDS, checkArchive } from '#shared/sheet/archive.ts';
import { readWorkbook } from '#shared/sheet/read.ts';
import { createWords } from '#shared/words/words.ts';

const code = (bytes: Uint8Array) => {
  const checked = checkArchive(bytes);
  return checked.ok ? 'ok' : checked.problem.code;
};
const text = (length: number) => new Uint8Array(length).fill(65);
/** Incompressible, and the same each time. */
const noise = (length: number) =>
  Uint8Array.from({ length }, (_, at) => (Math.imul(at + 1, 2_654_435_761) >>> 13) & 255);
const patched = (bytes: Uint8Array, change: (view: DataView) => void) => {
  const copy = bytes.slice();
  change(new DataView(copy.buffer));
  return copy;
};
const directoryAt = (view: DataView) => view.getUint32(view.byteLength - 22 + 16, true);
const ole = (name: string) => {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...name].forEach((char, at) => {
    bytes[1024 + at * 2] = char.charCodeAt(0);
  });
  return bytes;
};

describe('an honest archive', () => {
  test('lists its entries with their sizes', () => {
    const checked = checkArchive(zipSync({ 'a/b.xml': text(5000), 'c.bin': [noise(300), { level: 0 }] }));
    expect(checked.ok && checked.value.map(({ path, unpacked }) => [path, unpacked])).toEqual([
      ['a/b.xml', 5000],
      ['c.bin', 300],
    ]);
  });
});

describe('refused, each with its sentence', () => {
  const small = zipSync({ 'a.xml': noise(400), 'b.xml': text(900) });
  const cases: [string, Uint8Array, string][] = [
    ['nothing', new Uint8Array(), 'sheet.notAnArchive'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'sheet.notAnArchive'],
    ['an encrypted workbook', ole('EncryptedPackage'), 'sheet.encrypted'],
    ['a workbook from before 2007', ole('Workbook'), 'sheet.oldBinary'],
    ['a file cut short', small.subarray(0, small.length - 30), 'sheet.damaged'],
    ['a ratio beyond the bound', zipSync({ 'a.xml': text(4_000_000) }), 'sheet.bomb'],
    ['a path that climbs', zipSync({ '../a.xml': text(10) }), 'sheet.badPath'],
    ['an absolute path', zipSync({ '/etc/a.xml': text(10) }), 'sheet.badPath'],
    ['a path of another system', zipSync({ 'a\\b.xml': text(10) }), 'sheet.badPath'],
    [
      'too many parts',
      zipSync(Object.fromEntries(Array.from({ length: ARCHIVE_BOUNDS.entries + 1 }, (_, at) => [`${at}`, text(1)]))),
      'sheet.tooManyParts',
    ],
    [
      'a size that says too much',
      patched(small, (view) => view.setUint32(directoryAt(view) + 24, ARCHIVE_BOUNDS.bytes + 1, true)),
      'sheet.tooLarge',
    ],
    [
      'an entry flagged as encrypted',
      patched(small, (view) => view.setUint16(directoryAt(view) + 8, 1, true)),
      'sheet.encrypted',
    ],
    [
      'a directory that names another size than the entry',
      patched(small, (view) => view.setUint32(directoryAt(view) + 24, 401, true)),
      'sheet.damaged',
    ],
    [
      'a size that says too little, in both places',
      patched(zipSync({ 'b.xml': text(900) }), (view) => {
        view.setUint32(22, 10, true);
        view.setUint32(directoryAt(view) + 24, 10, true);
      }),
      'sheet.bomb',
    ],
    [
      'two names for the same bytes',
      patched(zipSync({ 'a.xml': noise(400), 'b.xml': noise(400) }), (view) => {
        const first = directoryAt(view);
        const second = first + 46 + 5;
        view.setUint32(second + 42, 0, true);
        new Uint8Array(view.buffer).set([97], second + 46);
      }),
      'sheet.damaged',
    ],
  ];
  test.each(cases)('%s', (_, bytes, expected) => {
    expect(code(bytes)).toBe(expected);
  });
  test('overlapping entries', () => {
    const bytes = zipSync({ 'a.xml': [zipSync({ 'b.xml': [noise(400), { level: 0 }] }), { level: 0 }] });
    const inner = 30 + 5;
    const whole = patched(bytes, () => undefined);
    const view = new DataView(whole.buffer);
    const outer = directoryAt(view);
    // a second entry that lies inside the first
    const record = whole.slice(outer, outer + 46 + 5);
    new DataView(record.buffer).setUint32(42, inner, true);
    new DataView(record.buffer).setUint32(20, 400, true);
    new DataView(record.buffer).setUint32(24, 400, true);
    record.set([98], 46);
    const end = whole.slice(outer + 51);
    new DataView(end.buffer).setUint16(8, 2, true);
    new DataView(end.buffer).setUint16(10, 2, true);
    new DataView(end.buffer).setUint32(12, 102, true);
    expect(code(Uint8Array.from([...whole.slice(0, outer + 51), ...record, ...end]))).toBe('sheet.bomb');
  });
  test('every refusal is worded in both languages', () => {
    for (const language of ['en', 'ar'] as const) {
      const words = createWords({ language });
      for (const key of [...new Set(cases.map(([, , expected]) => expected)), 'sheet.notAWorkbook', 'sheet.noSheets'])
        expect(words.has(key), key).toBe(true);
      expect(words.problem({ code: 'sheet.tooManyParts', args: { most: 4096 } })).toContain('4,096');
    }
  });
  test('a zip that is no workbook', async () => {
    const read = await readWorkbook(zipSync({ 'a.txt': text(3) }));
    expect(read).toEqual({ ok: false, problem: { code: 'sheet.notAWorkbook' } });
    const broken = await readWorkbook(zipSync({ '[Content_Types].xml': text(3) }));
    expect(broken.ok).toBe(false);
  });
});
