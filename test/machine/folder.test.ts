// A shared folder through the real door: book files by name alone, nothing outside it, whole files or none.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOpen, removeFolder, type Started, startProgram } from './program.ts';

let started: Started;
let shared: string;
let token = '';
beforeAll(async () => {
  started = await startProgram();
  shared = join(started.folder, 'مشترك');
  mkdirSync(shared);
  await answerOpen(started, shared);
  const chosen = await choose();
  token = chosen.ok ? chosen.value.token : '';
  expect(chosen).toEqual({ ok: true, value: { token: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'مشترك' } });
});
afterAll(async () => {
  await started.program.close();
  removeFolder(started.folder);
});

const choose = (known?: string) =>
  started.page.evaluate((given) => window.bridge.chooseFolder(given ? { token: given } : {}), known);
const list = (of = token) => started.page.evaluate((given) => window.bridge.listFolder({ token: given }), of);
const read = (name: string, of = token) =>
  started.page.evaluate(
    async ([given, file]) => {
      const outcome = await window.bridge.readInFolder({ token: given, name: file });
      return outcome.ok ? { ok: true, text: new TextDecoder().decode(outcome.value.bytes) } : outcome;
    },
    [of, name] as const,
  );
const write = (name: string, text: string, of = token) =>
  started.page.evaluate(
    ([given, file, said]) =>
      window.bridge.writeInFolder({ token: given, name: file, bytes: new TextEncoder().encode(said) }),
    [of, name, text] as const,
  );
const names = async () => {
  const listed = await list();
  return listed.ok ? listed.value.map(({ name }) => name).sort() : listed;
};

test('a file is written whole, listed and read back, and no path crosses the bridge', async () => {
  const written = await write('Value office – Sara – 4f2a.mizan', 'one');
  expect(written).toMatchObject({ ok: true, value: { name: 'Value office – Sara – 4f2a.mizan', size: 3 } });
  await write('Value office – Sara – 4f2a.mizan', 'three');
  expect(readFileSync(join(shared, 'Value office – Sara – 4f2a.mizan'), 'utf8')).toBe('three');
  // the files beside it are colleagues': no backup of ours is put among them
  expect(readdirSync(shared)).toEqual(['Value office – Sara – 4f2a.mizan']);
  expect(await read('Value office – Sara – 4f2a.mizan')).toEqual({ ok: true, text: 'three' });
  const listed = await list();
  expect(listed).toMatchObject({ value: [{ size: 5, modified: expect.any(Number) }] });
  expect(JSON.stringify([written, listed, await choose(token)])).not.toContain(started.folder);
});

test('only book files of the folder itself are listed: no other kind, no folder, no link, nothing hidden', async () => {
  writeFileSync(join(shared, 'notes.txt'), '');
  writeFileSync(join(shared, '.hidden.mizan'), '');
  writeFileSync(join(shared, 'Copy (conflicted copy 2026-03-01).mizan'), 'c');
  writeFileSync(join(shared, '.x.mizan.0123456789ab.tmp'), '');
  mkdirSync(join(shared, 'below.mizan'));
  writeFileSync(join(shared, 'below.mizan', 'deep.mizan'), '');
  writeFileSync(join(started.folder, 'secret.mizan'), 'secret');
  symlinkSync(join(started.folder, 'secret.mizan'), join(shared, 'link.mizan'));
  expect(await names()).toEqual(['Copy (conflicted copy 2026-03-01).mizan', 'Value office – Sara – 4f2a.mizan']);
});

test('a name a sync tool made long is listed and read, and none so long is written', async () => {
  const long = `${'a'.repeat(190)} (conflicted copy).mizan`;
  writeFileSync(join(shared, long), 'long');
  expect(await names()).toContain(long);
  expect(await read(long)).toEqual({ ok: true, text: 'long' });
  expect(await write(long, 'x')).toMatchObject({ problem: { code: 'bridge.badName' } });
  rmSync(join(shared, long));
});

test('a link is neither read nor written through, a folder is no file', async () => {
  const refused = { ok: false, problem: { code: 'bridge.noAccess', args: { name: 'link.mizan' } } };
  expect(await read('link.mizan')).toEqual(refused);
  expect(await write('link.mizan', 'x')).toEqual(refused);
  expect(readFileSync(join(started.folder, 'secret.mizan'), 'utf8')).toBe('secret');
  expect(await read('below.mizan')).toMatchObject({ problem: { code: 'bridge.noAccess' } });
  symlinkSync(join(started.folder, 'nowhere.mizan'), join(shared, 'dangling.mizan'));
  expect(await write('dangling.mizan', 'x')).toMatchObject({ problem: { code: 'bridge.noAccess' } });
  expect(existsSync(join(started.folder, 'nowhere.mizan'))).toBe(false);
});

test.each([
  '../secret.mizan',
  '..\\secret.mizan',
  'below.mizan/deep.mizan',
  '/etc/passwd',
  'C:\\x.mizan',
  'notes.txt',
  '.hidden.mizan',
  '.mizan',
  'con.mizan',
  'a\u0000.mizan',
  'a\u202e.mizan',
  '',
])('the name %j is refused, to read and to write', async (name) => {
  const before = readdirSync(shared);
  expect(await read(name)).toMatchObject({ problem: { code: 'bridge.badName' } });
  expect(await write(name, 'x')).toMatchObject({ problem: { code: 'bridge.badName' } });
  expect(readdirSync(shared)).toEqual(before);
});

test('a token nobody was given opens nothing', async () => {
  const refused = { ok: false, problem: { code: 'bridge.refused' } };
  const unknown = 'f'.repeat(32);
  expect([await list(unknown), await read('a.mizan', unknown), await write('a.mizan', '', unknown)]).toEqual([
    refused,
    refused,
    refused,
  ]);
  expect(await choose(unknown)).toEqual(refused);
  // the token of a folder opens no file by the shelf's other door
  expect(
    await started.page.evaluate(
      (given) => window.bridge.saveFile({ token: given, suggestedName: 'x', kind: 'mizan', bytes: new Uint8Array() }),
      token,
    ),
  ).toEqual(refused);
});

test('a closed dialog is quiet', async () => {
  await answerOpen(started, undefined);
  expect(await choose()).toEqual({ ok: false, problem: { code: 'bridge.cancelled' } });
});

test('a file over the limit is refused by its size, unread', async () => {
  writeFileSync(join(shared, 'huge.mizan'), '');
  truncateSync(join(shared, 'huge.mizan'), 600 * 1024 * 1024);
  expect(await read('huge.mizan')).toMatchObject({ problem: { code: 'bridge.tooLarge', args: { size: 629145600 } } });
  rmSync(join(shared, 'huge.mizan'));
});

test('a file another program holds is told as busy, and what lies there stays', async () => {
  writeFileSync(join(shared, 'held.mizan'), 'theirs');
  await started.program.evaluate((_electron, held) => {
    // `require` is not for this module: the program's own Node hands out its parts
    const fs = process.getBuiltinModule('node:fs/promises');
    const modules = process.getBuiltinModule('node:module');
    const { open, rename } = fs;
    const busy = () => Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' }));
    Object.assign(fs, {
      open: (path: string, ...rest: never[]) => (path.endsWith(held) ? busy() : open(path, ...rest)),
      rename: (from: string, to: string) => (to.endsWith(held) ? busy() : rename(from, to)),
    });
    modules.syncBuiltinESMExports();
    Object.assign(globalThis, {
      release: () => {
        Object.assign(fs, { open, rename });
        modules.syncBuiltinESMExports();
      },
    });
  }, 'held.mizan');
  const busy = { ok: false, problem: { code: 'bridge.fileBusy', args: { name: 'held.mizan' } } };
  expect(await read('held.mizan')).toEqual(busy);
  expect(await write('held.mizan', 'ours')).toEqual(busy);
  await started.program.evaluate(() => (globalThis as unknown as { release: () => void }).release(), null);
  expect(await read('held.mizan')).toEqual({ ok: true, text: 'theirs' });
  // nothing half written is left
  expect(readdirSync(shared).filter((name) => name.startsWith('.held'))).toEqual([]);
});

test('what a write that was cut off left beside its own file goes later, and nobody else’s', async () => {
  const old = new Date(Date.now() - 2 * 3_600_000);
  for (const [name, when] of [
    ['.own.mizan.00112233aabb.tmp', old],
    ['.own.mizan.ffeeddccbbaa.tmp', new Date()],
    ['.own.mizan.notes.tmp', old],
    ['.other.mizan.00112233aabb.tmp', old],
  ] as const) {
    writeFileSync(join(shared, name), 'half');
    utimesSync(join(shared, name), when, when);
  }
  expect(await write('own.mizan', 'whole')).toMatchObject({ ok: true });
  const left = readdirSync(shared).filter((name) => name.endsWith('.tmp'));
  expect(left).not.toContain('.own.mizan.00112233aabb.tmp');
  expect(left).toEqual(
    expect.arrayContaining(['.own.mizan.ffeeddccbbaa.tmp', '.own.mizan.notes.tmp', '.other.mizan.00112233aabb.tmp']),
  );
});

test('the folder is known again after a restart by its token, and a folder that has gone is told as gone', async () => {
  await started.program.close();
  started = await startProgram(started.folder);
  expect(await choose(token)).toEqual({ ok: true, value: { token, name: 'مشترك' } });
  expect(await read('own.mizan')).toEqual({ ok: true, text: 'whole' });
  // the same folder chosen again keeps its token
  await answerOpen(started, shared);
  expect(await choose()).toMatchObject({ value: { token } });
  rmSync(shared, { recursive: true });
  const gone = { ok: false, problem: { code: 'bridge.fileGone', args: { name: 'مشترك' } } };
  expect(await list()).toEqual(gone);
  expect(await write('own.mizan', 'x')).toMatchObject({ problem: { code: 'bridge.fileGone' } });
  expect(existsSync(shared)).toBe(false);
});

test('a damaged list of folders grants none, and the program starts all the same', async () => {
  await started.program.close();
  writeFileSync(join(started.folder, 'grants.json'), '{"x": "relative", "half');
  started = await startProgram(started.folder);
  expect(await list()).toEqual({ ok: false, problem: { code: 'bridge.refused' } });
});
