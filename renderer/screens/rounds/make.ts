// A round's workbooks and letters made one after the other and packed as one file; the page breathes between two of them.
import { bridge } from '#renderer/bridge.ts';
import type { Opened } from '#renderer/desk/desk.ts';
import { letterOf, type Parcel, parcelsOf } from '#shared/collect/round.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { bytesOf, type Files, packZip } from '#shared/sheet/zip.ts';
import type { RequestStanding } from '#shared/value/rounds.ts';
import type { Language } from '#shared/words/format.ts';

export interface Making {
  readonly opened: Opened;
  readonly book: Book;
  readonly round: Entry<'round'>;
  readonly standing: readonly RequestStanding[];
  readonly language: Language;
  readonly on: Day;
  /** The zip's name without its ending. */
  readonly name: string;
}

export interface Made {
  readonly name: string;
  readonly requests: readonly RecordId[];
}

/** Lets the page draw and take a key before the next piece of work. */
export const breathe = (): Promise<void> => new Promise((go) => setTimeout(go));

/** Who was sent a workbook and let the day pass gets a reminder; everyone else the first letter. */
export const letterKind = ({ request, state }: RequestStanding): 'first' | 'reminder' =>
  state === 'overdue' && request.sent !== undefined ? 'reminder' : 'first';

/** @param progress called before each workbook; false stops everything, and nothing is saved */
export async function makeParcels(making: Making, progress: (at: number) => boolean): Promise<Result<Made>> {
  const { opened, book, round, standing, language, on, name } = making;
  const files: Files = {};
  const requests: RecordId[] = [];
  for (const letter of ['first', 'reminder'] as const) {
    const wanted = standing.filter((each) => letterKind(each) === letter).map(({ request }) => request.id);
    if (wanted.length === 0) continue;
    const choice = { book, bookId: opened.id, round: round.id, language, on, letter, requests: wanted };
    for await (const parcel of parcelsOf(choice, opened.ctx)) {
      Object.assign(files, filesOf(parcel));
      requests.push(parcel.request);
      if (!progress(requests.length)) return refuse('rounds.stopped');
      await breathe();
    }
  }
  if (requests.length === 0) return refuse('rounds.madeNone');
  await breathe();
  const saved = await bridge.saveFile({ suggestedName: `${name}.zip`, kind: 'zip', bytes: packZip(files) });
  return saved.ok ? done({ name: saved.value.name, requests }) : saved;
}

const filesOf = ({ file, workbook, eml, letter }: Parcel): Files => ({
  [`${file}.xlsx`]: workbook,
  [`${file}.eml`]: bytesOf(eml),
  [`${file}.txt`]: bytesOf(`${letter.subject}\n\n${letter.text}`),
});

/** One letter as words to paste anywhere; undefined where nothing is due any more. */
export function letterText(making: Omit<Making, 'name'>, one: RequestStanding): string | undefined {
  const { opened, book, round, language, on } = making;
  const choice = { book, bookId: opened.id, round: round.id, language, on, letter: letterKind(one) };
  const letter = letterOf(choice, one.request.id, opened.ctx);
  return letter && `${letter.subject}\n\n${letter.text}`;
}
