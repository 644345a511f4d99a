// The clashes of the open book with the log they were read from, found anew when it has changed.
import { useMemo } from 'react';
import { useBook } from '#renderer/desk/desk.ts';
import type { LogRow } from '#shared/change/store.ts';
import { type Clash, clashesOf } from '#shared/merge/clashes.ts';
import { useLog } from './useLog.ts';

interface Found {
  readonly clashes: readonly Clash[];
  readonly log: readonly LogRow[];
}

/** Undefined while the log is read; 'damaged' where it cannot be. */
export function useClashes(): Found | 'damaged' | undefined {
  const state = useBook()?.state;
  const log = useLog();
  return useMemo(() => {
    if (log === 'damaged') return log;
    if (!log || !state) return undefined;
    const changes = log.map(({ change }) => change);
    return { log, clashes: clashesOf(state, changes) };
  }, [log, state]);
}
