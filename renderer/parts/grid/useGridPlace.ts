// Comes back to the row, column and scroll one left a grid at, and tells where one stands on leaving.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { GridPlace } from './types.ts';

interface PlaceInput {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly place: GridPlace | undefined;
  readonly focused: { readonly row: string; readonly column: string } | undefined;
  readonly focus: (row: string, column: string) => void;
  readonly onLeave: ((place: GridPlace) => void) | undefined;
}

export function useGridPlace(input: PlaceInput): void {
  const latest = useRef(input);
  latest.current = input;
  useLayoutEffect(() => {
    const { scroller, place, focus } = latest.current;
    const element = scroller.current;
    if (!element || !place) return;
    element.scrollTo({ top: place.top, left: place.start });
    if (place.row === undefined || place.column === undefined) return;
    // taking the focus puts it on the first row; what follows puts it on the row that was left
    element.focus({ preventScroll: true });
    focus(place.row, place.column);
  }, []);
  useEffect(() => {
    const element = latest.current.scroller.current;
    // an element that has left the page has lost its scroll already
    const at = { top: element?.scrollTop ?? 0, start: element?.scrollLeft ?? 0 };
    const onScroll = () => {
      at.top = element?.scrollTop ?? 0;
      at.start = element?.scrollLeft ?? 0;
    };
    element?.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      element?.removeEventListener('scroll', onScroll);
      const { focused, onLeave } = latest.current;
      onLeave?.({ ...at, row: focused?.row, column: focused?.column });
    };
  }, []);
}
