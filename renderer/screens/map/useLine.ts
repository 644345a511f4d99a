// What stands in the line a map is typed in, and what was typed ahead of a refusal: a name comes back, it is never dropped.
import { type RefObject, useCallback, useRef, useState } from 'react';
import { typedNode } from '#shared/intake/map-typed.ts';
import type { MapNode } from '#shared/map/model.ts';
import type { Typing } from './useTyping.ts';

export interface Line {
  readonly text: string;
  /** Names that were refused, or typed after one that was, while something else stood in the line. */
  readonly waiting: readonly string[];
  /** The name that came back refused and has not been touched since: it stands there to be mended or typed over. */
  readonly returned: string | undefined;
  readonly setText: (text: string) => void;
  readonly forget: () => void;
  /** Brings a waiting name into the line; what stood there waits in its place. */
  readonly takeBack: (at: number) => void;
  /** Puts what is typed, in its turn; then does what comes next, unless the name was refused. */
  readonly put: (picked: MapNode | undefined, next: (node: MapNode) => void) => void;
  /** Runs in turn, unless a name before it was refused. */
  readonly inTurn: (work: () => unknown) => void;
  /** Names or steps wait for their turn: where the line stands is not known yet. */
  readonly isBusy: () => boolean;
}

interface State {
  readonly text: string;
  readonly waiting: readonly string[];
  readonly returned: string | undefined;
}

/** Whoever types on without looking types over the name that came back: it waits then, and is not lost. */
const isOver = (returned: string | undefined, next: string): returned is string =>
  returned !== undefined &&
  next !== '' &&
  (next.length < returned.length - 1 || !next.startsWith(returned.slice(0, 3)));

export function useLine(typing: RefObject<Typing>): Line {
  const [{ text, waiting, returned }, setLine] = useState<State>({ text: '', waiting: [], returned: undefined });
  // what is typed is done in its order, however fast: each key waits for the names before it
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const refusals = useRef(0);
  const ahead = useRef(0);
  const setText = useCallback(
    (next: string) =>
      setLine((now) => ({
        text: next,
        returned: undefined,
        waiting: isOver(now.returned, next) ? [...now.waiting, now.returned] : now.waiting,
      })),
    [],
  );
  const giveBack = (typed: string) =>
    setLine((now) =>
      now.text === '' ? { ...now, text: typed, returned: typed } : { ...now, waiting: [...now.waiting, typed] },
    );
  const inTurn = (work: (isRefused: boolean) => unknown) => {
    const before = refusals.current;
    ahead.current++;
    queue.current = queue.current
      .then(() => work(refusals.current !== before))
      .finally(() => {
        ahead.current--;
      });
  };
  return {
    text,
    waiting,
    returned,
    setText,
    forget: () => setLine((now) => ({ ...now, waiting: [] })),
    takeBack: (at) =>
      setLine((now) => ({
        text: now.waiting[at] ?? '',
        returned: undefined,
        waiting: now.waiting.flatMap((each, i) => (i !== at ? [each] : now.text.trim() === '' ? [] : [now.text])),
      })),
    put: (picked, next) => {
      const typed = text;
      setLine((now) => ({ ...now, text: '', returned: undefined }));
      inTurn(async (isRefused) => {
        // a place that was never reached is no place for the names meant for it
        const node = isRefused ? undefined : await typing.current.put(typed, picked);
        if (node) {
          const { title } = typedNode(typed);
          setLine((now) => ({ ...now, waiting: now.waiting.filter((each) => typedNode(each).title !== title) }));
          return next(node);
        }
        if (!isRefused) refusals.current++;
        giveBack(typed);
      });
    },
    inTurn: (work) => inTurn((isRefused) => (isRefused ? undefined : work())),
    isBusy: () => ahead.current > 0,
  };
}
