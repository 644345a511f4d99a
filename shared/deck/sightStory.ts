// The line of sight as the pack tells it, on its slide and in its workbook: objectives, programmes, and how each cell is said.
import type { RecordId } from '#shared/kit/ids.ts';
import { amountOf, type Money, sameUnit, total } from '#shared/kit/money.ts';
import { type LineOfSight, lineOfSight, type SightCell, type SightProgramme } from '#shared/sight/line-of-sight.ts';
import { bookValue } from '#shared/value/book-value.ts';
import type { MoneyScale } from '#shared/words/format.ts';
import { tidied } from '#shared/words/measure.ts';
import { type Story, sumsText } from './story.ts';

export interface SightStory {
  readonly sight: LineOfSight;
  readonly currency: string;
  readonly scale: MoneyScale;
  /** "£ bn". */
  readonly unit: string;
}

/** Undefined where the book has no objective, or nothing that leads or is said to lead to one. */
export function tellSight(story: Story): SightStory | undefined {
  const { book, words, ledger } = story;
  if (book.all('objective')[Symbol.iterator]().next().done) return undefined;
  const sight = lineOfSight(book, ledger?.value ?? bookValue(book, story.asAt));
  if (sight.programmes.length === 0) return undefined;
  const { currency } = book.office;
  const scale = ledger?.scale ?? story.units[0]?.scale ?? 6;
  return { sight, currency, scale, unit: ledger?.unit ?? words.unit(currency, scale) };
}

/** Money of the line of sight where the head names the unit. */
export function sightAmount({ words }: Story, { currency, scale }: SightStory, minor: number): string {
  const money: Money = { minor: Math.round(minor), currency };
  const size = Math.abs(amountOf(money, scale));
  return words.amount(money, scale, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/** "● 1.2", "● 2 benefits", "△ said only": with its money, else by count, else that a path is there. */
export function cellText(story: Story, told: SightStory, cell: SightCell): string {
  const { words } = story;
  if (cell.standing === 'none') return '';
  if (cell.standing === 'gap') return words.say('mapDeck.sight.gap');
  if (cell.attributed !== 0)
    return words.say('mapDeck.sight.proven', { what: sightAmount(story, told, cell.attributed) });
  return words.say('mapDeck.sight.proven', {
    what:
      cell.benefits > 0
        ? words.say('mapDeck.sight.benefits', { count: cell.benefits })
        : words.say('mapDeck.sight.path'),
  });
}

/** Whole-life cost of programmes: in the table's unit where it is the table's money, else said in full. */
export function costText(story: Story, told: SightStory, programmes: readonly SightProgramme[]): string {
  const { sums } = total(programmes.flatMap(({ cost }) => cost.sums));
  const [only] = sums;
  if (only && sums.length === 1 && only.currency === told.currency) return sightAmount(story, told, only.minor);
  return sumsText(story, sums);
}

export const costOf = (told: SightStory, { cost }: SightProgramme): number | undefined => {
  const own = cost.sums.filter(({ currency }) => currency === told.currency);
  const [first] = own;
  return first && own.every((sum) => sameUnit(sum, first)) ? amountOf(first, told.scale) : undefined;
};

/** Objectives by name, and how many of them are measured. */
export const isServed = ({ benefits }: LineOfSight['objectives'][number]): boolean => benefits > 0;

/** "5 of 6 objectives have measured value; 218 components (£400 bn) are aligned to nothing". */
export function sightTitle(story: Story, { sight }: SightStory): string {
  const { words } = story;
  const served = sight.objectives.filter(isServed).length;
  const none = sight.spend.find(({ alignedness }) => alignedness === 'none');
  const measured = words.say('mapDeck.sight.served', { count: sight.objectives.length, served });
  if (!none || none.rows.length === 0) return measured;
  const idle =
    none.cost.sums.length > 0
      ? words.say('mapDeck.sight.idle', { count: none.rows.length, cost: sumsText(story, none.cost.sums) })
      : words.say('mapDeck.sight.idleNoCost', { count: none.rows.length });
  return `${measured}${words.say('deck.semicolon')}${idle}`;
}

/** How a cell is to be read. */
export const sightKey = ({ words, book }: Story): string =>
  words.say('mapDeck.sight.key', { perspective: words.say(`perspective.${book.office.perspective}`) });

/** Places of the objectives with a column of their own, in the tree's order; the others share one. */
export function ownColumns({ objectives }: LineOfSight, most: number): number[] {
  if (objectives.length <= most) return objectives.map((_, at) => at);
  return objectives
    .map((objective, at) => ({ objective, at }))
    .sort(
      (a, b) =>
        b.objective.attributed - a.objective.attributed || b.objective.benefits - a.objective.benefits || a.at - b.at,
    )
    .slice(0, most - 1)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
}

export const nameOf = (story: Story, id: RecordId): string => tidied(story.book.get('objective', id)?.name ?? '');
