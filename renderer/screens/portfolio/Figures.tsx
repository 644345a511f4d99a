// The four figures of the portfolio, each opening its working.

import { useWords } from '#renderer/desk/prefs.ts';
import { Figure } from '#renderer/parts/Figure.tsx';
import type { Book } from '#shared/domain/book.ts';
import type { PortfolioRow, PortfolioTotals } from '#shared/domain/portfolio.ts';
import styles from './portfolio.module.css';
import { belowWorking, countWorking, sumsText, totalWorking } from './workings.ts';

export function Figures({
  totals,
  rows,
  book,
}: {
  totals: PortfolioTotals;
  rows: readonly PortfolioRow[];
  book: Book | undefined;
}) {
  const words = useWords();
  const of = (count: number, all: number) => words.say('portfolio.covers', { count, of: all });
  return (
    <div className={styles.figures}>
      <Figure
        value={words.number(totals.current)}
        label={words.say('portfolio.current')}
        note={totals.past > 0 ? words.say('portfolio.past', { count: totals.past }) : words.say('portfolio.noPast')}
        working={countWorking(words.say('portfolio.current'), totals.current, totals.past, book, words)}
      />
      <Figure
        value={sumsText(totals.cost, words)}
        label={words.say('portfolio.cost')}
        note={of(totals.cost.count, totals.current)}
        working={totalWorking(totals.cost, words.say('portfolio.cost'), totals.past, book, words)}
      />
      <Figure
        value={sumsText(totals.benefit, words)}
        label={words.say('portfolio.benefit')}
        note={of(totals.benefit.count, totals.current)}
        working={totalWorking(totals.benefit, words.say('portfolio.benefit'), totals.past, book, words)}
      />
      <Figure
        value={words.number(totals.belowCost)}
        label={words.say('portfolio.belowCost')}
        note={words.say('portfolio.ofBoth', { count: totals.both })}
        working={belowWorking(rows, totals.both, words)}
      />
    </div>
  );
}
