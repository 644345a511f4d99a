// Text on a slide: its direction by its own first letter, its side by the deck's, its place mirrored in a right-to-left deck.
import type PptxGenJS from 'pptxgenjs';
import type { Deck } from '#shared/deck/model.ts';
import { type Box, COLOUR, mirrored } from '#shared/deck/theme.ts';

export type Page = ReturnType<PptxGenJS['addSlide']>;
export type TextOptions = PptxGenJS.TextPropsOptions;

export const FONT = 'Arial';
export const NO_MARGIN = 0;

/** Where things lie as the reader sees them: mirrored in a right-to-left deck. */
export const seen = (deck: Deck, box: Box): Box => (deck.direction === 'rtl' ? mirrored(box) : box);

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const STRONG = /\p{L}/u;

/** The direction a piece of text has by its own first letter; numbers and signs follow what is around them. */
export function runsRight(direction: 'ltr' | 'rtl', text: string): boolean {
  const first = STRONG.exec(text)?.[0];
  return first ? RIGHT_TO_LEFT.test(first) : direction === 'rtl';
}

export function textOptions(deck: Deck, text: string, align: 'start' | 'end' | 'centre' = 'start'): TextOptions {
  const isRight = align === 'end' ? deck.direction === 'ltr' : deck.direction === 'rtl';
  const rtl = runsRight(deck.direction, text);
  return {
    fontFace: FONT,
    color: COLOUR.ink,
    align: align === 'centre' ? 'center' : isRight ? 'right' : 'left',
    lang: rtl ? 'ar-SA' : 'en-GB',
    ...(rtl ? { rtlMode: true } : {}),
  };
}

export function addText(
  page: Page,
  deck: Deck,
  text: string,
  box: Box,
  options: TextOptions & { side?: 'start' | 'end' },
) {
  const { side, ...rest } = options;
  const at = seen(deck, box);
  page.addText(text, { ...textOptions(deck, text, side), margin: NO_MARGIN, fit: 'none', ...at, ...rest });
}
