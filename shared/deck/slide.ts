// Makes a slide from its message and blocks: the title fitted to two lines, cut texts kept whole in the notes.
import { fitText, lineHeight, tidied, wrap } from '#shared/words/measure.ts';
import type { Area, Figure, FiguresBlock, SentenceBlock, Slide } from './model.ts';
import type { Story } from './story.ts';
import { boxOf, CONTENT_WIDTH, SIZE, TITLE, underHeading } from './theme.ts';

/** A slide before it knows how many slides there are. */
export type Draft = Omit<Slide, 'number'>;

export function slide(
  story: Story,
  parts: { id: string; title: string; blocks: Slide['blocks']; source?: string; notes?: readonly string[] },
): Draft {
  const title = fitTitle(story, parts.title);
  const source = parts.source ?? sourceLine(story);
  const fitted = fitText(source, { width: CONTENT_WIDTH - 0.15, lines: 1, most: SIZE.least, least: SIZE.least });
  return {
    id: parts.id,
    title: title.text,
    titleSize: title.size,
    blocks: parts.blocks,
    source: fitted.text,
    notes: [...(title.isCut ? [parts.title] : []), ...(fitted.isCut ? [source] : []), ...(parts.notes ?? [])].map(
      tidied,
    ),
  };
}

const fitTitle = (story: Story, text: string) =>
  fitText(text, {
    width: CONTENT_WIDTH - (story.office.logo ? TITLE.logoWidth + 0.3 : 0) - 0.15,
    lines: 2,
    most: SIZE.title,
    least: SIZE.titleLeast,
    bold: true,
  });

/** True where the whole title can stand on its two lines. */
export const titleFits = (story: Story, text: string): boolean => !fitTitle(story, text).isCut;

/** "Source: gmpp_2023.csv, as at 31 Mar 2023": the newest publications, or the book itself. */
export function sourceLine(story: Story): string {
  const { words } = story;
  const newest = [...story.book.all('source')].sort((a, b) => (a.asAt < b.asAt ? 1 : -1));
  const first = newest[0];
  if (!first) return words.say('deck.source.book');
  const others = newest.length - 1;
  const named = words.say('deck.source.file', { file: first.file, asAt: words.date(first.asAt) });
  return others > 0 ? `${named}${words.say('deck.source.others', { count: others })}` : named;
}

/** A block's heading on one line, cut where even the least size is too wide. */
export const heading = (area: Area, text: string): string =>
  fitText(text, { width: boxOf(area).w, lines: 1, most: SIZE.heading, least: SIZE.least, bold: true }).text;

export function figures(area: Area, list: readonly Figure[], heading?: string): FiguresBlock {
  const box = boxOf(area);
  const width = box.w / Math.max(1, list.length) - 0.32;
  const sizes = list.map((figure) => fitText(figure.value, { width, lines: 1, most: 30, least: 16, bold: true }));
  return {
    kind: 'figures',
    area,
    ...(heading ? { heading } : {}),
    size: Math.min(30, ...sizes.map((fitted) => fitted.size)),
    figures: list.map((figure, at) => ({
      value: sizes[at]?.text ?? figure.value,
      label: fitText(figure.label, { width, lines: 1, most: SIZE.body, least: SIZE.body, bold: true }).text,
      note: fitText(figure.note, { width, lines: 3, most: SIZE.least, least: SIZE.least }).text,
    })),
  };
}

export interface FittedSentences {
  readonly block: SentenceBlock;
  /** Sentences that found no room, or were cut: whole, for the notes. */
  readonly left: readonly string[];
}

/** Sentences as large as the area allows; what does not fit even at the least size goes to the notes. */
export function sentences(story: Story, area: Area, list: readonly string[], heading?: string): FittedSentences {
  const box = underHeading(boxOf(area), heading);
  const { language } = story.words;
  const said = list.map(tidied).filter((text) => text !== '');
  for (let size: number = SIZE.body; size >= SIZE.least; size--) {
    if (sentencesHeight(said, box.w, size, language) <= box.h)
      return { block: { kind: 'sentences', area, ...(heading ? { heading } : {}), size, sentences: said }, left: [] };
  }
  const kept: string[] = [];
  for (const text of said) {
    const room = box.h - sentencesHeight(kept, box.w, SIZE.least, language) - PARAGRAPH_GAP;
    const lines = Math.floor(room / lineHeight(SIZE.least, language));
    if (lines < 1) break;
    kept.push(fitText(text, { width: box.w - 0.1, lines, most: SIZE.least, least: SIZE.least }).text);
  }
  return {
    block: { kind: 'sentences', area, ...(heading ? { heading } : {}), size: SIZE.least, sentences: kept },
    left: said.filter((text) => !kept.includes(text)),
  };
}

export const PARAGRAPH_GAP = 0.07;

export const sentencesHeight = (list: readonly string[], width: number, size: number, language: 'en' | 'ar'): number =>
  list.reduce(
    (sum, text) => sum + wrap(text, width - 0.1, { size }).length * lineHeight(size, language) + PARAGRAPH_GAP,
    0,
  );
