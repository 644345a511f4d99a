// A colleague's file against the open book: planned and shown first, taken or left, and nothing applied before.

import { catchUp, storeFault } from '#shared/change/commit.ts';
import { Book } from '#shared/domain/book.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { foldWhenIdle, tellOthers } from './books.ts';
import { say, useDesk } from './desk.ts';
import { usePrefs } from './prefs.ts';
import { go } from './route.ts';

/** Puts the planned changes in. Only those the book does not hold meanwhile are added: no local change is lost. */
export async function takeMerge(): Promise<Result<void>> {
  const { merging, opened, past } = useDesk.getState();
  if (!merging || !opened || merging.plan.book !== opened.id) return refuse('store.failed', { detail: '—' });
  if (past) return refuse('time.readOnly', { when: usePrefs.getState().words.dateTime(past.until) });
  const { fresh, holding } = merging.plan;
  try {
    await opened.store.append(
      opened.open.seen,
      (unseen) => {
        const known = new Set(unseen.map(({ change }) => change.id));
        return fresh.filter((change) => !known.has(change.id) && !opened.open.state.holds(change));
      },
      opened.ctx.now(),
      { now: holding },
    );
    await catchUp(opened.open, opened.ctx.now());
  } catch (fault) {
    return refuse(storeFault(fault), { detail: fault instanceof Error ? fault.name : '' });
  }
  useDesk.setState({ merging: undefined, book: new Book(opened.open.state), summary: undefined });
  tellOthers(opened.id);
  foldWhenIdle(opened);
  say({ tone: 'done', text: usePrefs.getState().words.say('merge.taken', { file: merging.name }) });
  if (merging.plan.clashes.length > 0) go('history', 'clashes');
  else go('portfolio');
  return done(undefined);
}

export function leaveMerge(): void {
  useDesk.setState({ merging: undefined });
  go('portfolio');
}
