// The keys of the map while it is shown to a room: arrows walk it from claim to claim.
import { useEffect, useRef } from 'react';
import { ARROWS, type Arrow } from './place.ts';

export function Presenting({ onWalk, label }: { onWalk: (arrow: Arrow) => void; label: string }) {
  const walk = useRef(onWalk);
  walk.current = onWalk;
  useEffect(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const onKey = (event: KeyboardEvent) => {
      const arrow = ARROWS[event.key];
      if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      walk.current(arrow);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <output className="visually-hidden" aria-live="polite">
      {label}
    </output>
  );
}
