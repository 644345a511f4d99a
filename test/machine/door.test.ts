// A hostile caller, path or shape gets no further than the door, and the log says so without a path.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHANNELS } from '#shared/bridge/contract.ts';
import { removeFolder, type Started, startProgram } from './program.ts';

let started: Started;
beforeAll(async () => {
  started = await startProgram();
});
afterAll(async () => {
  await started.program.close();
  removeFolder(started.folder);
});

const logged = (): { asked: string; code: string; event: string }[] => {
  const file = join(started.folder, 'logs', 'mizan.log');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
};

test('only the channels of the contract are answered', async () => {
  const channels = await started.program.evaluate(({ hand }) => hand.channels(), null);
  expect(channels.sort()).toEqual(Object.values(CHANNELS).sort());
});

test.each([
  ['a page from the network', { url: 'https://example.org/' }],
  ['another host of our scheme', { url: 'app://other/index.html' }],
  ['a scheme that begins like ours', { url: 'app2://bundle/' }],
  ['a local file', { url: 'file:///tmp/x.html' }],
  ['a document without an origin', { url: 'about:srcdoc' }],
  ['an address that is none', { url: 'not an address' }],
  ['a frame inside our page', { url: 'app://bundle/index.html', inside: true }],
  ['a frame that is not the main one', { url: 'app://bundle/index.html' }],
  ['a caller whose frame is gone', {}],
])('%s is refused on every channel, and logged', async (_name, impostor) => {
  const before = logged().length;
  for (const channel of Object.values(CHANNELS)) {
    const outcome = await started.program.evaluate(
      ({ hand }, [who, where]) => hand.callAs(who, where, { kind: 'book' }),
      [impostor, channel] as const,
    );
    expect(outcome).toEqual({ ok: false, problem: { code: 'bridge.refused' } });
  }
  const lines = logged().slice(before);
  expect(lines.map(({ asked }) => asked)).toEqual(Object.values(CHANNELS));
  expect(lines.every(({ event, code }) => event === 'refused' && code === 'bridge.refused')).toBe(true);
});

const good = { suggestedName: 'x', kind: 'json', bytes: new Uint8Array() };
test.each([
  ['nothing', CHANNELS.openFile, [undefined], 'request'],
  ['two requests', CHANNELS.openFile, [{ kind: 'book' }, {}], 'request'],
  ['a list', CHANNELS.openFile, [['book']], 'request'],
  ['a kind nobody agreed on', CHANNELS.openFile, [{ kind: 'exe' }], 'kind'],
  ['a kind from the prototype', CHANNELS.openFile, [{ kind: 'constructor' }], 'kind'],
  ['a path beside the kind', CHANNELS.openFile, [{ kind: 'book', path: '/etc/passwd' }], 'path'],
  ['a path as a token', CHANNELS.saveFile, [{ ...good, token: '/etc/passwd' }], 'token'],
  ['bytes that are text', CHANNELS.saveFile, [{ ...good, bytes: 'text' }], 'bytes'],
  ['a name that is none', CHANNELS.saveFile, [{ ...good, suggestedName: 7 }], 'suggestedName'],
  ['an extension nobody agreed on', CHANNELS.saveFile, [{ ...good, kind: 'exe' }], 'kind'],
  ['a path as a folder', CHANNELS.listFolder, [{ token: '/etc' }], 'token'],
  ['a path beside a folder', CHANNELS.chooseFolder, [{ path: '/etc' }], 'path'],
  ['a name that is a list', CHANNELS.readInFolder, [{ token: 'f'.repeat(32), name: ['a.mizan'] }], 'name'],
  ['a name without end', CHANNELS.readInFolder, [{ token: 'f'.repeat(32), name: 'a'.repeat(300) }], 'name'],
  ['text for a folder', CHANNELS.writeInFolder, [{ token: 'f'.repeat(32), name: 'a.mizan', bytes: 'x' }], 'bytes'],
  ['a path as a book', CHANNELS.keepBackup, [{ book: '../up', bytes: new Uint8Array() }], 'book'],
  ['a path as a book to list', CHANNELS.listBackups, [{ book: '..' }], 'book'],
  ['a path as a backup', CHANNELS.readBackup, [{ book: 'b', name: '../../grants.json' }], 'name'],
  ['a document that is empty', CHANNELS.printPdf, [{ html: '' }], 'html'],
  ['an address to print', CHANNELS.printPdf, [{ html: 'x', url: 'https://example.org' }], 'url'],
])('%s is a bad request, and logged', async (_name, channel, sent, path) => {
  const before = logged().length;
  const outcome = await started.program.evaluate(
    // the message channel of the test carries no bytes: they are put back here
    ({ hand }, [where, what]) => {
      const revived = what.map((request: unknown) =>
        typeof request === 'object' && request !== null && 'bytes' in request && typeof request.bytes === 'object'
          ? { ...request, bytes: new Uint8Array() }
          : request,
      );
      return hand.callAsPage(where, ...revived);
    },
    [channel, sent.map((request) => request ?? null)] as const,
  );
  expect(outcome).toEqual({ ok: false, problem: { code: 'bridge.badRequest', path } });
  expect(logged().slice(before)).toMatchObject([{ event: 'refused', asked: channel, code: 'bridge.badRequest' }]);
});

test('a fault nobody foresaw reaches the page as a code and the log without its text', async () => {
  await started.program.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => {
      throw Object.assign(new Error('secret /home/someone/path'), { code: 'EWEIRD' });
    };
  }, null);
  const outcome = await started.page.evaluate(() => window.bridge.openFile({ kind: 'book' }));
  expect(outcome).toEqual({ ok: false, problem: { code: 'bridge.failed' } });
  expect(logged()).toContainEqual(expect.objectContaining({ event: 'failed', code: 'EWEIRD' }));
  expect(JSON.stringify(logged())).not.toContain('/home');
});
