// What a decision commits: the amount asked with all that was asked for the same thing before it, else the whole-life cost.
import type { Book, Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import { withParts } from '#shared/domain/tree.ts';
import { known } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Money, total } from '#shared/kit/money.ts';

export interface Commitment {
  /** Undefined: nothing is stated, or the parts are in unlike money. */
  readonly amount: Money | undefined;
  /** As asked, or as the component costs. */
  readonly asked: Money | undefined;
  /** What was asked for the same component besides: a request split in two is still one. */
  readonly before: readonly Entry<'decision'>[];
}

/**
 * DOMAIN: whole-life commitment with parts added up. The amount asked, and what other decisions of the type on the same
 * component or its parts ask or have agreed; where nothing is asked, the component's whole-life cost, else its parts'.
 */
export function commitmentOf(
  book: Book,
  component: RecordId | undefined,
  type: DecisionType,
  asked: Money | undefined,
  except?: RecordId,
): Commitment {
  if (!asked) return { amount: wholeLifeOf(book, component), asked: undefined, before: [] };
  const parts = new Set(component ? withParts(book, component) : []);
  const before = [...book.all('decision')].filter(
    (each) =>
      each.id !== except &&
      each.type === type &&
      each.component !== undefined &&
      parts.has(each.component) &&
      each.amount?.currency === asked.currency &&
      each.withdrawn === undefined &&
      each.taken?.outcome !== 'refused' &&
      !isSuperseded(book, each.id),
  );
  const minor = before.reduce((sum, each) => sum + (each.amount?.minor ?? 0), asked.minor);
  return { amount: { ...asked, minor }, asked, before };
}

export const isSuperseded = (book: Book, decision: RecordId): boolean =>
  where(book, 'decision', 'supersedes', decision).some(({ taken }) => taken !== undefined);

/**
 * What a component commits: its own whole-life cost, else that of its parts where they are in one unit of money.
 * `met`: where a merge has closed a circle, each still counts once.
 */
export function wholeLifeOf(
  book: Book,
  component: RecordId | undefined,
  met: ReadonlySet<RecordId> = new Set(),
): Money | undefined {
  const own = known(book.get('component', component)?.wholeLifeCost);
  if (own || !component || met.has(component)) return own;
  const above = new Set([...met, component]);
  const costs = where(book, 'component', 'parent', component).map(({ id }) => wholeLifeOf(book, id, above));
  const { sums } = total(costs.filter((cost) => cost !== undefined));
  return sums.length === 1 ? sums[0] : undefined;
}
