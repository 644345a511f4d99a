// How the portfolio's figures were made, in words: formula, inputs, what was left out.

import type { Working } from '#renderer/parts/Figure.tsx';
import type { Book } from '#shared/domain/book.ts';
import type { Covered, PortfolioRow } from '#shared/domain/portfolio.ts';
import type { Absence } from '#shared/kit/absent.ts';
import { known } from '#shared/kit/absent.ts';
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

/** Why a row's value case is what it is. */
export function valueWorking(row: PortfolioRow, words: Words): Working {
  const cost = known(row.cost);
  const benefit = known(row.benefit);
  return {
    title: words.say('portfolio.value'),
    formula: words.sayAny(`valueCase.${row.value}`),
    inputs: [
      { label: words.say('portfolio.benefit'), value: benefit ? words.moneyExact(benefit) : '—' },
      { label: words.say('portfolio.cost'), value: cost ? words.moneyExact(cost) : '—' },
      ...(row.net ? [{ label: words.say('portfolio.net'), value: words.moneyExact(row.net) }] : []),
      ...(row.ratio === undefined ? [] : [{ label: words.say('portfolio.ratio'), value: words.number(row.ratio, 3) }]),
    ],
    leftOutTitle: words.say('working.note'),
    leftOut: [words.say('working.undiscounted')],
  };
}
