// `mizan merge`, `diff`, `log` and `check` as a person runs them on copies that went two ways.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catchUp, commit, type OpenBook, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { kindTable } from '#shared/domain/book.ts';
import { writeBook } from '#shared/file/body.ts';
import { type BookId, idFromBytes, type RecordId } from '#shared/kit/ids.ts';
import { done } from '#shared/kit/result.ts';
import { readWorkbook } from '#shared/sheet/read.ts';
import { must } from '#test/kit/book.ts';
import { buildCli, mizan, newFolder, removeFolder } from '#test/kit/cli.ts';
import { testContext } from '#test/kit/context.ts';
import { forwarded, governed, withRights } from '#test/kit/govern.ts';

const BOOK = idFromBytes(new Uint8Array(16)) as BookId;
let folder = '';
let component: RecordId;

beforeAll(async () => {
  await buildCli();
  folder = newFolder();
  const made = await withRights(await governed());
  ({ component } = made);
  await forwarded(made, 'stop');
  const log = async (open: OpenBook) => (await open.store.readSince(0)).map(({ change }) => change);
  const save = async (file: string, open: OpenBook, book = BOOK) =>
    writeFileSync(join(folder, file), writeBook({ book, changes: await log(open) }));
  const ann = Object.assign(testContext(91), { by: 'Ann' });
  const ben = Object.assign(testContext(92), { by: 'Ben' });
  for (const ctx of [ann, ben]) ctx.tick(3_600_000);
  const copy = async () => {
    const open = await openBook(memoryStore(), kindTable, 0);
    const changes = await log(made.at.open);
    await open.store.append(0, () => changes, 0);
    await catchUp(open, 0);
    return open;
  };
  const [left, right] = [await copy(), await copy()];
  const set = async (open: OpenBook, ctx: typeof ann, field: string, value: unknown) =>
    must(
      await commit(open, ctx, () =>
        done({ act: 'act.editField', writes: [{ kind: 'component', record: component, field, value }] }),
      ),
    );
  await set(left, ann, 'name', 'Clinics north');
  await set(left, ann, 'description', 'Said once.');
  await set(right, ben, 'name', 'Clinics south');
  await save('left.mizan', left);
  await save('right.mizan', right);
  await save('other.mizan', right, idFromBytes(new Uint8Array(16).fill(3)) as BookId);
});
afterAll(() => removeFolder(folder));

const json = async (...args: string[]) => {
  const ran = await mizan(folder, [...args, '--json']);
  expect([ran.code, ran.err]).toEqual([0, '']);
  return JSON.parse(ran.out) as Record<string, unknown>;
};
const refused = async (...args: string[]) => {
  const ran = await mizan(folder, args);
  expect([ran.code, ran.out]).toEqual([1, '']);
  expect(ran.err.trim().split('\n')).toHaveLength(1);
  return ran.err;
};
const bytes = (file: string) => readFileSync(join(folder, file));

describe('mizan merge', () => {
  test('both values of a clash are listed, with who said them; either order makes the same bytes', async () => {
    const merged = await json('merge', 'left.mizan', 'right.mizan', '--out', 'one.mizan');
    expect(merged).toMatchObject({
      ok: true,
      fresh: 1,
      people: [{ by: 'Ben', changes: 1 }],
      clashes: [{ what: 'field', record: component, field: 'name' }],
      findings: [],
    });
    const [clash] = merged.clashes as { sides: { value: string; by: string }[]; sentence: string }[];
    expect(clash?.sides.map(({ value, by }) => [value, by]).sort()).toEqual([
      ['Clinics north', 'Ann'],
      ['Clinics south', 'Ben'],
    ]);
    expect(clash?.sentence).toMatch(/^Clinics (north|south), Name: .*\(Ann, .*· against · .*|.*\(Ben, /);
    await json('merge', 'right.mizan', 'left.mizan', '--out', 'two.mizan');
    expect(bytes('two.mizan').equals(bytes('one.mizan'))).toBe(true);
    const again = await json('merge', 'one.mizan', 'left.mizan', 'right.mizan', '--out', 'one.mizan');
    expect(again).toMatchObject({ fresh: 0, records: [] });
    expect(bytes('two.mizan').equals(bytes('one.mizan'))).toBe(true);
    expect(await json('check', 'one.mizan')).toMatchObject({ clashes: 1, notAsRecorded: [] });
  });

  test('what stands where the merged book goes is merged too, never written over', async () => {
    await json('merge', 'left.mizan', 'left.mizan', '--out', 'kept.mizan');
    await json('merge', 'right.mizan', 'right.mizan', '--out', 'kept.mizan');
    expect(bytes('kept.mizan').equals(bytes('two.mizan'))).toBe(true);
  });

  test('another book, a damaged file, and a command without a place are refused; nothing is written', async () => {
    const before = bytes('left.mizan');
    expect(await refused('merge', 'left.mizan', 'other.mizan', '--out', 'bad.mizan')).toContain('another book');
    writeFileSync(join(folder, 'cut.mizan'), before.subarray(0, before.length - 9));
    expect(await refused('merge', 'left.mizan', 'cut.mizan', '--out', 'bad.mizan')).toContain('cut.mizan');
    expect(await refused('merge', 'left.mizan', 'right.mizan', '--out', 'cut.mizan')).toContain('cut.mizan');
    expect(await refused('merge', 'left.mizan', '--out', 'bad.mizan')).toContain('at least two files');
    expect(await refused('merge', 'left.mizan', 'gone.mizan', '--out', 'bad.mizan')).toContain('gone.mizan');
    expect(() => bytes('bad.mizan')).toThrow();
    expect(bytes('left.mizan').equals(before)).toBe(true);
  });
});

describe('mizan diff and log', () => {
  test('what differs, field by field', async () => {
    expect(await json('diff', 'left.mizan', 'right.mizan')).toMatchObject({
      onlyFirst: [{ by: 'Ann' }, { by: 'Ann' }],
      onlySecond: [{ by: 'Ben' }],
      records: [
        {
          kind: 'component',
          record: component,
          what: 'changed',
          fields: expect.arrayContaining([{ field: 'name', before: 'Clinics north', after: 'Clinics south' }]),
        },
      ],
    });
    const { out } = await mizan(folder, ['diff', 'left.mizan', 'right.mizan']);
    expect(out).toContain('Name: Clinics north → Clinics south');
    expect(out).toContain('Description: Said once. → no value');
    expect(await refused('diff', 'left.mizan')).toContain('mizan diff A B');
    expect(await refused('diff', 'left.mizan', 'other.mizan')).toContain('another book');
  });

  test('who did what, up to a date', async () => {
    const whole = await json('log', 'left.mizan');
    const [last] = whole.changes as { by: string; act: string; records: unknown[] }[];
    expect(last).toMatchObject({ by: 'Ann', records: [{ fields: [{ field: 'description', value: 'Said once.' }] }] });
    expect(await json('log', 'left.mizan', '--as-at', '2020-01-01')).toMatchObject({ changes: [] });
    expect((await mizan(folder, ['log', 'left.mizan'])).out).toMatch(/Ann: .*\(Clinics north\)/);
    expect(await refused('log', 'left.mizan', '--as-at', 'soon')).toContain('soon');
  });
});

test('the audit trail as a workbook', async () => {
  const data = await json('log', 'left.mizan', '--out', 'trail.xlsx');
  const [sheet] = must(await readWorkbook(new Uint8Array(readFileSync(join(folder, 'trail.xlsx')))));
  const fields = (data.changes as { records: { fields: unknown[] }[] }[])
    .flatMap(({ records }) => records)
    .reduce((sum, { fields }) => sum + fields.length, 0);
  expect(sheet?.rows).toHaveLength(fields + 1);
  expect(await refused('log', 'left.mizan', '--out', 'trail.csv')).toContain('.xlsx');
});
