// How each line over time is drawn, on slides and on paper: told apart by dash, width and marks, so in greyscale too.
import type { Deck, LineRole } from '#shared/deck/model.ts';
import { COLOUR } from '#shared/deck/theme.ts';

export interface LineLook {
  readonly colour: string;
  /** Colour of its label: legible on white. */
  readonly ink: string;
  /** In points. */
  readonly width: number;
  readonly dash?: 'dash' | 'dot';
  readonly marks: boolean;
}

/** From the back to the front. */
export const LINE_ORDER: readonly LineRole[] = [
  'forecastLow',
  'forecastHigh',
  'plan1',
  'plan',
  'forecast',
  'actual',
  'verified',
];

/** How much of the accent the band between low and high shows, in per cent. */
export const BAND_ALPHA = 16;
/** Diameter of a verified actual's mark, in points. */
export const MARK_SIZE = 7;
/** Diameter of a value that stands alone between gaps, in points. */
export const POINT_SIZE = 4;

export function lineLook(role: LineRole, deck: Deck): LineLook {
  const accent = deck.colour.slice(1).toUpperCase();
  const inAccent = { colour: accent, ink: isLegible(accent) ? accent : COLOUR.ink, marks: false };
  switch (role) {
    case 'plan1':
      return { colour: COLOUR.quiet, ink: COLOUR.quiet, width: 1, dash: 'dot', marks: false };
    case 'plan':
      return { colour: COLOUR.quiet, ink: COLOUR.quiet, width: 1.5, dash: 'dash', marks: false };
    case 'forecast':
      return { ...inAccent, width: 2.25 };
    case 'forecastLow':
    case 'forecastHigh':
      return { ...inAccent, width: 0.75 };
    case 'actual':
      return { colour: COLOUR.ink, ink: COLOUR.ink, width: 2.5, marks: false };
    case 'verified':
      return { colour: COLOUR.ink, ink: COLOUR.ink, width: 1.25, marks: true };
  }
}

/** Contrast of 4.5 to 1 against white. */
function isLegible(colour: string): boolean {
  const channel = (from: number) => {
    const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 1.05 / (0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4) + 0.05) >= 4.5;
}
