// The rules of the house that speak of who imports whom; each names itself and the file that broke it.
import { NODE_ROOMS, PACKAGES, RULED_TOPS } from './packages.ts';
import { MACHINE_LADDER, placeOf, SHARED_LADDER } from './rooms.ts';
import { type Import, importsOf, isCode, type Source, withoutComments } from './source.ts';

export interface Rule {
  readonly name: string;
  /** One sentence for each place where the rule is broken. */
  readonly broken: (sources: readonly Source[]) => readonly string[];
}

const isUnder = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);
const isRuled = (path: string): boolean => RULED_TOPS.some((top) => isUnder(path, top));

/** A rule about each import by itself: `fault` says what is wrong with it, or nothing. */
const importRule = (name: string, fault: (from: string, to: Import) => string | undefined): Rule => ({
  name,
  broken: (sources) =>
    sources.flatMap((source) =>
      importsOf(source).flatMap((to) => {
        const found = fault(source.path, to);
        return found === undefined ? [] : [`${source.path} imports ${to.file ?? to.package}: ${found}`];
      }),
    ),
});

const sharedLadder = importRule('a room of shared imports only rooms below it', (from, to) => {
  if (!isUnder(from, 'shared') || to.file === undefined) return undefined;
  const [mine, theirs] = [placeOf(from), placeOf(to.file)];
  if (theirs.top !== 'shared') return 'shared sees nothing outside itself';
  const below = SHARED_LADDER[mine.room];
  if (below === undefined) return `the room ${mine.room} has no step on the ladder (test/house/rooms.ts)`;
  return mine.room === theirs.room || below.includes(theirs.room)
    ? undefined
    : `${theirs.room} is not below ${mine.room}`;
});

const machineSeesContract = importRule(
  'the machine sees bridge and kit only, the command line all of shared',
  (from, to) => {
    if (!isUnder(from, 'electron') || to.file === undefined) return undefined;
    const [mine, theirs] = [placeOf(from), placeOf(to.file)];
    if (theirs.top === 'shared') {
      return mine.room === 'cli' || theirs.room === 'bridge' || theirs.room === 'kit'
        ? undefined
        : 'the machine knows no meaning';
    }
    if (theirs.top !== 'electron') return 'the machine sees only itself and the contract';
    const below = MACHINE_LADDER[mine.room];
    if (below === undefined) return `the room ${mine.room} has no step on the ladder (test/house/rooms.ts)`;
    return mine.room === theirs.room || below.includes(theirs.room)
      ? undefined
      : `${theirs.room} is not below ${mine.room}`;
  },
);

const pageSeesMeaning = importRule('the page sees shared and itself, never the machine', (from, to) => {
  if (!isUnder(from, 'renderer') || to.file === undefined) return undefined;
  return ['renderer', 'shared'].includes(placeOf(to.file).top)
    ? undefined
    : 'renderer and electron meet in shared/bridge';
});

const screensApart = importRule('screens never import each other', (from, to) => {
  if (!isUnder(from, 'renderer/screens') || to.file === undefined || !isUnder(to.file, 'renderer/screens'))
    return undefined;
  const same = placeOf(from).inner === placeOf(to.file).inner;
  return same ? undefined : 'what two screens share belongs in parts or desk';
});

const screensWriteByActs = importRule('screens write only through useAct', (from, to) => {
  if (!isUnder(from, 'renderer/screens') || to.file === undefined) return undefined;
  if (isUnder(to.file, 'renderer/store')) return 'the store is behind useAct';
  return /^shared\/change\/commit\b/.test(to.file) ? 'a commit is made by useAct' : undefined;
});

const partsAreDumb = importRule('parts know no act and no store', (from, to) => {
  if (!isUnder(from, 'renderer/parts') || to.file === undefined) return undefined;
  const known = ['shared/acts', 'renderer/store', 'renderer/desk', 'renderer/screens', 'renderer/app'];
  return known.some((place) => isUnder(to.file ?? '', place)) ? 'props in, events out' : undefined;
});

const packageTable = importRule('a package is imported only by the rooms it was decided for', (from, to) => {
  if (to.package === undefined || !isRuled(from)) return undefined;
  if (to.package.startsWith('node:')) {
    return NODE_ROOMS.some((room) => isUnder(from, room)) ? undefined : "Node's modules are not for this room";
  }
  const allowed = Object.entries(PACKAGES).some(
    ([place, names]) => isUnder(from, place) && names.includes(to.package ?? ''),
  );
  return allowed ? undefined : 'the table in test/house/packages.ts does not allow it';
});

const noCircles: Rule = {
  name: 'no file imports itself by a circle',
  broken: (sources) => {
    const graph = new Map(sources.map((source) => [source.path, importsOf(source).flatMap(({ file }) => file ?? [])]));
    const state = new Map<string, 'open' | 'closed'>();
    const circles: string[] = [];
    const walk = (path: string, trail: readonly string[]): void => {
      if (state.get(path) === 'open') circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (state.has(path)) return;
      state.set(path, 'open');
      for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
      state.set(path, 'closed');
    };
    for (const path of graph.keys()) walk(path, []);
    return circles;
  },
};

/** A name only one place may utter, in code (a comment may speak of it). */
const onlyIn = (name: string, said: RegExp, places: readonly string[], tops: readonly string[]): Rule => ({
  name,
  broken: (sources) =>
    sources
      .filter((source) => isCode(source) && tops.some((top) => isUnder(source.path, top)))
      .filter(({ path }) => !places.some((place) => isUnder(path, place)))
      .filter(({ text }) => said.test(withoutComments(text)))
      .map(({ path }) => `${path} names ${said.source}`),
});

export const IMPORT_RULES: readonly Rule[] = [
  sharedLadder,
  machineSeesContract,
  pageSeesMeaning,
  screensApart,
  screensWriteByActs,
  partsAreDumb,
  packageTable,
  noCircles,
  onlyIn('only electron/door names ipcMain', /\bipcMain\b/, ['electron/door'], RULED_TOPS),
  onlyIn('only the preload names ipcRenderer', /\bipcRenderer\b/, ['electron/preload.ts'], RULED_TOPS),
  onlyIn(
    'only renderer/bridge.ts names window.bridge',
    /\b(window|globalThis|self)\s*\??\.\s*bridge\b/,
    ['renderer/bridge.ts'],
    ['renderer', 'shared'],
  ),
];
