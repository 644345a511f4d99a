// How the portfolio's figures were made, in words: formula, inputs, what was left out.

import type { Working } from '#renderer/parts/Figure.tsx';
import type { Book } from '#shared/domain/book.ts';
import type { Covered, PortfolioRow } from '#shared/domain/portfolio.ts';
import type { Absence } from '#shared/kit/absent.ts';
import type { Words } from '#shared/words/words.ts';

export const sumsText = (covered: Covered, words: Words): string => covered.sums.map(words.money).join(' + ') || '—';

export function totalWorking(
  covered: Covered,
  what: string,
  past: number,
  book: Book | undefined,
  words: Words,
): Working {
  return {
    title: what,
    formula: words.say('working.sum', { what, count: covered.count, of: covered.of }),
    inputs: [
      ...covered.sums.map((sum) => ({ label: words.say('working.exact'), value: words.moneyExact(sum) })),
      ...sourceLines(book, words),
    ],
    leftOutTitle: words.say('working.leftOut'),
    leftOut: [...reasons(covered.missing, words), ...(past > 0 ? [words.say('working.past', { count: past })] : [])],
  };
}

const reasons = (missing: Readonly<Partial<Record<Absence, number>>>, words: Words): string[] =>
  Object.entries(missing).map(([why, count]) =>
    words.say('working.missing', { count, reason: words.sayAny(`absent.${why}`) }),
  );

function sourceLines(book: Book | undefined, words: Words): { label: string; value: string }[] {
  return [...(book?.all('source') ?? [])]
    .slice(-3)
    .map((source) => ({ label: source.file, value: words.date(source.asAt) }));
}

export function countWorking(what: string, count: number, past: number, book: Book | undefined, words: Words): Working {
  return {
    title: what,
    formula: words.say('working.count', { count }),
    inputs: sourceLines(book, words),
    leftOutTitle: words.say('working.leftOut'),
    leftOut: past > 0 ? [words.say('working.past', { count: past })] : [],
  };
}

export function belowWorking(rows: readonly PortfolioRow[], both: number, words: Words): Working {
  const below = rows
    .filter((row) => row.current && row.net && row.net.minor < 0)
    .sort((a, b) => (a.net?.minor ?? 0) - (b.net?.minor ?? 0));
  return {
    title: words.say('portfolio.belowCost'),
    formula: words.say('working.below', { both, count: below.length }),
    inputs: below.slice(0, 12).map((row) => ({ label: row.name, value: row.net ? words.money(row.net) : '—' })),
    leftOutTitle: words.say('working.leftOut'),
    leftOut: [
      ...(below.length > 12 ? [words.say('working.more', { count: below.length - 12 })] : []),
      words.say('working.notBoth', { count: rows.filter((row) => row.current && !row.net).length }),
    ],
  };
}
