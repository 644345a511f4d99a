// A letter as the file a mail program opens: RFC 5322 with UTF-8 words and the workbook attached, made without a clock.
import { sha256 } from '#shared/kit/hash.ts';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Mail {
  /** Left out where the desk has no address: the mail program fills in its own. */
  readonly from: Mailbox | undefined;
  readonly to: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly date: number;
  readonly language: string;
  readonly attachment: { readonly name: string; readonly type: string; readonly bytes: Uint8Array };
}

export function emlOf(mail: Mail): string {
  const { attachment, text } = mail;
  const boundary = `=_mizan_${sha256(attachment.bytes).slice(0, 32)}`;
  const head = [
    `From: ${mail.from ? mailboxText(mail.from) : 'undisclosed-sender:;'}`,
    ...(mail.to.length > 0 ? [`To: ${mail.to.map(mailboxText).join(',\r\n ')}`] : []),
    `Subject: ${encodedWords(oneLine(mail.subject), 'Subject: '.length)}`,
    `Date: ${mailDate(mail.date)}`,
    // opened as a draft to look at and send, not as a letter received
    'X-Unsent: 1',
    `Content-Language: ${mail.language}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
  ];
  const body = [
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(utf8(text.replace(/\r?\n/g, '\r\n'))),
    `--${boundary}`,
    `Content-Type: ${attachment.type}`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment;\r\n filename="${asciiName(attachment.name)}";\r\n filename*=UTF-8''${percentName(attachment.name)}`,
    '',
    base64Lines(attachment.bytes),
    `--${boundary}--`,
    '',
  ];
  return [...head, '', ...body].join('\r\n');
}

/** An address a mail program can send to; what a person typed as a phone number is none. */
export const isAddress = (text: string | undefined): text is string =>
  text !== undefined && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]+$/.test(text);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const oneLine = (text: string): string => text.replace(/[\r\n\t]+/g, ' ').trim();
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

function mailboxText({ name, address }: Mailbox): string {
  const shown = oneLine(name);
  if (shown === '') return `<${address}>`;
  const quoted = `"${shown.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`;
  return `${isPlain(shown) ? quoted : encodedWords(shown, 4)} <${address}>`;
}

/** Longest encoded word, and how many bytes of text one may carry. */
const WORD_BYTES = 45;

/** RFC 2047: letters beyond ASCII in words of at most 75 characters, none cut within a letter. */
function encodedWords(text: string, used: number): string {
  if (isPlain(text) && used + text.length <= 76) return text;
  const words: string[] = [];
  let held = '';
  // the first line has less room, for the header's name stands on it
  const room = () => (words.length === 0 ? WORD_BYTES - Math.ceil(used * 0.75) : WORD_BYTES);
  for (const letter of text) {
    if (held !== '' && utf8(held + letter).length > room()) {
      words.push(held);
      held = '';
    }
    held += letter;
  }
  words.push(held);
  return words.map((word) => `=?UTF-8?B?${base64(utf8(word))}?=`).join('\r\n ');
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function mailDate(ms: number): string {
  const at = new Date(ms);
  const two = (x: number) => String(x).padStart(2, '0');
  const day = `${DAYS[at.getUTCDay()]}, ${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} +0000`;
}

const asciiName = (name: string): string => name.replace(/[^\x20-\x7e]|["\\]/g, '_');
const percentName = (name: string): string =>
  [...utf8(name)]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[A-Za-z0-9._-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += SIGNS[(three >> 18) & 63];
    text += SIGNS[(three >> 12) & 63];
    text += left > 1 ? SIGNS[(three >> 6) & 63] : '=';
    text += left > 2 ? SIGNS[three & 63] : '=';
  }
  return text;
}

/** 57 bytes make a line of 76 characters. */
function base64Lines(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 57) lines.push(base64(bytes.subarray(at, at + 57)));
  return lines.join('\r\n');
}
