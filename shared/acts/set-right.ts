// Adds, copies and takes away a decision right with its parties, and sets who has a part in one.
import { type DraftWrite, LIFE } from '#shared/change/model.ts';
import type { Book } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { DecisionRight, Part, Role } from '#shared/domain/right.ts';
import { currenciesOf, isEmptyRange } from '#shared/govern/ranges.ts';
import { type Context, newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done, type Problem, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';
import { born, gone } from './record-writes.ts';

/** Exactly one of the two. */
export interface PartyWish {
  readonly body?: RecordId | undefined;
  readonly role?: Role | undefined;
}

export interface NewRight {
  /** Made by the caller with `newRecordId`, so that it can go to the record afterwards. */
  readonly record: RecordId;
  readonly values: DecisionRight;
  readonly parties?: readonly (PartyWish & { readonly part: Part })[];
}

export const addRight: Act<NewRight> = {
  name: 'act.addRight',
  allowed: always,
  run: (book, { record, values, parties = [] }, ctx) => {
    const fault = rangeFault(values) ?? parties.map((party) => partyFault(book, party)).find(Boolean);
    if (fault) return { ok: false, problem: fault };
    const wished = parties.filter(
      (party, i) => parties.findIndex((each) => each.part === party.part && isSame(each, party)) === i,
    );
    return done({
      act: addRight.name,
      writes: [
        ...born('decisionRight', record, values),
        ...wished.flatMap(({ part, ...party }) => partyWrites(record, part, party, ctx)),
      ],
    });
  },
};

/** Who has this part and nobody else; parties that stay keep their record. */
export const setParties: Act<{
  readonly right: RecordId;
  readonly part: Part;
  readonly parties: readonly PartyWish[];
}> = {
  name: 'act.setParties',
  allowed: always,
  run: (book, { right, part, parties }, ctx) => {
    if (!book.get('decisionRight', right)) return refuse('act.recordGone');
    const fault = parties.map((party) => partyFault(book, party)).find(Boolean);
    if (fault) return { ok: false, problem: fault };
    const wished = parties.filter((party, i) => parties.findIndex((each) => isSame(each, party)) === i);
    const standing = where(book, 'rightParty', 'right', right).filter((party) => party.part === part);
    const stays = standing.filter(
      (party, i) =>
        wished.some((each) => isSame(each, party)) && standing.findIndex((each) => isSame(each, party)) === i,
    );
    return done({
      act: setParties.name,
      writes: [
        ...standing.filter((party) => !stays.includes(party)).map(({ id }) => gone('rightParty', id)),
        ...wished
          .filter((party) => !stays.some((each) => isSame(each, party)))
          .flatMap((party) => partyWrites(right, part, party, ctx)),
      ],
    });
  },
};

/** The same right once more with all its parties, to be cut to another range or scope. */
export const copyRight: Act<{
  readonly right: RecordId;
  /** Made by the caller with `newRecordId`. */
  readonly record: RecordId;
  /** What is other in the copy; null: not taken over. */
  readonly values?: Readonly<Record<string, unknown>>;
}> = {
  name: 'act.copyRight',
  allowed: always,
  run: (book, { right, record, values = {} }, ctx) => {
    const model = book.get('decisionRight', right);
    if (!model) return refuse('act.recordGone');
    const { id: _, ...fields } = model;
    const copied = Object.fromEntries(
      Object.entries({ ...fields, ...values }).filter(
        ([field, value]) => value !== null && value !== undefined && field !== LIFE,
      ),
    );
    const fault = rangeFault(copied as Partial<DecisionRight>);
    if (fault) return { ok: false, problem: fault };
    return done({
      act: copyRight.name,
      writes: [
        ...born('decisionRight', record, copied),
        ...where(book, 'rightParty', 'right', right).flatMap((party) => partyWrites(record, party.part, party, ctx)),
      ],
    });
  },
};

const partyWrites = (right: RecordId, part: Part, { body, role }: PartyWish, ctx: Context): DraftWrite[] =>
  born('rightParty', newRecordId(ctx), { right, part, ...(role ? { role } : { body }) });

const isSame = (a: PartyWish, b: PartyWish): boolean => a.body === b.body && a.role === b.role;

const partyFault = (book: Book, { body, role }: PartyWish): Problem | undefined =>
  (body === undefined) === (role === undefined)
    ? { code: 'rights.partyNotOne' }
    : body && !book.get('board', body)
      ? { code: 'act.recordGone' }
      : undefined;

/** A right that could never hold is a slip of the hand. */
export function rangeFault(right: Pick<DecisionRight, 'from' | 'to'>): Problem | undefined {
  if (currenciesOf([right]).length > 1) return { code: 'rights.unlikeBounds', path: 'to' };
  return isEmptyRange(right) ? { code: 'rights.emptyRange', path: 'to' } : undefined;
}
