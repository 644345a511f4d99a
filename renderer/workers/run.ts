// Starts a worker for one piece of work: progress as it comes, an answer or a refusal at the end, cancel at any time.

import type { Deck } from '#shared/deck/model.ts';
import type { ReadFile } from '#shared/intake/read.ts';
import type { Problem, Result } from '#shared/kit/result.ts';
import { refuse } from '#shared/kit/result.ts';
import type { ParseReply, ParseRequest } from './parse.worker.ts';
import type { PressReply, PressRequest } from './press.worker.ts';

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

export function pressFile(deck: Deck, format: 'pptx' | 'xlsx', fonts = ''): Running<Uint8Array> {
  return run<Uint8Array, PressReply>(
    pressWorker(),
    { deck, format, fonts } satisfies PressRequest,
    'pack.stopped',
    (reply) =>
      'bytes' in reply
        ? { ok: true, value: reply.bytes }
        : refuse('pack.stopped', { detail: 'fault' in reply ? reply.fault : '' }),
  );
}

export function pressPage(deck: Deck, fonts: string): Running<string> {
  return run<string, PressReply>(
    pressWorker(),
    { deck, format: 'html', fonts } satisfies PressRequest,
    'pack.stopped',
    (reply) =>
      'html' in reply
        ? { ok: true, value: reply.html }
        : refuse('pack.stopped', { detail: 'fault' in reply ? reply.fault : '' }),
  );
}

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
