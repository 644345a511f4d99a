// The appendix: how each figure is made, where it comes from, and every cell that could not be read, counted by reason.
import type { Entry } from '#shared/domain/book.ts';
import { latestPublications } from '#shared/domain/portfolio.ts';
import type { UnreadCell } from '#shared/domain/source.ts';
import { ABSENCES, type Absence } from '#shared/kit/absent.ts';
import { withheldText } from '#shared/merge/said.ts';
import { cut } from '#shared/words/measure.ts';
import { pageMark } from './exceptionSlides.ts';
import type { TableBlock, TableCell } from './model.ts';
import { type Draft, sentences, slide } from './slide.ts';
import { join, type Story } from './story.ts';
import { layTable, tableHeight } from './table.ts';
import { boxOf, SIZE } from './theme.ts';

/** @param leftOut sentences naming the sections this book has nothing for */
export function methodSlides(story: Story, leftOut: readonly string[]): Draft[] {
  return [methodSlide(story, leftOut), ...freshnessSlides(story)];
}

function methodSlide(story: Story, leftOut: readonly string[]): Draft {
  const { words } = story;
  const { withheld } = story.book.state;
  const start = sentences(
    story,
    { x: 0, y: 0, w: 6, h: 12 },
    [
      words.say('deck.method.cost'),
      words.say('deck.method.benefit'),
      words.say('deck.method.ratio'),
      words.say('deck.method.rating'),
      words.say('deck.method.value'),
      ...(story.ledger ? [words.say('trajectory.method.status'), words.say('trajectory.method.worth')] : []),
    ],
    words.say('deck.method.definitions'),
  );
  const end = sentences(
    story,
    { x: 6, y: 0, w: 6, h: 12 },
    [
      ...(withheld.isEmpty ? [] : [withheldText(withheld, words)]),
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

/** Sources and unread cells on one slide where both fit, else each on its own. */
function freshnessSlides(story: Story): Draft[] {
  const sources = sourcePlan(story);
  const unread = unreadPlan(story);
  if (!sources || !unread) return [...pagesOf(story, 'sources', sources), ...pagesOf(story, 'unread', unread)];
  const whole = { x: 0, y: 0, w: 12, h: 12 };
  const box = boxOf(whole);
  const first = lay(story, sources, box.h);
  const used = tableHeight(first.pages[0] as Page) + GAP_INCHES;
  const second = lay(story, unread, Math.max(1, box.h - used));
  const [top, bottom] = [first.pages[0], second.pages[0]];
  if (first.pages.length > 1 || second.pages.length > 1 || used > box.h / 2 || !top || !bottom) {
    return [...pagesOf(story, 'sources', sources), ...pagesOf(story, 'unread', unread)];
  }
  const y = (12 * used) / box.h;
  const blocks: TableBlock[] = [
    { kind: 'table', area: { ...whole, h: y }, ...top },
    { kind: 'table', area: { ...whole, y, h: 12 - y }, ...bottom },
  ];
  const notes = [sources.title, ...(first.cutTexts[0] ?? []), ...(second.cutTexts[0] ?? [])];
  return [slide(story, { id: 'freshness', title: unread.title, blocks, notes })];
}

/** Between two tables of one slide. */
const GAP_INCHES = 0.3;

type Page = ReturnType<typeof layTable>['pages'][number];

interface Plan extends Pick<Parameters<typeof layTable>[0], 'columns' | 'rows' | 'totals'> {
  readonly title: string;
}

function sourcePlan(story: Story): Plan | undefined {
  const { words } = story;
  const sources = [...story.book.all('source')].sort((a, b) => (a.asAt < b.asAt ? 1 : a.asAt > b.asAt ? -1 : 0));
  const newest = sources[0]?.asAt;
  if (!newest) return undefined;
  return {
    title: words.say('deck.sources.title', { count: sources.length, asAt: words.date(newest) }),
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
  };
}

/** The publications whose figures enter totals: the newest of each series, and those of no series. */
function currentSources(story: Story): Entry<'source'>[] {
  const latest = latestPublications(story.book);
  return [...story.book.all('source')].filter(({ series, asAt }) => !series || latest.get(series) === asAt);
}

interface UnreadField {
  readonly field: string;
  readonly counts: Map<Absence, number>;
  example: UnreadCell | undefined;
}

/** Cells of the current publications that gave no value, by field; a field's example is its first with words in it. */
function unreadFields(story: Story): UnreadField[] {
  const fields = new Map<string, UnreadField>();
  for (const source of currentSources(story))
    for (const cell of source.unread ?? []) {
      const line = fields.get(cell.field) ?? { field: cell.field, counts: new Map(), example: undefined };
      fields.set(cell.field, line);
      line.counts.set(cell.absence, (line.counts.get(cell.absence) ?? 0) + 1);
      if (!line.example && cell.text.trim() !== '') line.example = cell;
    }
  return [...fields.values()].sort((a, b) => sum(b.counts) - sum(a.counts));
}

const sum = (counts: ReadonlyMap<Absence, number>): number =>
  [...counts.values()].reduce((all, count) => all + count, 0);

export function fieldName(story: Story, field: string): string {
  const [stem, year] = field.split('/');
  const key = `field.${stem}`;
  return story.words.has(key) ? story.words.sayAny(key, { year: year ?? '' }).trim() : field;
}

/** A row a field, a column a reason: what was not read, and why, at a glance. */
function unreadPlan(story: Story): Plan | undefined {
  const { words } = story;
  const fields = unreadFields(story);
  if (fields.length === 0) return undefined;
  const count = fields.reduce((all, { counts }) => all + sum(counts), 0);
  const of = (absence: Absence) => fields.reduce((all, { counts }) => all + (counts.get(absence) ?? 0), 0);
  const met = ABSENCES.filter((absence) => of(absence) > 0);
  const figure = (x: number): TableCell => ({ text: x > 0 ? words.number(x) : '—' });
  return {
    title: join(story, [
      words.say('deck.unread.title', { count }),
      of('exempt') > 0 && words.say('deck.unread.exempt', { count: of('exempt') }),
    ]),
    columns: [
      { label: words.say('deck.column.field'), share: 1.2, lines: 2 },
      ...met.map((absence) => ({ label: words.say(`absentShort.${absence}`), align: 'end' as const })),
      { label: words.say('deck.column.cells'), align: 'end' },
      { label: words.say('deck.column.example'), share: 2 },
    ],
    rows: fields.map((line): TableCell[] => [
      { text: fieldName(story, line.field), strong: true },
      ...met.map((absence) => figure(line.counts.get(absence) ?? 0)),
      figure(sum(line.counts)),
      { text: exampleText(story, line.example) },
    ]),
    totals: [
      [
        { text: words.say('deck.total'), strong: true },
        ...met.map((absence): TableCell => ({ ...figure(of(absence)), strong: true })),
        { ...figure(count), strong: true },
        { text: '' },
      ],
    ],
  };
}

/** Room for an example's words on one line beside the figures. */
const EXAMPLE_INCHES = 3.4;

function exampleText(story: Story, cell: UnreadCell | undefined): string {
  if (!cell) return '—';
  const text = cut(cell.text, EXAMPLE_INCHES, { size: SIZE.table }, 1);
  return story.words.say('deck.unread.example', { cell: cell.cell, text });
}

const lay = (story: Story, plan: Plan, height: number) =>
  layTable({
    ...plan,
    width: boxOf({ x: 0, y: 0, w: 12, h: 12 }).w,
    height,
    size: SIZE.table,
    language: story.words.language,
  });

function pagesOf(story: Story, id: string, plan: Plan | undefined): Draft[] {
  if (!plan) return [];
  const area = { x: 0, y: 0, w: 12, h: 12 };
  const laid = lay(story, plan, boxOf(area).h);
  return laid.pages.map((page, at) => {
    const table: TableBlock = { kind: 'table', area, ...page };
    return slide(story, {
      id: `${id}-${at + 1}`,
      title: laid.pages.length > 1 ? `${plan.title} ${pageMark(story, at + 1, laid.pages.length)}` : plan.title,
      blocks: [table],
      notes: laid.cutTexts[at] ?? [],
    });
  });
}
