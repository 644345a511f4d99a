// The committee's pack as data: what is shown on screen, pressed to slides, printed and written to a workbook.
import type { MoneyScale } from '#shared/words/format.ts';

export interface Deck {
  readonly language: 'en' | 'ar';
  readonly title: string;
  readonly organisation: string;
  readonly logo?: string;
  /** Brand colour, #rrggbb. */
  readonly colour: string;
  readonly footer: Footer;
  readonly slides: readonly Slide[];
  /** The workbook that goes with the deck: same figures, live formulas. */
  readonly sheets: readonly SheetModel[];
}

/** What stands at the foot of every slide, each already a sentence or a word of the deck's language. */
export interface Footer {
  readonly classification: string;
  readonly asAt: string;
  readonly priceBase: string;
  readonly snapshot: string;
}

export interface Slide {
  readonly id: string;
  /** The message as a sentence, computed from the figures. */
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Where the figures come from and what they leave out. */
  readonly source: string;
  /** Speaker notes: how each figure was made. */
  readonly notes: readonly string[];
}

/** Where a block lies, in twelfths of the width and of the height between title and footer. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export type Block = FiguresBlock | SentenceBlock | TableBlock | BubbleBlock | BarsBlock;

/** A row of figures, each with what it counts. */
export interface FiguresBlock {
  readonly kind: 'figures';
  readonly area: Area;
  readonly figures: readonly { readonly value: string; readonly label: string; readonly note?: string }[];
}

export interface SentenceBlock {
  readonly kind: 'sentences';
  readonly area: Area;
  readonly heading?: string;
  readonly sentences: readonly string[];
}

/** Status always has colour, shape and letter. */
export type Tone = 'onTrack' | 'watch' | 'offTrack' | 'notDue' | 'notReported' | 'exempt';

export interface TableCell {
  readonly text: string;
  readonly tone?: Tone;
  readonly strong?: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly area: Area;
  readonly columns: readonly {
    readonly label: string /** Share of the width. */;
    readonly width: number;
    readonly align: 'start' | 'end' | 'centre';
  }[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly caption?: string;
}

/** Value against cost: each bubble carries a number that the table beside it or the label resolves. */
export interface BubbleBlock {
  readonly kind: 'bubbles';
  readonly area: Area;
  readonly altText: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly series: readonly { readonly name: string; readonly tone: Tone; readonly points: readonly BubblePoint[] }[];
  /** Draws the line on which y equals x. */
  readonly breakEven?: string;
  /** Logarithmic axes, for figures over several powers of ten. */
  readonly log: boolean;
}

export interface BubblePoint {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly number?: number;
  readonly label: string;
}

export interface BarsBlock {
  readonly kind: 'bars';
  readonly area: Area;
  readonly altText: string;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly role: 'cost' | 'benefit' | 'neutral';
    readonly values: readonly (number | null)[];
  }[];
  readonly unit: string;
  readonly stacked: boolean;
}

/** One sheet of the workbook. A cell's formula and value must agree: a spreadsheet that recomputes finds the same. */
export interface SheetModel {
  readonly name: string;
  readonly columns: readonly { readonly width: number; readonly format?: CellFormat }[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** How many rows stay in sight when scrolling. */
  readonly frozenRows: number;
  readonly frozenColumns?: number;
}

export type CellFormat = 'text' | 'money' | 'integer' | 'ratio' | 'percent' | 'date';

export interface SheetCell {
  readonly value?: string | number | boolean | null;
  /** Without the leading '='; English function names, A1 references. */
  readonly formula?: string;
  readonly format?: CellFormat;
  readonly strong?: boolean;
  readonly fill?: 'head' | 'total' | 'note';
}

export type { MoneyScale };
