// `mizan collect BOOK --round 2027-Q1 --out DIR`: opens the round where it is not open yet and writes what goes out.

import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { saveAtomically } from '#electron/host/save.ts';
import { openRound } from '#shared/acts/open-round.ts';
import { commit, openBook } from '#shared/change/commit.ts';
import { type Parcel, parcelsOf } from '#shared/collect/round.ts';
import { Book, kindTable } from '#shared/domain/book.ts';
import { type Context, today } from '#shared/kit/context.ts';
import type { Day } from '#shared/kit/period.ts';
import { addDays } from '#shared/kit/period.ts';
import { DAYS_TO_ANSWER, roundFor, vacancies } from '#shared/value/rounds.ts';
import { spanNamed } from '#shared/value/span.ts';
import type { Language } from '#shared/words/format.ts';
import type { Answer, Call } from './call.ts';
import { must, newContext, Refusal, words } from './context.ts';
import { openFileStore } from './store.ts';

export async function collectOut({ files, options }: Call, period: string, out: string): Promise<Answer> {
  const language = languageOf(options.language ?? options.lang ?? 'en');
  const by = groupingOf(options.by ?? 'owner');
  if (statSync(out, { throwIfNoEntry: false })?.isFile())
    throw new Refusal({ code: 'cli.noFolder', args: { folder: out } });
  const ctx = newContext();
  const store = must(openFileStore(files[0] as string, false));
  const open = await openBook(store, kindTable, ctx.now());
  const on = workingDay(new Book(open.state), options.date, ctx);
  const input = { period, by, opened: on, due: addDays(on, DAYS_TO_ANSWER) };
  must(await commit(open, ctx, (state) => openRound.run(new Book(state), input, ctx)));
  const book = new Book(open.state);
  const span = must(spanNamed(period, book.office.fiscalYearStart));
  const round = roundFor(book, span.name, by);
  if (!round) throw new Refusal({ code: 'collect.nothingDue', args: { period: span.name } });
  mkdirSync(out, { recursive: true });
  const parcels: Omit<Parcel, 'workbook' | 'eml'>[] = [];
  for await (const parcel of parcelsOf({ book, bookId: store.book, round: round.id, language, on }, ctx)) {
    await saveAtomically(join(out, `${parcel.file}.xlsx`), parcel.workbook);
    await saveAtomically(join(out, `${parcel.file}.eml`), parcel.eml);
    await saveAtomically(join(out, `${parcel.file}.txt`), `${parcel.letter.subject}\n\n${parcel.letter.text}`);
    const { workbook: _, eml: __, ...rest } = parcel;
    parcels.push(rest);
  }
  const silentOfAddress = parcels.filter(({ to }) => to.length === 0).map(({ who }) => who);
  const vacant = vacancies(book);
  return {
    data: {
      ok: true,
      period: span.name,
      round: round.id,
      by,
      due: round.due,
      out,
      workbooks: parcels.map(({ who, file, to, request }) => ({
        who,
        request,
        workbook: `${file}.xlsx`,
        letter: `${file}.eml`,
        to: to.map(({ address }) => address),
      })),
      noAddress: silentOfAddress,
      vacant: vacant.map(({ id, title }) => ({ benefit: id, title })),
    },
    sentence: [
      words.say('collect.roundMade', { count: parcels.length, period: span.name, out }),
      ...listed('collect.noAddress', silentOfAddress),
      ...(vacant.length > 0 ? [words.say('collect.vacant', { count: vacant.length })] : []),
    ].join('\n'),
  };
}

/** The day as told, else today, or the book's reporting date where that is later. */
export function workingDay(book: Book, told: string | undefined, ctx: Context): Day {
  if (told !== undefined) return told as Day;
  const reporting = book.office.reportingDate;
  return reporting !== undefined && reporting > today(ctx) ? reporting : today(ctx);
}

/** A sentence that names up to a dozen; none where there is nothing to name. */
export function listed(
  key: 'collect.noAddress' | 'collect.returnsRefused' | 'collect.returnsTwice' | 'collect.unheard',
  names: readonly string[],
): string[] {
  const shown = names.length > 12 ? `${names.slice(0, 12).join(', ')}, …` : names.join(', ');
  return names.length === 0 ? [] : [words.say(key, { count: names.length, names: shown })];
}

function languageOf(text: string): Language {
  if (text !== 'en' && text !== 'ar') throw new Refusal({ code: 'cli.badLanguage', args: { text } });
  return text;
}

function groupingOf(text: string): 'owner' | 'programme' {
  if (text !== 'owner' && text !== 'programme') throw new Refusal({ code: 'cli.badGrouping', args: { text } });
  return text;
}
