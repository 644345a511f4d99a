// The rooms of the house and which rooms each may see: HOUSE.md's ladder as a table.

const GROUND = ['kit', 'words', 'change', 'domain'];
const BRANCHES = ['map', 'value', 'choice', 'govern'];
const BELOW_ACTS = [...GROUND, ...BRANCHES, 'sight', 'counsel', 'sheet', 'intake'];
const BELOW_DECK = [...BELOW_ACTS, 'acts', 'merge', 'file'];

/** Each room of shared/ with the rooms below it; branches stand side by side and do not see each other. */
export const SHARED_LADDER: Readonly<Record<string, readonly string[]>> = {
  kit: [],
  words: ['kit'],
  change: ['kit', 'words'],
  domain: ['kit', 'words', 'change'],
  map: GROUND,
  value: GROUND,
  choice: GROUND,
  govern: GROUND,
  sight: [...GROUND, ...BRANCHES],
  counsel: [...GROUND, ...BRANCHES, 'sight'],
  sheet: [...GROUND, ...BRANCHES],
  intake: [...GROUND, ...BRANCHES, 'sheet'],
  acts: BELOW_ACTS,
  collect: [...BELOW_ACTS, 'acts'],
  merge: BELOW_ACTS,
  file: [...BELOW_ACTS, 'merge'],
  deck: BELOW_DECK,
  press: [...BELOW_DECK, 'deck'],
  sample: [...BELOW_ACTS, 'acts'],
  bridge: ['kit'],
};

/** The machine's rooms; main.ts puts them all together, the preload knows the contract alone. */
export const MACHINE_LADDER: Readonly<Record<string, readonly string[]>> = {
  host: [],
  window: ['host'],
  shelf: ['host'],
  print: ['host', 'window'],
  door: ['host', 'window'],
  'main.ts': ['host', 'window', 'shelf', 'print', 'door'],
  'preload.ts': [],
  cli: ['host'],
};

/** A folder may be a room of its own without files, or a file standing for itself (main.ts). */
export interface Place {
  readonly top: string;
  readonly room: string;
  /** The folder or file after the room: a screen's name. */
  readonly inner: string;
}

export function placeOf(path: string): Place {
  const [top = '', room = '', inner = ''] = path.split('/');
  return { top, room, inner };
}
