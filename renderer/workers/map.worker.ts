// Lays a map out away from the page: a large one must not stop a keystroke. Answers come in the order of the questions.
import { type Layout, type LayoutWish, layOut } from '#shared/map/layout.ts';

export interface LayoutAsked {
  readonly turn: number;
  readonly wish: LayoutWish;
}
export interface LayoutTold {
  readonly turn: number;
  readonly layout: Layout;
}

self.addEventListener('message', ({ data }: MessageEvent<LayoutAsked>) => {
  self.postMessage({ turn: data.turn, layout: layOut(data.wish) } satisfies LayoutTold);
});
