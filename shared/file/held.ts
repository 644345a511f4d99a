// What a copy withholds and what it builds on, as its manifest says it, read from text nobody vouches for.
import type { HiddenField, Holding, Reach } from '#shared/change/withheld.ts';
import { isId, type RecordId } from '#shared/kit/ids.ts';
import { canonical, isObject } from '#shared/kit/json.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';

/*
 * "reach":    {actor: [ms, counter]}  what the sender knew beyond what the log shows
 * "withheld": [[known, [[kind, record, field…]…]]…]  a record without fields is withheld whole; a field that had a hash is
 *             [field, hash]; `known` is a reach as above, mostly {}
 * "base":     {actor: [ms, counter]}  what the receiver must have: the file holds only what came after
 */
type FieldText = string | readonly [field: string, hash: string];
type Group = readonly [known: Reach, records: (readonly [kind: string, record: string, ...fields: FieldText[]])[]];

export function heldToJson(holding: Holding | undefined, base: Reach | undefined): object {
  if (!holding) return base ? { base } : {};
  const groups = new Map<string, { known: Reach; records: Map<string, [string, string, ...FieldText[]]> }>();
  for (const { kind, record, field, known, hash } of holding.hidden) {
    // a whole record stands apart from fields of it that are known better or worse
    const text = canonical([known, field === null ? 'whole' : 'fields']);
    const group = groups.get(text) ?? { known, records: new Map() };
    groups.set(text, group);
    const key = `${kind}\n${record}`;
    const told = group.records.get(key) ?? [kind, record];
    group.records.set(key, told);
    if (field !== null) told.push(hash === undefined ? field : [field, hash]);
  }
  const withheld = [...groups.values()].map(({ known, records }): Group => [known, [...records.values()]]);
  return { reach: holding.reach, withheld, ...(base ? { base } : {}) };
}

export function heldFromJson(
  raw: Readonly<Record<string, unknown>>,
): Result<{ holding: Holding | undefined; base: Reach | undefined }> {
  const { reach, withheld, base } = raw;
  if (base !== undefined && !isReach(base)) return refuse('file.damaged');
  if (reach === undefined && withheld === undefined) return done({ holding: undefined, base });
  if (!isReach(reach) || !Array.isArray(withheld)) return refuse('file.damaged');
  const hidden: HiddenField[] = [];
  for (const group of withheld as unknown[]) {
    if (!Array.isArray(group) || !isReach(group[0]) || !Array.isArray(group[1])) return refuse('file.damaged');
    const known = group[0];
    for (const told of group[1] as unknown[]) {
      if (!Array.isArray(told) || typeof told[0] !== 'string' || !isId(told[1])) return refuse('file.damaged');
      const of = { kind: told[0], record: told[1] as RecordId, known };
      if (told.length === 2) hidden.push({ ...of, field: null });
      for (const each of told.slice(2) as unknown[]) {
        const [field, hash] = Array.isArray(each) ? (each as unknown[]) : [each];
        if (typeof field !== 'string' || field === '') return refuse('file.damaged');
        if (hash !== undefined && typeof hash !== 'string') return refuse('file.damaged');
        hidden.push({ ...of, field, ...(hash === undefined ? {} : { hash }) });
      }
    }
  }
  return done({ holding: { reach, hidden }, base });
}

const isReach = (x: unknown): x is Reach =>
  isObject(x) &&
  Object.entries(x).every(
    ([actor, at]) => isId(actor) && Array.isArray(at) && at.length === 2 && at.every((n) => Number.isSafeInteger(n)),
  );
