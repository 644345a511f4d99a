// Backups of the open book, made by themselves when they are due and the desk is idle; see also rescue.ts.
import { create } from 'zustand';
import { bridge } from '#renderer/bridge.ts';
import { databaseOf, keep, kept } from '#renderer/store/desk-store.ts';
import { writeStoredBook } from '#renderer/workers/run.ts';
import type { Backup } from '#shared/bridge/contract.ts';
import type { BookId } from '#shared/kit/ids.ts';
import { isObject } from '#shared/kit/json.ts';
import type { Problem, Result } from '#shared/kit/result.ts';
import { isCopyDue } from '#shared/kit/rolling.ts';
import { type Opened, useDesk } from './desk.ts';

/** Why the last backup could not be made; nothing while all is well. */
export const useBackups = create<{ readonly problem?: Problem | undefined }>(() => ({}));

const LOOK_EVERY_MS = 20_000;
/** After a backup that failed. */
const TRY_AGAIN_MS = 600_000;
const keyOf = (book: string): string => `backup/${book}`;
let notBefore = 0;
let running = false;

/** Watches over whichever book is open. */
export function startBackups(): void {
  setInterval(() => {
    const look = () => void backUpWhenDue().catch(() => undefined);
    if (typeof requestIdleCallback === 'undefined') look();
    else requestIdleCallback(look, { timeout: LOOK_EVERY_MS });
  }, LOOK_EVERY_MS);
}

async function backUpWhenDue(): Promise<void> {
  const { opened } = useDesk.getState();
  if (!opened || running || opened.ctx.now() < notBefore) return;
  const last = await kept(keyOf(opened.id));
  const known = isObject(last) && typeof last.seen === 'number' && typeof last.at === 'number';
  const seen = known ? (last.seen as number) : 0;
  const at = known ? (last.at as number) : opened.open.state.changes[0]?.at[0];
  const now = opened.ctx.now();
  if (isCopyDue(opened.open.seen - seen, now - (at ?? now))) await backUp(opened);
}

/** Makes a backup now, whether one is due or not. */
export async function backUp(opened: Opened): Promise<Result<Backup>> {
  running = true;
  try {
    const written = await writeStoredBook(opened.id as BookId, await databaseOf(opened.id));
    if (!written.ok) return failed(opened, written.problem);
    const saved = await bridge.keepBackup({ book: opened.id, bytes: written.value.bytes });
    if (!saved.ok) return failed(opened, saved.problem);
    await keep(keyOf(opened.id), { seen: written.value.seen, at: opened.ctx.now() });
    useBackups.setState({ problem: undefined });
    return saved;
  } finally {
    running = false;
  }
}

function failed(opened: Opened, problem: Problem): Result<Backup> {
  notBefore = opened.ctx.now() + TRY_AGAIN_MS;
  useBackups.setState({ problem });
  return { ok: false, problem };
}

/** What was counted belongs to a log that is no longer the book's. */
export const forgetBackup = (book: string): Promise<void> => keep(keyOf(book), null);
