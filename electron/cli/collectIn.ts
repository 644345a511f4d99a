// `mizan collect BOOK --read DIR --out BOOK2`: reads a folder of returns into a copy; the book itself is never changed.
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { saveAtomically } from '#electron/host/save.ts';
import type { Clash } from '#shared/acts/returned.ts';
import { takeReturns } from '#shared/acts/take-returns.ts';
import { commit, openBook } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import { type ReturnedFile, type ReturnsRead, readReturns } from '#shared/collect/returns.ts';
import { differenceText } from '#shared/collect/said.ts';
import { Book, kindTable } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Problem } from '#shared/kit/result.ts';
import { roundFor } from '#shared/value/rounds.ts';
import { spanNamed } from '#shared/value/span.ts';
import type { Answer, Call } from './call.ts';
import { listed, workingDay } from './collectOut.ts';
import { must, newContext, Refusal, words } from './context.ts';
import { readBookFile, writeBookFile } from './sealed.ts';
import { mustHaveFolder, openFileStore } from './store.ts';

/** The largest file looked into; a workbook of one owner has a hundredth of it. */
const LARGEST_RETURN = 50 * 1024 * 1024;

export async function collectIn({ files, options }: Call, folder: string, out: string): Promise<Answer> {
  const path = files[0] as string;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal({ code: 'cli.noFolder', args: { folder } });
  mustHaveFolder(out);
  const ctx = newContext();
  const store = must(openFileStore(path, false));
  mustBeElsewhere(path, out, store.book);
  const before = await store.readSince(0);
  // all happens on a copy in memory: the book that was read from stays as it is
  const open = await openBook(memoryStore([...before]), kindTable, ctx.now());
  const book = new Book(open.state);
  const on = workingDay(book, options.date, ctx);
  const round = roundAsked(book, options.round, options.by);
  const { returns, passedOver } = filesIn(folder);
  const read = await readReturns({ book, bookId: store.book, on, ...(round ? { round } : {}) }, returns);
  const report = reportOf(book, read);
  const input = { returns: read.read.map(({ returned }) => returned), on };
  const taken = must(await commit(open, ctx, (state) => takeReturns.run(new Book(state), input, ctx)));
  const changes = (await open.store.readSince(0)).map(({ change }) => change);
  await saveAtomically(out, writeBookFile({ book: store.book, changes }, store.sealed), { backup: true });
  const cells = read.read.reduce((sum, each) => sum + each.plan.differences.length, 0);
  return {
    data: {
      ok: true,
      book: out,
      files: returns.length,
      readCount: read.read.length,
      refusedCount: read.refused.length,
      unheardCount: read.unheard.length,
      cellsChanged: cells,
      change: taken.change?.id ?? null,
      ...report,
      passedOver,
    },
    sentence: sentenceOf(read, cells),
  };
}

function roundAsked(book: Book, period: string | undefined, by: string | undefined): RecordId | undefined {
  if (period === undefined) return undefined;
  const span = must(spanNamed(period, book.office.fiscalYearStart));
  const round = roundFor(book, span.name, by === 'programme' ? 'programme' : 'owner');
  if (!round) throw new Refusal({ code: 'collect.noRound', args: { period: span.name } });
  return round.id;
}

/** What is written to is neither the book itself nor another book. */
function mustBeElsewhere(path: string, out: string, id: string): void {
  if (!statSync(out, { throwIfNoEntry: false })) return;
  if (realpathSync(out) === realpathSync(path)) throw new Refusal({ code: 'cli.sameBook' });
  const there = readBookFile(new Uint8Array(readFileSync(out)));
  if (!there.ok || there.value.book !== id)
    throw new Refusal({ code: 'cli.otherBookThere', args: { file: basename(out) } });
}

/** Letters of ours and what systems leave in folders are no returns; everything else is read, or refused by name. */
function filesIn(folder: string): { returns: ReturnedFile[]; passedOver: string[] } {
  const returns: ReturnedFile[] = [];
  const passedOver: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat?.isFile() || /^(\.|~\$|thumbs\.db$|desktop\.ini$)/i.test(name)) continue;
    if (/\.(eml|txt)$/i.test(name)) passedOver.push(name);
    // a film is not read whole to find that it is no workbook
    else
      returns.push({
        name,
        bytes: stat.size > LARGEST_RETURN ? new Uint8Array([0x50]) : new Uint8Array(readFileSync(path)),
      });
  }
  return { returns, passedOver };
}

const said = (problem: Problem) => ({ ...problem, sentence: words.problem(problem) });

function reportOf(book: Book, { read, refused, duplicates, unheard, rounds }: ReturnsRead) {
  const clash = (each: Clash) => ({
    ...differenceText(words, book, each),
    why: each.why,
    sentence: words.sayAny(`collect.clash.${each.why}`),
  });
  return {
    rounds,
    read: read.map(({ returned, who, plan, notes }) => ({
      file: returned.name,
      who,
      differences: plan.differences.map((each) => differenceText(words, book, each)),
      clashes: plan.clashes.map(clash),
      alreadyThere: plan.already,
      notes: notes.map(said),
    })),
    refused: refused.map(({ name, who, problem, faults }) => ({
      file: name,
      ...(who ? { who } : {}),
      problem,
      sentence: words.problem(problem),
      faults: faults.map(said),
    })),
    duplicates,
    unheard: unheard.map(({ name, reminded, readings, attestations, file }) => ({
      who: name,
      reminded,
      readings,
      attestations,
      ...(file ? { file } : {}),
    })),
  };
}

function sentenceOf({ read, refused, duplicates, unheard }: ReturnsRead, cells: number): string {
  const clashes = read.reduce((sum, each) => sum + each.plan.clashes.length, 0);
  return [
    words.say('collect.returnsRead', { count: read.length, cells }),
    ...(clashes > 0 ? [words.say('collect.returnsClash', { count: clashes })] : []),
    ...listed(
      'collect.returnsRefused',
      refused.map(({ name }) => name),
    ),
    ...listed(
      'collect.returnsTwice',
      duplicates.map(({ name }) => name),
    ),
    ...(unheard.length > 0
      ? listed(
          'collect.unheard',
          unheard.map(({ name }) => name),
        )
      : [words.say('collect.allHeard')]),
  ].join('\n');
}
