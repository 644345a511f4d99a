// Draft resolutions: number by number what the body would resolve, whole, each with a line for its outcome.

import { readEvidence } from '#shared/counsel/evidence.ts';
import { OUTCOMES } from '#shared/domain/decision.ts';
import { wrap } from '#shared/words/measure.ts';
import { askText, deciderOf, type Forwarded, requestedDecisions } from './decisionSaid.ts';
import { madeUp } from './ledgerTable.ts';
import type { TableCell } from './model.ts';
import { type Draft, heading, slide } from './slide.ts';
import { join, type Story } from './story.ts';
import { layTable, type TablePage, tableHeight } from './table.ts';
import { boxOf, CELL, SIZE, underHeading } from './theme.ts';

const AREA = { x: 0, y: 0, w: 12, h: 12 } as const;
/** Width of the column of numbers, in shares of the table's. */
const NUMBER_SHARE = 0.07;
/** Lines of one row: a longer text goes on in the next row, on the next slide where it must. */
const MOST_LINES = 12;
/** A word longer than this is broken anywhere. */
const LONGEST_WORD = 60;

type Row = readonly TableCell[];

export function resolutionSlides(story: Story): Draft[] {
  const { words } = story;
  const all = requestedDecisions(story);
  if (all.length === 0) return [];
  const said = join(story, [words.say('decisionDeck.resolutions.table'), madeUp(story)]);
  const box = underHeading(boxOf(AREA), said);
  const lay = (rows: readonly Row[]) =>
    layTable({
      columns: [
        { label: words.say('decisionDeck.resolutions.number'), share: NUMBER_SHARE },
        { label: words.say('decisionDeck.resolutions.text'), share: 1 - NUMBER_SHARE, lines: MOST_LINES },
      ],
      rows,
      width: box.w,
      height: box.h,
      size: SIZE.body,
      language: words.language,
    });
  const width = box.w * (1 - NUMBER_SHARE) - 2 * CELL.x;
  const pages = pagesOf(
    all.map((decision, at) => rowsOf(story, decision, at + 1, width)),
    lay,
    box.h,
  );
  const title = words.say('decisionDeck.resolutions.title', { count: all.length });
  return pages.map((page, at) =>
    slide(story, {
      id: `resolutions-${at + 1}`,
      title: pages.length > 1 ? `${title} ${words.say('deck.page', { page: at + 1, pages: pages.length })}` : title,
      blocks: [{ kind: 'table', area: AREA, heading: heading(AREA, said), ...page }],
      source: words.say('decisionDeck.resolutions.source'),
      notes: [],
    }),
  );
}

/** A resolution stays on one slide where it can; one that is longer than a slide goes on over the next. */
function pagesOf(
  groups: readonly (readonly Row[])[],
  lay: (rows: readonly Row[]) => { readonly pages: readonly TablePage[] },
  height: number,
): TablePage[] {
  const done: TablePage[] = [];
  let open: Row[] = [];
  const close = () => {
    if (open.length > 0) done.push(...lay(open).pages);
    open = [];
  };
  for (const group of groups) {
    const together = lay([...open, ...group]);
    const isOne = together.pages.length === 1 && tableHeight(together.pages[0] as TablePage) <= height;
    if (!isOne) close();
    open.push(...group);
  }
  close();
  return done;
}

function rowsOf(story: Story, decision: Forwarded, number: number, width: number): Row[] {
  const { words } = story;
  const text = decision.resolution?.trim();
  const paragraphs = text
    ? text.split(/\n+/).filter((line) => line.trim() !== '')
    : [words.say('decisionDeck.resolutions.none', { ask: askText(story, decision, readEvidence(decision.frozen)) })];
  const chunks = paragraphs.flatMap((paragraph) => chunksOf(paragraph, width));
  const who = deciderOf(story, decision);
  const titles = chunksOf(join(story, [decision.title, who ?? words.say('decisionDeck.nobody')]), width, true);
  return [
    ...titles.map(
      (title, at): Row => [
        { text: at === 0 ? words.number(number) : '', strong: true },
        { text: title, strong: true },
      ],
    ),
    ...chunks.map((chunk): Row => [{ text: '' }, { text: chunk }]),
    [{ text: '' }, { text: outcomeLine(story), tone: 'notDue' }],
  ];
}

/** "□ Agreed   □ Agreed with conditions   □ Refused". */
const outcomeLine = ({ words }: Story): string =>
  [
    ...OUTCOMES.map((outcome) => `[\u00a0\u00a0] ${words.say(`outcome.${outcome}`)}`),
    words.say('decisionDeck.resolutions.line'),
  ].join(' \u00a0 ');

/** Word by word into pieces of as many lines as a row takes; nothing is left out. */
export function chunksOf(text: string, width: number, bold = false): string[] {
  const type = { size: SIZE.body, bold };
  const fits = (piece: string) => wrap(piece, width, type).length <= MOST_LINES;
  const chunks: string[] = [];
  let chunk = '';
  for (const word of text.split(/\s+/).flatMap(broken)) {
    const longer = chunk === '' ? word : `${chunk} ${word}`;
    if (fits(longer)) chunk = longer;
    else {
      chunks.push(chunk);
      chunk = word;
    }
  }
  return [...chunks, chunk].filter((piece) => piece !== '');
}

const broken = (word: string): string[] => word.match(new RegExp(`.{1,${LONGEST_WORD}}`, 'gu')) ?? [];
