// Maps by chance, small enough to be read when a rule breaks, and what the rules look at in a finished layout.
import fc from 'fast-check';
import type { Layout, LayoutLink, LayoutNode, LayoutWish } from '#shared/map/layout.ts';

interface Size {
  readonly nodes: number;
  readonly links: number;
  readonly lanes?: boolean;
  readonly placed?: boolean;
  readonly stood?: boolean;
}

export const wishes = ({ nodes, links, lanes, placed, stood }: Size): fc.Arbitrary<LayoutWish> =>
  fc
    .array(
      fc.record(
        {
          column: fc.nat(5),
          height: fc.integer({ min: 1, max: 60 }),
          lane: lanes ? fc.nat(3) : fc.constant(undefined),
          placedAt: placed ? fc.integer({ min: -50, max: 900 }) : fc.constant(undefined),
          stoodAt: stood ? fc.integer({ min: 0, max: 900 }) : fc.constant(undefined),
        },
        { requiredKeys: lanes ? ['column', 'height', 'lane'] : ['column', 'height'] },
      ),
      { maxLength: nodes },
    )
    .chain((list) =>
      fc.record({
        nodes: fc.constant(list.map(withoutAbsent)),
        links:
          list.length === 0
            ? fc.constant([])
            : fc.array(fc.record({ from: fc.nat(list.length - 1), to: fc.nat(list.length - 1) }), { maxLength: links }),
        gap: fc.integer({ min: 0, max: 30 }),
        laneGap: fc.integer({ min: 0, max: 40 }),
        restarts: fc.nat(6),
        seed: fc.nat(1000),
      }),
    );

type Loose = { readonly [Key in keyof LayoutNode]?: LayoutNode[Key] | undefined };

function withoutAbsent({ column = 0, height = 1, lane, placedAt, stoodAt }: Loose): LayoutNode {
  return {
    column,
    height,
    ...(lane === undefined ? {} : { lane }),
    ...(placedAt === undefined ? {} : { placedAt }),
    ...(stoodAt === undefined ? {} : { stoodAt }),
  };
}

/** Pairs of a column that are nearer than the gap, two placed ones aside; each as "a b". */
export function tooNear({ nodes, gap }: LayoutWish, { y }: Layout): string[] {
  const found: string[] = [];
  nodes.forEach((a, i) => {
    nodes.forEach((b, j) => {
      if (j <= i || a.column !== b.column) return;
      if (a.placedAt !== undefined && b.placedAt !== undefined) return;
      const between = Math.abs((y[i] ?? 0) - (y[j] ?? 0)) - (a.height + b.height) / 2;
      if (!(between >= gap - 1e-6)) found.push(`${i} ${j}`);
    });
  });
  return found;
}

interface Step {
  readonly column: number;
  readonly left: number;
  readonly right: number;
}

/** The stretches of each link between neighbouring columns, by height. */
export function stepsOf({ nodes, links }: LayoutWish, { y, passes }: Layout): Step[] {
  return links.flatMap(({ from, to }: LayoutLink, i) => {
    const heights = [y[from] ?? 0, ...(passes[i] ?? []), y[to] ?? 0];
    const [start, end] = [nodes[from]?.column ?? 0, nodes[to]?.column ?? 0];
    if (start === end) return [];
    if (end < start) heights.reverse();
    return heights
      .slice(1)
      .map((right, step) => ({ column: Math.min(start, end) + step, left: heights[step] ?? 0, right }));
  });
}

/** Every pair looked at: slow, and plainly right. */
export function crossingsByPairs(steps: readonly Step[]): number {
  let crossings = 0;
  steps.forEach((a, i) => {
    for (const b of steps.slice(i + 1))
      if (a.column === b.column && (a.left - b.left) * (a.right - b.right) < 0) crossings++;
  });
  return crossings;
}
