// Saving and opening through the real door: whole files or none, tokens for places, quiet when cancelled.
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SaveRequest } from '#shared/bridge/contract.ts';
import { answerOpen, answerSave, removeFolder, type Started, startProgram } from './program.ts';

let started: Started;
let files: string;
beforeAll(async () => {
  started = await startProgram();
  files = join(started.folder, 'files');
  mkdirSync(files);
});
afterAll(async () => {
  await started.program.close();
  removeFolder(started.folder);
});

type Asked = Omit<SaveRequest, 'bytes'> & { readonly text: string };
const save = (asked: Asked) =>
  started.page.evaluate(
    ({ text, ...request }) => window.bridge.saveFile({ ...request, bytes: new TextEncoder().encode(text) }),
    asked,
  );
const open = () =>
  started.page.evaluate(async () => {
    const opened = await window.bridge.openFile({ kind: 'book' });
    if (!opened.ok) return opened;
    const { token, name, bytes } = opened.value;
    return {
      ok: true,
      value: { token, name, text: new TextDecoder().decode(bytes), typed: bytes instanceof Uint8Array },
    };
  });
const tokenOf = (saved: Awaited<ReturnType<typeof save>>): string => (saved.ok ? saved.value.token : '');

test('the page sees the bridge and nothing else of the machine', async () => {
  const seen = await started.page.evaluate(() => ({
    members: Object.keys(window.bridge).sort(),
    platform: window.bridge.platform,
    frozen: Object.isFrozen(window.bridge),
    leaks: ['require', 'process', 'ipcRenderer', 'electron', '__standinSend'].filter((name) => name in window),
  }));
  expect(seen.members).toEqual([
    'chooseFolder',
    'keepBackup',
    'listBackups',
    'listFolder',
    'onOpenFile',
    'openFile',
    'platform',
    'printPdf',
    'readBackup',
    'readInFolder',
    'saveFile',
    'writeInFolder',
  ]);
  expect(seen.platform).toEqual({
    kind: 'desktop',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    folders: true,
  });
  expect(seen.frozen).toBe(true);
  expect(seen.leaks).toEqual([]);
});

test('a file is saved whole, and again to its place by token, with its mode and one backup kept', async () => {
  const path = join(files, 'محفظة.mizan');
  await answerSave(started, path);
  const first = await save({ suggestedName: 'محفظة', kind: 'mizan', text: 'one' });
  expect(first).toMatchObject({ ok: true, value: { name: 'محفظة.mizan', size: 3 } });
  expect(JSON.stringify(first)).not.toContain(started.folder);
  chmodSync(path, 0o640);
  await answerSave(started, join(files, 'never-asked.mizan'));
  const second = await save({ token: tokenOf(first), suggestedName: 'x', kind: 'mizan', text: 'three' });
  expect(second).toMatchObject({ ok: true, value: { token: tokenOf(first), size: 5 } });
  expect(readFileSync(path, 'utf8')).toBe('three');
  expect(readFileSync(`${path}.bak`, 'utf8')).toBe('one');
  expect(statSync(path).mode & 0o777).toBe(0o640);
  expect(readdirSync(files).sort()).toEqual(['محفظة.mizan', 'محفظة.mizan.bak'].sort());
});

test('a link is written through, other kinds get no backup', async () => {
  const path = join(files, 'real.pdf');
  writeFileSync(path, 'old');
  symlinkSync(path, join(files, 'link.pdf'));
  await answerSave(started, join(files, 'link.pdf'));
  expect(await save({ suggestedName: 'link', kind: 'pdf', text: 'new' })).toMatchObject({ ok: true });
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(files).filter((name) => name.endsWith('.bak') && name.includes('pdf'))).toEqual([]);
});

test('an extension left off never replaces a file the person was not asked about', async () => {
  writeFileSync(join(files, 'deck.pptx'), 'theirs');
  await answerSave(started, join(files, 'deck'));
  expect(await save({ suggestedName: 'deck', kind: 'pptx', text: 'ours' })).toMatchObject({
    value: { name: 'deck (2).pptx' },
  });
  expect(readFileSync(join(files, 'deck.pptx'), 'utf8')).toBe('theirs');
});

test('a closed dialog is quiet', async () => {
  await answerSave(started, undefined);
  await answerOpen(started, undefined);
  const quiet = { ok: false, problem: { code: 'bridge.cancelled' } };
  expect(await save({ suggestedName: 'x', kind: 'json', text: '{}' })).toEqual(quiet);
  expect(await open()).toEqual(quiet);
});

test('what was opened can be saved again by its token, but not as another kind', async () => {
  const path = join(files, 'opened.mizan');
  writeFileSync(path, 'مرحبا');
  await answerOpen(started, path);
  const opened = await open();
  expect(opened).toMatchObject({ ok: true, value: { name: 'opened.mizan', text: 'مرحبا', typed: true } });
  const token = 'value' in opened ? opened.value.token : '';
  expect(await save({ token, suggestedName: 'x', kind: 'mizan', text: 'after' })).toMatchObject({ ok: true });
  expect(readFileSync(path, 'utf8')).toBe('after');
  const refused = { ok: false, problem: { code: 'bridge.refused' } };
  expect(await save({ token, suggestedName: 'x', kind: 'pdf', text: '' })).toEqual(refused);
  expect(await save({ token: 'f'.repeat(32), suggestedName: 'x', kind: 'mizan', text: '' })).toEqual(refused);
});

test('names that cannot stand everywhere are refused before any dialog', async () => {
  await answerSave(started, join(files, 'never.json'));
  const bad = ['../up', 'a/b', 'a\\b', 'CON', 'nul.json', 'com1', 'x:y', '', ' .', '.hidden', 'a\u0000b', 'a\u202egpj'];
  for (const suggestedName of bad) {
    const outcome = await save({ suggestedName, kind: 'json', text: '' });
    expect([suggestedName, outcome]).toMatchObject([suggestedName, { problem: { code: 'bridge.badName' } }]);
  }
  expect(readdirSync(files)).not.toContain('never.json');
});

test('trouble of the disk comes as a code with the name, never as a path', async () => {
  await answerSave(started, join(files, 'no-such-folder', 'a.json'));
  const gone = await save({ suggestedName: 'a', kind: 'json', text: '' });
  expect(gone).toEqual({ ok: false, problem: { code: 'bridge.fileGone', args: { name: 'a.json' } } });
  mkdirSync(join(files, 'folder.mizan'));
  await answerOpen(started, join(files, 'folder.mizan'));
  expect(await open()).toMatchObject({ problem: { code: 'bridge.noAccess', args: { name: 'folder.mizan' } } });
  await answerOpen(started, join(files, 'missing.mizan'));
  expect(await open()).toMatchObject({ problem: { code: 'bridge.fileGone', args: { name: 'missing.mizan' } } });
});

test('a file over the limit is refused by its size, unread', async () => {
  const path = join(files, 'huge.mizan');
  writeFileSync(path, '');
  truncateSync(path, 600 * 1024 * 1024);
  await answerOpen(started, path);
  expect(await open()).toMatchObject({
    problem: { code: 'bridge.tooLarge', args: { size: 629145600, limit: 536870912 } },
  });
});

test('eight megabytes cross the bridge unchanged', async () => {
  const path = join(files, 'big.xlsx');
  await answerSave(started, path);
  const saved = await started.page.evaluate(() =>
    window.bridge.saveFile({ suggestedName: 'big', kind: 'xlsx', bytes: new Uint8Array(8e6).fill(7) }),
  );
  expect(saved).toMatchObject({ ok: true, value: { size: 8e6 } });
  expect(readFileSync(path).every((byte) => byte === 7)).toBe(true);
});
