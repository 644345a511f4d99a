// What a text says a map is made of, before any book was asked: nodes, links and faults, each with its line.
import type { NodeType } from '#shared/map/model.ts';

/** Lines one text may have; a larger map is no map. */
export const MOST_LINES = 5_000;
/** Longest title, as a book keeps it. */
export const LONGEST_TITLE = 1_000;

export interface DraftNode {
  readonly line: number;
  /** As the text has it: what its links are named by, or a record of the book. */
  readonly id?: string;
  /** Absent where the text does not say. */
  readonly type?: NodeType;
  /** Then: what its links within the text make it. */
  readonly guess?: NodeType;
  readonly title: string;
  /** People and components by name. */
  readonly owner?: string;
  readonly component?: string;
}

/** A node of the same text by its place, else what was written: a record's id or a title. */
export type DraftEnd = number | string;

export interface DraftLink {
  readonly line: number;
  readonly from: DraftEnd;
  readonly to: DraftEnd;
  /** Per cent, 0 to 100. */
  readonly weight?: number;
  readonly necessary?: boolean;
  readonly rationale?: string;
  readonly evidence?: string;
}

/** Each code is a sentence of `shared/words`; `line` is always among its figures. */
export const DRAFT_FAULTS = [
  'takein.mixedIndent',
  'takein.jump',
  'takein.unevenIndent',
  'takein.noSuchLevel',
  'takein.noTitle',
  'takein.longTitle',
  'takein.titleFromId',
  'takein.sameNode',
  'takein.weightNotNumber',
  'takein.weightOutside',
  'takein.weightFraction',
  'takein.weightAlone',
  'takein.necessaryUnread',
  'takein.looksLikeTable',
  'takein.openQuote',
  'takein.columnUnread',
  'takein.columnMissing',
  'takein.extraCells',
  'takein.noType',
  'takein.unknownType',
  'takein.idTwice',
  'takein.titleTwice',
  'takein.idElsewhere',
  'takein.titleDiffers',
  'takein.typeDiffers',
  'takein.severalKnown',
  'takein.ownerDiffers',
  'takein.componentDiffers',
  'takein.ownerNotHeld',
  'takein.componentUnknown',
  'takein.componentSeveral',
  'takein.ownerSeveral',
  'takein.endMissing',
  'takein.endUnknown',
  'takein.endSeveral',
  'takein.selfLink',
  'takein.pairTwice',
  'takein.linkChanges',
  'takein.linkSaysMore',
  'takein.treeLink',
] as const;
export type DraftFaultCode = (typeof DRAFT_FAULTS)[number];

export interface DraftFault {
  readonly line: number;
  readonly code: DraftFaultCode;
  readonly args: Readonly<Record<string, string | number>>;
}

export type DraftShape = 'empty' | 'outline' | 'csv';

export interface MapDraft {
  readonly shape: DraftShape;
  readonly nodes: readonly DraftNode[];
  readonly links: readonly DraftLink[];
  readonly faults: readonly DraftFault[];
}

export const faultAt = (line: number, code: DraftFaultCode, args: DraftFault['args'] = {}): DraftFault => ({
  line,
  code,
  args: { line, ...args },
});

/** Long words of a text are cut where a sentence repeats them. */
export const cited = (text: string): string => (text.length > 60 ? `${text.slice(0, 58).trimEnd()}…` : text);

/** A title as it is kept; a longer one is cut, which is said. */
export function keptTitle(line: number, text: string, faults: DraftFault[]): string {
  const title = text.replace(/\s+/g, ' ').trim();
  if (title.length <= LONGEST_TITLE) return title;
  faults.push(faultAt(line, 'takein.longTitle', { title: cited(title), most: LONGEST_TITLE }));
  return title.slice(0, LONGEST_TITLE).trimEnd();
}

/** The weight of a link where it is one; else what is wrong with it is said and the link has none. */
export function keptWeight(line: number, weight: number | undefined, faults: DraftFault[]): number | undefined {
  if (weight === undefined || (weight >= 0 && weight <= 100)) return weight;
  faults.push(faultAt(line, 'takein.weightOutside', { weight }));
  return undefined;
}
