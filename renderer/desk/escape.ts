// Escape goes one step back, and never two: what is open or being typed closes first.
import { useEffect, useRef } from 'react';

/** Menus, lists and panels that close by themselves on Escape. */
const OPEN = '[role="dialog"], [role="menu"], [role="listbox"]';
const isShown = (element: Element): boolean => element.getClientRects().length > 0;
const isTyping = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);

/** @param back what Escape does here; undefined: nothing */
export function useEscape(back: (() => void) | undefined): void {
  const step = useRef(back);
  step.current = back;
  useEffect(() => {
    let somethingOpen = false;
    // seen on the way down, before what is open has closed itself
    const look = (event: KeyboardEvent) => {
      if (event.key === 'Escape') somethingOpen = [...document.querySelectorAll(OPEN)].some(isShown);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || somethingOpen || !step.current) return;
      const { activeElement } = document;
      if (isTyping(activeElement)) activeElement.blur();
      else step.current();
    };
    window.addEventListener('keydown', look, true);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', look, true);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
