// A pasted map as it is typed: read and held against the book a moment after the last key, never while one is pressed.
import { useEffect, useState } from 'react';
import { useBook } from '#renderer/desk/desk.ts';
import type { OutlineReading } from '#shared/intake/map-outline.ts';
import { type MapPlan, proposeMap } from '#shared/intake/map-propose.ts';
import { readMapText } from '#shared/intake/map-text.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Result } from '#shared/kit/result.ts';

/** After the last key. A long text takes longer to read, and so waits longer. */
const waitMs = (text: string): number => (text.length > 50_000 ? 600 : 200);

export interface TakeInPlan {
  readonly plan: Result<MapPlan> | undefined;
  /** The text has changed since. */
  readonly isBehind: boolean;
}

export function useTakeIn(map: RecordId, text: string, { below, top, preset }: OutlineReading): TakeInPlan {
  const book = useBook();
  const [read, setRead] = useState<{ readonly of: string; readonly plan: Result<MapPlan> } | undefined>();
  const of = `${below} ${top} ${preset ?? ''} ${text}`;
  useEffect(() => {
    if (!book) return;
    const later = setTimeout(() => {
      const draft = readMapText(text, { below, top, preset });
      setRead({ of, plan: draft.ok ? { ok: true, value: proposeMap(book, map, draft.value) } : draft });
    }, waitMs(text));
    return () => clearTimeout(later);
  }, [book, map, text, below, top, preset, of]);
  return { plan: read?.plan, isBehind: read?.of !== of };
}
