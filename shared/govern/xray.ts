// The governance X-ray: a year of decisions run through the rights and calendars as they stand, and what that shows.
import type { Book } from '#shared/domain/book.ts';
import type { DecisionType, Role } from '#shared/domain/right.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import { addMonths, type Day } from '#shared/kit/period.ts';
import { byRange } from './ranges.ts';
import { type Holder, type Unresolved, type WhoDecides, whoDecides } from './rights.ts';
import { partyKey } from './rights-finding.ts';
import { type BodyLoad, queuesOf } from './xray-queues.ts';
import { type XrayChoice, type YearRequest, yearOf } from './xray-requests.ts';
import {
  type DeciderShare,
  deciderShares,
  type OfficeView,
  officeView,
  type VoiceShare,
  voiceShares,
} from './xray-voices.ts';

/** Decisions of a type that came to nobody, or to several. */
export interface XrayGap {
  readonly type: DecisionType;
  readonly unresolved: Unresolved;
  readonly count: number;
  readonly rights: readonly RecordId[];
  /** One of them. */
  readonly amount?: Money;
  readonly component?: RecordId;
}

/** Somebody who must decide or agree, and is not there. */
export interface XrayVacancy {
  readonly body?: RecordId;
  readonly role?: Role;
  readonly count: number;
  /** Where a role is concerned: the components in which nobody holds it. */
  readonly components: readonly RecordId[];
}

export const XRAY_RULES = ['gap', 'double', 'vacancy', 'overloaded', 'noCalendar', 'unheard', 'ownBoss'] as const;
export type XrayRule = (typeof XRAY_RULES)[number];

export interface XrayFinding {
  readonly rule: XrayRule;
  readonly severity: 'error' | 'warning';
  readonly gap?: XrayGap;
  readonly vacancy?: XrayVacancy;
  readonly load?: BodyLoad;
  readonly voice?: VoiceShare;
}

export interface Xray {
  readonly from: Day;
  readonly until: Day;
  readonly seed: number;
  /** Decisions drawn, and the book's own of the last twelve months. */
  readonly drawn: number;
  readonly own: number;
  readonly resolved: number;
  /** From raised to decided, in days. */
  readonly waitMedian: number;
  readonly waitLongest: number;
  /** Nobody decides. */
  readonly gaps: readonly XrayGap[];
  /** Several would. */
  readonly doubles: readonly XrayGap[];
  readonly vacancies: readonly XrayVacancy[];
  /** The fullest first. */
  readonly loads: readonly BodyLoad[];
  readonly voices: readonly VoiceShare[];
  readonly deciders: readonly DeciderShare[];
  readonly office: OfficeView;
  /** Errors first. */
  readonly findings: readonly XrayFinding[];
}

const DOUBLE: ReadonlySet<Unresolved> = new Set(['double', 'twoDeciders']);
/** Who must not be missing from the room. */
const MUST_BE_HEARD: ReadonlySet<string> = new Set(['finance', 'operations', 'benefitOwner']);
const HEARD_ENOUGH = 0.5;
const LONG_WAIT_DAYS = 60;

export function xrayRights(book: Book, choice: XrayChoice): Xray {
  const { on, seed } = choice;
  const year = yearOf(book, choice);
  const asked = year.map((request) => ({ ...request, who: whoDecides(book, request.matter, on) }));
  const resolved = asked.filter(({ who }) => who.right !== undefined);
  const answers = resolved.map(({ who }) => who);
  const unresolved = gapsIn(asked);
  const waits = queuesOf(book, resolved, on);
  const seen = {
    from: on,
    until: addMonths(on, 12),
    seed,
    drawn: year.filter(({ decision }) => decision === undefined).length,
    own: year.filter(({ decision }) => decision !== undefined).length,
    resolved: resolved.length,
    waitMedian: waits.median,
    waitLongest: waits.longest,
    gaps: unresolved.filter((gap) => !DOUBLE.has(gap.unresolved)),
    doubles: unresolved.filter((gap) => DOUBLE.has(gap.unresolved)),
    vacancies: vacanciesIn(answers),
    loads: [...waits.loads].sort(
      (a, b) =>
        Number(fullness(b) > fullness(a)) - Number(fullness(a) > fullness(b)) ||
        b.demand - a.demand ||
        (a.board < b.board ? -1 : 1),
    ),
    voices: voiceShares(book, answers, on),
    deciders: deciderShares(answers),
    office: officeView(book, answers, on),
  };
  return { ...seen, findings: findingsOf(seen) };
}

/** Demand against the time its meetings have: endless where it does not meet; who answers in days is never full. */
export const fullness = ({ demand, slots }: BodyLoad): number =>
  slots === undefined || demand === 0 ? 0 : demand / slots;

function gapsIn(asked: readonly (YearRequest & { readonly who: WhoDecides })[]): XrayGap[] {
  const gaps = new Map<string, XrayGap>();
  for (const { matter, who } of asked) {
    if (!who.unresolved) continue;
    const rights = [...who.rivals].sort(byRange).map(({ id }) => id);
    const key = [matter.type, who.unresolved, ...rights].join(' ');
    const known = gaps.get(key);
    const { amount, component } = matter;
    const first = {
      type: matter.type,
      unresolved: who.unresolved,
      rights,
      ...(amount && { amount }),
      ...(component && { component }),
    };
    gaps.set(key, { ...(known ?? first), count: (known?.count ?? 0) + 1 });
  }
  return [...gaps.values()].sort((a, b) => b.count - a.count);
}

function vacanciesIn(answers: readonly WhoDecides[]): XrayVacancy[] {
  const vacancies = new Map<string, { holder: Holder; count: number; components: Set<RecordId> }>();
  for (const { decides, parts, matter } of answers)
    for (const holder of [...(decides ? [decides] : []), ...parts.agree]) {
      if (holder.people.length > 0 || (holder.role && !matter.component)) continue;
      const known = vacancies.get(partyKey(holder)) ?? { holder, count: 0, components: new Set<RecordId>() };
      known.count += 1;
      if (holder.role && matter.component) known.components.add(matter.component);
      vacancies.set(partyKey(holder), known);
    }
  const byKey = (a: string, b: string) => (a < b ? -1 : 1);
  return [...vacancies]
    .sort(([a, one], [b, other]) => other.count - one.count || byKey(a, b))
    .map(([, vacancy]) => vacancy)
    .map(({ holder: { body, role }, count, components }) => ({
      ...(body && { body }),
      ...(role && { role }),
      count,
      components: [...components],
    }));
}

function findingsOf(seen: Omit<Xray, 'findings'>): XrayFinding[] {
  const { gaps, doubles, vacancies, loads, voices, office } = seen;
  const isFull = (load: BodyLoad) => fullness(load) > 1 || load.unanswered > 0;
  return [
    ...gaps.map((gap) => ({ rule: 'gap', severity: 'error', gap }) as const),
    ...doubles.map((gap) => ({ rule: 'double', severity: 'error', gap }) as const),
    ...vacancies.map((vacancy) => ({ rule: 'vacancy', severity: 'error', vacancy }) as const),
    ...loads.filter(isFull).map((load) => ({ rule: 'overloaded', severity: 'error', load }) as const),
    ...loads
      .filter((load) => !isFull(load) && load.waitLongest > LONG_WAIT_DAYS)
      .map((load) => ({ rule: 'overloaded', severity: 'warning', load }) as const),
    ...loads
      .filter(({ hasNoCalendar }) => hasNoCalendar)
      .map((load) => ({ rule: 'noCalendar', severity: 'warning', load }) as const),
    ...(seen.resolved === 0 ? [] : voices)
      .filter(({ voice, decisions }) => MUST_BE_HEARD.has(voice) && decisions < HEARD_ENOUGH)
      .map((voice) => ({ rule: 'unheard', severity: 'warning', voice }) as const),
    ...(office.decidedByBoss > 0 ? [{ rule: 'ownBoss', severity: 'warning' } as const] : []),
  ];
}
