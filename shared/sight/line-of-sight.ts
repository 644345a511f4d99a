// The line-of-sight matrix: objective × programme, with the value that is shown to flow, the gaps, and what is spent.
import type { Book } from '#shared/domain/book.ts';
import { type Covered, cover, type PortfolioRow, portfolioRows } from '#shared/domain/portfolio.ts';
import { objectiveTree } from '#shared/domain/tree.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { serving } from '#shared/map/contribution.ts';
import { wholeGraph } from '#shared/map/graph.ts';
import { reach } from '#shared/map/reach.ts';
import type { BenefitValue, BookValue } from '#shared/value/book-value.ts';
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

/** What is added up in a cell, and in a column. */
interface Sum {
  attributed: number;
  riskAdjusted: number;
  readonly benefits: Set<RecordId>;
}
const noSum = (): Sum => ({ attributed: 0, riskAdjusted: 0, benefits: new Set() });

function add(into: Sum, benefit: RecordId, own: Pick<Sum, 'attributed' | 'riskAdjusted'>): void {
  into.attributed += own.attributed;
  into.riskAdjusted += own.riskAdjusted;
  into.benefits.add(benefit);
}

export function lineOfSight(book: Book, value: BookValue): LineOfSight {
  const aims = aimsOf(book, wholeGraph(book));
  const objectives = objectiveTree(book).map(({ id, objective, depth }) => ({ id, name: objective.name, depth }));
  const served = columnsServed(
    book,
    value,
    objectives.map(({ id }) => id),
  );
  const counted = new Set<string>(COUNTED[book.office.perspective]);
  const totals = objectives.map(noSum);
  const programmes = [...rowsByProgramme(book)].map(([id, rows]): SightProgramme => {
    const cells = objectives.map(noSum);
    const whole = noSum();
    for (const { id: part } of rows)
      for (const own of value.components.get(part)?.benefits ?? []) {
        const columns = served.get(own.benefit.id);
        if (!columns) continue;
        const brought = broughtBy(part, own, counted);
        add(whole, own.benefit.id, brought);
        for (const at of columns) {
          add(cells[at] as Sum, own.benefit.id, brought);
          add(totals[at] as Sum, own.benefit.id, brought);
        }
      }
    const aim = aims.get(id);
    return {
      id,
      name: book.get('component', id)?.name ?? '',
      cells: cells.map((cell, at) => cellOf(cell, objectives[at]?.id as RecordId, aim)),
      attributed: whole.attributed,
      riskAdjusted: whole.riskAdjusted,
      cost: cover(rows, (row) => row.cost),
      alignedness: aim?.alignedness ?? 'none',
    };
  });
  return {
    objectives: objectives.map((objective, at) => {
      const { attributed, riskAdjusted, benefits } = totals[at] as Sum;
      return { ...objective, attributed, riskAdjusted, benefits: benefits.size };
    }),
    programmes: programmes
      .filter(({ alignedness }) => alignedness !== 'none')
      .sort((a, b) => b.attributed - a.attributed || costOf(b) - costOf(a)),
    spend: spendByAim(book, aims),
  };
}

/** The columns of the objectives each measured benefit serves; benefits that serve none are absent. */
function columnsServed(
  book: Book,
  value: BookValue,
  objectives: readonly RecordId[],
): ReadonlyMap<RecordId, readonly number[]> {
  const graph = wholeGraph(book);
  const column = new Map(objectives.map((id, at) => [id, at]));
  const served = new Map<RecordId, readonly number[]>();
  for (const { benefit, measures } of value.benefits.values()) {
    if (benefit.disbenefit || measures.length === 0) continue;
    const at = [...reach(graph, [benefit.id], 'down', serving(graph))].flatMap((id) => column.get(id) ?? []);
    if (at.length > 0) served.set(benefit.id, at);
  }
  return served;
}

/** Current components by the programme they belong to. */
function rowsByProgramme(book: Book): ReadonlyMap<RecordId, readonly PortfolioRow[]> {
  const by = new Map<RecordId, PortfolioRow[]>();
  for (const row of portfolioRows(book)) {
    if (!row.current) continue;
    const programme = programmeOf(book, row.id);
    by.set(programme, [...(by.get(programme) ?? []), row]);
  }
  return by;
}

/** What a component has of a benefit, of the classes of money that are counted. */
function broughtBy(component: RecordId, { measures }: BenefitValue, counted: ReadonlySet<string>) {
  const own = measures
    .flatMap(({ claims }) => claims)
    .filter((claim) => claim.share.component === component && counted.has(claim.class));
  return {
    attributed: own.reduce((sum, claim) => sum + claim.attributed, 0),
    riskAdjusted: own.reduce((sum, claim) => sum + claim.riskAdjusted, 0),
  };
}

function cellOf({ attributed, riskAdjusted, benefits }: Sum, objective: RecordId, aim: Aim | undefined): SightCell {
  const isProven = benefits.size > 0 || aim?.proven.has(objective);
  if (!isProven && !aim?.said.has(objective)) return NO_CELL;
  return { attributed, riskAdjusted, benefits: benefits.size, standing: isProven ? 'proven' : 'gap' };
}

const costOf = ({ cost }: SightProgramme): number => cost.sums[0]?.minor ?? 0;
