// What a change is: the one unit in which a book is written, kept, exchanged and audited.
import type { ActorId, ChangeId, RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Stamp } from '#shared/kit/stamp.ts';

/** The schema this program writes: 2 adds series of months (runs), 3 benefit maps, 4 governance, 5 seals that say their record again and deletes that list what they saw, 6 issued packs. Additive only: a higher number may know kinds and fields this one does not. */
export const SCHEMA = 6;
/** From this schema on a seal writes every field of its record: what stands then is the seal's own. */
export const WHOLE_SEALS = 5;

/** A field whose value says whether the record is there; a record's life is a field like any other. */
export const LIFE = '$life';
export type Life = 'here' | 'deleted' | 'sealed';

/** One field set to one value. `value` null means: the field has no value any more. */
export interface Write {
  readonly kind: string;
  readonly record: RecordId;
  readonly field: string;
  readonly value: unknown;
  /** The changes whose values of this field the writer saw standing; empty for a first value. */
  readonly replaces: readonly ChangeId[];
}

/** Which of a change's writes are here, where a copy has only some. */
export interface Part {
  /** How many writes the whole change has. */
  readonly count: number;
  /** The places of those that are here among all of them, rising. */
  readonly places: readonly number[];
}

export interface Change {
  readonly id: ChangeId;
  /** The same actor's change before this one. */
  readonly prev: ChangeId | null;
  readonly at: Stamp;
  /** The date the change speaks of: an import sets the publication's date. */
  readonly asAt: Day;
  /** Who sat at the desk, as named in settings; may be empty. */
  readonly by: string;
  /** The name of the act, a key of `shared/words`. */
  readonly act: string;
  readonly schema: number;
  readonly writes: readonly Write[];
  /** Present where this copy of the change has only some of its writes. */
  readonly part?: Part;
}

/** What an act asks for, before it is stamped: fields and values only. */
export interface DraftWrite {
  readonly kind: string;
  readonly record: RecordId;
  readonly field: string;
  readonly value: unknown;
  /** Written though it stands already: whoever settles a clash says it having seen what stands beside it. */
  readonly again?: true;
}

export interface Draft {
  readonly act: string;
  /** Left out: the day of the commit. */
  readonly asAt?: Day;
  readonly writes: readonly DraftWrite[];
  /** The change this one takes back, so that the ones before it can be taken back after it. Not kept in the log. */
  readonly undoes?: Change;
}

/** What may be written: handed in by the domain, so that this room knows no noun. */
export interface KindTable {
  /** Undefined: the field may hold the value; else the code of a sentence that says why not. */
  readonly fault: (kind: string, field: string, value: unknown) => string | undefined;
  /** Whether what stands in a field is of a newer version: it is kept, and not written over. */
  readonly isNewer?: (kind: string, field: string, standing: unknown) => boolean;
  /** The kind of record that a field makes this one part of: once that one is sealed, nothing more is laid to it. */
  readonly ownerKind: (kind: string, field: string) => string | undefined;
}

export const actorOf = (change: Change): ActorId => change.at[2];
