// The log of the open book, read again when the book has changed: only what is new is fetched.
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Opened, useDesk } from '#renderer/desk/desk.ts';
import { knownBy } from '#renderer/desk/past.ts';
import { gathered } from '#shared/change/part.ts';
import type { LogRow } from '#shared/change/store.ts';

/** Undefined while it is read; 'damaged' where it cannot be. */
/** @param whole the whole log, even while the desk looks back */
export function useLog(whole = false): readonly LogRow[] | 'damaged' | undefined {
  const opened = useDesk((desk) => desk.opened);
  const version = useDesk((desk) => desk.book)?.state.version;
  const [log, setLog] = useState<readonly LogRow[] | 'damaged' | undefined>();
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
        setLog(read.current.rows);
      },
      () => setLog('damaged'),
    );
    return () => {
      gone = true;
    };
  }, [opened, version]);
  const past = useDesk((desk) => desk.past);
  return useMemo(
    () => (log && log !== 'damaged' ? (whole ? gathered(log) : knownBy(past, log)) : log),
    [log, past, whole],
  );
}
