// Tables of the ledger's slides: one that keeps to its place and says what it left out, and one over as many slides as it needs.
import { amountOf } from '#shared/kit/money.ts';
import type { LedgerStory } from './ledgerStory.ts';
import type { Area, Block, TableBlock, TableCell, Tone } from './model.ts';
import { type Draft, heading, slide } from './slide.ts';
import { join, type Story } from './story.ts';
import { type ColumnPlan, layTable, tableHeight } from './table.ts';
import { areaBelow, boxOf, HEADING_HEIGHT, SIZE, toned, underHeading } from './theme.ts';

export interface TableParts {
  readonly area: Area;
  readonly heading: string;
  readonly columns: readonly ColumnPlan[];
  readonly rows: readonly (readonly TableCell[])[];
  readonly size?: number;
}

const lay = (story: Story, parts: TableParts, rows = parts.rows) => {
  const box = underHeading(boxOf(parts.area), parts.heading);
  return layTable({
    columns: parts.columns,
    rows,
    width: box.w,
    height: box.h,
    size: parts.size ?? SIZE.least,
    language: story.words.language,
  });
};

export interface PlacedTable {
  readonly block: TableBlock;
  readonly below: Area;
  /** How many of the last rows found no room. */
  readonly left: number;
  readonly cutTexts: readonly string[];
}

/** As many rows as its place holds. */
export function placedTable(story: Story, parts: TableParts): PlacedTable {
  let kept = parts.rows.length;
  let laid = lay(story, parts);
  while (laid.pages.length > 1 && kept > 1) laid = lay(story, parts, parts.rows.slice(0, --kept));
  const page = laid.pages[0] as (typeof laid.pages)[number];
  const named = heading(parts.area, parts.heading);
  return {
    block: { kind: 'table', area: parts.area, heading: named, ...page },
    below: areaBelow(parts.area, HEADING_HEIGHT + tableHeight(page)),
    left: parts.rows.length - kept,
    cutTexts: laid.cutTexts[0] ?? [],
  };
}

export interface PagedTable extends TableParts {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly notes: readonly string[];
  /** What else stands on each of its slides. */
  readonly beside: readonly Block[];
}

/** One slide a page; the title says which. */
export function pagedTable(story: Story, parts: PagedTable): Draft[] {
  const named = heading(parts.area, parts.heading);
  const laid = lay(story, parts);
  return laid.pages.map((page, at) =>
    slide(story, {
      id: `${parts.id}-${at + 1}`,
      title:
        laid.pages.length > 1
          ? `${parts.title} ${story.words.say('deck.page', { page: at + 1, pages: laid.pages.length })}`
          : parts.title,
      source: parts.source,
      blocks: [...parts.beside, { kind: 'table', area: parts.area, heading: named, ...page }],
      notes: [...parts.notes, ...(laid.cutTexts[at] ?? [])],
    }),
  );
}

/** Money of the ledger in a sentence. */
export const ledgerMoney = (story: Story, ledger: LedgerStory, minor: number): string =>
  story.words.money({ minor: Math.round(minor), currency: ledger.terms.currency });

/** The same where the currency has just been named: Arabic spells it out, and says it once a sentence. */
export function ledgerAgain(story: Story, ledger: LedgerStory, minor: number): string {
  const said = ledgerMoney(story, ledger, minor);
  if (story.words.language !== 'ar') return said;
  return said.replace(` ${story.words.unit(ledger.terms.currency, 0)}`, '');
}

/** A figure large on its own: in Arabic its currency stands in the note under it. */
export const ledgerFigure = (story: Story, ledger: LedgerStory, minor: number, note: string) => ({
  value: ledgerAgain(story, ledger, minor),
  note: join(story, [story.words.language === 'ar' && story.words.unit(ledger.terms.currency, 0), note]),
});

/** Money of the ledger in a table or chart whose head names the unit. */
export const ledgerAmount = (story: Story, ledger: LedgerStory, minor: number): string => {
  const money = { minor: Math.round(minor), currency: ledger.terms.currency };
  const size = Math.abs(amountOf(money, ledger.scale));
  return story.words.amount(money, ledger.scale, size >= 100 ? 0 : size >= 10 ? 1 : 2);
};

/** "■ Off track" or, where an on-track is known, "■ Off track 83.3%". */
export function statusCell(story: Story, status: Exclude<Tone, 'exempt'>, ratio: number | undefined): TableCell {
  const { words } = story;
  const said = words.say(`status.${status}`);
  return { text: toned(status, ratio === undefined ? said : `${said} ${words.percent(ratio, 0)}`), tone: status };
}

/** Where the figures come from, and how many readings stand behind them; terms and date stand in the footer. */
export function ledgerSource(story: Story, ledger: LedgerStory): string {
  const { words } = story;
  const measures = [...ledger.value.measures.values()];
  const readings = measures.reduce((sum, { ledger: own }) => sum + own.readings, 0);
  const verified = measures.reduce((sum, { ledger: own }) => sum + own.verifiedReadings, 0);
  return words.say(story.office.sample ? 'trajectory.sourceSample' : 'trajectory.source', {
    readings: words.number(readings),
    verified: words.number(verified),
  });
}

/** What says that the sample's ledger is made up; nothing in any other book. */
export const madeUp = (story: Story): string => (story.office.sample ? story.words.say('trajectory.synthetic') : '');

/** "3.5% falling by the UK's schedule, start of the year". */
export function rateText(story: Story, { terms }: LedgerStory): string {
  const { words } = story;
  return words.say(terms.preset === 'uk' ? 'trajectory.rateUk' : 'trajectory.rateFlat', {
    rate: words.percent(terms.rate, 2),
    kind: words.say(`trajectory.rate.${terms.rateKind}`),
    timing: words.say(`appraisal.timing.${terms.timing}`),
  });
}
