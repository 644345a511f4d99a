// `mizan pack BOOK --out DIR`: the committee's pack as slides, pages and a workbook.

import { mkdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { saveAtomically } from '#electron/host/save.ts';
import { issuePack, nextPackNumber } from '#shared/acts/issue-pack.ts';
import { snapshotName } from '#shared/change/asat.ts';
import { commit, type OpenBook, openBook } from '#shared/change/commit.ts';
import { issuedDeck } from '#shared/deck/issued.ts';
import type { Deck } from '#shared/deck/model.ts';
import { packDate, packDeck } from '#shared/deck/pack.ts';
import { lastSeen } from '#shared/domain/before.ts';
import { Book, kindTable } from '#shared/domain/book.ts';
import type { PackFile } from '#shared/domain/pack.ts';
import { today } from '#shared/kit/context.ts';
import { sha256 } from '#shared/kit/hash.ts';
import type { Day } from '#shared/kit/period.ts';
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
  const store = must(openFileStore(files[0] as string, false));
  const issuing = options.issue === 'true' ? await beginIssue(store, options) : undefined;
  const deck = issuing?.deck ?? (await deckOf(store, options));
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
  if (issuing) await recordIssue(issuing, deck, written);
  const packed = words.say('cli.packed', { count: deck.slides.length, files: written.join(', ') });
  const sentence = issuing ? `${packed}\n${words.say('cli.packIssued', { number: issuing.number })}` : packed;
  return {
    data: {
      ok: true,
      slides: deck.slides.length,
      titles: deck.slides.map((slide) => slide.title),
      files: written,
      ...(issuing ? { number: issuing.number } : {}),
      ...(noPdf ? { notWritten: [{ format: 'pdf', sentence: noPdf }] } : {}),
    },
    sentence: noPdf ? `${sentence}\n${noPdf}` : sentence,
  };
}

/** The pack of a stored book, as at its latest publication unless told otherwise. */
export async function deckOf(store: FileStore, options: Call['options']): Promise<Deck> {
  const language = languageOf(options);
  const wanted = options['as-at'];
  if (wanted !== undefined && !isDay(wanted)) throw new Refusal({ code: 'cli.badDate', args: { text: wanted } });
  const ctx = newContext();
  const { state } = await openBook(store, kindTable, ctx.now());
  const book = new Book(state);
  const before = lastSeen(book, await store.readSince(0));
  return packDeck({
    book,
    ...(before ? { before } : {}),
    words: createWords({ language }),
    asAt: wanted ?? packDate(book, today(ctx)),
    snapshot: snapshotName(state),
  });
}

const FIGURES = { digits: 'latn', calendar: 'gregory' } as const;

function languageOf({ lang = 'en' }: Call['options']): 'en' | 'ar' {
  if (lang !== 'en' && lang !== 'ar') throw new Refusal({ code: 'cli.badLanguage', args: { text: lang } });
  return lang;
}

interface Issuing {
  readonly open: OpenBook;
  readonly number: string;
  readonly deck: Deck;
}

async function beginIssue(store: FileStore, options: Call['options']): Promise<Issuing> {
  const open = await openBook(store, kindTable, newContext().now());
  const book = new Book(open.state);
  const asAt = (options['as-at'] as Day | undefined) ?? packDate(book, today(newContext()));
  const number = nextPackNumber(book, asAt);
  const language = languageOf(options);
  const pack = { tips: [...open.state.tips.values()], asAt, snapshot: snapshotName(open.state), number };
  const deck = issuedDeck(await store.readSince(0), pack, { language, ...FIGURES });
  return { open, number, deck: deck as Deck };
}

/** Recorded once every file is written: a pack is only issued when all of it is there. */
async function recordIssue({ open, number }: Issuing, deck: Deck, written: readonly string[]): Promise<void> {
  const files = written.map((path) => {
    const bytes = readFileSync(path);
    return { kind: extname(path).slice(1) as PackFile, sha256: sha256(bytes), bytes: bytes.length };
  });
  const edition = {
    language: deck.language,
    digits: 'latn',
    calendar: 'gregory',
    slides: deck.slides.length,
    files,
  } as const;
  const { title, asAt } = deck;
  const snapshot = snapshotName(open.state);
  const ctx = newContext();
  must(
    await commit(open, ctx, (state) =>
      issuePack.run(new Book(state), { number, title, asAt, snapshot, editions: [edition] }, ctx),
    ),
  );
}
