// The round at the command line, as an office runs it: workbooks and letters out, a folder of returns back into a copy.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBook } from '#shared/file/body.ts';
import type { BookId } from '#shared/kit/ids.ts';
import { buildCli, mizan, newFolder, type Ran, removeFolder } from '#test/kit/cli.ts';
import { filled } from '#test/kit/collecting.ts';
import { ownersChange } from '#test/kit/owners.ts';

let folder = '';
beforeAll(async () => {
  await buildCli();
  folder = newFolder();
  writeFileSync(at('book.mizan'), writeBook({ book: 'book-of-owners' as BookId, changes: [ownersChange(5)] }));
});
afterAll(() => removeFolder(folder));

const run = (...words: string[]): Promise<Ran> => mizan(folder, words);
const at = (name: string): string => join(folder, name);
const hashOf = (name: string) =>
  createHash('sha256')
    .update(readFileSync(at(name)))
    .digest('hex');
const DATE = ['--date', '2027-04-02'];

async function json(...words: string[]) {
  const ran = await run(...words, '--json');
  expect([ran.code, ran.err]).toEqual([0, '']);
  return JSON.parse(ran.out);
}

describe('mizan collect', () => {
  test('writes a workbook and a letter for everyone, and the round into the book, once', async () => {
    const made = await json('collect', 'book.mizan', '--round', '2027-Q1', '--out', 'out', ...DATE);
    expect(made).toMatchObject({ ok: true, period: '2027-Q1', by: 'owner', due: '2027-04-16' });
    expect(made.workbooks).toHaveLength(5);
    expect(made.noAddress).toEqual(['ليلى المنصوري']);
    expect(readdirSync(at('out')).filter((name) => name.endsWith('.xlsx'))).toHaveLength(5);
    expect(existsSync(at('out/2027-Q1 Amal Haddad.eml'))).toBe(true);
    expect(existsSync(at('out/2027-Q1 Amal Haddad.txt'))).toBe(true);
    const before = hashOf('book.mizan');
    const again = await json(
      'collect',
      'book.mizan',
      '--round',
      '2027-Q1',
      '--out',
      'out2',
      ...DATE,
      '--language',
      'ar',
    );
    expect([again.round, hashOf('book.mizan')]).toEqual([made.round, before]);
    const said = await run(
      'collect',
      'book.mizan',
      '--round',
      '2027-Q1',
      '--out',
      'prog',
      '--by',
      'programme',
      ...DATE,
    );
    expect([said.code, said.out.split('\n')[0]]).toEqual([
      0,
      '2 workbooks for 2027-Q1 written to prog, each with its letter.',
    ]);
  });

  test('reads a folder of returns into a copy; the second time there is nothing to change', async () => {
    mkdirSync(at('back'));
    const sent = (name: string) => new Uint8Array(readFileSync(at(`out/2027-Q1 ${name}.xlsx`)));
    writeFileSync(at('back/a.xlsx'), await filled(sent('Amal Haddad'), [['m0-0.2027-01', 'value', 37.5]]));
    copyFileSync(at('back/a.xlsx'), at('back/a again.xlsx'));
    writeFileSync(at('back/2027-Q1 Omar Farouk.xlsx'), sent('Omar Farouk').subarray(0, 900));
    writeFileSync(at('back/c.xlsx'), await filled(sent('Sarah Thompson'), [['m2-0.2027-01', 'value', 'a lot']]));
    writeFileSync(at('back/.DS_Store'), 'x');
    const before = hashOf('book.mizan');
    const read = await json('collect', 'book.mizan', '--read', 'back', '--out', 'book2.mizan', ...DATE);
    expect(read).toMatchObject({ files: 4, readCount: 1, refusedCount: 2, unheardCount: 4, cellsChanged: 1 });
    expect(read.read[0].differences).toMatchObject([{ sheet: 'Readings', before: '—', after: '37.5' }]);
    expect(
      read.refused.map((each: { who: string; problem: { code: string } }) => [each.who, each.problem.code]),
    ).toEqual([
      ['Omar Farouk', 'sheet.damaged'],
      ['Sarah Thompson', 'collect.faulty'],
    ]);
    expect(read.refused[1].faults[0].sentence).toMatch(/^Readings!\w+ \(.*\): “a lot” is not a figure/);
    expect(read.duplicates).toHaveLength(1);
    expect(hashOf('book.mizan')).toBe(before);
    const once = await json('check', 'book2.mizan');
    const again = await json('collect', 'book2.mizan', '--read', 'back', '--out', 'book3.mizan', ...DATE);
    expect([again.cellsChanged, again.change]).toEqual([0, null]);
    expect((await json('check', 'book3.mizan')).changes).toBe(once.changes);
    const said = await run('collect', 'book2.mizan', '--read', 'back', '--out', 'book3.mizan', ...DATE);
    expect(said.out).toContain('4 not heard: ');
  });

  test('says where nothing is due from anybody', async () => {
    writeFileSync(at('idle.mizan'), writeBook({ book: 'idle-book' as BookId, changes: [ownersChange(0)] }));
    const ran = await run('collect', 'idle.mizan', '--round', '2027-Q1', '--out', 'idle', '--json');
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ problem: { code: 'collect.nothingDue' } });
    expect(existsSync(at('idle'))).toBe(false);
  });

  test.each<[string, string[], string]>([
    ['no period', ['--round', 'spring', '--out', 'x'], 'collect.badPeriod'],
    ['no place to write', ['--round', '2027-Q1'], 'cli.noOut'],
    ['nothing to do', ['--out', 'x'], 'cli.collectHow'],
    ['a grouping nobody has', ['--round', '2027-Q1', '--out', 'x', '--by', 'moon'], 'cli.badGrouping'],
    ['a language nobody has', ['--round', '2027-Q1', '--out', 'x', '--language', 'fr'], 'cli.badLanguage'],
    ['a date that is none', ['--round', '2027-Q1', '--out', 'x', '--date', '2027-02-30'], 'cli.badDate'],
    ['a folder that is not there', ['--read', 'nowhere', '--out', 'y.mizan'], 'cli.noFolder'],
    ['the book itself to write to', ['--read', 'out', '--out', 'book.mizan'], 'cli.sameBook'],
    ['a file that is no copy of it', ['--read', 'out', '--out', 'out/2027-Q1 Amal Haddad.txt'], 'cli.otherBookThere'],
    ['a round nobody opened', ['--read', 'out', '--round', '2031-Q1', '--out', 'y.mizan'], 'collect.noRound'],
  ])('refuses %s with one sentence and leaves the book as it was', async (_, words, code) => {
    const before = hashOf('book.mizan');
    const ran = await run('collect', 'book.mizan', ...words, '--json');
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ ok: false, problem: { code } });
    expect(ran.err.trim().split('\n')).toHaveLength(1);
    expect(ran.err).not.toMatch(/\{\{|undefined/);
    expect(hashOf('book.mizan')).toBe(before);
    expect(existsSync(at('y.mizan'))).toBe(false);
  });
});
