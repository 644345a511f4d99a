// The line-of-sight matrix: objective × programme, with the value that is shown to flow, the gaps, and what is spent.
import type { Book } from '#shared/domain/book.ts';
import { type Covered, cover, portfolioRows } from '#shared/domain/portfolio.ts';
import { objectiveTree } from '#shared/domain/tree.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { serving } from '#shared/map/contribution.ts';
import { wholeGraph } from '#shared/map/graph.ts';
import { reach } from '#shared/map/reach.ts';
import type { BookValue } from '#shared/value/book-value.ts';
import { COUNTED } from '#shared/value/streams.ts';
import { type Aim, aimsOf, programmeOf, type Spend, spendByAim } from './spend.ts';

export interface SightCell {
  /** Attributed and risk-adjusted, in whole minor units, of the classes the book's perspective counts. */
  readonly attributed: number;
  readonly riskAdjusted: number;
  /** Measured benefits that reach the objective, with money and without. */
  readonly benefits: number;
  /** `gap`: aligned by word, but no measured path. */
  readonly standing: 'proven' | 'gap' | 'none';
}

export interface SightProgramme {
  readonly id: RecordId;
  readonly name: string;
  readonly cells: readonly SightCell[];
  /** Value over all objectives, each benefit once. */
  readonly attributed: number;
  readonly riskAdjusted: number;
  readonly cost: Covered;
  readonly alignedness: Aim['alignedness'];
}

export interface LineOfSight {
  readonly objectives: readonly {
    readonly id: RecordId;
    readonly name: string;
    readonly depth: number;
    readonly attributed: number;
    readonly riskAdjusted: number;
    readonly benefits: number;
  }[];
  /** Those that serve an objective, or say so, the most value first; then by cost. */
  readonly programmes: readonly SightProgramme[];
  readonly spend: readonly Spend[];
}

const NO_CELL: SightCell = { attributed: 0, riskAdjusted: 0, benefits: 0, standing: 'none' };

export function lineOfSight(book: Book, value: BookValue): LineOfSight {
  const graph = wholeGraph(book);
  const aims = aimsOf(book, graph);
  const objectives = objectiveTree(book).map(({ id, objective, depth }) => ({ id, name: objective.name, depth }));
  const column = new Map(objectives.map(({ id }, at) => [id, at]));
  const counted = new Set<string>(COUNTED[book.office.perspective]);
  const reached = new Map<RecordId, readonly number[]>();
  for (const { benefit, measures } of value.benefits.values()) {
    if (benefit.disbenefit || measures.length === 0) continue;
    const at = [...reach(graph, [benefit.id], 'down', serving(graph))].flatMap((id) => column.get(id) ?? []);
    if (at.length > 0) reached.set(benefit.id, at);
  }
  const rows = portfolioRows(book).filter((row) => row.current);
  const byProgramme = new Map<RecordId, RecordId[]>();
  for (const { id } of rows) {
    const programme = programmeOf(book, id);
    byProgramme.set(programme, [...(byProgramme.get(programme) ?? []), id]);
  }
  const totals = objectives.map(() => ({ attributed: 0, riskAdjusted: 0, benefits: new Set<RecordId>() }));
  const programmes: SightProgramme[] = [];
  for (const [id, parts] of byProgramme) {
    const cells = objectives.map(() => ({ attributed: 0, riskAdjusted: 0, benefits: new Set<RecordId>() }));
    let [attributed, riskAdjusted] = [0, 0];
    for (const part of parts)
      for (const own of value.components.get(part)?.benefits ?? []) {
        const at = reached.get(own.benefit.id);
        if (!at) continue;
        const sums = [0, 0];
        for (const claim of own.measures.flatMap(({ claims }) => claims))
          if (claim.share.component === part && counted.has(claim.class)) {
            sums[0] = (sums[0] as number) + claim.attributed;
            sums[1] = (sums[1] as number) + claim.riskAdjusted;
          }
        attributed += sums[0] as number;
        riskAdjusted += sums[1] as number;
        for (const place of at)
          for (const into of [cells[place], totals[place]]) {
            if (!into) continue;
            into.attributed += sums[0] as number;
            into.riskAdjusted += sums[1] as number;
            into.benefits.add(own.benefit.id);
          }
      }
    const aim = aims.get(id);
    programmes.push({
      id,
      name: book.get('component', id)?.name ?? '',
      cells: cells.map((cell, at) => {
        const objective = objectives[at]?.id as RecordId;
        const standing =
          cell.benefits.size > 0 || aim?.proven.has(objective) ? 'proven' : aim?.said.has(objective) ? 'gap' : 'none';
        return standing === 'none' ? NO_CELL : { ...cell, benefits: cell.benefits.size, standing };
      }),
      attributed,
      riskAdjusted,
      cost: cover(
        rows.filter((row) => parts.includes(row.id)),
        (row) => row.cost,
      ),
      alignedness: aim?.alignedness ?? 'none',
    });
  }
  return {
    objectives: objectives.map((objective, at) => ({
      ...objective,
      ...(totals[at] as (typeof totals)[number]),
      benefits: totals[at]?.benefits.size ?? 0,
    })),
    programmes: programmes
      .filter(({ alignedness }) => alignedness !== 'none')
      .sort((a, b) => b.attributed - a.attributed || costOf(b) - costOf(a)),
    spend: spendByAim(book, aims),
  };
}

const costOf = ({ cost }: SightProgramme): number => cost.sums[0]?.minor ?? 0;
