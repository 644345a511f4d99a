// What an act is: a named, pure way to change the book. Screens, the command line and tests all write through these.

import type { Draft } from '#shared/change/model.ts';
import type { Book } from '#shared/domain/book.ts';
import type { Context } from '#shared/kit/context.ts';
import type { Problem, Result } from '#shared/kit/result.ts';

export interface Act<Input> {
  /** A key of `shared/words` under 'act.', shown in history and on the undo button. */
  readonly name: string;
  /** Why the act cannot be done on this book now; undefined: it can. */
  readonly allowed: (book: Book) => Problem | undefined;
  readonly run: (book: Book, input: Input, ctx: Context) => Result<Draft>;
}

export const always = (): undefined => undefined;
