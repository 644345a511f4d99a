// What a decision commits: the amount asked with all that was asked for the same thing before it, else the whole-life cost.
import type { Book, Entry } from '#shared/domain/book.ts';
import type { DecisionOption } from '#shared/domain/decision.ts';
import { where } from '#shared/domain/lookup.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import { withParts } from '#shared/domain/tree.ts';
import { known } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Money, total } from '#shared/kit/money.ts';

export interface Commitment {
  /** Undefined: nothing is stated, or what is asked together is in unlike money. */
  readonly amount: Money | undefined;
  /** As asked, or as the component costs. */
  readonly asked: Money | undefined;
  /** What was asked for the same component besides: a request split in two is still one. */
  readonly before: readonly Entry<'decision'>[];
}

/**
 * DOMAIN: whole-life commitment with parts added up. The amount asked, and what other decisions of the type on the same
 * component or its parts ask or have agreed; one that names no amount asks for all its component costs. What `decision`
 * itself takes the place of is not counted beside it. Where nothing is asked, the component's whole-life cost, else its
 * parts'.
 */
export function commitmentOf(
  book: Book,
  component: RecordId | undefined,
  type: DecisionType,
  asked: Money | undefined,
  decision?: RecordId,
): Commitment {
  if (!asked) return { amount: wholeLifeOf(book, component), asked: undefined, before: [] };
  const parts = new Set(component ? withParts(book, component) : []);
  const replaced = book.get('decision', decision)?.supersedes;
  const asks = (each: Entry<'decision'>) => each.amount ?? wholeLifeOf(book, aboutOf(book, each));
  const before = [...book.all('decision')].filter((each) => {
    const about = aboutOf(book, each);
    return (
      each.id !== decision &&
      each.id !== replaced &&
      each.type === type &&
      about !== undefined &&
      parts.has(about) &&
      asks(each) !== undefined &&
      each.withdrawn === undefined &&
      (each.taken === undefined || carriedOf(book, each) === type) &&
      !isSuperseded(book, each.id)
    );
  });
  // less than nothing is not asked for: it would bring a second request under a threshold
  const all = [asked, ...before.flatMap((each) => asks(each) ?? [])].map((each) => ({
    ...each,
    minor: Math.max(0, each.minor),
  }));
  const { sums } = total(all);
  return { amount: sums.length === 1 ? sums[0] : undefined, asked, before };
}

/** The component a decision is about: its own, else that of its benefit. */
export const aboutOf = (
  book: Book,
  { component, benefit }: Pick<Entry<'decision'>, 'component' | 'benefit'>,
): RecordId | undefined => component ?? book.get('benefit', benefit)?.component;

/**
 * What a taken decision carries: its own type, a stop where the option of stopping was chosen, or nothing where it was
 * refused or doing nothing was chosen. Undefined too while it is open.
 */
export function carriedOf(
  book: Book,
  { type, taken }: Pick<Entry<'decision'>, 'type' | 'taken'>,
): DecisionType | undefined {
  if (!taken || taken.outcome === 'refused') return undefined;
  const form: DecisionOption['form'] | undefined = book.get('decisionOption', taken.option)?.form;
  if (form === 'doNothing') return undefined;
  return form === 'stop' ? 'stop' : type;
}

/** A successor that carries nothing (refused, or to do nothing) leaves the decision in force. */
export const isSuperseded = (book: Book, decision: RecordId): boolean =>
  where(book, 'decision', 'supersedes', decision).some((each) => carriedOf(book, each) !== undefined);

/**
 * What a component commits: its own whole-life cost, else that of its parts where each is known and all are in one unit
 * of money. A cost that is stated to be withheld is not known. `met`: where a merge has closed a circle, each counts once.
 */
export function wholeLifeOf(
  book: Book,
  component: RecordId | undefined,
  met: ReadonlySet<RecordId> = new Set(),
): Money | undefined {
  const stated = book.get('component', component)?.wholeLifeCost;
  if (stated || !component) return known(stated);
  const above = new Set([...met, component]);
  const parts = where(book, 'component', 'parent', component).filter(({ id }) => !above.has(id));
  const costs = parts.map(({ id }) => wholeLifeOf(book, id, above)).filter((cost) => cost !== undefined);
  const { sums } = total(costs);
  return costs.length === parts.length && sums.length === 1 ? sums[0] : undefined;
}
