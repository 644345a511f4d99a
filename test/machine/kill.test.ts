// Ended hard in the middle of writing: the file in the shared folder is the old one or the new one, never half of either.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import ts from 'typescript-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBook, writeBook } from '#shared/file/body.ts';
import type { BookId } from '#shared/kit/ids.ts';
import { LONG, SEED, times } from '#test/kit/chance.ts';
import { aChange } from '#test/kit/history.ts';
import { ROOT } from '../../build/scripts/paths.mjs';

/** Writes now the one, now the other, as fast as it can, until it is ended. */
const WRITER = `
import { readFileSync } from 'node:fs';
import { saveAtomically } from './save.mjs';
const [path, ...versions] = process.argv.slice(2);
const bytes = versions.map((version) => readFileSync(version));
process.stdout.write('writing');
for (let turn = 0; ; turn++) await saveAtomically(path, bytes[turn % 2]);
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mizan-kill-'));
  // the very code of the machine, its types taken off: it imports nothing but Node
  const save = ts.transpileModule(readFileSync(join(ROOT, 'electron/host/save.ts'), 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  writeFileSync(join(folder, 'save.mjs'), save.outputText);
  writeFileSync(join(folder, 'writer.mjs'), WRITER);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const book = 'kill' as BookId;
const filler = (letter: string) => Array.from({ length: 40_000 }, (_, i) => `${letter}${(i * 7919) % 99_991}`).join();
const version = (letter: string) => writeBook({ book, changes: [aChange(letter, [{ value: filler(letter) }])] });

test(
  `${times(10, 200)} times ended in the middle of a write (seed ${SEED}): whole, each time`,
  async () => {
    const versions = [version('a'), version('b')].map((bytes, i) => {
      const path = join(folder, `version-${i}`);
      writeFileSync(path, bytes);
      return { path, bytes: Buffer.from(bytes) };
    });
    const shared = mkdtempSync(join(folder, 'shared-'));
    const own = join(shared, 'Value office – Sara – 4f2a.mizan');
    let chance = SEED;
    let left = 0;
    for (let turn = 0; turn < times(10, 200); turn++) {
      const child = spawn(process.execPath, [join(folder, 'writer.mjs'), own, ...versions.map(({ path }) => path)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      chance = (chance * 48_271) % 2_147_483_647;
      await pause(20 + (chance % 120));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const bytes = readFileSync(own);
      expect(versions.some((each) => each.bytes.equals(bytes))).toBe(true);
      expect(readBook(new Uint8Array(bytes)).ok).toBe(true);
      // what was being written lies beside it under a name no one takes for a book
      const beside = readdirSync(shared).filter((name) => name.endsWith('.tmp'));
      expect(readdirSync(shared).filter((name) => name.endsWith('.mizan'))).toHaveLength(1);
      left = beside.length;
    }
    // the ends did fall into writes: else this would have shown nothing
    expect(left).toBeGreaterThan(0);
  },
  LONG ? 600_000 : 60_000,
);
