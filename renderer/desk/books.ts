// Opening, making and closing books on this laptop; other windows of the same book are told to look again.

import { lookNow } from '#renderer/look/now.ts';
import { painted } from '#renderer/look/painted.ts';
import { databaseOf, keep, kept, knownBooks, rememberBook } from '#renderer/store/desk-store.ts';
import { DamagedLog, openPageStore, type PageStore } from '#renderer/store/log-store.ts';
import { catchUp, foldBook, openBook, storeFault } from '#shared/change/commit.ts';
import { gathered } from '#shared/change/part.ts';
import { Book, kindTable } from '#shared/domain/book.ts';
import { readSummary, summaryOf } from '#shared/domain/summary.ts';
import { type BookFile, readBook } from '#shared/file/body.ts';
import { idFromBytes } from '#shared/kit/ids.ts';
import { canonical } from '#shared/kit/json.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { planMerge } from '#shared/merge/plan.ts';
import { newContext } from './context.ts';
import { type Opened, useDesk } from './desk.ts';
import { askToStay, remindToSave } from './kept-in-file.ts';
import { go, routeOf } from './route.ts';

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('mizan');
export const tellOthers = (book: string): void => channel?.postMessage(book);

/** Starts the desk: the book that was open last, else the welcome. */
export async function start(): Promise<void> {
  channel?.addEventListener('message', ({ data }) => void lookAgain(data));
  try {
    const last = await kept('lastBook');
    if (typeof last === 'string') {
      await openOrRescue(last);
      return;
    }
    useDesk.setState({ phase: 'welcome' });
  } catch {
    useDesk.setState({ phase: 'blocked', blocked: { code: 'store.blocked' } });
  }
}

/** Puts in what another window has written meanwhile. */
export async function lookAgain(book: unknown): Promise<void> {
  const { opened } = useDesk.getState();
  if (!opened || opened.id !== book) return;
  if (await catchUp(opened.open, opened.ctx.now()))
    useDesk.setState({ book: new Book(opened.open.state), summary: undefined });
}

/** Opens a book this laptop holds: its first figures at once, the whole of it right behind. */
async function openStored(id: string): Promise<Result<void>> {
  const store = openPageStore(id, await databaseOf(id));
  const ctx = newContext();
  try {
    // where the last screen stands already, the whole book is the next thing worth drawing
    const summary = document.getElementById('first') ? undefined : readSummary(await store.summary());
    if (summary) {
      useDesk.setState({ phase: 'ready', summary });
      await painted();
    }
    const open = await openBook(store, kindTable, ctx.now());
    await settle({ id, open, store, ctx });
    return done(undefined);
  } catch (fault) {
    store.close();
    return refuse('store.damaged', { detail: fault instanceof Error ? fault.message : String(fault) });
  }
}

/** What belongs to one open book and ends with it. */
const CLEARED = {
  summary: undefined,
  undo: [],
  redo: [],
  merging: undefined,
  past: undefined,
  due: undefined,
  page: undefined,
};

/** @param phase where the window stands afterwards: on the desk, or still at the door while the book is being filled */
export async function settle(opened: Opened, phase: 'ready' | 'welcome' = 'ready'): Promise<void> {
  useDesk.getState().opened?.store.close();
  const book = new Book(opened.open.state);
  useDesk.setState({
    phase,
    opened,
    book,
    ...CLEARED,
    saving: 'saved',
    savedAt: undefined,
    unsaved: undefined,
  });
  await keep('lastBook', opened.id);
  await rememberBook({ id: opened.id, name: book.office.name ?? '', openedAt: opened.ctx.now() });
  askToStay();
  foldWhenIdle(opened);
}

/** A new, empty book. It is kept from its first change on. */
export async function newBook(phase: 'ready' | 'welcome' = 'ready'): Promise<void> {
  const ctx = newContext();
  const id = idFromBytes(ctx.random(16));
  const store = openPageStore(id);
  await settle({ id, store, ctx, open: await openBook(store, kindTable, ctx.now()) }, phase);
}

/**
 * Opens a book file: its log becomes a book of this laptop. Where the book is here already, what the file would bring is
 * planned and shown: nothing is applied before a person has seen it.
 */
export async function openFile(bytes: Uint8Array, name: string): Promise<Result<{ added: number; isMerge: boolean }>> {
  const file = readBook(bytes);
  if (!file.ok) return file;
  const store = openPageStore(file.value.book, await databaseOf(file.value.book));
  const ctx = newContext();
  try {
    const { book } = file.value;
    const [rows, holding] = await Promise.all([store.readSince(0), store.holding()]);
    const mine = gathered(rows).map(({ change }) => change);
    const plan = mine.length > 0 ? planMerge({ book, changes: mine, holding }, [file.value], ctx.now()) : undefined;
    if (plan && !plan.ok) {
      store.close();
      return plan;
    }
    if (!plan && file.value.base) {
      store.close();
      return refuse('file.deltaAlone');
    }
    const added = plan ? plan.value.fresh.length : await takeIn(store, file.value, ctx.now());
    // the same changes may still lift what was withheld
    const isMerge = plan !== undefined && (added > 0 || canonical(plan.value.holding) !== canonical(holding));
    // the book on the desk stays as it is, with what can be undone and what could not be saved
    if (plan && useDesk.getState().opened?.id === book) store.close();
    else await settle({ id: book, store, ctx, open: await openBook(store, kindTable, ctx.now()) });
    useDesk.setState({ merging: isMerge ? { plan: plan.value, name } : undefined, past: undefined });
    return done({ added, isMerge });
  } catch (fault) {
    store.close();
    return fault instanceof DamagedLog
      ? damaged(file.value.book, fault)
      : refuse(storeFault(fault), { detail: fault instanceof Error ? fault.name : '' });
  }
}

/** The book that is here already cannot be read: what can be done is shown, unless it is the one being worked on. */
function damaged(book: string, fault: Error): Result<never> {
  const result = refuse('store.damaged', { detail: fault.message });
  if (useDesk.getState().opened?.id !== book)
    useDesk.setState({ phase: 'blocked', blocked: result.problem, blockedBook: book });
  return result;
}

/** Only changes the book does not hold are added: opening a file twice changes nothing, and no local change is lost. */
export async function takeIn(store: PageStore, { changes, holding }: BookFile, nowMs: number): Promise<number> {
  const rows = await store.append(
    0,
    (here) => {
      const known = new Set(here.map(({ change }) => change.id));
      return changes.filter(({ id }) => !known.has(id));
    },
    nowMs,
    { now: holding },
  );
  return rows.length;
}

/** Closes the book and shows the welcome; the book stays on this laptop. */
export async function leave(): Promise<void> {
  useDesk.getState().opened?.store.close();
  useDesk.setState({ phase: 'welcome', opened: undefined, book: undefined, blockedBook: undefined, ...CLEARED });
  await keep('lastBook', null);
  go('portfolio');
}

/** Opens a book of this laptop; where it fails to open, says so and what can be done. */
async function openOrRescue(id: string): Promise<Result<void>> {
  const result = await openStored(id);
  if (!result.ok) useDesk.setState({ phase: 'blocked', blocked: result.problem, blockedBook: id });
  return result;
}

export async function openKnown(id: string): Promise<Result<void>> {
  const result = await openOrRescue(id);
  if (result.ok && routeOf(location.hash).screen !== 'portfolio') go('portfolio');
  return result;
}

export { knownBooks };

/** Rows of log that may pile up before they are folded into the snapshot. */
const FOLD_AFTER_CHANGES = 100;
const idle: (work: () => void) => void = (work) =>
  typeof requestIdleCallback === 'undefined'
    ? void setTimeout(work, 200)
    : void requestIdleCallback(work, { timeout: 5_000 });
let waiting = false;

/** Keeps the first screen's figures fresh, and folds the log when it has grown, once the desk is idle. */
export function foldWhenIdle(opened: Opened): void {
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    idle(() => {
      waiting = false;
      void tidy(opened).catch(() => undefined);
    });
  }, 400);
}

/** Keeps the portfolio as it is drawn now, so that the next start shows it before anything else. */
async function keepScreen({ open, store }: Opened): Promise<void> {
  const desk = document.getElementById('desk');
  if (!desk || useDesk.getState().saving !== 'saved' || routeOf(location.hash).screen !== 'portfolio') return;
  // nothing half done: no menu, no editor, nothing laid over the screen
  if (document.querySelector('[role=menu], [role=dialog], [role=grid] input, [role=grid] select')) return;
  const copy = desk.cloneNode(true) as HTMLElement;
  // what was said then is not news at the next start
  for (const said of copy.querySelectorAll('[role=status], [data-passing]')) said.replaceChildren();
  await store.keepScreen({ seq: open.seen, html: copy.innerHTML, look: lookNow().key });
}

async function tidy(opened: Opened): Promise<void> {
  const { open, store } = opened;
  if (useDesk.getState().opened !== opened) return;
  const book = new Book(open.state);
  const seen = open.seen;
  if (seen > 0) {
    // a start that changes nothing finds its figures kept already
    if (!(await store.summary())) await store.keepSummary(seen, JSON.stringify(summaryOf(book)));
    await keepScreen(opened);
  }
  await remindToSave(opened);
  const name = book.office.name ?? '';
  const [known] = (await knownBooks()).filter(({ id }) => id === opened.id);
  if (known && known.name !== name) await rememberBook({ ...known, name });
  const grown = open.state.changes.length - open.folded;
  const large = open.folded === 0 && open.state.order.length > 0;
  if (!large && grown < FOLD_AFTER_CHANGES) return;
  await navigator.locks.request(`mizan-fold-${opened.id}`, { ifAvailable: true }, async (lock) => {
    if (lock) await foldBook(open);
  });
}
