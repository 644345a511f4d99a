// A logo as bytes with its size in pixels, read from the picture itself: a paper must not stretch it.

export interface Picture {
  readonly bytes: Uint8Array;
  readonly ending: 'png' | 'jpeg';
  readonly width: number;
  readonly height: number;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Undefined where it is no picture after all: the paper does without. */
export function pictureOf(address: string): Picture | undefined {
  const [, ending, data] = /^data:image\/(png|jpeg);base64,([A-Za-z0-9+/]+)=*$/.exec(address) ?? [];
  if ((ending !== 'png' && ending !== 'jpeg') || data === undefined) return undefined;
  const bytes = fromBase64(data);
  const size = ending === 'png' ? pngSize(bytes) : jpegSize(bytes);
  return size && size.width > 0 && size.height > 0 ? { bytes, ending, ...size } : undefined;
}

function fromBase64(data: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((data.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const letter of data) {
    held = ((held << 6) | LETTERS.indexOf(letter)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}

type Size = Pick<Picture, 'width' | 'height'>;
const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

const pngSize = (bytes: Uint8Array): Size | undefined =>
  word(bytes, 0) === 0x8950
    ? { width: word(bytes, 16) * 65_536 + word(bytes, 18), height: word(bytes, 20) * 65_536 + word(bytes, 22) }
    : undefined;

/** The frame header: the first of the SOF marks, which are C0 to CF without the tables among them. */
function jpegSize(bytes: Uint8Array): Size | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + word(bytes, at + 2)) {
    const mark = bytes[at + 1] ?? 0;
    if (mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark))
      return { height: word(bytes, at + 5), width: word(bytes, at + 7) };
  }
  return undefined;
}
