// A screen for the room: nothing but what is decided on, on the whole screen where the system gives it; Escape ends it.
import { useEffect, useState } from 'react';

export function usePresent(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(false);
  useEffect(() => {
    if (!on) return;
    // the whole screen is a wish: without it the map fills the window
    let had = false;
    void document.documentElement.requestFullscreen?.().then(
      () => {
        had = true;
      },
      () => undefined,
    );
    const onChange = () => {
      if (had && !document.fullscreenElement) setOn(false);
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    };
  }, [on]);
  return [on, setOn];
}
