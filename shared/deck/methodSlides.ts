// The appendix: how each figure is made, where it comes from, and every cell that could not be read, counted by reason.
import type { Entry } from '#shared/domain/book.ts';
import { latestPublications } from '#shared/domain/portfolio.ts';
import type { Absence } from '#shared/kit/absent.ts';
import { pageMark } from './exceptionSlides.ts';
import { cut } from './measure.ts';
import type { TableBlock, TableCell } from './model.ts';
import { type Draft, sentences, slide } from './slide.ts';
import { join, type Story } from './story.ts';
import { layTable } from './table.ts';
import { boxOf, SIZE } from './theme.ts';

/** @param leftOut sentences naming the sections this book has nothing for */
export function methodSlides(story: Story, leftOut: readonly string[]): Draft[] {
  return [methodSlide(story, leftOut), ...sourceSlides(story), ...unreadSlides(story)];
}

function methodSlide(story: Story, leftOut: readonly string[]): Draft {
  const { words } = story;
  const start = sentences(
    story,
    { x: 0, y: 0, w: 6, h: 12 },
    [
      words.say('deck.method.cost'),
      words.say('deck.method.benefit'),
      words.say('deck.method.ratio'),
      words.say('deck.method.rating'),
      words.say('deck.method.value'),
    ],
    words.say('deck.method.definitions'),
  );
  const end = sentences(
    story,
    { x: 6, y: 0, w: 6, h: 12 },
    [
      words.say('deck.method.totals'),
      words.say('deck.method.prices', { priceBase: story.priceBase }),
      words.say('deck.method.currency', {
        currencies: story.units.map((unit) => unit.label).join(words.say('deck.comma')) || '—',
      }),
      words.say('deck.method.rounding'),
      ...leftOut,
    ],
    words.say('deck.method.left'),
  );
  return slide(story, {
    id: 'method',
    title: words.say('deck.method.title'),
    blocks: [start.block, end.block],
    notes: [...start.left, ...end.left],
  });
}

function sourceSlides(story: Story): Draft[] {
  const { words } = story;
  const sources = [...story.book.all('source')].sort((a, b) => (a.asAt < b.asAt ? 1 : a.asAt > b.asAt ? -1 : 0));
  if (sources.length === 0) return [];
  const newest = sources[0]?.asAt;
  return tableSlides(
    story,
    'sources',
    words.say('deck.sources.title', {
      count: sources.length,
      asAt: newest ? words.date(newest) : '—',
    }),
    {
      columns: [
        { label: words.say('deck.column.file'), share: 1.4, lines: 2 },
        { label: words.say('deck.column.asAt') },
        { label: words.say('deck.column.rows'), align: 'end' },
        { label: words.say('deck.column.unread'), align: 'end' },
        { label: words.say('deck.column.hash') },
      ],
      rows: sources.map((source): TableCell[] => [
        { text: source.file, strong: true },
        { text: words.date(source.asAt) },
        { text: words.number(source.rows) },
        { text: words.number(source.unread?.length ?? 0) },
        { text: source.sha256.slice(0, 12) },
      ]),
    },
  );
}

export interface UnreadLine {
  readonly field: string;
  readonly absence: Absence;
  readonly count: number;
  readonly example: { readonly file: string; readonly cell: string; readonly text: string };
}

/** The publications whose figures enter totals: the newest of each series, and those of no series. */
function currentSources(story: Story): Entry<'source'>[] {
  const latest = latestPublications(story.book);
  return [...story.book.all('source')].filter(({ series, asAt }) => !series || latest.get(series) === asAt);
}

/** Cells of the current publications that gave no value, by field and reason; the most frequent first. */
export function unreadLines(story: Story): UnreadLine[] {
  const lines = new Map<string, UnreadLine>();
  for (const source of currentSources(story))
    for (const cell of source.unread ?? []) {
      const key = `${cell.field}\n${cell.absence}`;
      const line = lines.get(key);
      lines.set(key, {
        field: cell.field,
        absence: cell.absence,
        count: (line?.count ?? 0) + 1,
        example: line?.example ?? { file: source.file, cell: cell.cell, text: cell.text },
      });
    }
  return [...lines.values()].sort((a, b) => b.count - a.count);
}

export function fieldName(story: Story, field: string): string {
  const [stem, year] = field.split('/');
  const key = `field.${stem}`;
  return story.words.has(key) ? story.words.sayAny(key, { year: year ?? '' }).trim() : field;
}

function unreadSlides(story: Story): Draft[] {
  const { words } = story;
  const lines = unreadLines(story);
  if (lines.length === 0) return [];
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  const exempt = lines.reduce((sum, line) => sum + (line.absence === 'exempt' ? line.count : 0), 0);
  const title = join(story, [
    words.say('deck.unread.title', { count }),
    exempt > 0 && words.say('deck.unread.exempt', { count: exempt }),
  ]);
  return tableSlides(story, 'unread', title, {
    columns: [
      { label: words.say('deck.column.field'), share: 1.1, lines: 2 },
      { label: words.say('deck.column.reason'), share: 1.1, lines: 2 },
      { label: words.say('deck.column.cells'), align: 'end' },
      { label: words.say('deck.column.example'), share: 2, lines: 2 },
      { label: words.say('deck.column.file'), share: 1, lines: 2 },
    ],
    rows: lines.map((line): TableCell[] => [
      { text: fieldName(story, line.field), strong: true },
      { text: words.say(`absent.${line.absence}`) },
      { text: words.number(line.count) },
      {
        text: line.example.text.trim()
          ? words.say('deck.unread.example', {
              cell: line.example.cell,
              text: cut(line.example.text, 6.5, { size: SIZE.table }, 1),
            })
          : words.say('deck.unread.empty', { cell: line.example.cell }),
      },
      { text: line.example.file },
    ]),
  });
}

function tableSlides(
  story: Story,
  id: string,
  title: string,
  plan: Pick<Parameters<typeof layTable>[0], 'columns' | 'rows'>,
): Draft[] {
  const area = { x: 0, y: 0, w: 12, h: 12 };
  const box = boxOf(area);
  const laid = layTable({ ...plan, width: box.w, height: box.h, size: SIZE.table, language: story.words.language });
  return laid.pages.map((page, at) => {
    const table: TableBlock = { kind: 'table', area, ...page };
    return slide(story, {
      id: `${id}-${at + 1}`,
      title: laid.pages.length > 1 ? `${title} ${pageMark(story, at + 1, laid.pages.length)}` : title,
      blocks: [table],
      notes: laid.cutTexts[at] ?? [],
    });
  });
}
