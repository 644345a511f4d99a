// Starts a worker for one piece of work: progress as it comes, an answer or a refusal at the end, cancel at any time.

import type { Deck } from '#shared/deck/model.ts';
import type { Paper } from '#shared/deck/paper.ts';
import type { ReadFile } from '#shared/intake/read.ts';
import type { BookId } from '#shared/kit/ids.ts';
import type { Problem, Result } from '#shared/kit/result.ts';
import { refuse } from '#shared/kit/result.ts';
import type { Sheets } from '#shared/press/xlsx.ts';
import type { BookReply, BookRequest, FileContent, WrittenBook } from './book.worker.ts';
import type { ParseReply, ParseRequest } from './parse.worker.ts';
import type { PressReply, PressRequest } from './press.worker.ts';
import type { SealReply, SealRequest } from './seal.worker.ts';

export interface Running<T> {
  readonly result: Promise<Result<T>>;
  readonly cancel: () => void;
}

export function parseFile(name: string, bytes: Uint8Array, progress: (share: number) => void): Running<ReadFile> {
  const worker = new Worker(new URL('./parse.worker.ts', import.meta.url), { type: 'module' });
  return run<ReadFile, ParseReply>(worker, { name, bytes } satisfies ParseRequest, 'intake.stopped', (reply) => {
    if ('result' in reply) return reply.result;
    progress(reply.share);
    return undefined;
  });
}

export const pressFile = (deck: Deck, format: 'pptx' | 'xlsx', fonts = ''): Running<Uint8Array> =>
  pressBytes({ deck, format, fonts });

/** A list as a workbook of its own. */
export const pressSheets = (book: Sheets): Running<Uint8Array> => pressBytes({ book, format: 'sheets', fonts: '' });

export const pressPage = (deck: Deck, fonts: string): Running<string> => pressText({ deck, format: 'html', fonts });

export const pressPaper = (paper: Paper): Running<Uint8Array> => pressBytes({ paper, format: 'docx', fonts: '' });

export const pressPaperPage = (paper: Paper, fonts: string): Running<string> =>
  pressText({ paper, format: 'html', fonts });

export const runSeal = (request: SealRequest): Promise<Result<Uint8Array>> =>
  run<Uint8Array, SealReply>(
    new Worker(new URL('./seal.worker.ts', import.meta.url), { type: 'module' }),
    request,
    'file.sealStopped',
    (reply) => reply,
  ).result;

/** Which changes a book file holds, and whose they are. */
export const readBookFile = (bytes: Uint8Array): Promise<Result<FileContent>> =>
  runBook<FileContent>({ what: 'read', bytes });

/** The whole of a stored book as a file that has been read again. */
export const writeStoredBook = (book: BookId, database: string | undefined): Promise<Result<WrittenBook>> =>
  runBook<WrittenBook>({ what: 'write', book, database });

const runBook = <T extends FileContent | WrittenBook>(request: BookRequest): Promise<Result<T>> =>
  run<T, BookReply>(
    new Worker(new URL('./book.worker.ts', import.meta.url), { type: 'module' }),
    request,
    'folder.stopped',
    (reply) => reply as Result<T>,
  ).result;

const pressBytes = (request: PressRequest): Running<Uint8Array> =>
  run<Uint8Array, PressReply>(pressWorker(), request, 'pack.stopped', (reply) =>
    'bytes' in reply ? { ok: true, value: reply.bytes } : refuse('pack.stopped', { detail: faultOf(reply) }),
  );

const pressText = (request: PressRequest): Running<string> =>
  run<string, PressReply>(pressWorker(), request, 'pack.stopped', (reply) =>
    'html' in reply ? { ok: true, value: reply.html } : refuse('pack.stopped', { detail: faultOf(reply) }),
  );

const faultOf = (reply: PressReply): string => ('fault' in reply ? reply.fault : '');

const pressWorker = () => new Worker(new URL('./press.worker.ts', import.meta.url), { type: 'module' });

function run<T, Reply>(
  worker: Worker,
  request: unknown,
  broken: string,
  read: (reply: Reply) => Result<T, Problem> | undefined,
): Running<T> {
  let settle: (result: Result<T>) => void = () => undefined;
  const result = new Promise<Result<T>>((resolve) => {
    settle = (answer) => {
      worker.terminate();
      resolve(answer);
    };
  });
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const answer = read(data);
    if (answer) settle(answer);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    settle(refuse(broken, { detail: event.message ?? '' }));
  });
  worker.postMessage(request);
  return { result, cancel: () => settle(refuse('intake.cancelled')) };
}
