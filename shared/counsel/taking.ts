// What does not hold when a decision is about to be taken: each is refused, or recorded as an exception with its reason.
import type { Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { Role } from '#shared/domain/right.ts';
import { isWithin, sittersOf } from '#shared/govern/bodies.ts';
import { attendanceOf, quorumAt } from '#shared/govern/minutes.ts';
import type { Holder, WhoDecides } from '#shared/govern/rights.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Counsel } from './counsel.ts';
import { decisionRight } from './evidence.ts';

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
    ...(right.isAimless ? [{ code: 'aimless' as const, args: {} }] : []),
  ];
}

const nameOf = ({ book }: Counsel, { body, role }: Pick<Sitting, 'body' | 'role'>): string =>
  role ? `role.${role}` : (book.get('board', body)?.title ?? '');

function rightBreaches(counsel: Counsel, right: WhoDecides, taker: Sitting): Breach[] {
  if (right.unresolved || !right.decides) return [{ code: 'noRight', args: { why: `unresolved.${right.unresolved}` } }];
  const { book } = counsel;
  const { on } = taker;
  const { decides, delegatedBy } = right;
  const may = [decides, ...(delegatedBy ? [delegatedBy] : [])];
  const args = { taker: nameOf(counsel, taker), decider: nameOf(counsel, decides) };
  if (may.some((holder) => isSame(holder, taker))) {
    if (!taker.person || decides.people.includes(taker.person)) return [];
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

const isSame = (holder: Holder, { body, role }: Sitting): boolean =>
  holder.role ? holder.role === role : holder.body !== undefined && holder.body === body;

/** Whether a person is, or was, named to sit for a member of the body. */
function delegateSeat({ book }: Counsel, { body, person, on }: Sitting): 'valid' | 'expired' | undefined {
  for (const { id } of where(book, 'seat', 'board', body))
    for (const { delegate, delegateFrom, delegateUntil } of where(book, 'membership', 'seat', id))
      if (delegate === person) return isWithin(on, delegateFrom, delegateUntil) ? 'valid' : 'expired';
  return undefined;
}

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
  const said = (holder: Holder, part: 'agree' | 'input') =>
    voices
      .filter((each) => each.part === part && (holder.role ? each.role === holder.role : each.body === holder.body))
      .at(-1);
  const breaches: Breach[] = [];
  for (const holder of right.parts.agree) {
    const args = { party: nameOf(counsel, holder) };
    const says = said(holder, 'agree')?.says;
    if (says === 'no') breaches.push({ code: 'vetoed', args });
    else if (says !== 'yes') breaches.push({ code: 'notAgreed', args });
  }
  const present = meeting ? presentAt(counsel, meeting) : new Set<string>();
  for (const holder of right.parts.input) {
    if (holder.role !== 'benefitOwner' || said(holder, 'input')) continue;
    const names = holder.people.map((id) => book.get('person', id)?.name ?? '');
    const isSeated = meeting && hasSeat(counsel, meeting, 'benefitOwner');
    if (names.length === 0) continue;
    if (!isSeated && !names.some((name) => present.has(name))) breaches.push({ code: 'ownerNotHeard', args: {} });
  }
  return breaches;
}

const presentAt = ({ book }: Counsel, meeting: Entry<'meeting'>): Set<string> =>
  new Set(attendanceOf(book, meeting).flatMap(({ sat }) => (sat ? [sat] : [])));

const hasSeat = ({ book }: Counsel, meeting: Entry<'meeting'>, voice: Entry<'seat'>['speaksFor']): boolean =>
  where(book, 'attendance', 'meeting', meeting.id).some(
    ({ seat, presence }) =>
      (presence === 'present' || presence === 'delegate') && book.get('seat', seat)?.speaksFor === voice,
  );

/** People who may take it outside a meeting. */
export const takersOf = ({ book }: Counsel, { decides, on }: WhoDecides): readonly RecordId[] =>
  decides?.body ? sittersOf(book, decides.body, on) : (decides?.people ?? []);
