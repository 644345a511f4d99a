// `mizan export BOOK --out FILE.xlsx|.json`: the book's records as data anyone can read.

import { extname } from 'node:path';
import { saveAtomically } from '#electron/host/save.ts';
import { openBook } from '#shared/change/commit.ts';
import { Book, KINDS, type Kind, kindTable } from '#shared/domain/book.ts';
import { portfolioRows, portfolioTotals } from '#shared/domain/portfolio.ts';
import { pressXlsx } from '#shared/press/xlsx.ts';
import type { Answer, Call } from './call.ts';
import { must, newContext, Refusal, words } from './context.ts';
import { deckOf } from './pack.ts';
import { mustHaveFolder, openFileStore } from './store.ts';

export async function exportCommand({ files, options }: Call): Promise<Answer> {
  const path = files[0] as string;
  const out = options.out ?? '';
  const kind = extname(out).toLowerCase();
  if (kind !== '.xlsx' && kind !== '.json') throw new Refusal({ code: 'cli.exportKind' });
  mustHaveFolder(out);
  const store = must(openFileStore(path, false));
  if (kind === '.xlsx') {
    await saveAtomically(out, await pressXlsx(await deckOf(store, options)));
  } else {
    const { state } = await openBook(store, kindTable, newContext().now());
    const book = new Book(state);
    const records = Object.fromEntries((Object.keys(KINDS) as Kind[]).map((kind) => [kind, [...book.all(kind)]]));
    const rows = portfolioRows(book);
    await saveAtomically(
      out,
      `${JSON.stringify({ book: store.book, records, portfolio: rows, totals: portfolioTotals(rows) }, null, 1)}\n`,
    );
  }
  return { data: { ok: true, file: out }, sentence: words.say('cli.exported', { file: out }) };
}
