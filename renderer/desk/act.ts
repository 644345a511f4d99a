// How everything on screen writes: one act at a time, shown as saved when it is durable, never before.
import { useCallback } from 'react';
import type { Act } from '#shared/acts/act.ts';
import { type Committed, commit } from '#shared/change/commit.ts';
import { invert } from '#shared/change/invert.ts';
import { type Draft, LIFE } from '#shared/change/model.ts';
import type { State } from '#shared/change/state.ts';
import { Book } from '#shared/domain/book.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { foldWhenIdle, tellOthers } from './books.ts';
import { type Step, say, useDesk } from './desk.ts';
import { usePrefs } from './prefs.ts';

/** Steps kept for undo; older ones stay in the history. */
const MOST_STEPS = 200;

let queue: Promise<unknown> = Promise.resolve();

/** Acts of this window run one after the other, in the order they were asked for. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = queue.then(work, work);
  queue = next.catch(() => undefined);
  return next;
}

async function write(act: (state: State) => Result<Draft>): Promise<Result<Committed>> {
  const { opened, unsaved, past } = useDesk.getState();
  if (!opened) return refuse('store.failed', { detail: '—' });
  if (past) return refuse('time.readOnly', { when: usePrefs.getState().words.dateTime(past.until) });
  if (unsaved && unsaved.act !== act) return { ok: false, problem: unsaved.problem };
  useDesk.setState({ saving: 'saving' });
  const result = await commit(opened.open, opened.ctx, act);
  if (result.ok) {
    const { state } = opened.open;
    useDesk.setState({
      saving: 'saved',
      savedAt: opened.ctx.now(),
      unsaved: undefined,
      book: new Book(state),
      summary: undefined,
    });
    if (result.value.change) tellOthers(opened.id);
    foldWhenIdle(opened);
  } else if (result.problem.code.startsWith('store.')) {
    useDesk.setState({ saving: 'unsaved', unsaved: { problem: result.problem, act } });
  } else {
    useDesk.setState({ saving: unsaved ? 'unsaved' : 'saved', book: new Book(opened.open.state) });
  }
  return result;
}

/** Runs an act; on success it can be undone. */
export function perform<Input>(act: Act<Input>, input: Input): Promise<Result<Committed>> {
  return inTurn(async () => {
    const { opened } = useDesk.getState();
    if (!opened) return refuse('store.failed', { detail: '—' });
    const result = await write((state) => {
      const book = new Book(state);
      const problem = act.allowed(book);
      return problem ? { ok: false, problem } : act.run(book, input, opened.ctx);
    });
    remember(result);
    return result;
  });
}

/** What was kept can be taken back; what was refused or changed nothing cannot. */
function remember(result: Result<Committed>): void {
  if (!result.ok || !result.value.change) return;
  // what was sealed stays as it was recorded
  if (result.value.change.writes.some(({ field, value }) => field === LIFE && value === 'sealed')) return;
  const kept: Step = { change: result.value.change, before: result.value.before };
  const { undo } = useDesk.getState();
  useDesk.setState({ undo: [...undo, kept].slice(-MOST_STEPS), redo: [] });
}

/** The act behind every cell, form and button of a screen. */
export const useAct = (): typeof perform => useCallback(perform, []);

/** Takes back this window's last act; what others changed since stays and is named. */
export const undo = (): Promise<Result<void>> => step('undo');
export const redo = (): Promise<Result<void>> => step('redo');

function step(which: 'undo' | 'redo'): Promise<Result<void>> {
  return inTurn(async () => {
    const desk = useDesk.getState();
    const last = desk[which].at(-1);
    if (!last || !desk.opened) return done(undefined);
    let left = 0;
    const result = await write((state) => {
      const inverse = invert(state, last.change, last.before);
      left = inverse.left.length;
      return done({ act: `act.${which}`, writes: inverse.writes, undoes: last.change });
    });
    if (!result.ok) {
      // what has been sealed since cannot go back, and must not stand in the way of the steps before it
      if (result.problem.code === 'act.recordSealed') useDesk.setState((now) => ({ [which]: now[which].slice(0, -1) }));
      return result;
    }
    const other = which === 'undo' ? 'redo' : 'undo';
    const { change, before } = result.value;
    useDesk.setState((now) => ({
      [which]: now[which].slice(0, -1),
      [other]: change ? [...now[other], { change, before }] : now[other],
    }));
    const { words } = usePrefs.getState();
    const what = words.sayAny(
      last.change.act === 'act.undo' || last.change.act === 'act.redo' ? 'desk.lastStep' : last.change.act,
    );
    if (left > 0) say({ tone: 'problem', text: words.say('desk.undoLeft', { count: left }) });
    else say({ tone: 'done', text: words.say(which === 'undo' ? 'desk.undone' : 'desk.redone', { what }) });
    return done(undefined);
  });
}

/** Tries the edit that could not be kept once more. */
export const tryAgain = (): Promise<Result<Committed>> =>
  inTurn(async () => {
    const { unsaved } = useDesk.getState();
    if (!unsaved) return done({ change: undefined, before: [] });
    const result = await write(unsaved.act);
    remember(result);
    return result;
  });
