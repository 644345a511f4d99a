// Whether text fits, before anything is drawn: widths, lines, shrinking, and cutting with an ellipsis as the last resort.
import { ARABIC, ARABIC_BOLD, ASCII, SIGNS } from './widths.ts';

export interface Type {
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
}

/** Characters that take no room: marks, joiners, direction marks, variation selectors. */
const NO_WIDTH = /\p{Mn}|\p{Me}|\p{Cf}/u;
const ARABIC_LETTER = /[\u0620-\u064a\u066e-\u06d3]/;
/** Runs that may not break: everything between two spaces; a long dash, slash or hyphen allows a break after it. */
const PIECE = /[^\s\-–—/]*[-–—/]?\s*/gu;

function charWidth(char: string, next: string, bold: boolean): number {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 32 && code < 127) return (bold ? ASCII.bold : ASCII.regular)[code - 32] ?? 600;
  const sign = SIGNS[char];
  if (sign !== undefined) return sign;
  if (NO_WIDTH.test(char)) return 0;
  const arabic = ARABIC[char];
  if (arabic) return arabic[ARABIC_LETTER.test(next) ? 1 : 0] * (bold ? ARABIC_BOLD : 1);
  if (code >= 0x660 && code <= 0x669) return 610;
  if (code >= 0x620 && code <= 0x6ff) return 850;
  if (code >= 0xc0 && code < 0x250) return bold ? 780 : 722;
  if (code > 0xffff) return 1350;
  return code < 0x20 ? 278 : 1000;
}

/** Width of one line of text in inches. */
export function textWidth(text: string, type: Type): number {
  const chars = [...text];
  let width = 0;
  for (let at = 0; at < chars.length; at++)
    width += charWidth(chars[at] as string, chars[at + 1] ?? '', type.bold === true);
  return (width * type.size) / 72_000;
}

/** Height of a line in inches; Arabic stands and hangs further. */
export const lineHeight = (size: number, language: 'en' | 'ar'): number =>
  (size * (language === 'ar' ? 1.36 : 1.2)) / 72;

/** The lines text takes in a width: breaks at spaces, hyphens and slashes, inside a word only where it is too long. */
export function wrap(text: string, width: number, type: Type): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of paragraph.match(PIECE) ?? []) {
      if (textWidth((line + piece).trimEnd(), type) <= width) line += piece;
      else {
        if (line.trimEnd() !== '') lines.push(line.trimEnd());
        line = breakWord(piece, width, type, lines);
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

/** Pushes full lines of a word longer than the line; what is left begins the next. */
function breakWord(piece: string, width: number, type: Type, lines: string[]): string {
  if (textWidth(piece.trimEnd(), type) <= width) return piece;
  let line = '';
  for (const char of piece) {
    if (line !== '' && textWidth(line + char, type) > width) {
      lines.push(line);
      line = '';
    }
    line += char;
  }
  return line;
}

/** The text, cut at a word with an ellipsis where it would take more than `lines` lines. */
export function cut(text: string, width: number, type: Type, lines: number): string {
  const tidy = tidied(text);
  if (wrap(tidy, width, type).length <= lines) return tidy;
  const chars = [...tidy];
  let low = 0;
  let high = chars.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (wrap(`${chars.slice(0, middle).join('')}…`, width, type).length <= lines) low = middle;
    else high = middle - 1;
  }
  const kept = chars.slice(0, low).join('');
  const atWord = kept.replace(/\s+\S*$/u, '');
  return `${(atWord.length > kept.length * 0.6 ? atWord : kept).trimEnd().replace(/[,;:،؛(]$/u, '')}…`;
}

/** One line of spaces, no control characters: what a slide can show of text from anywhere. */
export const tidied = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[\u2028\u2029\ufffe\uffff]|\p{Cs}/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();

export interface Fitted {
  readonly text: string;
  readonly size: number;
  readonly lines: number;
  /** True where the text had to be cut. */
  readonly isCut: boolean;
}

/** The largest size from `most` down to `least` at which text stands on `lines` lines; cut at the least. */
export function fitText(
  text: string,
  room: { width: number; lines: number; most: number; least: number; bold?: boolean },
): Fitted {
  const tidy = tidied(text);
  for (let size = room.most; size >= room.least; size--) {
    const lines = wrap(tidy, room.width, { size, bold: room.bold === true }).length;
    if (lines <= room.lines) return { text: tidy, size, lines, isCut: false };
  }
  const type = { size: room.least, bold: room.bold === true };
  const short = cut(tidy, room.width, type, room.lines);
  return { text: short, size: room.least, lines: wrap(short, room.width, type).length, isCut: true };
}
