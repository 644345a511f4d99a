// Holds the house to its rules, and each rule to catching what it is there for.
import { describe, expect, test } from 'vitest';
import { MANNER_RULES } from './manner.ts';
import { IMPORT_RULES, type Rule } from './rules.ts';
import { allSources, importsOf, type Source } from './source.ts';

const RULES: readonly Rule[] = [...IMPORT_RULES, ...MANNER_RULES];
const sources = allSources();

/** A made-up file: the first line every file has, then what is under test. */
const file = (path: string, code: string): Source => ({
  path,
  text: `// Made up to break a rule of the house.\n${code}\n`,
});
const from = (path: string, specifier: string): Source =>
  file(path, `import { x } from '${specifier}';\nexport const y = x;`);
const bare = (path: string, text: string): Source => ({ path, text });

describe('the house', () => {
  test('is seen whole: an eye that sees no imports finds no fault', () => {
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.flatMap(importsOf).filter((each) => each.file !== undefined).length).toBeGreaterThan(100);
  });

  test.each(RULES)('$name', ({ name, broken }) => {
    const faults = broken(sources);
    expect(faults, `Broken: ${name}.\n${faults.join('\n')}\n`).toEqual([]);
  });
});

/** Each rule by its name, with files that break it and files that keep it. */
const CASES: Readonly<Record<string, { readonly breaks: readonly Source[][]; readonly keeps: readonly Source[][] }>> = {
  'a room of shared imports only rooms below it': {
    breaks: [
      [from('shared/kit/a.ts', '#shared/words/b.ts')],
      [from('shared/map/a.ts', '#shared/value/b.ts')],
      [from('shared/bridge/a.ts', '#shared/words/b.ts')],
      [from('shared/acts/a.ts', '#shared/file/b.ts')],
      [from('shared/deck/a.ts', '#shared/press/b.ts')],
      [from('shared/intake/a.ts', '#renderer/desk/b.ts')],
      [from('shared/attic/a.ts', '#shared/kit/b.ts')],
      [file('shared/kit/a.ts', "import type { X } from '../domain/b.ts';\nexport type Y = X;")],
      [file('shared/kit/a.ts', "export type Y = import('../domain/b.ts').X;")],
      [file('shared/kit/a.ts', "export * from '../domain/b.ts';")],
      [file('shared/kit/a.ts', "export const y = () => import('../domain/b.ts');")],
      [file('shared/kit/a.ts', "new Worker(new URL('../domain/b.ts', import.meta.url));")],
    ],
    keeps: [[from('shared/press/a.ts', '#shared/deck/b.ts')], [from('shared/acts/a.ts', '#shared/value/b.ts')]],
  },
  'the machine sees bridge and kit only, the command line all of shared': {
    breaks: [
      [from('electron/door/a.ts', '#shared/words/b.ts')],
      [from('electron/main.ts', '#shared/domain/b.ts')],
      [from('electron/shelf/a.ts', '#renderer/desk/b.ts')],
      [from('electron/cli/a.ts', '#electron/shelf/b.ts')],
      [from('electron/preload.ts', '#electron/window/b.ts')],
      [from('electron/cli/a.ts', '../../build/scripts/b.mjs')],
    ],
    keeps: [[from('electron/cli/a.ts', '#shared/press/b.ts')], [from('electron/cli/a.ts', '#electron/host/b.mjs')]],
  },
  'the page sees shared and itself, never the machine': {
    breaks: [[from('renderer/desk/a.ts', '#electron/host/b.mjs')], [from('renderer/app/a.ts', '../../test/kit/b.ts')]],
    keeps: [[from('renderer/desk/a.ts', '#shared/acts/b.ts')]],
  },
  'screens never import each other': {
    breaks: [[from('renderer/screens/grid/a.tsx', '../settings/b.tsx')]],
    keeps: [[from('renderer/screens/grid/a.tsx', './b.tsx')]],
  },
  'screens write only through useAct': {
    breaks: [
      [from('renderer/screens/grid/a.tsx', '#renderer/store/b.ts')],
      [from('renderer/screens/grid/a.tsx', '#shared/change/commit.ts')],
    ],
    keeps: [[from('renderer/screens/grid/a.tsx', '#renderer/desk/act.ts')]],
  },
  'parts know no act and no store': {
    breaks: [[from('renderer/parts/a.tsx', '#shared/acts/b.ts')], [from('renderer/parts/a.tsx', '../store/b.ts')]],
    keeps: [[from('renderer/parts/a.tsx', '#shared/words/b.ts')]],
  },
  'a package is imported only by the rooms it was decided for': {
    breaks: [
      [from('renderer/desk/a.ts', 'dexie')],
      [from('shared/deck/a.ts', 'pptxgenjs')],
      [from('shared/intake/a.ts', 'hucre/xlsx')],
      [from('electron/cli/a.ts', 'electron')],
      [from('shared/file/a.ts', 'node:fs')],
      [from('renderer/parts/a.tsx', 'node:path')],
      [bare('renderer/parts/a.css', "/* Made up to break a rule. */\n@import '@fontsource/unknown/400.css';")],
    ],
    keeps: [[from('renderer/store/a.ts', 'dexie')], [from('electron/cli/a.ts', 'node:fs')]],
  },
  'no file imports itself by a circle': {
    breaks: [[from('shared/kit/a.ts', './b.ts'), from('shared/kit/b.ts', './c.ts'), from('shared/kit/c.ts', './a.ts')]],
    keeps: [[from('shared/kit/a.ts', './b.ts'), from('shared/kit/b.ts', './c.ts'), from('shared/kit/a2.ts', './c.ts')]],
  },
  'only electron/door names ipcMain': {
    breaks: [[file('electron/main.ts', "import { ipcMain } from 'electron';")]],
    keeps: [
      [file('electron/door/door.ts', "import { ipcMain } from 'electron';")],
      [file('electron/main.ts', '// ipcMain')],
    ],
  },
  'only the preload names ipcRenderer': {
    breaks: [[file('renderer/bridge.ts', 'ipcRenderer.send();')]],
    keeps: [[file('electron/preload.ts', 'ipcRenderer.send();')]],
  },
  'only renderer/bridge.ts names window.bridge': {
    breaks: [
      [file('renderer/desk/a.ts', 'window.bridge.openFile();')],
      [file('renderer/app/a.ts', 'globalThis?.bridge;')],
    ],
    keeps: [[file('renderer/bridge.ts', 'window.bridge.openFile();')], [file('renderer/app/a.ts', '// window.bridge')]],
  },
  'the first line of a file says why it exists': {
    breaks: [
      [bare('shared/kit/a.ts', 'export const x = 1;')],
      [bare('test/kit/a.ts', '\n// late words of explanation')],
    ],
    keeps: [[file('shared/kit/a.ts', '')], [bare('shared/kit/a.ts', '/** Why this file exists. */')]],
  },
  'no file is over 320 lines': {
    breaks: [[file('shared/kit/a.ts', 'x;\n'.repeat(320))]],
    keeps: [[file('shared/kit/a.ts', 'x;\n'.repeat(319))], [file('test/kit/a.ts', 'x;\n'.repeat(999))]],
  },
  'the machine knows no domain noun': {
    breaks: [
      [file('electron/shelf/a.ts', 'const benefitFile = 1;')],
      [file('electron/main.ts', '// opens the Portfolio')],
    ],
    keeps: [[file('electron/cli/a.ts', 'const benefit = 1;')], [file('electron/shelf/a.ts', 'const file = 1;')]],
  },
  'shared takes clock and chance from ctx': {
    breaks: [
      [file('shared/kit/a.ts', 'Date.now();')],
      [file('shared/kit/a.ts', 'Math.random();')],
      [file('shared/kit/a.ts', 'new Date();')],
    ],
    keeps: [[file('shared/kit/a.ts', 'new Date(ms); // not Date.now()')], [file('renderer/desk/a.ts', 'Date.now();')]],
  },
  'nothing is of type any, no test is left out by hand': {
    breaks: [
      [file('shared/kit/a.ts', 'export const x: any = 1;')],
      [file('shared/kit/a.ts', 'y as any;')],
      [file('test/rules/a.test.ts', `test.${'only'}('x', () => {});`)],
      [file('test/rules/a.test.ts', `describe.${'skip'}('x', () => {});`)],
    ],
    keeps: [
      [file('shared/kit/a.ts', "const text = 'as any one may say';")],
      [file('test/a.test.ts', 'test.skipIf(x)();')],
    ],
  },
  'no barrels: a file that only passes on hides who uses what': {
    breaks: [[file('shared/kit/index.ts', "export * from './a.ts';\nexport { b } from './b.ts';")]],
    keeps: [
      [file('shared/kit/all.ts', "import { a } from './a.ts';\nexport const all = [a];")],
      [file('shared/kit/a.ts', '')],
    ],
  },
  'a room is there only when something lives in it': {
    breaks: [[file('shared/attic/later.ts', '')]],
    keeps: [[file('shared/kit/a.ts', 'export const x = 1;')]],
  },
};

describe.each(RULES)('the rule "$name"', ({ name, broken }) => {
  test('catches what breaks it and lets pass what keeps it', () => {
    const cases = CASES[name];
    for (const made of cases?.breaks ?? [[]])
      expect([made[0]?.path, broken(made).length > 0]).toEqual([made[0]?.path, true]);
    for (const made of cases?.keeps ?? []) expect(broken(made)).toEqual([]);
  });
});
