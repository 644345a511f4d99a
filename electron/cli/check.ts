// `mizan check BOOK`: reads every byte, every hash and every change, and says what the book holds.
import { openBook } from '#shared/change/commit.ts';
import { Book, KINDS, type Kind, kindTable } from '#shared/domain/book.ts';
import { portfolioRows, portfolioTotals } from '#shared/domain/portfolio.ts';
import { recordHolds } from '#shared/govern/standing.ts';
import { withheldReport, withheldText } from '#shared/merge/said.ts';
import type { Answer, Call } from './call.ts';
import { must, newContext, words } from './context.ts';
import { openFileStore } from './store.ts';

export async function checkCommand({ files }: Call): Promise<Answer> {
  const path = files[0] as string;
  const store = must(openFileStore(path, false));
  const { state } = await openBook(store, kindTable, newContext().now());
  const book = new Book(state);
  const records: Record<string, number> = {};
  for (const kind of Object.keys(KINDS) as Kind[]) records[kind] = [...book.all(kind)].length;
  let clashes = 0;
  for (const row of state.order) for (const field of Object.keys(row.heads)) if (state.clashes(row, field)) clashes++;
  const bent = [...book.all('decision')].filter((decision) => !recordHolds(book, decision));
  const totals = portfolioTotals(portfolioRows(book));
  return {
    data: {
      ok: true,
      file: path,
      book: store.book,
      changes: state.changes.length,
      records,
      clashes,
      withheld: withheldReport(state.withheld),
      notAsRecorded: bent.map(({ id, title }) => ({ id, title })),
      current: totals.current,
      noLongerPublished: totals.past,
    },
    sentence: [
      words.say('cli.checked', {
        count: state.changes.length,
        current: totals.current,
        past: totals.past,
        file: path,
      }),
      ...(state.withheld.isEmpty ? [] : [withheldText(state.withheld, words)]),
      ...(bent.length > 0
        ? [words.say('cli.notAsRecorded', { names: bent.map(({ title }) => title).join('; ') })]
        : []),
    ].join('\n'),
  };
}
