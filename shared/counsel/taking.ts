// What does not hold when a decision is about to be taken: each is refused, or recorded as an exception with its reason.
import type { Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { FUNDING, type Role } from '#shared/domain/right.ts';
import { isWithin, sittersOf } from '#shared/govern/bodies.ts';
import { aboutOf } from '#shared/govern/commitment.ts';
import { peopleThere, quorumAt } from '#shared/govern/minutes.ts';
import type { Holder, WhoDecides } from '#shared/govern/rights.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { compareText } from '#shared/kit/order.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Counsel } from './counsel.ts';
import { decisionRight, readEvidence } from './evidence.ts';
import { paperFault, termsOf } from './terms.ts';

/** Who takes it, and where. */
export interface Sitting {
  readonly on: Day;
  readonly meeting?: RecordId | undefined;
  /** The body or post that takes it; at a meeting, its body. */
  readonly body?: RecordId | undefined;
  readonly role?: Role | undefined;
  readonly person?: RecordId | undefined;
}

/** A key of `shared/words` under 'exception.', with names to fill it. */
export interface Breach {
  readonly code:
    | 'notTheDecider'
    | 'noRight'
    | 'noQuorum'
    | 'delegateExpired'
    | 'noMeeting'
    | 'vacant'
    | 'nobodyNamed'
    | 'backdated'
    | 'paperMoved'
    | 'paperUnready'
    | 'notAgreed'
    | 'vetoed'
    | 'ownerNotHeard'
    | 'aimless';
  readonly args: Readonly<Record<string, string | number>>;
}

export function breachesOf(counsel: Counsel, decision: Entry<'decision'>, sitting: Sitting): Breach[] {
  const { book } = counsel;
  const right = decisionRight(counsel, decision, sitting.on);
  const meeting = book.get('meeting', sitting.meeting);
  const taker: Sitting = meeting ? { ...sitting, body: meeting.board, role: undefined } : sitting;
  return [
    ...rightBreaches(counsel, right, taker),
    ...(meeting ? quorumBreaches(counsel, meeting) : meetingBreaches(counsel, taker)),
    ...partyBreaches(counsel, decision, right, meeting),
    ...paperBreaches(counsel, decision, sitting.on),
    ...(right.isAimless || isForNothing(counsel, decision) ? [{ code: 'aimless' as const, args: {} }] : []),
  ];
}

/** Money asked for nothing the book holds serves no objective either. */
const isForNothing = ({ book }: Counsel, decision: Entry<'decision'>): boolean =>
  FUNDING.has(decision.type) && aboutOf(book, decision) === undefined;

/** The paper says what it must, is as it was when its evidence was frozen, and was there on the day it was decided. */
function paperBreaches({ book }: Counsel, decision: Entry<'decision'>, on: Day): Breach[] {
  const { raisedOn, frozen } = decision;
  const breaches: Breach[] = [];
  if (raisedOn && on < raisedOn) breaches.push({ code: 'backdated', args: { on, raised: raisedOn } });
  if (paperFault(book, decision.id)) breaches.push({ code: 'paperUnready', args: {} });
  const evidence = frozen && readEvidence(frozen);
  if (frozen && evidence?.terms !== termsOf(book, decision))
    breaches.push({ code: 'paperMoved', args: { on: frozen.on } });
  return breaches;
}

const nameOf = ({ book }: Counsel, { body, role }: Pick<Sitting, 'body' | 'role'>): string =>
  role ? `role.${role}` : (book.get('board', body)?.title ?? '');

function rightBreaches(counsel: Counsel, right: WhoDecides, taker: Sitting): Breach[] {
  if (right.unresolved || !right.decides) return [{ code: 'noRight', args: { why: `unresolved.${right.unresolved}` } }];
  const { book } = counsel;
  const { on } = taker;
  const { decides, delegatedBy } = right;
  const may = [decides, ...(delegatedBy ? [delegatedBy] : [])].filter((holder) => isSame(holder, taker));
  const args = { taker: nameOf(counsel, taker), decider: nameOf(counsel, decides) };
  if (may.length > 0) {
    const people = may.flatMap((holder) => holder.people);
    if (!taker.person) return sitsAsOne(counsel, taker) ? [] : [nobodyBreach(people, args.taker)];
    if (people.includes(taker.person)) return [];
    const seat = delegateSeat(counsel, taker);
    if (seat === 'valid') return [];
    if (seat === 'expired')
      return [{ code: 'delegateExpired', args: { name: book.get('person', taker.person)?.name ?? '' } }];
    return [{ code: 'notTheDecider', args: { ...args, taker: book.get('person', taker.person)?.name ?? '' } }];
  }
  // the right was lent to this body, and is not any more
  const lent = right.right;
  if (lent?.delegate && lent.delegate === taker.body && lent.delegateUntil && lent.delegateUntil < on)
    return [{ code: 'delegateExpired', args: { name: args.taker } }];
  return [{ code: 'notTheDecider', args }];
}

/** A committee or board decides as one, at a meeting; a post, an office or a role by the person who holds it. */
function sitsAsOne({ book }: Counsel, { meeting, body }: Sitting): boolean {
  const form = book.get('board', body)?.form;
  return meeting !== undefined || form === 'committee' || form === 'board';
}

const nobodyBreach = (people: readonly RecordId[], taker: string): Breach => ({
  code: people.length === 0 ? 'vacant' : 'nobodyNamed',
  args: { taker },
});

const isSame = (holder: Holder, { body, role }: Sitting): boolean =>
  holder.role ? holder.role === role : holder.body !== undefined && holder.body === body;

/** Whether a person is named to sit for a member of the body who sits that day, or was until before it. */
function delegateSeat({ book }: Counsel, { body, person, on }: Sitting): 'valid' | 'expired' | undefined {
  const named = where(book, 'seat', 'board', body)
    .flatMap(({ id }) => where(book, 'membership', 'seat', id))
    .filter(({ delegate }) => delegate !== undefined && delegate === person);
  const holds = (each: Entry<'membership'>) =>
    isWithin(on, each.from, each.until) && isWithin(on, each.delegateFrom, each.delegateUntil);
  if (named.some(holds)) return 'valid';
  return named.some(({ until, delegateUntil }) => isOver(on, delegateUntil) || isOver(on, until))
    ? 'expired'
    : undefined;
}

const isOver = (on: Day, last: Day | undefined): boolean => last !== undefined && last < on;

function quorumBreaches({ book }: Counsel, meeting: Entry<'meeting'>): Breach[] {
  const { present, needed, isMet, expired } = quorumAt(book, meeting);
  return [
    ...expired.map((name): Breach => ({ code: 'delegateExpired', args: { name } })),
    ...(isMet ? [] : [{ code: 'noQuorum' as const, args: { present, count: needed } }]),
  ];
}

/** A body that needs a quorum cannot show one outside a meeting. */
function meetingBreaches({ book }: Counsel, { body }: Sitting): Breach[] {
  const board = book.get('board', body);
  return board && (board.form === 'committee' || board.form === 'board')
    ? [{ code: 'noMeeting', args: { board: board.title } }]
    : [];
}

/** Who must agree has agreed; who gives input was heard, in writing or by sitting at the table. */
function partyBreaches(
  counsel: Counsel,
  decision: Entry<'decision'>,
  right: WhoDecides,
  meeting: Entry<'meeting'> | undefined,
): Breach[] {
  const { book } = counsel;
  const voices = where(book, 'voiced', 'decision', decision.id);
  const terms = termsOf(book, decision);
  // the latest word on the terms as they stand; a "no" holds whatever was changed since
  const said = (holder: Holder, part: 'agree' | 'input') =>
    voices
      .filter((each) => each.part === part && (holder.role ? each.role === holder.role : each.body === holder.body))
      .filter(({ says, terms: heard }) => says !== 'yes' || heard === undefined || heard === terms)
      .sort((a, b) => compareText(a.on, b.on))
      .at(-1);
  const breaches: Breach[] = [];
  for (const holder of right.parts.agree) {
    const args = { party: nameOf(counsel, holder) };
    const says = said(holder, 'agree')?.says;
    if (says === 'no') breaches.push({ code: 'vetoed', args });
    else if (says !== 'yes') breaches.push({ code: 'notAgreed', args });
  }
  const there: ReadonlySet<RecordId> = meeting ? peopleThere(book, meeting.id) : new Set();
  for (const holder of right.parts.input) {
    if (holder.role !== 'benefitOwner' || said(holder, 'input')) continue;
    const isSeated = meeting && hasSeat(counsel, meeting, 'benefitOwner');
    if (!isSeated && !holder.people.some((id) => there.has(id))) breaches.push({ code: 'ownerNotHeard', args: {} });
  }
  return breaches;
}

/** Somebody sat in a seat that speaks for a party. */
const hasSeat = ({ book }: Counsel, meeting: Entry<'meeting'>, voice: Entry<'seat'>['speaksFor']): boolean =>
  where(book, 'attendance', 'meeting', meeting.id).some(
    ({ seat, presence, person }) =>
      (presence === 'present' || presence === 'delegate') &&
      person !== undefined &&
      book.get('seat', seat)?.speaksFor === voice,
  );

/** People who may take it outside a meeting. */
export const takersOf = ({ book }: Counsel, { decides, on }: WhoDecides): readonly RecordId[] =>
  decides?.body ? sittersOf(book, decides.body, on) : (decides?.people ?? []);
