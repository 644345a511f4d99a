// Which names a file may bear: only those that stand on Windows, macOS and Linux alike, since files travel.
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is forbidden
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*]/;
/** Marks that turn the reading direction would let a name show another ending than it has. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;
/** The usual 255 bytes of a file system, less what a temporary file or a backup adds. */
const LIMIT_BYTES = 200;
/** What lies there already may be as long as file systems let it be. */
export const LONGEST_BYTES = 255;

export function isSafeName(name: string, most = LIMIT_BYTES): boolean {
  if (name === '' || /^[. ]|[. ]$/.test(name)) return false;
  if (RESERVED.test(name) || FORBIDDEN.test(name) || TURNING.test(name)) return false;
  return Buffer.byteLength(name) <= most;
}

export const hasExtension = (path: string, extension: string): boolean =>
  path.toLowerCase().endsWith(`.${extension}`) && path.length > extension.length + 1;

export const withExtension = (path: string, extension: string): string =>
  hasExtension(path, extension) ? path : `${path}.${extension}`;
