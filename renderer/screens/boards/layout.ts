// Where each body and each reporting line of the chart lies: the solid tree from the top down, every other line beside it.
import type { Book, Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { RecordId } from '#shared/kit/ids.ts';

export const BOX_WIDTH = 172;
const [GAP, RISE, INDENT, SIDE_STEP] = [16, 48, 22, 9];
/** Wider than this, bodies without others below them stand under each other. */
const WIDEST = 1_192;
/** How many under each other, tried until the chart is no wider. */
const STACKS = [4, 5, 6, 8, 12];
const [LINE, PADDING, LETTERS] = [20, 18, 19];
/** Below its name a box says its form and its seats. */
const LINES_BELOW = 2;

export interface ChartBox {
  readonly board: Entry<'board'>;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface ChartLine {
  readonly id: RecordId;
  readonly dotted: boolean;
  readonly path: string;
}

export interface Chart {
  readonly boxes: readonly ChartBox[];
  readonly lines: readonly ChartLine[];
  readonly width: number;
  readonly height: number;
  readonly hasDotted: boolean;
}

interface Place {
  readonly x: number;
  readonly row: number;
  readonly stacked: boolean;
}

/** Bodies in their own order, then by name. */
export const boardsOf = (book: Book): Entry<'board'>[] =>
  [...book.all('board')].sort((a, b) => (a.order ?? 999) - (b.order ?? 999) || a.title.localeCompare(b.title));

/** The body it answers to by its first solid line. */
export const bossLine = (book: Book, board: RecordId): Entry<'reportingLine'> | undefined =>
  where(book, 'reportingLine', 'from', board).find(
    ({ dotted, to }) => !dotted && to !== board && book.get('board', to) !== undefined,
  );

/** Whether one body stands above another by solid lines. */
export function isAbove(book: Book, above: RecordId, below: RecordId): boolean {
  const met = new Set<RecordId>();
  let next: RecordId | undefined = below;
  while (next && !met.has(next)) {
    if (next === above) return true;
    met.add(next);
    next = bossLine(book, next)?.to;
  }
  return false;
}

export function chartOf(book: Book): Chart {
  const boards = boardsOf(book);
  const above = new Map<RecordId, Entry<'reportingLine'>>();
  for (const { id } of boards) {
    const line = bossLine(book, id);
    // whoever answers to itself by a circle stands at the top
    if (line && !isAbove(book, id, line.to)) above.set(id, line);
  }
  const below = (id: RecordId | undefined) => boards.filter((each) => above.get(each.id)?.to === id);
  let places = placed(1);
  for (const stack of STACKS) if (widthOf(places) > WIDEST) places = placed(stack);
  const { tops, heights, gaps, bottom } = rowsOf(boards, places);
  const boxes = boards.map((board) => {
    const { x, row } = places.get(board.id) as Place;
    return { board, x, y: tops[row] as number, height: heights[row] as number };
  });
  const boxOf = new Map(boxes.map((box) => [box.board.id, box]));
  const drawn: ChartLine[] = [];
  for (const [id, line] of above) {
    const [from, to] = [boxOf.get(id) as ChartBox, boxOf.get(line.to) as ChartBox];
    const place = places.get(id) as Place;
    const first = (places.get(line.to) as Place).row + 1;
    const shoulder = (tops[first] as number) - (gaps[first] as number) / 2;
    drawn.push({ id: line.id, dotted: false, path: treePath(from, to, shoulder, place) });
  }
  const others = [...book.all('reportingLine')].filter(
    ({ id, from, to }) => above.get(from)?.id !== id && boxOf.has(from) && boxOf.has(to) && from !== to,
  );
  for (const [i, { id, from, to, dotted }] of others.entries()) {
    const ends = [boxOf.get(from) as ChartBox, boxOf.get(to) as ChartBox] as const;
    // below the last row there is room for every line
    const below = gaps[(places.get(from) as Place).row + 1] ?? Number.POSITIVE_INFINITY;
    drawn.push({ id, dotted: Boolean(dotted), path: sidePath(ends[0], ends[1], i, below) });
  }
  const room = others.length > 0 ? 26 + others.length * SIDE_STEP : 0;
  return {
    boxes,
    lines: drawn,
    width: widthOf(places),
    height: bottom + room,
    hasDotted: others.some(({ dotted }) => dotted),
  };

  function placed(stack: number): Map<RecordId, Place> {
    const found = new Map<RecordId, Place>();
    let left = 0;
    for (const root of below(undefined)) left = place(root.id, 0, left) + GAP;
    return found;

    /** The right edge of what it took. */
    function place(id: RecordId, row: number, from: number): number {
      const kids = below(id);
      const leaves = stack > 1 ? kids.filter((kid) => below(kid.id).length === 0) : [];
      const centres: number[] = [];
      let cursor = from;
      for (const kid of kids.filter((each) => !leaves.includes(each))) {
        const right = place(kid.id, row + 1, cursor);
        centres.push((found.get(kid.id) as Place).x + BOX_WIDTH / 2);
        cursor = right + GAP;
      }
      for (let i = 0; i < leaves.length; i += stack) {
        for (const [j, leaf] of leaves.slice(i, i + stack).entries())
          found.set(leaf.id, { x: cursor + INDENT, row: row + 1 + j, stacked: true });
        centres.push(cursor + INDENT + BOX_WIDTH / 2);
        cursor += INDENT + BOX_WIDTH + GAP;
      }
      const middle = centres.length > 0 ? ((centres[0] as number) + (centres.at(-1) as number)) / 2 : undefined;
      const x = Math.max(from, middle === undefined ? from : middle - BOX_WIDTH / 2);
      found.set(id, { x, row, stacked: false });
      return Math.max(cursor - GAP, x + BOX_WIDTH);
    }
  }
}

const widthOf = (places: ReadonlyMap<RecordId, Place>): number =>
  Math.max(0, ...[...places.values()].map(({ x }) => x)) + BOX_WIDTH;

/** Rows are as high as their fullest box. */
function rowsOf(
  boards: readonly Entry<'board'>[],
  places: ReadonlyMap<RecordId, Place>,
): { tops: number[]; heights: number[]; gaps: number[]; bottom: number } {
  const heights: number[] = [];
  const stacked = new Set<number>();
  for (const board of boards) {
    const place = places.get(board.id) as Place;
    const height = PADDING + (wrapped(board.title) + LINES_BELOW) * LINE;
    heights[place.row] = Math.max(heights[place.row] ?? 0, height);
    if (place.stacked) stacked.add(place.row);
  }
  const tops: number[] = [];
  const gaps: number[] = [];
  let y = 0;
  for (const [row, height] of heights.entries()) {
    gaps[row] = stacked.has(row - 1) && stacked.has(row) ? GAP : RISE;
    tops[row] = y + (row === 0 ? 0 : gaps[row]);
    y = tops[row] + height;
  }
  return { tops, heights, gaps, bottom: y };
}

/** Lines a name takes in a box, words kept whole where they fit. */
function wrapped(title: string): number {
  let [lines, used] = [1, 0];
  for (const word of title.split(/\s+/)) {
    if (used > 0 && used + 1 + word.length > LETTERS) {
      lines += 1;
      used = 0;
    }
    lines += Math.ceil(word.length / LETTERS) - 1;
    used += word.length + (used > 0 ? 1 : 0);
  }
  return lines;
}

const middleOf = ({ x }: ChartBox): number => x + BOX_WIDTH / 2;

function treePath(from: ChartBox, to: ChartBox, shoulder: number, { stacked }: Place): string {
  const start = `M${middleOf(to)} ${to.y + to.height}V${shoulder}`;
  return stacked
    ? `${start}H${from.x - INDENT / 2}V${from.y + from.height / 2}H${from.x}`
    : `${start}H${middleOf(from)}V${from.y}`;
}

/** Beside the tree, in the gaps between rows and columns; each a step aside from the one before. */
function sidePath(from: ChartBox, to: ChartBox, i: number, below: number): string {
  const aside = (i + 1) * SIDE_STEP;
  const [start, end] = [middleOf(from) + aside, middleOf(to) - aside];
  if (from.y === to.y) {
    const deep = from.y + from.height + Math.min(14 + aside, below - 4);
    return `M${start} ${from.y + from.height}V${deep}H${end}V${to.y + to.height + 5}`;
  }
  const edge = from.x + BOX_WIDTH;
  const way = `M${edge} ${from.y + from.height / 2 + aside / 3}H${edge + 3 + (aside % 12)}`;
  return from.y > to.y
    ? `${way}V${to.y + to.height + 11}H${end}V${to.y + to.height + 5}`
    : `${way}V${to.y - 11}H${end}V${to.y - 5}`;
}
