// `mizan pack BOOK --out DIR`: the committee's pack as slides, pages and a workbook.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { saveAtomically } from '#electron/host/save.ts';
import { snapshotName } from '#shared/change/asat.ts';
import { openBook } from '#shared/change/commit.ts';
import type { Deck } from '#shared/deck/model.ts';
import { packDate, packDeck } from '#shared/deck/pack.ts';
import { earlierBook } from '#shared/domain/before.ts';
import { Book, kindTable } from '#shared/domain/book.ts';
import { today } from '#shared/kit/context.ts';
import { isDay } from '#shared/kit/period.ts';
import { pressHtml } from '#shared/press/html.ts';
import { pressPptx } from '#shared/press/pptx.ts';
import { pressXlsx } from '#shared/press/xlsx.ts';
import { createWords } from '#shared/words/words.ts';
import type { Answer, Call } from './call.ts';
import { must, newContext, Refusal, words } from './context.ts';
import { fontFaces } from './fonts.ts';
import { printPdf } from './print.ts';
import { type FileStore, openFileStore } from './store.ts';

const FORMATS = ['pptx', 'pdf', 'xlsx'] as const;
type Format = (typeof FORMATS)[number];

export async function packCommand({ files, options }: Call): Promise<Answer> {
  const out = options.out;
  if (!out) throw new Refusal({ code: 'cli.noOut' });
  const formats = (options.formats ?? FORMATS.join(',')).split(',').map((format) => format.trim());
  const unknown = formats.find((format) => !(FORMATS as readonly string[]).includes(format));
  if (unknown !== undefined)
    throw new Refusal({ code: 'cli.badFormat', args: { format: unknown, known: FORMATS.join(', ') } });
  const deck = await deckOf(must(openFileStore(files[0] as string, false)), options);
  mkdirSync(out, { recursive: true });
  const written: string[] = [];
  let noPdf: string | undefined;
  for (const format of formats as Format[]) {
    const file = join(out, `pack-${deck.language}.${format}`);
    if (format === 'pptx') await saveAtomically(file, await pressPptx(deck));
    else if (format === 'xlsx') await saveAtomically(file, await pressXlsx(deck));
    else {
      noPdf = await printPdf(pressHtml(deck, { fonts: fontFaces() }), file);
      if (noPdf !== undefined) continue;
    }
    written.push(file);
  }
  const sentence = words.say('cli.packed', { count: deck.slides.length, files: written.join(', ') });
  return {
    data: {
      ok: true,
      slides: deck.slides.length,
      titles: deck.slides.map((slide) => slide.title),
      files: written,
      ...(noPdf ? { notWritten: [{ format: 'pdf', sentence: noPdf }] } : {}),
    },
    sentence: noPdf ? `${sentence}\n${noPdf}` : sentence,
  };
}

/** The pack of a stored book, as at its latest publication unless told otherwise. */
export async function deckOf(store: FileStore, options: Call['options']): Promise<Deck> {
  const language = options.lang ?? 'en';
  if (language !== 'en' && language !== 'ar') throw new Refusal({ code: 'cli.badLanguage', args: { text: language } });
  const wanted = options['as-at'];
  if (wanted !== undefined && !isDay(wanted)) throw new Refusal({ code: 'cli.badDate', args: { text: wanted } });
  const ctx = newContext();
  const { state } = await openBook(store, kindTable, ctx.now());
  const book = new Book(state);
  const before = earlierBook(book, await store.readSince(0));
  return packDeck({
    book,
    ...(before ? { before } : {}),
    words: createWords({ language }),
    asAt: wanted ?? packDate(book, today(ctx)),
    snapshot: snapshotName(state),
  });
}
