// The words of a register's cells: categories, states, cadence, roll-up, direction, figures and per cent, in both languages.
import type { BenefitCategory, BenefitState } from '#shared/domain/benefit.ts';
import type { Cadence, RollUp } from '#shared/domain/measure.ts';
import type { Known } from '#shared/kit/absent.ts';
import { foldText } from '#shared/kit/order.ts';
import type { Cell } from '#shared/sheet/model.ts';
import { absence, toDecimal, westernDigits } from './cells.ts';
import { cellText } from './grid.ts';

type Table<T> = readonly (readonly [T, RegExp])[];

const plain = (cell: Cell | undefined): string =>
  foldText(cellText(cell))
    .replace(/[^\p{L}\p{N}+%↑↓-]+/gu, ' ')
    .trim();

/** The value a cell's word stands for; a typed null where it is blank, says why not, or is a word nobody knows. */
function wordOf<T>(table: Table<T>, cell: Cell | undefined): Known<T & (string | number)> {
  const text = plain(cell);
  const found = text === '' ? undefined : table.find(([, words]) => words.test(text));
  return found ? (found[0] as T & (string | number)) : absence(cell);
}

const CATEGORIES: Table<BenefitCategory | 'disbenefit'> = [
  ['disbenefit', /^dis ?-?benefit$|منفعه سلبيه/],
  ['nonCashable', /non ?-?cash(able)?|cost avoid|avoid(ed|ance)|مالي.*غير نقدي|غير نقدي|تجنب تكلفه/],
  ['cashable', /^(financial )?cash(able| releasing)?( saving(s)?)?( financial)?$|وفر نقدي|^نقدي/],
  ['qualitative', /qualitative|نوعي/],
  ['quantitative', /quantitative|non ?-?financial|quantifiable|كمي/],
];
export const categoryWord = (cell: Cell | undefined) => wordOf(CATEGORIES, cell);

const STATES: Table<BenefitState> = [
  ['notRealised', /^not reali[sz]ed$|^لم تتحقق$/],
  ['identified', /^(identified|proposed|candidate|draft|idea)$|^(محدده|مقترحه)$/],
  ['validated', /^validated$|^(متحقق من صلاحيتها|معتمده)$/],
  ['planned', /^(planned|approved)$|^مخططه$/],
  ['realising', /^(reali[sz]ing|in (realisation|realization|delivery)|active|live)$|^قيد التحقيق$/],
  ['realised', /^(reali[sz]ed|delivered|achieved)$|^(محققه|تحققت)$/],
  ['sustaining', /^sustaining$|^قيد الاستدامه$/],
  ['eroded', /^eroded$|^متاكله$/],
  ['sustained', /^sustained$|^مستدامه$/],
  ['closed', /^closed$|^مغلقه$/],
  ['rejected', /^(rejected|withdrawn|cancelled)$|^مرفوضه$/],
];
export const stateWord = (cell: Cell | undefined) => wordOf(STATES, cell);

const CADENCES: Table<Cadence> = [
  ['halfYearly', /^(half ?-?yearly|bi ?-?annual(ly)?|semi ?-?annual(ly)?|every half year|every 6 months|6)$|نصف سن/],
  ['monthly', /^(month(ly)?|every month|1|m)$|شهر/],
  ['quarterly', /^(quarter(ly)?|every quarter|every 3 months|3|q)$|ربع/],
  ['yearly', /^(year(ly)?|annual(ly)?|every year|12|y|a)$|سن/],
];
export const cadenceWord = (cell: Cell | undefined) => wordOf(CADENCES, cell);

const ROLL_UPS: Table<RollUp> = [
  ['flow', /^(flow|sum|add(ed)?|total|cumulative|summed)\b|تدفق|مجموع|تجمع$/],
  ['ratio', /^(ratio|average|avg|mean|rate|%)|نسبه|متوسط/],
  ['stock', /^(stock|last|level|latest|point in time|snapshot|balance)\b|رصيد|اخر/],
];
export const rollUpWord = (cell: Cell | undefined) => wordOf(ROLL_UPS, cell);

const DIRECTIONS: Table<1 | -1> = [
  [
    -1,
    /^(down|decreas(e|ing)|lower( is better)?|reduc(e|tion|ing)|minimi[sz]e|fall(ing)?|less|down is good|↓|-1?)$|انخفاض|خفض|تقليل|نقصان/,
  ],
  [
    1,
    /^(up|increas(e|ing)|higher( is better)?|rais(e|ing)|maximi[sz]e|ris(e|ing)|more|up is good|↑|\+1?|1)$|ارتفاع|زياده|رفع/,
  ],
];
export const directionWord = (cell: Cell | undefined) => wordOf(DIRECTIONS, cell);

/** A figure, only where the whole cell is one: "1,065.90", "(12)", "−5", "٣٤٫٥", "80 %". */
export function readFigure(cell: Cell | undefined): Known<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : absence(cell);
  if (typeof cell !== 'string')
    return typeof cell === 'object' && cell ? { absent: 'unreadable', text: cell.day } : absence(cell);
  const text = westernDigits(cell)
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[−–]/g, '-')
    .replace(/ ?[%٪]$/, '')
    .trim();
  const bare = /^\((.+)\)$/.exec(text)?.[1] ?? /^- ?(\d.*|\.\d.*)$/.exec(text)?.[1];
  const decimal = toDecimal((bare ?? text).replace(/^\+/, ''));
  const value = Number(decimal);
  if (decimal === undefined || !Number.isFinite(value)) return absence(cell);
  return bare === undefined ? value : -value;
}

/** Per cent; `asShare` where the whole column is written as shares of one. */
export function readPercent(cell: Cell | undefined, asShare: boolean): Known<number> {
  const figure = readFigure(cell);
  if (typeof figure !== 'number') return figure;
  const isMarked = typeof cell === 'string' && /[%٪]\s*$/.test(cell);
  const value = asShare && !isMarked ? Number((figure * 100).toPrecision(12)) : figure;
  return value >= 0 && value <= 100 ? value : { absent: 'unreadable', text: cellText(cell) };
}

/** True where a column holds shares of one: none above it, and at least one strictly between. */
export function holdsShares(cells: Iterable<Cell | undefined>): boolean {
  let between = false;
  for (const cell of cells) {
    if (typeof cell === 'string' && /[%٪]/.test(cell)) continue;
    const figure = readFigure(cell);
    if (typeof figure !== 'number') continue;
    if (figure > 1) return false;
    if (figure > 0 && figure < 1) between = true;
  }
  return between;
}
