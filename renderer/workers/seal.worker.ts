// Seals and opens sealed book files away from the page: making the key takes a second on purpose.
import { openSealed, sealFile } from '#shared/file/seal.ts';

export type SealRequest = { readonly bytes: Uint8Array; readonly passphrase: string; readonly what: 'seal' | 'open' };
export type SealReply = ReturnType<typeof sealFile>;

const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count));

self.addEventListener('message', ({ data: { bytes, passphrase, what } }: MessageEvent<SealRequest>) => {
  const reply: SealReply = what === 'seal' ? sealFile(bytes, passphrase, random) : openSealed(bytes, passphrase);
  self.postMessage(reply);
});
