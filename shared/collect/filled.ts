// One filled cell to the value it holds, or to the reason why it holds none: figures, per cent, words, yes or no.
import { asHeld, type Held } from '#shared/acts/returned.ts';
import { LONGEST_TEXT } from '#shared/domain/field.ts';
import { toDecimal, westernDigits } from '#shared/intake/cells.ts';
import { cellText } from '#shared/intake/grid.ts';
import { foldText } from '#shared/kit/order.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import type { Cell } from '#shared/sheet/model.ts';

const YES = new Set(['yes', 'y', 'true', 'نعم'].map(foldText));
const NO = new Set(['no', 'n', 'false', 'لا'].map(foldText));

/** `fill` is the column's, as the workbook remembers it. */
export function filledValue(fill: string, cell: Cell | undefined): Result<Held> {
  const text = cellText(cell);
  if (text === '') return done(null);
  switch (fill) {
    case 'number': {
      const figure = figureOf(cell, text);
      return figure === undefined ? refuse('collect.notANumber', { text }) : done(figure);
    }
    case 'percent': {
      const figure = figureOf(cell, text.replace(/\s*[%٪]$/, ''));
      if (figure === undefined) return refuse('collect.notANumber', { text });
      if (figure < 0 || figure > 100) return refuse('collect.notAPercent', { text });
      // 80 typed into a cell that shows per cent is stored as 0.8: which was meant nobody can say
      return figure > 0 && figure < 1 ? refuse('collect.shareForPercent', { text }) : done(figure);
    }
    case 'choice': {
      const word = foldText(text);
      return YES.has(word) ? done(true) : NO.has(word) ? done(false) : refuse('collect.notAChoice', { text });
    }
    default:
      return text.length > LONGEST_TEXT ? refuse('collect.tooLong', { most: LONGEST_TEXT }) : done(asHeld(text));
  }
}

/** A figure, also where a spreadsheet holds it as text: "1,234.5", "(3)", "١٢٫٥". */
function figureOf(cell: Cell | undefined, text: string): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  const plain = westernDigits(text)
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/[\u00a0\u202f\s]+/g, ' ')
    .replace(/[−–]/g, '-')
    .trim();
  const bare = /^\((.+)\)$/.exec(plain)?.[1] ?? /^- ?(.*)$/.exec(plain)?.[1];
  const decimal = toDecimal(bare ?? plain);
  return decimal === undefined ? undefined : Number(decimal) * (bare === undefined ? 1 : -1);
}
