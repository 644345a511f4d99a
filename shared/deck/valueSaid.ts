// The value status that stands beside a component's delivery: the ledger's where it is measured, else the case as it was stated.
import type { PortfolioRow } from '#shared/domain/portfolio.ts';
import { valueSide } from '#shared/value/pair.ts';
import type { TableCell, Tone } from './model.ts';
import { ratioText, type Story } from './story.ts';
import { toned } from './theme.ts';

export interface ValueSaid {
  readonly tone: Tone;
  /** The status in words, without its number. */
  readonly text: string;
  /** Its number as said: on-track of the ledger, or stated benefit ÷ cost; empty where there is none. */
  readonly number: string;
  /** Why, in words. */
  readonly why: string;
  readonly isMeasured: boolean;
}

export function valueSaid(story: Story, row: PortfolioRow): ValueSaid {
  const { words, ledger } = story;
  const side = valueSide(row, ledger?.value.components.get(row.id));
  if (side.from === 'ledger') {
    const { status, ratio, why } = side;
    return {
      tone: status,
      text: words.say(`status.${status}`),
      number: ratio === undefined ? '' : words.percent(ratio, 0),
      why: words.say(`rolled.${why}`),
      isMeasured: true,
    };
  }
  const said = words.say(`valueCase.${row.value}`);
  return {
    tone: row.value,
    text: ledger ? words.say('trajectory.portfolio.stated', { case: said }) : said,
    number: row.ratio === undefined ? '' : ratioText(story, row.ratio),
    why: said,
    isMeasured: false,
  };
}

/** Off track by the ledger, or stated to return less than it costs. */
export const isValueException = (story: Story, row: PortfolioRow): boolean => {
  const { tone, isMeasured: measured } = valueSaid(story, row);
  return tone === 'offTrack' || (measured && tone === 'notReported');
};

/** "■ Off track 79%" for a table that has a column for it. */
export function valueCell(story: Story, row: PortfolioRow): TableCell {
  const { tone, text, number, isMeasured: measured } = valueSaid(story, row);
  // its figures stand in columns of their own
  if (!measured) return { text: toned(tone, story.words.say('trajectory.statedCase')), tone };
  return { text: toned(tone, number === '' ? text : `${text} ${number}`), tone };
}
