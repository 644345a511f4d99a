// A key that moves to a column out of sight brings it into sight; a press never moves what is under the pointer.
import { type RefObject, useEffect, useRef } from 'react';

/** @returns to be called when a key moves the focus */
export function useFollowColumn(scroller: RefObject<HTMLDivElement | null>, cellId: string | undefined): () => void {
  const byKey = useRef(false);
  useEffect(() => {
    const cell = cellId === undefined || !byKey.current ? null : document.getElementById(cellId);
    byKey.current = false;
    const view = scroller.current?.getBoundingClientRect();
    if (!cell || !view || cell.hasAttribute('data-pinned')) return;
    // the first column stays where it is and covers what lies beneath it
    const pinned = cell.parentElement?.querySelector('[data-pinned]')?.getBoundingClientRect();
    const { left, right } = cell.getBoundingClientRect();
    const rightToLeft = getComputedStyle(cell).direction === 'rtl';
    const from = rightToLeft ? view.left : (pinned?.right ?? view.left);
    const to = rightToLeft ? (pinned?.left ?? view.right) : view.right;
    if (right > to) scroller.current?.scrollBy({ left: right - to });
    else if (left < from) scroller.current?.scrollBy({ left: left - from });
  }, [scroller, cellId]);
  return () => {
    byKey.current = true;
  };
}
