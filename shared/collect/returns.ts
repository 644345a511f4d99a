// A folder of returns read at once: what is read, what is refused and why, what came twice, and who is still silent.
import { planReturns, type ReturnedCell, sameHeld, targetKey } from '#shared/acts/returned.ts';
import type { Entry } from '#shared/domain/book.ts';
import { sha256 } from '#shared/kit/hash.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { foldText } from '#shared/kit/order.ts';
import type { Problem } from '#shared/kit/result.ts';
import { latestRound, nameOf, requestsOf, type SilentOwner, silentOwners } from '#shared/value/rounds.ts';
import { fileNames } from './names.ts';
import { type ReadContext, type ReadReturn, readReturn } from './read.ts';

export interface ReturnedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface RefusedReturn {
  readonly name: string;
  readonly problem: Problem;
  /** What is wrong in its cells, each at its place. */
  readonly faults: readonly Problem[];
  /** Whose it is, by its content or, where it cannot be opened, by its name. */
  readonly request?: RecordId;
  readonly who?: string;
}

/** One not heard of: no workbook, or one that could not be read. */
export interface Unheard extends SilentOwner {
  readonly file?: string;
}

export interface ReturnsRead {
  readonly read: readonly ReadReturn[];
  readonly refused: readonly RefusedReturn[];
  /** A file that came twice: the same bytes, or the same answers saved again. */
  readonly duplicates: readonly { readonly name: string; readonly of: string }[];
  readonly rounds: readonly RecordId[];
  /** Everyone asked in these rounds whose answer is not among what is read now or was taken before. */
  readonly unheard: readonly Unheard[];
}

/** @param between waited for before each file, so that a screen can breathe, count along and stop by throwing */
export async function readReturns(
  context: ReadContext,
  files: readonly ReturnedFile[],
  between?: (read: number) => Promise<void>,
): Promise<ReturnsRead> {
  const refused: RefusedReturn[] = [];
  const duplicates: { name: string; of: string }[] = [];
  const opened: ReadReturn[] = [];
  const seen = new Map<string, string>();
  for (const [at, { name, bytes }] of [...files].sort((a, b) => (a.name < b.name ? -1 : 1)).entries()) {
    await between?.(at);
    const hash = sha256(bytes);
    const same = seen.get(hash);
    if (same !== undefined) {
      duplicates.push({ name, of: same });
      continue;
    }
    seen.set(hash, name);
    const read = await readReturn(context, bytes, name);
    if (read.ok) opened.push(read.value);
    else refused.push({ name, problem: read.problem, faults: [], ...ownerByName(context, name) });
  }
  const single = onePerRequest(opened, refused, duplicates);
  const sound = single.filter((read) => {
    if (read.faults.length === 0) return true;
    refused.push({ ...refusal(read, 'collect.faulty', { count: read.faults.length }), faults: read.faults });
    return false;
  });
  // planned together: two workbooks may speak of one cell
  const plans = planReturns(
    context.book,
    sound.map(({ returned }) => returned),
  );
  const read = sound.map((each, at) => ({ ...each, plan: plans[at] ?? each.plan }));
  const rounds = roundsOf(context, opened);
  return {
    read,
    refused,
    duplicates,
    rounds,
    unheard: rounds.flatMap((round) => unheardOf(context, round, read, refused)),
  };
}

const refusal = (read: ReadReturn, code: string, args: Problem['args']): RefusedReturn => ({
  name: read.returned.name,
  problem: { code, path: read.returned.name, ...(args ? { args } : {}) },
  faults: [],
  request: read.returned.request,
  who: read.who,
});

/** Of several workbooks of one request the fullest counts where it holds all the others say; else none of them does. */
function onePerRequest(
  opened: readonly ReadReturn[],
  refused: RefusedReturn[],
  duplicates: { name: string; of: string }[],
): ReadReturn[] {
  const byRequest = new Map<RecordId, ReadReturn[]>();
  for (const read of opened)
    byRequest.set(read.returned.request, [...(byRequest.get(read.returned.request) ?? []), read]);
  const single: ReadReturn[] = [];
  for (const reads of byRequest.values()) {
    const fullest = reads.reduce((a, b) => (b.returned.cells.length > a.returned.cells.length ? b : a));
    const others = reads.filter((read) => read !== fullest);
    if (others.every((other) => other.faults.length === 0 && isWithin(other, fullest))) {
      single.push(fullest);
      for (const other of others) duplicates.push({ name: other.returned.name, of: fullest.returned.name });
      continue;
    }
    const names = reads.map(({ returned }) => returned.name).join(', ');
    for (const read of reads) refused.push(refusal(read, 'collect.twoReturns', { who: read.who, names }));
  }
  return single;
}

function isWithin(part: ReadReturn, whole: ReadReturn): boolean {
  const all = new Map(whole.returned.cells.map((cell): [string, ReturnedCell] => [targetKey(cell.target), cell]));
  return part.returned.cells.every((cell) => {
    const same = all.get(targetKey(cell.target));
    return same !== undefined && sameHeld(same.value, cell.value);
  });
}

/** The rounds that are spoken of: the one asked for, those of the files, else the one opened last. */
function roundsOf({ book, round }: ReadContext, opened: readonly ReadReturn[]): RecordId[] {
  if (round !== undefined) return [round];
  const met = new Set(opened.map(({ returned }) => returned.round));
  if (met.size > 0) return [...met];
  const latest = latestRound(book);
  return latest ? [latest.id] : [];
}

function unheardOf(
  { book, on }: ReadContext,
  round: RecordId,
  read: readonly ReadReturn[],
  refused: readonly RefusedReturn[],
): Unheard[] {
  const heard = new Set(read.map(({ returned }) => returned.request));
  return silentOwners(book, round, on)
    .filter(({ request }) => !heard.has(request))
    .map((silent) => {
      const file = refused.find(({ request }) => request === silent.request)?.name;
      return file === undefined ? silent : { ...silent, file };
    });
}

/** A file that cannot be opened still bears the name it went out under, with whatever mail programs put around it. */
function ownerByName({ book, round }: ReadContext, name: string): { request?: RecordId; who?: string } {
  const rounds = round ? [book.get('round', round)] : [...book.all('round')];
  const plain = foldText(name);
  let best: { request: Entry<'request'>; stem: string } | undefined;
  for (const each of rounds) {
    if (!each) continue;
    for (const [request, stem] of fileNames(book, each, requestsOf(book, each.id)))
      if (plain.includes(foldText(stem)) && stem.length > (best?.stem.length ?? 0)) best = { request, stem };
  }
  return best ? { request: best.request.id, who: nameOf(book, best.request) } : {};
}
