// Reads a chosen file away from the page: large files must not stop a keystroke. Cancelling ends the worker.
import { readTable } from '#shared/intake/read.ts';

export type ParseRequest = { readonly name: string; readonly bytes: Uint8Array };
export type ParseReply = { readonly share: number } | { readonly result: Awaited<ReturnType<typeof readTable>> };

const answer = (reply: ParseReply): void => self.postMessage(reply);

self.addEventListener('message', ({ data }: MessageEvent<ParseRequest>) => {
  void readTable(data.name, data.bytes, (share) => answer({ share })).then((result) => answer({ result }));
});
