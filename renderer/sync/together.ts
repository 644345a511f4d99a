// Several colleagues' files planned as one merge; one that contradicts the book does not keep out the others.
import type { Problem } from '#shared/kit/result.ts';
import { type Copy, type MergePlan, planMerge } from '#shared/merge/plan.ts';

export interface NamedCopy {
  readonly name: string;
  readonly copy: Copy;
}

export interface Together {
  readonly plan: MergePlan | undefined;
  /** The files the plan is made of. */
  readonly files: readonly string[];
  /** Why others could not be part of it. */
  readonly refused: readonly Problem[];
}

export function planTogether(mine: Copy, copies: readonly NamedCopy[], nowMs: number): Together {
  const planOf = (some: readonly NamedCopy[]) =>
    planMerge(
      mine,
      some.map(({ copy }) => copy),
      nowMs,
    );
  const all = planOf(copies);
  if (all.ok) return { plan: all.value, files: copies.map(({ name }) => name), refused: [] };
  const taken: NamedCopy[] = [];
  const refused: Problem[] = [];
  let plan: MergePlan | undefined;
  for (const each of copies) {
    const next = planOf([...taken, each]);
    if (next.ok) {
      taken.push(each);
      plan = next.value;
    } else refused.push(next.problem);
  }
  return { plan, files: taken.map(({ name }) => name), refused };
}
