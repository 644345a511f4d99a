// Two logs as one: every change of both, once, in an order that does not hang on who brought it.
import { encodeChange, sameChange, sameText } from '#shared/change/codec.ts';
import type { Change } from '#shared/change/model.ts';
import { joined } from '#shared/change/part.ts';
import type { ChangeId } from '#shared/kit/ids.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { compareStamps } from '#shared/kit/stamp.ts';

/** By stamp, then by id: the same changes make the same file on every laptop. */
export const byStamp = (a: Change, b: Change): number => compareStamps(a.at, b.at) || (a.id < b.id ? -1 : 1);

/**
 * The changes of all logs, each once and with all of it that any of them has, in `byStamp` order. Refused where one id stands for two contents: one of the logs
 * was edited outside the program, and nobody can say which.
 */
export function unionOf(logs: readonly (readonly Change[])[]): Result<Change[]> {
  const all = new Map<ChangeId, Change>();
  for (const log of logs)
    for (const change of log) {
      const known = all.get(change.id);
      if (known && (known.part || change.part)) {
        const both = joined(known, change);
        if (!both.ok) return both;
        all.set(change.id, both.value);
        continue;
      }
      const [here, there] = known && !sameText(known, change) ? [encodeChange(known), encodeChange(change)] : [];
      if (known && here !== there && !sameChange(known, change))
        return refuse('merge.twoContents', { by: change.by, id: change.id }, change.id);
      // another program may order the keys of a value otherwise: the same one of both on every laptop
      if (!known || (here !== undefined && there !== undefined && there < here)) all.set(change.id, change);
    }
  return done([...all.values()].sort(byStamp));
}
