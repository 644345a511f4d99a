// What laptops said apart: fields whose heads differ, deletions beside edits they did not see, and values beside a seal.
import { type Head, type HeadColumn, headsOf, isHeadColumn } from '#shared/change/heads.ts';
import { type Change, LIFE, WHOLE_SEALS } from '#shared/change/model.ts';
import type { Column } from '#shared/change/run.ts';
import type { Row, State } from '#shared/change/state.ts';
import type { ChangeId, RecordId } from '#shared/kit/ids.ts';
import { canonical, sameValue } from '#shared/kit/json.ts';
import type { Day } from '#shared/kit/period.ts';

/** One value somebody saved. */
export interface Side {
  readonly value: unknown;
  readonly change: ChangeId;
  readonly by: string;
  /** When it was written, milliseconds since 1970. */
  readonly at: number;
  readonly asAt: Day;
  readonly act: string;
}

/**
 * `field`: values differ, the first side stands until someone resolves it. `deleted`: the record was deleted by someone
 * who had not seen the values of the other sides. `besideSeal`: a value that came to a sealed record and changes nothing.
 */
export type ClashKind = 'field' | 'deleted' | 'besideSeal';

export interface Clash {
  readonly what: ClashKind;
  readonly kind: string;
  readonly record: RecordId;
  /** A month of a series by its own name ("actual@24315"); for `deleted` the field that was edited. */
  readonly field: string;
  /** Newest first; one for each value, however many said it. */
  readonly sides: readonly Side[];
}

/**
 * Every clash of a state, by record in the order of their ids; `changes` is the log the state was made of.
 * @param rows where to look; every record where it is left out
 */
export function clashesOf(state: State, changes: Iterable<Change>, rows: readonly Row[] = state.order): Clash[] {
  const suspects = rows.filter(mayClash);
  if (suspects.length === 0) return [];
  const byId = new Map<ChangeId, Change>();
  for (const change of changes) byId.set(change.id, change);
  const finder = new Finder(state, byId);
  return suspects
    .flatMap((row) => finder.of(row))
    .sort((a, b) => compare(a.record, b.record) || compare(a.kind, b.kind) || compare(a.field, b.field));
}

/** False for almost every record of a book: it stands, and nobody said anything beside what stands. */
function mayClash({ heads, values }: Row): boolean {
  if (values[LIFE] !== 'here') return true;
  for (const field in heads) if (typeof heads[field] !== 'number') return true;
  return false;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What makes two clashes the same one: the field and the values that stand against each other. */
export const clashKey = ({ what, kind, record, field, sides }: Clash): string =>
  canonical([what, kind, record, field, ...sides.map(({ change }) => change).sort()]);

class Finder {
  constructor(
    private readonly state: State,
    private readonly byId: ReadonlyMap<ChangeId, Change>,
  ) {}

  of(row: Row): Clash[] {
    const life = headsOf(row.heads[LIFE], row.values[LIFE]);
    const seal = life.find(({ value }) => value === 'sealed');
    const found: Clash[] = [];
    for (const [field, heads] of this.fieldsOf(row, 'disputed')) {
      const values = distinct(heads);
      if (values.length < 2) continue;
      found.push(this.clash(seal ? 'besideSeal' : 'field', row, field, values));
    }
    if (seal) return [...found, ...this.strangersTo(row, seal, found)];
    return row.values[LIFE] === 'deleted' ? [...found, ...this.unseenBy(row, life)] : found;
  }

  /** Fields a seal never had, said by someone else alone; months are not said again by a seal, and stand. */
  private strangersTo(row: Row, seal: Head, found: readonly Clash[]): Clash[] {
    if (!this.state.wholeSeals.has(seal.change)) return [];
    const told = new Set(found.map(({ field }) => field));
    return [...this.fieldsOf(row)].flatMap(([field, heads]) =>
      told.has(field) ||
      field.includes('@') ||
      heads.some(({ change }) => change === seal.change) ||
      heads.every(({ value }) => value === null)
        ? []
        : [this.clash('besideSeal', row, field, heads)],
    );
  }

  /** Values standing in a deleted record which none of those who deleted it had before them. */
  private unseenBy(row: Row, life: readonly Head[]): Clash[] {
    const deletes = life.filter(({ value }) => value === 'deleted');
    const seen = new Set<ChangeId>();
    for (const { change } of deletes) {
      const by = this.change(change);
      // before schema 5 a delete did not say what it saw
      if (!by || by.schema < WHOLE_SEALS) return [];
      seen.add(by.id);
      for (const { kind, record, field, replaces } of by.writes)
        if (field === LIFE && record === row.id && kind === row.kind) for (const id of replaces) seen.add(id);
    }
    const deleted = deletes[0];
    if (!deleted) return [];
    return [...this.fieldsOf(row)].flatMap(([field, heads]) => {
      const unseen = heads.filter(({ change }) => !seen.has(this.idOf(change)));
      return field === LIFE || unseen.length === 0
        ? []
        : [
            {
              ...this.clash('deleted', row, field, unseen),
              sides: [this.side({ ...deleted, value: null }), ...unseen.map((head) => this.side(head))],
            },
          ];
    });
  }

  /** Every field with its heads, a series month by month; or only those with more than one head, which are few. */
  private *fieldsOf(row: Row, which: 'all' | 'disputed' = 'all'): Iterable<[field: string, heads: readonly Head[]]> {
    for (const [field, standing] of Object.entries(row.heads)) {
      if (which === 'disputed' && typeof standing === 'number') continue;
      if (!field.endsWith('@')) {
        yield [field, headsOf(standing, row.values[field])];
        continue;
      }
      const column = row.values[field] as Column;
      const heads = isHeadColumn(standing) ? (standing as HeadColumn).heads : undefined;
      for (const [i, value] of column.values.entries()) {
        const own = heads ? heads[i] : (standing as number);
        if (own !== null && own !== undefined && (which === 'all' || typeof own !== 'number'))
          yield [`${field}${column.from + i}`, typeof own === 'number' ? [{ change: own, value: value ?? null }] : own];
      }
    }
  }

  private clash(what: ClashKind, row: Row, field: string, heads: readonly Head[]): Clash {
    return { what, kind: row.kind, record: row.id, field, sides: heads.map((head) => this.side(head)) };
  }

  private side({ change, value }: Head): Side {
    const by = this.change(change);
    const seen = this.state.changes[change];
    return {
      value: value ?? null,
      change: this.idOf(change),
      by: by?.by ?? '',
      at: seen?.at[0] ?? 0,
      asAt: by?.asAt ?? ('' as Day),
      act: by?.act ?? '',
    };
  }

  private idOf = (place: number): ChangeId => this.state.changes[place]?.id as ChangeId;
  private change = (place: number): Change | undefined => this.byId.get(this.idOf(place));
}

/** The newest head of each value. */
function distinct(heads: readonly Head[]): readonly Head[] {
  if (heads.length < 2) return heads;
  const found: Head[] = [];
  for (const head of heads) if (!found.some(({ value }) => sameValue(value, head.value))) found.push(head);
  return found;
}
