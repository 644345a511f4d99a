// A workbook as data: what decks and exports write, and what a spreadsheet file is read into.

/** One sheet to write. A cell's formula and value must agree: a spreadsheet that recomputes finds the same. */
export interface SheetModel {
  readonly name: string;
  readonly columns: readonly { readonly width: number; readonly format?: CellFormat }[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** How many rows and columns stay in sight when scrolling. */
  readonly frozenRows: number;
  readonly frozenColumns?: number;
}

export type CellFormat =
  | 'text'
  | 'money'
  | 'integer'
  | 'ratio'
  | 'percent'
  | 'date'
  /** A percentage to its second decimal. */
  | 'rate'
  /** A discount factor. */
  | 'factor'
  /** A calendar or fiscal year: no thousands. */
  | 'year';

export interface SheetCell {
  /** Dates as YYYY-MM-DD with the format `date`. */
  readonly value?: string | number | boolean | null;
  /** Without the leading '='; English function names, A1 references. */
  readonly formula?: string;
  readonly format?: CellFormat;
  readonly strong?: boolean;
  /** `input`: a figure the reader may change; what depends on it follows. */
  readonly fill?: 'head' | 'total' | 'note' | 'input';
}

/** A cell as read: a formula gives its last value, an error its own text ("#N/A"), a date its day. */
export type Cell = string | number | boolean | null | { readonly day: string };

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly hidden: boolean;
}
