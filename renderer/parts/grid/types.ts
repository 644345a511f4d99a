// What a grid is told: columns that know how to show, sort, edit and copy a row's value; and the view a person made.
import type { ReactNode } from 'react';

export interface GridColumn<Row> {
  readonly id: string;
  readonly label: string;
  /** The unit of its figures, under the label. */
  readonly unit?: string;
  /** Pixels. */
  readonly width: number;
  readonly align: 'start' | 'end';
  /** What rows are sorted and grouped by; undefined sorts last in both directions. */
  readonly value: (row: Row) => string | number | undefined;
  readonly show: (row: Row) => ReactNode;
  /** The group's heading where rows are grouped by this column. */
  readonly groupLabel?: (row: Row) => string;
  /** What is copied, and what the editor starts with; the exact value. */
  readonly text: (row: Row) => string;
  /** Left out: the column cannot be edited here. */
  readonly edit?: GridEdit<Row>;
  readonly canHide?: boolean;
}

export interface GridEdit<Row> {
  readonly kind: 'text' | 'choice';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** The value the editor starts with, for a choice. */
  readonly start?: (row: Row) => string;
  /** Keeps the text; the answer is undefined when kept, else the sentence that says why not. */
  readonly keep: (row: Row, text: string) => Promise<string | undefined>;
}

/** One cell of a block that is pasted or filled. */
export interface GridCell<Row> {
  readonly row: Row;
  readonly column: string;
  readonly text: string;
}

/** Keeps a whole block as one step; the sentence of each cell that was refused, undefined for one that was kept. */
export type KeepMany<Row> = (cells: readonly GridCell<Row>[]) => Promise<readonly (string | undefined)[]>;

/** What a person arranged: saved as a view. */
export interface GridView {
  readonly sorting: readonly { readonly id: string; readonly desc: boolean }[];
  readonly grouping: readonly string[];
  readonly hidden: readonly string[];
}

/** Where a person stood in a grid when they left it. */
export interface GridPlace {
  readonly row: string | undefined;
  readonly column: string | undefined;
  /** Pixels scrolled. */
  readonly top: number;
  readonly start: number;
}

export interface GridWords {
  readonly label: string;
  readonly menu: (column: string) => string;
  readonly sortUp: string;
  readonly sortDown: string;
  readonly group: string;
  readonly ungroup: string;
  readonly hide: string;
  readonly notEditable: string;
  readonly nothing: string;
  readonly rowsInGroup: (count: number) => string;
  readonly pasted: (count: number, refused: number) => string;
}
