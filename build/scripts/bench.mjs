// `npm run bench [-- core|value|map|merge|page] [--json]`: every figure beside its anchor, in one run, as median and range.
// @ts-check
import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { buildBare } from '../../test/bench/build.mjs';
import { figure, tableOf } from '../../test/bench/figures.mjs';
import { measureMapPage } from '../../test/bench/map-page.mjs';
import { measurePage } from '../../test/bench/page.mjs';
import { printFault } from './build.mjs';

const ROUNDS = 7;

async function measureCore() {
  const { measureCore: measure } = await import(pathToFileURL(await buildBare('core')).href);
  await measure(1);
  const times = await measure(ROUNDS);
  const json = { 'JSON.parse of the plain records': times.json };
  return [
    figure('commit of the whole book (16,000 × 12)', times.commit, json, 'none'),
    figure('fold into chunks', times.fold, json, 'none'),
    figure('open from chunks', times.open, json, 'whole book ≤ 60 ms'),
    figure('replay from the log', times.replay, json, 'none'),
    figure('1,000 edits in one act', times.edit1000, json, 'apply ≤ 5.7 ms'),
    figure('all rows and totals from scratch', times.totals, json, 'one frame: 16 ms'),
  ];
}

async function measureValue() {
  const { measureValue: measure } = await import(pathToFileURL(await buildBare('value')).href);
  await measure(3);
  const times = await measure(ROUNDS);
  const plain = {
    'the same sums, an object a month and series': times.points,
    'the same, already grouped by measure': times.groups,
  };
  return [
    figure('what the book is worth, from scratch', times.scratch, plain, '≥ 5× faster: ratio ≤ 0.2'),
    figure('again after one month was edited', times.month, plain, 'one frame: 16.7 ms'),
    figure('again after a milestone slipped (5 benefits)', times.milestone, plain, 'one frame: 16.7 ms'),
    figure('double-count suspects', times.suspicions, {}, '50 ms'),
    figure('sustainment watch list', times.watchList, {}, '50 ms'),
    figure('opening the book from chunks', times.open, {}, 'none'),
    figure('its records as objects', times.records, {}, 'none'),
  ];
}

const MAP_MARKS = /** @type {const} */ ({
  50: { once: '≥ 20× faster than ELK: ratio ≤ 0.05', fewer: '≤ 0.95 of the best' },
  300: { once: '≥ 20× faster than ELK: ratio ≤ 0.05', fewer: '≤ 0.95 of the best' },
  2000: {
    once: '≥ 10× faster than ELK: ratio ≤ 0.1 (dagre and d3-dag with simplex, > 150 s, left out)',
    fewer: '≤ 1.0 of the best',
  },
});

async function measureMap() {
  const { measureMaps, SIZES } = await import(pathToFileURL(await buildBare('map')).href);
  const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);
  await measureMaps({ ...SIZES[0], rounds: 2 }, () => {});
  const figures = [];
  for (const size of SIZES) {
    const { ms, crossings, kept, moved } = await measureMaps(size, say);
    const { once, effort, long, ...libraries } = ms;
    const { once: fewOnce, effort: fewEffort, long: fewLong, ...fewLibraries } = crossings;
    const best = { 'best library': crossings['best library'] };
    const name = `${size.nodes} nodes, ${size.links} links`;
    const marks = MAP_MARKS[/** @type {keyof typeof MAP_MARKS} */ (size.nodes)];
    figures.push(
      figure(`${name}: at once`, once, libraries, marks.once),
      figure(`${name}: at the effort of every day`, effort, {}, '250 ms at 300 nodes'),
      figure(`${name}: for two seconds`, long, {}, 'none'),
      figure(`${name}: at once`, fewOnce, fewLibraries, marks.fewer, 'crossings'),
      figure(`${name}: at the effort of every day`, fewEffort, best, marks.fewer, 'crossings'),
      figure(`${name}: for two seconds`, fewLong, best, '≤ 0.88 of the best', 'crossings'),
    );
    if (!kept.own) continue;
    const { own: ownKept, ...othersKept } = kept;
    const { own: ownMoved, ...othersMoved } = moved;
    figures.push(
      figure(`${name}: one added, pairs that keep their order`, ownKept, othersKept, '≥ 98 %', '%'),
      figure(`${name}: one added, how far the others move`, ownMoved, othersMoved, 'none', 'heights of a node'),
    );
  }
  return [...figures, ...(await measureMapPage({ rounds: 3, say }))];
}

const MERGE_ROUNDS = 3;

async function measureMerge() {
  const file = pathToFileURL(await buildBare('merge')).href;
  const { measureMerge: measure, expectedConflicts } = await import(file);
  const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);
  const times = await measure(MERGE_ROUNDS, say);
  /** @param {'file' | 'delta' | 'save' | 'load' | 'bytes' | 'conflicts'} what */
  const parts = (what) => {
    const { own, ...libraries } = times[what];
    return /** @type {const} */ ([own, libraries]);
  };
  const weights = await weighMerged(file, say);
  const { own: ownWeight = [], ...otherWeights } = weights;
  return [
    figure('whole file merged, 10,000 edits', ...parts('file'), 'ratio ≤ 0.033 of Yjs'),
    figure('10,000 foreign edits applied', ...parts('delta'), 'ratio ≤ 0.1 of Yjs'),
    figure('merged book saved', ...parts('save'), 'none'),
    figure('merged book loaded', ...parts('load'), 'none'),
    figure('file', ...parts('bytes'), 'none', 'bytes'),
    figure('held in memory', ownWeight, otherWeights, 'ratio ≤ 0.1 of Yjs', 'MB'),
    figure(`conflicts listed, of ${expectedConflicts()}`, ...parts('conflicts'), 'all', 'conflicts'),
  ];
}

/**
 * What a process weighs more with the merged book than without, each library in a process of its own.
 * @param {string} file @param {(line: string) => void} say
 */
async function weighMerged(file, say) {
  /** @type {Record<string, number[]>} */
  const weights = {};
  for (const name of ['own', 'Yjs', 'Loro', 'Automerge']) {
    say(`memory: ${name}`);
    const script = `
      const { holdMerged } = await import(${JSON.stringify(file)});
      const settle = async () => { for (let i = 0; i < 5; i++) { gc(); await new Promise((r) => setTimeout(r, 20)); } };
      const weight = () => { const { heapUsed, external } = process.memoryUsage(); return (heapUsed + external) / 1e6; };
      await settle();
      const before = weight();
      const held = await holdMerged(${JSON.stringify(name)});
      await settle();
      process.stdout.write(String(weight() - before) + (held ? '' : '!'));`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--expose-gc',
      '--input-type=module',
      '-e',
      script,
    ]);
    // WebAssembly gives nothing back: what building the document took is still held
    weights[name === 'Automerge' ? 'Automerge (100 edits; what its building took included)' : name] = [Number(stdout)];
  }
  return weights;
}

/** @type {Readonly<Record<string, { title: string, measure: () => Promise<import('../../test/bench/figures.mjs').Figure[]> }>>} */
const AREAS = {
  core: { title: 'core: the change log in memory, 16,000 records × 12 fields', measure: measureCore },
  value: { title: 'value: 1,000 components, 5,000 benefits, 60 months', measure: measureValue },
  map: { title: 'map: layout on five fixed columns, three maps by chance of each size', measure: measureMap },
  merge: {
    title: 'merge: 16,000 records × 12 fields, 10,000 edits on either side, whole log kept',
    measure: measureMerge,
  },
  page: {
    title: 'page: store and cold start in a new browser process',
    measure: () => measurePage({ rounds: ROUNDS, say: (line) => process.stderr.write(`${line}\n`) }),
  },
};

const words = process.argv.slice(2);
const asJson = words.includes('--json');
const wished = words.filter((word) => !word.startsWith('--'));
const unknown = wished.find((area) => !Object.hasOwn(AREAS, area));
if (unknown !== undefined) {
  process.stderr.write(`There is no area ${unknown}. Choose from: ${Object.keys(AREAS).join(', ')}.\n`);
  process.exit(2);
}
try {
  /** @type {Record<string, unknown>} */
  const all = {};
  for (const area of wished.length > 0 ? wished : Object.keys(AREAS)) {
    const { title, measure } = /** @type {(typeof AREAS)[string]} */ (AREAS[area]);
    const figures = await measure();
    all[area] = figures;
    if (!asJson) process.stdout.write(tableOf(title, figures));
  }
  if (asJson) process.stdout.write(`${JSON.stringify(all, null, 1)}\n`);
} catch (fault) {
  printFault(fault);
  process.exitCode = 1;
}
