// The year the X-ray runs: decisions drawn by a seed over the book's components, and the book's own of the last twelve months.
import type { Book } from '#shared/domain/book.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import { chanceOf } from '#shared/kit/chance.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Money, minorDigits } from '#shared/kit/money.ts';
import { addDays, addMonths, type Day, daysBetween } from '#shared/kit/period.ts';
import { aboutOf, commitmentOf, wholeLifeOf } from './commitment.ts';
import { type Matter, rightsOf } from './rights.ts';

/** How often each decision comes up in a year, against the others. */
const SHARES: Readonly<Record<DecisionType, number>> = {
  approve: 16,
  fund: 20,
  rebaseline: 12,
  continue: 12,
  reallocate: 6,
  waiveGate: 6,
  acceptTransition: 6,
  changeOwner: 5,
  scale: 4,
  pivot: 4,
  stop: 3,
  pause: 2,
  acceptDisbenefit: 2,
  closeBenefit: 2,
};

export interface YearRequest {
  readonly matter: Matter;
  readonly raisedOn: Day;
  /** The book's own decision it is; undefined: drawn. */
  readonly decision?: RecordId;
}

export interface XrayChoice {
  readonly on: Day;
  readonly seed: number;
  /** Decisions drawn; two for each component where unsaid, within bounds. */
  readonly requests?: number;
}

const [FEWEST, MOST] = [60, 400];

/** In the order they are raised, over the twelve months from the day. */
export function yearOf(book: Book, { on, seed, requests = usualCount(book) }: XrayChoice): YearRequest[] {
  const days = daysBetween(on, addMonths(on, 12));
  const chance = chanceOf(seed);
  const draw = drawer(book, chance);
  const drawn = Array.from({ length: requests }, () => ({
    raisedOn: addDays(on, Math.floor(chance() * days)),
    matter: draw(),
  }));
  const all: YearRequest[] = [...ownOf(book, on), ...drawn];
  // sorting keeps the order of equals: the same seed gives the same queue
  return all.sort((a, b) => (a.raisedOn < b.raisedOn ? -1 : a.raisedOn > b.raisedOn ? 1 : 0));
}

const usualCount = (book: Book): number => Math.min(MOST, Math.max(FEWEST, [...book.all('component')].length * 2));

function drawer(book: Book, chance: () => number): () => Matter {
  const types = Object.entries(SHARES) as [DecisionType, number][];
  const whole = types.reduce((sum, [, share]) => sum + share, 0);
  // by id: two laptops with the same book may hold its records in another order
  const components = [...book.all('component')]
    .filter(({ work }) => work !== 'stopped')
    .map(({ id }) => id)
    .sort();
  const span = amountsOf(book, components);
  return () => {
    let left = chance() * whole;
    const type = (types.find(([, share]) => {
      left -= share;
      return left < 0;
    }) ?? (types[0] as [DecisionType, number]))[0];
    const component = components[Math.floor(chance() * components.length)];
    const ownCost = chance() < 0.5 ? wholeLifeOf(book, component) : undefined;
    const place = chance();
    const minor = Math.round(Math.exp(Math.log(span.least) + place * (Math.log(span.most) - Math.log(span.least))));
    const amount: Money = ownCost && ownCost.minor > 0 ? ownCost : { minor, currency: span.currency };
    return { type, amount, ...(component && { component }) };
  };
}

/** From a tenth of the lowest threshold to four times the highest, or to the dearest component: every step of the matrix is met. */
function amountsOf(book: Book, components: readonly RecordId[]): { least: number; most: number; currency: string } {
  const thresholds = rightsOf(book).flatMap(({ right: { from, to } }) =>
    [from, to].flatMap((bound) => (bound && bound.money.minor > 0 ? [bound.money] : [])),
  );
  const currency = thresholds[0]?.currency ?? book.office.currency;
  const unit = 10 ** minorDigits(currency);
  const like = thresholds.filter((money) => money.currency === currency).map(({ minor }) => minor);
  const costs = components
    .map((id) => wholeLifeOf(book, id))
    .flatMap((cost) => (cost && cost.currency === currency && cost.minor > 0 ? [cost.minor] : []));
  const least = like.length > 0 ? Math.min(...like) / 10 : 10_000 * unit;
  const most = Math.max(...(like.length > 0 ? like.map((minor) => minor * 4) : [1_000_000 * unit]), largest(costs));
  return { least: Math.max(1, least), most: Math.max(2, most), currency };
}

const largest = (all: readonly number[]): number => all.reduce((most, each) => Math.max(most, each), 0);

/** The book's own, moved on a year so that they meet the calendars as they stand. */
function ownOf(book: Book, on: Day): YearRequest[] {
  const since = addMonths(on, -12);
  const days = daysBetween(since, on);
  const byId = [...book.all('decision')].sort((a, b) => (a.id < b.id ? -1 : 1));
  return byId.flatMap((decision) => {
    const at = decision.raisedOn ?? decision.taken?.on;
    if (decision.withdrawn || !at || at <= since || at > on) return [];
    const { type, benefit, id } = decision;
    const component = aboutOf(book, decision);
    const { amount } = commitmentOf(book, component, type, decision.amount, id);
    const matter = { type, component, benefit, amount };
    return [{ matter, decision: id, raisedOn: addDays(at, days) }];
  });
}
