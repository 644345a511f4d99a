// The clashes of the open book, found anew when it has changed.
import { useMemo } from 'react';
import { useBook } from '#renderer/desk/desk.ts';
import { type Clash, clashesOf } from '#shared/merge/clashes.ts';
import { useLog } from './useLog.ts';

/** Undefined while the log is read; 'damaged' where it cannot be. */
export function useClashes(): readonly Clash[] | 'damaged' | undefined {
  const state = useBook()?.state;
  const log = useLog();
  return useMemo(
    () =>
      log && log !== 'damaged' && state
        ? clashesOf(
            state,
            log.map(({ change }) => change),
          )
        : log === 'damaged'
          ? log
          : undefined,
    [log, state],
  );
}
