// What no single laptop could see: two sound copies can make a book with a circle, a number given twice, a link to nothing.
import { headsOf } from '#shared/change/heads.ts';
import { LIFE } from '#shared/change/model.ts';
import { isHere, type Row, type State } from '#shared/change/state.ts';
import type { RecordId } from '#shared/kit/ids.ts';

export type FindingRule = 'linkToDeleted' | 'circle' | 'numberTwice' | 'sealedTwice';

export interface Finding {
  readonly rule: FindingRule;
  readonly kind: string;
  readonly record: RecordId;
  /** The field that links, or that holds the number. */
  readonly field: string;
  /** The other records: the deleted one, those in the circle, those with the number. */
  readonly others: readonly { readonly kind: string; readonly record: RecordId }[];
  readonly number?: string;
}

export function findingsOf(state: State): Finding[] {
  return [...linksToDeleted(state), ...circles(state), ...numbersTwice(state), ...sealedTwice(state)];
}

const keyOf = ({ rule, kind, record, field, others, number }: Finding): string =>
  [rule, kind, record, field, number ?? '', ...others.map((each) => each.record).sort()].join('\n');

/** Those of the merged book that stood in none of the copies. */
export function newFindings(merged: readonly Finding[], copies: readonly (readonly Finding[])[]): Finding[] {
  const known = new Set(copies.flat().map(keyOf));
  return merged.filter((finding) => !known.has(keyOf(finding)));
}

function linksToDeleted(state: State): Finding[] {
  const deleted = new Map<unknown, Row>();
  for (const row of state.order) if (row.values[LIFE] === 'deleted') deleted.set(row.id, row);
  if (deleted.size === 0) return [];
  // two files may have brought two records under one id: a link may mean the one that is here
  for (const row of state.order) if (isHere(row)) deleted.delete(row.id);
  return here(state).flatMap((row) =>
    Object.entries(row.values).flatMap(([field, value]): Finding[] => {
      const gone = typeof value === 'string' ? deleted.get(value) : undefined;
      const others = gone ? [{ kind: gone.kind, record: gone.id }] : [];
      return gone ? [{ rule: 'linkToDeleted', kind: row.kind, record: row.id, field, others }] : [];
    }),
  );
}

const here = (state: State): Row[] => state.order.filter(isHere);

/** Parents that lead back to where they began; each circle once, by its least id. */
function circles(state: State): Finding[] {
  const found = new Map<string, Finding>();
  for (const start of here(state)) {
    if (start.values.parent === undefined) continue;
    const way: Row[] = [];
    let row: Row | undefined = start;
    while (row && !way.includes(row)) {
      way.push(row);
      const next = state.row(row.kind, row.values.parent as RecordId);
      row = isHere(next) ? next : undefined;
    }
    if (!row) continue;
    const ring = way.slice(way.indexOf(row)).sort((a, b) => (a.id < b.id ? -1 : 1));
    const [first, ...others] = ring;
    if (!first) continue;
    const finding: Finding = {
      rule: 'circle',
      kind: first.kind,
      record: first.id,
      field: 'parent',
      others: others.map(({ kind, id }) => ({ kind, record: id })),
    };
    found.set(keyOf(finding), finding);
  }
  return [...found.values()];
}

/** Decisions recorded, or packs issued, under one number on laptops that did not know of each other. */
const numbersTwice = (state: State): Finding[] => [
  ...sameNumber(state, 'decision', 'taken', ({ values }) => (values.taken as { number?: string } | undefined)?.number),
  ...sameNumber(state, 'pack', 'number', ({ values }) => values.number as string | undefined),
];

function sameNumber(state: State, kind: string, field: string, numberOf: (row: Row) => string | undefined): Finding[] {
  const byNumber = new Map<string, Row[]>();
  for (const row of state.here(kind)) {
    const number = numberOf(row);
    if (number) byNumber.set(number, [...(byNumber.get(number) ?? []), row]);
  }
  return [...byNumber].flatMap(([number, rows]): Finding[] => {
    const [first, ...others] = rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    if (!first || others.length === 0) return [];
    const rest = others.map(({ kind, id }) => ({ kind, record: id }));
    return [{ rule: 'numberTwice', kind: first.kind, record: first.id, field, others: rest, number }];
  });
}

/** Recorded on two laptops at once, and not alike: both are kept, the newest seal is shown. */
const sealedTwice = (state: State): Finding[] =>
  state.order.flatMap((row): Finding[] => {
    if (typeof row.heads[LIFE] === 'number') return [];
    const seals = headsOf(row.heads[LIFE], row.values[LIFE]).filter(({ value }) => value === 'sealed');
    return seals.length > 1 && Object.keys(row.heads).some((field) => state.clashes(row, field))
      ? [{ rule: 'sealedTwice', kind: row.kind, record: row.id, field: LIFE, others: [] }]
      : [];
  });
