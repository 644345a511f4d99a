// Which records that value is made of are other than they were: told from the rows alone, without reading one of them.
import { isHere, type Row, type State } from '#shared/change/state.ts';

const KINDS = ['measure', 'benefit', 'milestone', 'claim', 'component'] as const;
type ValueKind = (typeof KINDS)[number];

/** Where a record belongs: a change of this is more than an edit of the record. */
const BELONGS: Readonly<Record<ValueKind, readonly string[]>> = {
  measure: ['benefit'],
  benefit: ['component'],
  milestone: [],
  claim: ['measure', 'component'],
  component: [],
};

export type ValueRows = Readonly<Record<ValueKind, readonly Row[]>>;

/** Rows in the order they came into the book; a row that changed is another object in the same place. */
export function valueRows(state: State): ValueRows {
  const rows = (kind: ValueKind): Row[] => [...(state.kinds.get(kind)?.values() ?? [])];
  return {
    measure: rows('measure'),
    benefit: rows('benefit'),
    milestone: rows('milestone'),
    claim: rows('claim'),
    component: rows('component'),
  };
}

/** The rows that changed, as they are now; undefined where a record came, went, or belongs elsewhere than before. */
export function changedRows(before: ValueRows, after: ValueRows): ValueRows | undefined {
  const changed: Record<ValueKind, Row[]> = { measure: [], benefit: [], milestone: [], claim: [], component: [] };
  for (const kind of KINDS) {
    const [old, now] = [before[kind], after[kind]];
    if (old.length !== now.length) return undefined;
    for (let i = 0; i < now.length; i++) {
      if (old[i] === now[i]) continue;
      const [was, is] = [old[i] as Row, now[i] as Row];
      if (isHere(was) !== isHere(is)) return undefined;
      if (!isHere(is)) continue;
      if (BELONGS[kind].some((field) => was.values[field] !== is.values[field])) return undefined;
      changed[kind].push(is);
    }
  }
  return changed;
}
