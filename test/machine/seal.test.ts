// Books sealed with a passphrase at the command line: read with the file that holds it, written back as they were found.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isSealed } from '#shared/file/container.ts';
import { buildCli, mizan, newFolder, removeFolder } from '#test/kit/cli.ts';

let folder = '';
const csv = 'id,name,kind\np-1,Hospital Alpha,project\n';
beforeAll(async () => {
  await buildCli();
  folder = newFolder();
  writeFileSync(join(folder, 'key.txt'), 'four words of ours\r\n');
  writeFileSync(join(folder, 'other.txt'), 'some other words\n');
  writeFileSync(join(folder, 'short.txt'), 'short\n');
  writeFileSync(join(folder, 'one.csv'), csv);
  writeFileSync(join(folder, 'two.csv'), csv.replaceAll('1', '2').replace('Alpha', 'Beta'));
});
afterAll(() => removeFolder(folder));

const bytes = (file: string) => new Uint8Array(readFileSync(join(folder, file)));
const key = ['--passphrase-file', 'key.txt'];

test('imported into a sealed book, read with its passphrase alone, added to and merged, sealed all along', async () => {
  expect(await mizan(folder, ['import', 'one.csv', '--out', 'book.mizan', ...key])).toMatchObject({ code: 0 });
  expect(isSealed(bytes('book.mizan'))).toBe(true);
  const before = bytes('book.mizan');

  const none = await mizan(folder, ['check', 'book.mizan']);
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('--passphrase-file')]);
  const wrong = await mizan(folder, ['import', 'two.csv', '--out', 'book.mizan', '--passphrase-file', 'other.txt']);
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringMatching(/passphrase does not open this book/)]);
  expect(bytes('book.mizan')).toEqual(before);

  expect(await mizan(folder, ['import', 'two.csv', '--out', 'book.mizan', ...key])).toMatchObject({ code: 0 });
  expect(isSealed(bytes('book.mizan'))).toBe(true);
  const checked = await mizan(folder, ['export', 'book.mizan', '--out', 'book.json', ...key]);
  expect(checked.code).toBe(0);
  const exported = readFileSync(join(folder, 'book.json'), 'utf8');
  expect(exported).toContain('Hospital Alpha');
  expect(exported).toContain('Hospital Beta');

  writeFileSync(join(folder, 'old.mizan'), before);
  const merged = await mizan(folder, ['merge', 'old.mizan', 'book.mizan', '--out', 'all.mizan', ...key, '--json']);
  expect([merged.code, merged.err]).toEqual([0, '']);
  expect(isSealed(bytes('all.mizan'))).toBe(true);
});

test('a passphrase file that is not there, or too short a passphrase, is said', async () => {
  const gone = await mizan(folder, ['check', 'one.csv', '--passphrase-file', 'none.txt']);
  expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('none.txt')]);
  const short = await mizan(folder, ['import', 'one.csv', '--out', 'b.mizan', '--passphrase-file', 'short.txt']);
  expect([short.code, short.err]).toEqual([1, expect.stringContaining('at least 12 characters')]);
});
