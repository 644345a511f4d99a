// Which way a text runs, and its pieces that run the other way: a name or a number inside a sentence keeps its own order.

export type Direction = 'ltr' | 'rtl';

export interface Piece {
  readonly text: string;
  readonly direction: Direction;
}

const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;
const ISOLATED = /[\u2066-\u2068]([^\u2066-\u2069]*)\u2069/gu;
/** Marks that steer direction; pieces stand in their place. */
const STEERING = /[\u2066-\u2069\u202a-\u202e]/g;

const LEFT_TO_RIGHT_MARK = '\u200e';
const RIGHT_TO_LEFT_MARK = '\u200f';

/** As most of its letters outside isolated names say; undefined where there are none, or as many of each. */
export function directionOf(text: string): Direction | undefined {
  const open = text.replace(ISOLATED, '');
  let balance = 0;
  for (const [letter] of open.matchAll(/\p{L}/gu)) balance += RTL_LETTER.test(letter) ? 1 : -1;
  return balance === 0 ? undefined : balance > 0 ? 'rtl' : 'ltr';
}

/** From the first to the last sign of the other direction, with what stands between them. */
const OTHER_WAY: Readonly<Record<Direction, RegExp>> = {
  rtl: /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9](?:[^\p{Script=Arabic}\p{Script=Hebrew}\u0600-\u06ff]*[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9])?/gu,
  ltr: /[\p{Script=Arabic}\p{Script=Hebrew}](?:[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}0-9]*[\p{Script=Arabic}\p{Script=Hebrew}])?/gu,
};

/** The text in pieces of one direction each, in reading order; together they are the text without its steering marks. */
export function piecesOf(text: string, direction: Direction): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of text.matchAll(ISOLATED)) {
    pieces.push(...openPieces(text.slice(at, found.index), direction));
    const inner = found[1] ?? '';
    // a number alone reads from the left everywhere
    const own = directionOf(inner) ?? 'ltr';
    if (own === direction) pieces.push(...openPieces(inner, direction));
    else pieces.push(guarded(inner, own));
    at = found.index + found[0].length;
  }
  pieces.push(...openPieces(text.slice(at), direction));
  return held(joined(pieces.filter((piece) => piece.text !== '')), direction);
}

function openPieces(text: string, direction: Direction): Piece[] {
  const clean = text.replace(STEERING, '');
  const other = direction === 'rtl' ? 'ltr' : 'rtl';
  const pieces: Piece[] = [];
  let at = 0;
  for (const found of clean.matchAll(OTHER_WAY[direction])) {
    pieces.push({ text: clean.slice(at, found.index), direction }, guarded(found[0], other));
    at = found.index + found[0].length;
  }
  return [...pieces, { text: clean.slice(at), direction }];
}

/** Digits and signs at the edge would follow the letters around them: a mark without width holds them to their own piece. */
function guarded(text: string, direction: Direction): Piece {
  const mark = direction === 'ltr' ? LEFT_TO_RIGHT_MARK : RIGHT_TO_LEFT_MARK;
  const before = /^\p{L}/u.test(text) ? '' : mark;
  const after = /\p{L}$/u.test(text) ? '' : mark;
  return { text: text === '' ? '' : `${before}${text}${after}`, direction };
}

/** A stop or a space between two pieces of the other direction would join them into one: a mark keeps it the text's own. */
const held = (pieces: readonly Piece[], direction: Direction): Piece[] =>
  pieces.map((piece, i) => {
    const isBetween = piece.direction === direction && i > 0 && i < pieces.length - 1;
    if (!isBetween || /\p{L}/u.test(piece.text)) return piece;
    return { ...piece, text: piece.text + (direction === 'rtl' ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK) };
  });

function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.direction === piece.direction) all[all.length - 1] = { ...last, text: last.text + piece.text };
    else all.push(piece);
  }
  return all;
}
