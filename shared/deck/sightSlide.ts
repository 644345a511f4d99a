// Strategy line of sight on one page: which programme serves which objective with how much, where there is only a word, what is spent.
import type { LineOfSight, SightProgramme } from '#shared/sight/line-of-sight.ts';
import { tidied } from '#shared/words/measure.ts';
import { ledgerSource, madeUp } from './ledgerTable.ts';
import type { TableCell } from './model.ts';
import {
  cellText,
  costText,
  isServed,
  ownColumns,
  type SightStory,
  sightAmount,
  sightKey,
  sightTitle,
  tellSight,
} from './sightStory.ts';
import { type Draft, heading, sentences, slide } from './slide.ts';
import { join, type Story } from './story.ts';
import { type ColumnPlan, layTable, type TablePage } from './table.ts';
import { boxOf, SIZE, underHeading } from './theme.ts';

/** Objectives beside each other, one column of the others among them. */
const MOST = 6;
const TABLE = { x: 0, y: 0, w: 12, h: 10.4 } as const;
const KEY = { x: 0, y: 10.4, w: 12, h: 1.6 } as const;

export function sightSlides(story: Story): Draft[] {
  const told = tellSight(story);
  if (!told) return [];
  const { words } = story;
  const columns = ownColumns(told.sight, MOST);
  const plan = columnPlan(story, told.sight, columns);
  const title = words.say('mapDeck.sight.table', { unit: told.unit });
  const { page, cutTexts, left } = fitted(story, told, plan, columns, title);
  const key = sentences(story, KEY, [sightKey(story)]);
  const cutHeads = plan.filter(({ label }, at) => page.columns[at]?.label !== tidied(label)).map(({ label }) => label);
  return [
    slide(story, {
      id: 'sight',
      title: sightTitle(story, told),
      blocks: [
        { kind: 'table', area: TABLE, heading: heading(TABLE, join(story, [title, madeUp(story)])), ...page },
        key.block,
      ],
      ...(story.ledger ? { source: ledgerSource(story, story.ledger) } : {}),
      notes: [
        words.say('mapDeck.sight.note'),
        ...(left > 0 ? [words.say('mapDeck.sight.inWorkbook', { count: left })] : []),
        ...cutHeads,
        ...cutTexts,
        ...key.left,
      ],
    }),
  ];
}

function columnPlan({ words }: Story, { objectives }: LineOfSight, columns: readonly number[]): ColumnPlan[] {
  const others = objectives.length - columns.length;
  const figure = (label: string): ColumnPlan => ({ label, share: 1, lines: 2 });
  return [
    { label: words.say('mapDeck.sight.programme'), share: 3.1, lines: 2 },
    ...columns.map((at) => figure(objectives[at]?.name ?? '')),
    ...(others > 0 ? [figure(words.say('mapDeck.sight.otherObjectives', { count: others }))] : []),
    { label: words.say('mapDeck.sight.value'), share: 0.7, align: 'end' },
    { label: words.say('mapDeck.sight.cost'), share: 0.7, align: 'end' },
  ];
}

/** As many programmes as fit, the rest in one row; then the totals. */
function fitted(story: Story, told: SightStory, columns: readonly ColumnPlan[], own: readonly number[], title: string) {
  const { programmes } = told.sight;
  const box = underHeading(boxOf(TABLE), title);
  const lay = (kept: number) => {
    const rest = programmes.slice(kept);
    return layTable({
      columns,
      rows: [
        ...programmes.slice(0, kept).map((programme) => rowOf(story, told, programme, own)),
        ...(rest.length > 0 ? [restRow(story, told, rest, own)] : []),
      ],
      totals: [totalRow(story, told, own)],
      width: box.w,
      height: box.h,
      size: SIZE.least,
      headLines: 3,
      language: story.words.language,
    });
  };
  let kept = programmes.length;
  let laid = lay(kept);
  // what fits surely is not tried one by one
  if (laid.pages.length > 1) kept = Math.min(kept, 24);
  while (laid.pages.length > 1 && kept > 1) laid = lay(--kept);
  return { page: laid.pages[0] as TablePage, cutTexts: laid.cutTexts[0] ?? [], left: programmes.length - kept };
}

const toned = (text: string): TableCell =>
  text.startsWith('●') ? { text, tone: 'onTrack' } : text.startsWith('△') ? { text, tone: 'watch' } : { text };

function rowOf(story: Story, told: SightStory, programme: SightProgramme, own: readonly number[]): TableCell[] {
  return [
    { text: programme.name, strong: true },
    ...own.map((at) => toned(programme.cells[at] ? cellText(story, told, programme.cells[at]) : '')),
    ...othersCell(story, told, own, (at) => programme.cells[at]?.standing ?? 'none'),
    { text: programme.attributed === 0 ? '—' : sightAmount(story, told, programme.attributed) },
    { text: costText(story, told, [programme]) },
  ];
}

/** A benefit that serves two of them would count twice in a sum: the others are counted. */
function othersCell(
  { words }: Story,
  { sight }: SightStory,
  own: readonly number[],
  standing: (at: number) => 'proven' | 'gap' | 'none',
): TableCell[] {
  const others = sight.objectives.map((_, at) => at).filter((at) => !own.includes(at));
  if (others.length === 0) return [];
  const proven = others.filter((at) => standing(at) === 'proven').length;
  const isSaid = others.some((at) => standing(at) === 'gap');
  return [
    toned(
      proven > 0 ? words.say('mapDeck.sight.inSome', { count: proven }) : isSaid ? words.say('mapDeck.sight.gap') : '',
    ),
  ];
}

function restRow(story: Story, told: SightStory, rest: readonly SightProgramme[], own: readonly number[]): TableCell[] {
  const { words } = story;
  const standing = (at: number) => {
    const all = new Set(rest.map(({ cells }) => cells[at]?.standing));
    return all.has('proven') ? 'proven' : all.has('gap') ? 'gap' : 'none';
  };
  const sum = (of: (programme: SightProgramme) => number) => rest.reduce((added, each) => added + of(each), 0);
  const value = sum(({ attributed }) => attributed);
  return [
    { text: words.say('mapDeck.sight.otherProgrammes', { count: rest.length }), strong: true },
    ...own.map((at) =>
      // two programmes may share a benefit: only money adds up
      toned(
        cellText(story, told, {
          attributed: sum(({ cells }) => cells[at]?.attributed ?? 0),
          riskAdjusted: 0,
          benefits: 0,
          standing: standing(at),
        }),
      ),
    ),
    ...othersCell(story, told, own, standing),
    { text: value === 0 ? '—' : sightAmount(story, told, value) },
    { text: costText(story, told, rest) },
  ];
}

function totalRow(story: Story, told: SightStory, own: readonly number[]): TableCell[] {
  const { words } = story;
  const { objectives, programmes } = told.sight;
  const strong = (text: string): TableCell => ({ text, strong: true });
  const value = programmes.reduce((sum, { attributed }) => sum + attributed, 0);
  const others = objectives.filter((_, at) => !own.includes(at));
  const served = others.filter(isServed).length;
  return [
    strong(words.say('mapDeck.sight.all', { count: programmes.length })),
    ...own.map((at) => {
      const objective = objectives[at];
      if (!objective || !isServed(objective))
        return { ...strong(words.say('mapDeck.sight.unserved')), tone: 'offTrack' as const };
      return strong(
        objective.attributed === 0
          ? words.say('mapDeck.sight.benefits', { count: objective.benefits })
          : sightAmount(story, told, objective.attributed),
      );
    }),
    ...(others.length > 0
      ? [
          strong(
            served > 0 ? words.say('mapDeck.sight.inSome', { count: served }) : words.say('mapDeck.sight.unserved'),
          ),
        ]
      : []),
    strong(value === 0 ? '—' : sightAmount(story, told, value)),
    strong(costText(story, told, programmes)),
  ];
}
