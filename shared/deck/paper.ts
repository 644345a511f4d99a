// A paper to be read and signed, as data: its title, its blocks and its foot, before it is pressed to DOCX or to pages.
import type { Day } from '#shared/kit/period.ts';
import type { Language } from '#shared/words/format.ts';

export interface Paper {
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly organisation: string;
  /** PNG or JPEG as a data address. */
  readonly logo?: string;
  readonly classification: string;
  /** The organisation's colour, "#rrggbb". */
  readonly colour: string;
  /** The date the file bears as its own: writers take no clock. */
  readonly day: Day;
  /** Said large at the head: what keeps the paper from being taken for the final one; every page says it with the foot's mark. */
  readonly mark?: string;
  /** Under the title: day, time, place. */
  readonly lines: readonly string[];
  readonly blocks: readonly PaperBlock[];
  readonly footer: PaperFooter;
}

/** A text with its name before it; a text of several lines is several paragraphs. */
export interface Labelled {
  readonly label: string;
  readonly text: string;
}

export interface PaperColumn {
  readonly label: string;
  /** Share of the width; the shares of a table are scaled to fill it. */
  readonly width: number;
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly look?: 'plain' | 'quiet' | 'strong' | 'warning' }
  | { readonly kind: 'keyValues'; readonly pairs: readonly Labelled[] }
  | { readonly kind: 'table'; readonly columns: readonly PaperColumn[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'box'; readonly label: string; readonly text: string }
  | { readonly kind: 'signatures'; readonly signers: readonly Signer[] };

/** Lines for a hand to write on; a name not known is a line too. */
export interface Signer {
  readonly role: string;
  readonly name: Labelled;
  readonly signature: string;
  readonly date: string;
}

export interface PaperFooter {
  readonly classification: string;
  /** "Page n of m" around its two figures, which only the press knows. */
  readonly page: readonly [before: string, between: string, after: string];
  /** What tells this paper from any other of the same meeting. */
  readonly mark: string;
}

export type PagePart = 'page' | 'pages' | { readonly text: string };

/** The sentence of the page number in its order. */
export const pageParts = ({ page: [before, between, after] }: PaperFooter): PagePart[] =>
  [{ text: before }, 'page' as const, { text: between }, 'pages' as const, { text: after }].filter(
    (part) => typeof part === 'string' || part.text !== '',
  );

/** A text's lines, without empty ones at its ends. */
export const linesOf = (text: string): string[] => text.trim().split(/\r?\n/);
