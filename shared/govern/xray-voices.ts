// Who is heard in the year's decisions, who decides what share of the money, and what the office's own place does to it.
import type { Voice } from '#shared/domain/body.ts';
import type { Book } from '#shared/domain/book.ts';
import { CHARTER, type Placement } from '#shared/domain/charter.ts';
import { where } from '#shared/domain/lookup.ts';
import type { Role } from '#shared/domain/right.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { seatsOn, sittersOf, voicesOf } from './bodies.ts';
import { HEARD } from './lint-bodies.ts';
import type { Holder, WhoDecides } from './rights.ts';
import { partyKey } from './rights-finding.ts';

export const XRAY_VOICES = [
  'finance',
  'operations',
  'strategy',
  'benefitOwner',
  'office',
  'delivery',
  'customer',
] as const satisfies readonly Voice[];

const ROLE_VOICES: { readonly [role in Role]?: Voice } = { benefitOwner: 'benefitOwner', deliveryLead: 'delivery' };

/** Shares from 0 to 1; of money undefined where no decision states an amount, or they are in unlike money. */
export interface VoiceShare {
  readonly voice: Voice;
  readonly decisions: number;
  readonly money: number | undefined;
}

export interface DeciderShare {
  readonly body?: RecordId;
  readonly role?: Role;
  readonly count: number;
  readonly decisions: number;
  readonly money: number | undefined;
}

/** @param all resolved decisions */
export function voiceShares(book: Book, all: readonly WhoDecides[], on: Day): VoiceShare[] {
  const kept = new Map<RecordId, Set<Voice>>();
  const bodyVoices = (board: RecordId): Set<Voice> => {
    const voices = kept.get(board) ?? voicesOf(book, board, on);
    if (book.get('board', board)?.form === 'office' && sittersOf(book, board, on).length > 0) voices.add('office');
    kept.set(board, voices);
    return voices;
  };
  const heard = all.map((who) => {
    const voices = new Set<Voice>();
    for (const holder of [...HEARD.flatMap((part) => who.parts[part]), ...(who.decides ? [who.decides] : [])]) {
      // a role without a component in question is taken to be filled
      const own = holder.role && (holder.people.length > 0 || !who.matter.component) && ROLE_VOICES[holder.role];
      if (own) voices.add(own);
      if (holder.body) for (const voice of bodyVoices(holder.body)) voices.add(voice);
    }
    return voices;
  });
  const money = moneyShare(all);
  return XRAY_VOICES.map((voice) => {
    const at = (i: number) => heard[i]?.has(voice) === true;
    return {
      voice,
      decisions: all.length === 0 ? 0 : all.filter((_, i) => at(i)).length / all.length,
      money: money(at),
    };
  });
}

export function deciderShares(all: readonly WhoDecides[]): DeciderShare[] {
  const money = moneyShare(all);
  const keyOf = (holder: Holder | undefined) => (holder ? partyKey(holder) : '');
  const deciders = new Map(all.flatMap(({ decides }) => (decides ? [[keyOf(decides), decides] as const] : [])));
  return [...deciders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { body, role }]) => {
      const at = (i: number) => keyOf(all[i]?.decides) === key;
      const count = all.filter((_, i) => at(i)).length;
      return { ...(body && { body }), ...(role && { role }), count, decisions: count / all.length, money: money(at) };
    })
    .sort((a, b) => b.count - a.count);
}

/** The share of all money asked for that lies in the decisions picked. */
function moneyShare(all: readonly WhoDecides[]): (at: (i: number) => boolean) => number | undefined {
  const amounts = all.map(({ matter }) => matter.amount);
  const currencies = new Set(amounts.flatMap((amount) => amount?.currency ?? []));
  const sum = (at: (i: number) => boolean) =>
    amounts.reduce((sum, amount, i) => (amount && at(i) ? sum + amount.minor : sum), 0);
  const whole = sum(() => true);
  return (at) => (currencies.size === 1 && whole > 0 ? sum(at) / whole : undefined);
}

export interface OfficeView {
  readonly placement: Placement | undefined;
  readonly office: RecordId | undefined;
  /** The body the office answers to by a solid line. */
  readonly boss: RecordId | undefined;
  /** Decisions of the year the office recommends, and those of them its boss decides or chairs. */
  readonly recommends: number;
  readonly decidedByBoss: number;
}

export function officeView(book: Book, all: readonly WhoDecides[], on: Day): OfficeView {
  const office = officeOf(book);
  const boss = office && bossOf(book, office);
  const recommended = all.filter(({ parts }) =>
    parts.recommend.some(({ body }) => body !== undefined && body === office),
  );
  const people = new Set(boss ? sittersOf(book, boss, on) : []);
  const kept = new Map<RecordId, boolean>();
  const isBoss = (board: RecordId): boolean => {
    const known = kept.get(board) ?? (board === boss || people.has(chairOf(book, board, on) as RecordId));
    kept.set(board, known);
    return known;
  };
  return {
    placement: book.get('charter', CHARTER)?.placement,
    office,
    boss,
    recommends: recommended.length,
    decidedByBoss: recommended.filter(({ decides }) => decides?.body && isBoss(decides.body)).length,
  };
}

/** The office itself: the body of that form that speaks for it, else the first. */
export function officeOf(book: Book): RecordId | undefined {
  const offices = [...book.all('board')]
    .filter(({ form }) => form === 'office')
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || (a.id < b.id ? -1 : 1));
  const speaks = ({ id }: { readonly id: RecordId }) =>
    where(book, 'seat', 'board', id).some(({ speaksFor }) => speaksFor === 'office');
  return (offices.find(speaks) ?? offices[0])?.id;
}

export const bossOf = (book: Book, office: RecordId): RecordId | undefined =>
  where(book, 'reportingLine', 'from', office).find(({ dotted, to }) => !dotted && book.get('board', to))?.to;

const chairOf = (book: Book, board: RecordId, on: Day): RecordId | undefined =>
  seatsOn(book, board, on).find(({ seat }) => seat.role === 'chair')?.membership?.person;
