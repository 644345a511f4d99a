// The log of the open book as its trail, read again when the book has changed: only what is new is fetched.
import { useEffect, useRef, useState } from 'react';
import { type Opened, useBook, useDesk } from '#renderer/desk/desk.ts';
import type { LogRow } from '#shared/change/store.ts';
import { type TrailChange, trailOf } from '#shared/change/trail.ts';

/** Undefined while it is read; 'damaged' where it cannot be. */
export function useTrail(): readonly TrailChange[] | 'damaged' | undefined {
  const opened = useDesk((desk) => desk.opened);
  const version = useBook()?.state.version;
  const [trail, setTrail] = useState<readonly TrailChange[] | 'damaged' | undefined>();
  const read = useRef<{ of: Opened | undefined; rows: LogRow[] }>({ of: undefined, rows: [] });
  useEffect(() => {
    let gone = false;
    void version;
    if (!opened) return;
    if (read.current.of !== opened) read.current = { of: opened, rows: [] };
    opened.store.readSince(read.current.rows.at(-1)?.seq ?? 0).then(
      (rows) => {
        if (gone) return;
        read.current.rows = [...read.current.rows, ...rows];
        setTrail(trailOf(read.current.rows));
      },
      () => setTrail('damaged'),
    );
    return () => {
      gone = true;
    };
  }, [opened, version]);
  return trail;
}
