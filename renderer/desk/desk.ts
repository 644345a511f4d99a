// What is on this desk: the open book, whether it is saved, and what can be undone.
import { create } from 'zustand';
import type { PageStore } from '#renderer/store/log-store.ts';
import type { OpenBook } from '#shared/change/commit.ts';
import type { Change, Draft } from '#shared/change/model.ts';
import type { State } from '#shared/change/state.ts';
import type { Book } from '#shared/domain/book.ts';
import type { Summary } from '#shared/domain/summary.ts';
import type { Context } from '#shared/kit/context.ts';
import type { Problem, Result } from '#shared/kit/result.ts';
import type { Moment } from '#shared/merge/moments.ts';
import type { MergePlan } from '#shared/merge/plan.ts';

export interface Opened {
  readonly id: string;
  readonly open: OpenBook;
  readonly store: PageStore;
  readonly ctx: Context;
}

/** An act of this window that can be taken back, with the values it wrote over. */
export interface Step {
  readonly change: Change;
  readonly before: readonly unknown[];
}

/** An edit that could not be kept: it stays here, and editing stops until it is kept or given up. */
export interface Unsaved {
  readonly problem: Problem;
  readonly act: (state: State) => Result<Draft>;
}

export interface Notice {
  readonly tone: 'done' | 'problem';
  readonly text: string;
}

/** A colleague's file, planned and not taken yet. */
export interface Merging {
  readonly plan: MergePlan;
  /** The file's name. */
  readonly name: string;
}

/** A passphrase that is waited for; `answer` takes what was typed, or undefined where it was given up. */
export interface Asking {
  readonly what: 'open' | 'seal';
  /** The file's or the book's name. */
  readonly name: string;
  readonly problem?: Problem | undefined;
  readonly answer: (typed: string | undefined) => void;
}

/** A moment the desk looks back to. */
export interface Past {
  /** Milliseconds since 1970, that one included. */
  readonly until: number;
  /** What an issued pack was made of, where it is that pack's book. */
  readonly moment: Moment;
  readonly pack?: string | undefined;
  readonly book: Book;
  /** Changes written by then that reached this laptop only later. */
  readonly late: number;
}

export interface Desk {
  /** opening: nothing known yet · welcome: no book · ready · blocked: no book can be kept here at all. */
  readonly phase: 'opening' | 'welcome' | 'ready' | 'blocked';
  readonly blocked?: Problem | undefined;
  /** The book that fails to open, where it is only this one. */
  readonly blockedBook?: string | undefined;
  /** A page laid over the desk. */
  readonly page?: 'folder' | 'backups' | undefined;
  /** Stands in for the book while it is being read. */
  readonly summary?: Summary | undefined;
  readonly opened?: Opened | undefined;
  /** A new object with every change, so that screens know. */
  readonly book?: Book | undefined;
  readonly saving: 'saved' | 'saving' | 'unsaved';
  readonly savedAt?: number | undefined;
  readonly unsaved?: Unsaved | undefined;
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
  readonly notice?: Notice | undefined;
  readonly merging?: Merging | undefined;
  readonly asking?: Asking | undefined;
  /** A copy of a part is being put together. */
  readonly copying?: boolean | undefined;
  /** The book has gone on for long since it was last saved to a file. */
  readonly due?: { readonly changes: number; readonly at: number | undefined } | undefined;
  /** While it is there, it is the book on every screen, and nothing is written. */
  readonly past?: Past | undefined;
}

export const useDesk = create<Desk>(() => ({ phase: 'opening', saving: 'saved', undo: [], redo: [] }));

export const say = (notice: Notice | undefined): void => useDesk.setState({ notice });

/** The open book; screens that need one are only shown when there is one. */
export const useBook = (): Book | undefined => useDesk(shownBook);

/** The book on the desk: as it stands, or as it stood at the moment looked back to. */
export const shownBook = ({ past, book }: Desk): Book | undefined => past?.book ?? book;
