// The rules of the house that speak of how a file is written: its first line, its length, its words, its clock.
import { dirname } from 'node:path/posix';
import type { Rule } from './rules.ts';
import { isCode, type Source, withoutComments } from './source.ts';

const LINE_LIMIT = 320;
const MEASURED_TOPS = ['shared', 'electron', 'renderer'];
/** What only the meaning may speak of; a machine that knew these would need changing with them. */
const DOMAIN_NOUN =
  /component|benefit|portfolio|programme|initiative|objective|milestone|beneficiar|realisation|stakeholder|committee|governance|scenario/i;
/** Names of others that hold such a word without its meaning. */
const BORROWED_NAMES = /decodeURIComponent|encodeURIComponent|--disable-component-update/g;
/** What would make the same book give two answers: it comes in through ctx. */
const OUTSIDE_STATE =
  /\bDate\.now\(|\bMath\.random\(|\bnew Date\(\s*\)|\bperformance\.now\(|\brandomUUID\(|\bgetRandomValues\(/;

const isMeasured = ({ path }: Source): boolean => MEASURED_TOPS.some((top) => path.startsWith(`${top}/`));
const isMachine = ({ path }: Source): boolean => path.startsWith('electron/') && !path.startsWith('electron/cli/');

/** A rule about each file by itself: `fault` says what is wrong with it, or nothing. */
const fileRule = (
  name: string,
  concerns: (source: Source) => boolean,
  fault: (text: string) => string | undefined,
): Rule => ({
  name,
  broken: (sources) =>
    sources.filter(concerns).flatMap((source) => {
      const found = fault(source.text);
      return found === undefined ? [] : [`${source.path}: ${found}`];
    }),
});

const firstLine = fileRule(
  'the first line of a file says why it exists',
  (source) => isCode(source) || source.path.endsWith('.css'),
  (text) => (/^(\/\/|\/\*\*?)\s*\S.{10,}/.test(text) ? undefined : 'its first line is no such comment'),
);

const length = fileRule(`no file is over ${LINE_LIMIT} lines`, isMeasured, (text) => {
  const lines = text.trimEnd().split('\n').length;
  return lines > LINE_LIMIT ? `it has ${lines} lines` : undefined;
});

const noDomainNoun = fileRule('the machine knows no domain noun', isMachine, (text) => {
  const noun = DOMAIN_NOUN.exec(text.replace(BORROWED_NAMES, ''))?.[0];
  return noun === undefined ? undefined : `it says "${noun}"`;
});

const sharedIsPure = fileRule(
  'shared takes clock and chance from ctx',
  ({ path }) => path.startsWith('shared/'),
  (text) => {
    const call = OUTSIDE_STATE.exec(withoutComments(text))?.[0];
    return call === undefined ? undefined : `it calls ${call}`;
  },
);

const noAny = fileRule('nothing is of type any, no test is left out by hand', isCode, (text) => {
  const code = withoutComments(text);
  if (/(:|\bas|<)\s*any\b(?!\s*['"`])/.test(code.replace(/(['"`]).*?\1/g, ''))) return 'it says any';
  return /\b(test|it|describe)\.(only|skip|todo)\(/.test(code) ? 'a test is left out or singled out' : undefined;
});

const noBarrels = fileRule('no barrels: a file that only passes on hides who uses what', isCode, (text) => {
  const code = withoutComments(text).trim();
  const passedOn = code
    .replace(/export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/g, '')
    .trim();
  return code !== '' && passedOn === '' ? 'import from where it is made' : undefined;
});

const noEmptyRoom: Rule = {
  name: 'a room is there only when something lives in it',
  broken: (sources) => {
    const living = new Map<string, boolean>();
    for (const source of sources.filter((each) => isCode(each) && isMeasured(each))) {
      const room = dirname(source.path);
      const says = /\b(export|import|expose|createRoot|await)\b/.test(withoutComments(source.text));
      living.set(room, says || living.get(room) === true);
    }
    return [...living].filter(([, lives]) => !lives).map(([room]) => `${room} holds nothing`);
  },
};

export const MANNER_RULES: readonly Rule[] = [
  firstLine,
  length,
  noDomainNoun,
  sharedIsPure,
  noAny,
  noBarrels,
  noEmptyRoom,
];
