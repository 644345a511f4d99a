// How far the book has gone on since it was last saved to a file: what a lost laptop or a cleared browser would cost.

import { keep, kept } from '#renderer/store/desk-store.ts';
import { isObject } from '#shared/kit/json.ts';
import { type Opened, useDesk } from './desk.ts';

/** Changes after which a reminder is due, and days after which a single change is enough. */
const CHANGES = 50;
const DAYS = 7;
const DAY_MS = 86_400_000;

const keyOf = (book: string) => `inFile/${book}`;

/** Asks the browser not to clear what it keeps when it runs short of room; it answers by itself, and asks nobody here. */
export const askToStay = (): void => void navigator.storage?.persist?.().catch(() => undefined);

/** @param seen the last row of the log the file holds */
export async function savedToFile({ id, ctx }: Opened, seen: number): Promise<void> {
  await keep(keyOf(id), { seen, at: ctx.now() });
  useDesk.setState({ due: undefined });
}

/** What was counted belongs to a log that is no longer the book's: it was restored. */
export const forgetFile = (book: string): Promise<void> => keep(keyOf(book), null);

/** Sets or takes away the reminder, as the book stands now. The sample is no loss. */
export async function remindToSave({ id, open, ctx }: Opened): Promise<void> {
  const { book, opened } = useDesk.getState();
  if (!book || opened?.id !== id || book.office.sample) return;
  const last = await kept(keyOf(id));
  const known = isObject(last) && typeof last.seen === 'number' && typeof last.at === 'number';
  const [seen, at] = known ? [last.seen as number, last.at as number] : [0, undefined];
  const changes = open.seen - seen;
  const since = at ?? open.state.changes[0]?.at[0] ?? ctx.now();
  const isDue = changes >= CHANGES || (changes > 0 && ctx.now() - since > DAYS * DAY_MS);
  useDesk.setState({ due: isDue ? { changes, at } : undefined });
}
