// The log of the open book as its trail.
import { useMemo } from 'react';
import { type TrailChange, trailOf } from '#shared/change/trail.ts';
import { useLog } from './useLog.ts';

/** Undefined while it is read; 'damaged' where it cannot be. */
export function useTrail(): readonly TrailChange[] | 'damaged' | undefined {
  const log = useLog();
  return useMemo(() => (log && log !== 'damaged' ? trailOf(log) : log), [log]);
}
