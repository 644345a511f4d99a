// The committee's pack as data: what is shown on screen, pressed to slides, printed and written to a workbook.
import type { Day } from '#shared/kit/period.ts';
import type { NodeType } from '#shared/map/model.ts';
import type { Scene } from '#shared/map/scene.ts';
import type { SheetModel } from '#shared/sheet/model.ts';

export interface Deck {
  readonly language: 'en' | 'ar';
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly organisation: string;
  /** PNG or JPEG as a data address. */
  readonly logo?: string;
  /** Brand colour, #rrggbb. */
  readonly colour: string;
  /** The date the pack speaks of; its documents are dated by it, so that one book gives the same bytes twice. */
  readonly asAt: Day;
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
  /** The discount rate and timing, where anything in the pack is discounted. */
  readonly rate?: string;
  readonly snapshot: string;
}

export interface Slide {
  readonly id: string;
  /** The message as a sentence, computed from the figures and cut to two lines; the whole of it is in the notes. */
  readonly title: string;
  /** In points: as large as lets the title stand on two lines. */
  readonly titleSize: number;
  readonly blocks: readonly Block[];
  /** Where the figures come from and what they leave out. */
  readonly source: string;
  /** Slide number as said: "3 / 12". */
  readonly number: string;
  /** Speaker notes: how each figure was made, and every text that was cut to fit. */
  readonly notes: readonly string[];
}

/** Where a block lies, in twelfths of the width and of the height between title and source line. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export type Block = FiguresBlock | SentenceBlock | TableBlock | BubbleBlock | BarsBlock | LinesBlock | MapBlock;

interface Placed {
  readonly area: Area;
  /** What the block shows, with its measure and unit. */
  readonly heading?: string;
}

/** A row of figures, each with what it counts. Sizes in points, chosen so that the longest fits. */
export interface FiguresBlock extends Placed {
  readonly kind: 'figures';
  readonly size: number;
  readonly figures: readonly Figure[];
}

export interface Figure {
  readonly value: string;
  readonly label: string;
  readonly note: string;
}

export interface SentenceBlock extends Placed {
  readonly kind: 'sentences';
  readonly size: number;
  readonly sentences: readonly string[];
}

/** Status always has colour, shape and word. */
export type Tone = 'onTrack' | 'watch' | 'offTrack' | 'notDue' | 'notReported' | 'exempt';

export interface TableCell {
  readonly text: string;
  readonly tone?: Tone;
  readonly strong?: boolean;
}

export interface TableColumn {
  readonly label: string;
  /** In inches. */
  readonly width: number;
  readonly align: 'start' | 'end';
}

export interface TableBlock extends Placed {
  readonly kind: 'table';
  /** Font size in points. */
  readonly size: number;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Measured, in inches: the head, then each row. */
  readonly headHeight: number;
  readonly rowHeights: readonly number[];
  /** How many of the last rows are totals. */
  readonly totals: number;
}

/** Value against cost: each labelled bubble carries a number that the table beside it resolves. */
export interface BubbleBlock extends Placed {
  readonly kind: 'bubbles';
  readonly altText: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly BubbleSeries[];
  /** Names the line on which benefit equals cost. */
  readonly breakEven: string;
}

export interface Axis {
  readonly title: string;
  readonly min: number;
  readonly max: number;
  /** Logarithmic, for figures over several powers of ten. */
  readonly log: boolean;
}

export interface BubbleSeries {
  /** With its count: "■ Red: 3". */
  readonly name: string;
  readonly tone: Tone;
  readonly points: readonly BubblePoint[];
}

export interface BubblePoint {
  readonly x: number;
  readonly y: number;
  /** Area of the bubble, in any unit. */
  readonly size: number;
  readonly number?: number;
  readonly label: string;
}

/** Horizontal bars from zero, each labelled with its value. */
export interface BarsBlock extends Placed {
  readonly kind: 'bars';
  readonly altText: string;
  readonly categories: readonly string[];
  /** The tone of each category where the bars show statuses. */
  readonly tones?: readonly Tone[];
  readonly series: readonly {
    readonly name: string;
    readonly role: 'cost' | 'benefit' | 'neutral';
    readonly values: readonly (number | null)[];
  }[];
  /** Decimals of the labels. */
  readonly digits: number;
}

/** What a line stands for; it decides how the line is drawn. `plan1` is the first plan ever agreed. */
export type LineRole = 'plan1' | 'plan' | 'forecast' | 'forecastLow' | 'forecastHigh' | 'actual' | 'verified';

export interface LineSeries {
  readonly role: LineRole;
  readonly label: string;
  /** No label beside the line: the line it lies on is named. */
  readonly isUnlabelled?: true;
  /** One for each category; null is a gap. */
  readonly values: readonly (number | null)[];
}

/** A re-baseline or a decision, marked on the time axis. */
export interface LineMark {
  /** Index of the category it falls in. */
  readonly at: number;
  readonly label: string;
}

/** Lines over time: plan, forecast with its band, actual and verified, each labelled at its last point. */
export interface LinesBlock extends Placed {
  readonly kind: 'lines';
  readonly altText: string;
  /** Periods as said, oldest first. */
  readonly categories: readonly string[];
  /** Unit and scale of every value: "£ m". */
  readonly unit: string;
  /** One for each role at most. */
  readonly series: readonly LineSeries[];
  readonly marks?: readonly LineMark[];
}

/** A benefits map, every box and line already placed, in inches; drawn smaller where the area is smaller, never larger. */
export interface MapBlock extends Placed, MapNames {
  readonly kind: 'map';
  readonly altText: string;
  readonly scene: Scene;
}

/** What a map says besides its scene, in the deck's language: descriptions name by word what is shown by shape. */
export interface MapNames {
  readonly typeNames: Readonly<Record<NodeType, string>>;
  /** Words for the worst of what was found about a node: "Error", "Warning". */
  readonly markNames: Readonly<Record<'error' | 'warning', string>>;
  /** Word for a link without which the target does not come. */
  readonly necessaryName: string;
  /** By node: where else it stands, as said beside its owner ("slide 5"). */
  readonly elsewhere?: Readonly<Record<string, string>>;
}
