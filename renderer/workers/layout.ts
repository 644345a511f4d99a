// One layout worker for as long as a map is shown: only the answer to the last question counts.
import type { Layout, LayoutWish } from '#shared/map/layout.ts';
import type { LayoutAsked, LayoutTold } from './map.worker.ts';

export interface LayoutWorker {
  /** Asks for a layout; calling what it returns forgets the question. */
  readonly ask: (wish: LayoutWish, told: (layout: Layout) => void) => () => void;
  readonly stop: () => void;
}

export function layoutWorker(): LayoutWorker {
  let worker: Worker | undefined;
  let turn = 0;
  let told: ((layout: Layout) => void) | undefined;
  const started = () => {
    if (worker) return worker;
    worker = new Worker(new URL('./map.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutTold>) => {
      if (data.turn === turn) told?.(data.layout);
    });
    return worker;
  };
  return {
    ask: (wish, answer) => {
      told = answer;
      started().postMessage({ turn: ++turn, wish } satisfies LayoutAsked);
      return () => {
        if (told === answer) told = undefined;
      };
    },
    stop: () => {
      worker?.terminate();
      worker = undefined;
    },
  };
}
