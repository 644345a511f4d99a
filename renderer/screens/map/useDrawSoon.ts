// Draws on the next frame, once however often it is asked for, and again after each change of what is shown.
import { useEffect, useRef } from 'react';

/** @param draw of the render it is called in; the latest one is drawn */
export function useDrawSoon(draw: () => void): () => void {
  const latest = useRef(draw);
  latest.current = draw;
  const due = useRef(0);
  const drawSoon = useRef(() => {
    due.current ||= requestAnimationFrame(() => {
      due.current = 0;
      latest.current();
    });
  }).current;
  useEffect(drawSoon);
  useEffect(() => () => cancelAnimationFrame(due.current), []);
  return drawSoon;
}
