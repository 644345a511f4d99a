// Who decides this: the one right that holds for a decision of a type, about a component, of an amount; and why.
import type { State } from '#shared/change/state.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import {
  type Bound,
  type DecisionType,
  FUNDING,
  type Lane,
  PARTS,
  type Part,
  type Role,
} from '#shared/domain/right.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import { isWithin, roleHolders, sittersOf } from './bodies.ts';

export type Right = Entry<'decisionRight'>;
export type Party = Entry<'rightParty'>;

export interface RightWithParties {
  readonly right: Right;
  readonly parties: Readonly<Record<Part, readonly Party[]>>;
}

const kept = new WeakMap<State, { readonly version: number; readonly rights: readonly RightWithParties[] }>();

/** Every right with its parties, once a version of the book. */
export function rightsOf(book: Book): readonly RightWithParties[] {
  const held = kept.get(book.state);
  if (held?.version === book.state.version) return held.rights;
  const rights = [...book.all('decisionRight')].map((right) => {
    const own = where(book, 'rightParty', 'right', right.id).filter(
      (party) => party.role !== undefined || book.get('board', party.body) !== undefined,
    );
    const parties = Object.fromEntries(PARTS.map((part) => [part, own.filter((party) => party.part === part)]));
    return { right, parties: parties as Record<Part, Party[]> };
  });
  kept.set(book.state, { version: book.state.version, rights });
  return rights;
}

/** What is to be decided. */
export interface Matter {
  readonly type: DecisionType;
  readonly component?: RecordId | undefined;
  readonly benefit?: RecordId | undefined;
  /** What it commits over the whole life, what was asked for it before included; see `commitmentOf`. */
  readonly amount?: Money | undefined;
  /** Stands in for what the component says, where none is named. */
  readonly isRegulatory?: boolean | undefined;
}

/** A party with the people who act for it on the day; `people` empty: vacant. */
export interface Holder {
  readonly body?: RecordId;
  readonly role?: Role;
  readonly people: readonly RecordId[];
}

/** Why nobody, or nobody alone, holds the decision. */
export type Unresolved = 'noRow' | 'gap' | 'double' | 'noDecider' | 'twoDeciders' | 'amountNeeded' | 'unlikeMoney';

export interface WhoDecides {
  readonly matter: Matter;
  readonly on: Day;
  /** The right that holds; undefined where `unresolved` says why. */
  readonly right: Right | undefined;
  readonly unresolved: Unresolved | undefined;
  /** Rights that each claim the same decision. */
  readonly rivals: readonly Right[];
  /** Who decides today: the delegate while the delegation runs. */
  readonly decides: Holder | undefined;
  /** Whose right it is when a delegate stands in. */
  readonly delegatedBy: Holder | undefined;
  readonly parts: Readonly<Record<Part, readonly Holder[]>>;
  readonly lane: Exclude<Lane, 'any'>;
  /** "No objective, no funding": a component that serves none and names no law. */
  readonly isAimless: boolean;
}

export const NO_PARTS: Readonly<Record<Part, readonly Holder[]>> = {
  recommend: [],
  agree: [],
  input: [],
  decide: [],
  perform: [],
};

/** Whether an amount lies in the range of a right; less than nothing lies in none. Other currencies are never compared. */
export function covers({ from, to }: Pick<Right, 'from' | 'to'>, amount: Money): boolean {
  if (amount.minor < 0) return false;
  const above = (bound: Bound) =>
    bound.inclusive ? amount.minor >= bound.money.minor : amount.minor > bound.money.minor;
  const below = (bound: Bound) =>
    bound.inclusive ? amount.minor <= bound.money.minor : amount.minor < bound.money.minor;
  return (from === undefined || above(from)) && (to === undefined || below(to));
}

const boundsOf = ({ from, to }: Right): Bound[] => [from, to].filter((bound) => bound !== undefined);

/** The component and all it is part of, nearest first. */
export function ancestry(book: Book, id: RecordId | undefined): RecordId[] {
  const line: RecordId[] = [];
  let next = id;
  while (next && !line.includes(next)) {
    line.push(next);
    next = book.get('component', next)?.parent;
  }
  return line;
}

/**
 * How closely a right's scope is cut to a matter, as numbers to compare from the left: a named component before what it
 * is part of, then category, level and lane. Undefined: the matter is outside its scope.
 */
function fit(book: Book, right: Right, line: readonly RecordId[], lane: Lane): readonly number[] | undefined {
  const component = book.get('component', line[0]);
  const place = right.component ? line.indexOf(right.component) : Number.POSITIVE_INFINITY;
  if (place < 0) return undefined;
  if (right.category !== undefined && right.category !== component?.category) return undefined;
  if (right.level !== undefined && right.level !== component?.level) return undefined;
  const own = right.lane ?? 'any';
  if (own !== 'any' && own !== lane) return undefined;
  return [-place, Number(right.category !== undefined), Number(right.level !== undefined), Number(own !== 'any')];
}

const compareFits = (a: readonly number[], b: readonly number[]): number => {
  const i = a.findIndex((each, at) => each !== b[at]);
  return i < 0 ? 0 : (a[i] as number) > (b[i] as number) ? 1 : -1;
};

/**
 * Of rights as close as each other, those that cover the amount; where the closest cover none of it, the next. A right
 * without a range needs no amount, and what is further off is not asked: its money may be another.
 */
function coveringOf<R extends { readonly right: Right; readonly closeness: readonly number[] }>(
  inScope: readonly R[],
  amount: Money | undefined,
): readonly R[] | 'amountNeeded' | 'unlikeMoney' {
  const left = [...inScope].sort((a, b) => compareFits(b.closeness, a.closeness));
  while (left[0]) {
    const { closeness } = left[0];
    const next = left.findIndex((each) => compareFits(each.closeness, closeness) !== 0);
    const group = left.splice(0, next < 0 ? left.length : next);
    const bounds = group.flatMap(({ right }) => boundsOf(right));
    if (bounds.length > 0 && !amount) return 'amountNeeded';
    if (bounds.some(({ money }) => money.currency !== amount?.currency)) return 'unlikeMoney';
    const covering = group.filter(({ right }) => !amount || covers(right, amount));
    if (covering.length > 0) return covering;
  }
  return [];
}

/**
 * DOMAIN: exactly one Decides. Of the rights whose scope holds the matter, those cut closest that cover its amount;
 * where the closest do not cover it, the next do.
 */
export function whoDecides(book: Book, matter: Matter, on: Day): WhoDecides {
  const line = ancestry(book, matter.component);
  const component = book.get('component', matter.component);
  const lane = (component ? hasLaw(book, line) : matter.isRegulatory) ? 'regulatory' : 'ordinary';
  const isAimless = FUNDING.has(matter.type) && component !== undefined && lane === 'ordinary' && !hasAim(book, line);
  const answer = { matter, on, lane, isAimless, rivals: [], decides: undefined, delegatedBy: undefined } as const;
  const none = (unresolved: Unresolved, rivals: readonly Right[] = []): WhoDecides => ({
    ...answer,
    rivals,
    right: undefined,
    unresolved,
    parts: NO_PARTS,
  });
  const inScope = rightsOf(book).flatMap((each) => {
    const closeness = each.right.type === matter.type ? fit(book, each.right, line, lane) : undefined;
    return closeness ? [{ ...each, closeness }] : [];
  });
  if (inScope.length === 0) return none('noRow');
  const covering = coveringOf(inScope, matter.amount);
  if (typeof covering === 'string') return none(covering);
  const [first, ...others] = covering;
  if (!first) return none('gap');
  if (others.length > 0)
    return none(
      'double',
      covering.map(({ right }) => right),
    );
  const { right, parties } = first;
  const holder = (party: Pick<Party, 'body' | 'role'>): Holder => holderOf(book, party, matter, on);
  const parts = Object.fromEntries(PARTS.map((part) => [part, parties[part].map(holder)])) as Record<Part, Holder[]>;
  const [decides, second] = parts.decide;
  if (!decides || second) return { ...none(decides ? 'twoDeciders' : 'noDecider', [right]), parts };
  const delegate = book.get('board', delegateOf(right, on))?.id;
  return {
    ...answer,
    right,
    unresolved: undefined,
    parts,
    decides: delegate ? holder({ body: delegate }) : decides,
    delegatedBy: delegate ? decides : undefined,
  };
}

/** Who a right is delegated to on a day. */
export const delegateOf = ({ delegate, delegateFrom, delegateUntil }: Right, on: Day): RecordId | undefined =>
  delegate && isWithin(on, delegateFrom, delegateUntil) ? delegate : undefined;

export function holderOf(book: Book, party: Pick<Party, 'body' | 'role'>, matter: Matter, on: Day): Holder {
  if (party.role) return { role: party.role, people: roleHolders(book, party.role, matter) };
  return { ...(party.body && { body: party.body }), people: party.body ? sittersOf(book, party.body, on) : [] };
}

/** A law named by the component or by what it is part of. */
const hasLaw = (book: Book, line: readonly RecordId[]): boolean =>
  line.some((id) => Boolean(book.get('component', id)?.law?.trim()));

/** An objective named by the component or by what it is part of, or served by one of its benefits. */
export function hasAim(book: Book, line: readonly RecordId[]): boolean {
  if (
    line.some((id) =>
      where(book, 'alignment', 'component', id).some(({ objective }) => book.get('objective', objective)),
    )
  )
    return true;
  const [component] = line;
  return where(book, 'benefit', 'component', component).some(({ id }) =>
    where(book, 'contribution', 'from', id).some(({ to }) => book.get('objective', to)),
  );
}
