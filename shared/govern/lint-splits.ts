// Requests split under a threshold: each small enough for one right, together under another.
import type { Book, Entry } from '#shared/domain/book.ts';
import { FUNDING } from '#shared/domain/right.ts';
import { withParts } from '#shared/domain/tree.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import { addMonths, type Day } from '#shared/kit/period.ts';
import { aboutOf, carriedOf, isSuperseded } from './commitment.ts';
import { whoDecides } from './rights.ts';
import { found, type RightsFinding } from './rights-finding.ts';

const MONTHS_TOGETHER = 12;

interface Request {
  readonly decision: Entry<'decision'>;
  readonly component: RecordId;
  readonly amount: Money;
  readonly on: Day;
}

export function lintSplits(book: Book, on: Day): RightsFinding[] {
  const requests = requestsOf(book, on);
  if (requests.length < 2) return [];
  const told = new Set<string>();
  const findings: RightsFinding[] = [];
  for (const { component, of } of groupsOf(book, requests))
    for (const together of windowsOf(of)) {
      const key = together.map(({ decision }) => decision.id).join(' ');
      if (told.has(key) || !isSplit(book, component, together, on)) continue;
      told.add(key);
      findings.push(splitFinding(book, component, together, on));
    }
  return findings;
}

/** Asked for and not refused; without a day it is asked for today. */
const requestsOf = (book: Book, on: Day): Request[] =>
  [...book.all('decision')].flatMap((decision) => {
    const { type, amount, withdrawn, taken, raisedOn, id } = decision;
    const component = aboutOf(book, decision);
    if (!FUNDING.has(type) || !component || !amount || withdrawn || (taken && !carriedOf(book, decision))) return [];
    return isSuperseded(book, id) ? [] : [{ decision, component, amount, on: taken?.on ?? raisedOn ?? on }];
  });

/** Components with what was asked for them and their parts, the smallest first; a portfolio holds what is unlike, not what is split. */
function groupsOf(book: Book, requests: readonly Request[]): { component: RecordId; of: readonly Request[] }[] {
  const groups: { component: RecordId; of: readonly Request[]; size: number }[] = [];
  for (const { id, level } of book.all('component')) {
    const parts = new Set(withParts(book, id));
    const within = requests.filter(({ component }) => parts.has(component));
    if (level === 'portfolio' && !within.some(({ component }) => component === id)) continue;
    for (const type of FUNDING) {
      const currencies = new Set(within.map(({ amount }) => amount.currency));
      for (const currency of currencies) {
        const of = within.filter((each) => each.decision.type === type && each.amount.currency === currency);
        if (of.length > 1) groups.push({ component: id, of, size: parts.size });
      }
    }
  }
  return groups.sort((a, b) => a.size - b.size);
}

/** Runs of requests within twelve months of their first, without those that lie in a longer run. */
function windowsOf(requests: readonly Request[]): Request[][] {
  const inOrder = [...requests].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const windows: Request[][] = [];
  let reached = 0;
  for (const [i, first] of inOrder.entries()) {
    const end = addMonths(first.on, MONTHS_TOGETHER);
    const run = inOrder.slice(i).filter((each) => each.on < end);
    if (run.length > 1 && i + run.length > reached) windows.push(run);
    reached = Math.max(reached, i + run.length);
  }
  return windows;
}

const sumOf = (requests: readonly Request[]): Money => ({
  ...(requests[0] as Request).amount,
  minor: requests.reduce((sum, { amount }) => sum + amount.minor, 0),
});

const together = (book: Book, component: RecordId, requests: readonly Request[], on: Day) =>
  whoDecides(book, { type: (requests[0] as Request).decision.type, component, amount: sumOf(requests) }, on);

function isSplit(book: Book, component: RecordId, requests: readonly Request[], on: Day): boolean {
  const whole = together(book, component, requests, on);
  if (!whole.right) return false;
  const reached = requests.some(
    (each) =>
      whoDecides(book, { type: each.decision.type, component: each.component, amount: each.amount }, on).right?.id ===
      whole.right?.id,
  );
  if (reached) return false;
  // the last of them was put before those the sum belongs to: that is no way round them
  const { taken } = (requests.at(-1) as Request).decision;
  const { body, role } = whole.decides ?? {};
  return !(taken && ((body && taken.body === body) || (role && taken.role === role)));
}

const splitFinding = (book: Book, component: RecordId, requests: readonly Request[], on: Day): RightsFinding => {
  const { right } = together(book, component, requests, on);
  const sum = sumOf(requests);
  return found({
    rule: 'splitRequest',
    severity: 'warning',
    type: (requests[0] as Request).decision.type,
    component,
    decisions: requests.map(({ decision }) => decision.id),
    ...(right && { right: right.id }),
    range: { from: sum, to: sum },
    args: { count: requests.length },
  });
};
