// Pack: the committee's document as it was issued, with the changes it was made of; never edited, only superseded.
import type { ChangeId, RecordId } from '#shared/kit/ids.ts';
import { isObject } from '#shared/kit/json.ts';
import type { Day } from '#shared/kit/period.ts';
import { type Check, day, type Fields, link, text, title } from './field.ts';

export const PACK_FILES = ['pptx', 'pdf', 'xlsx'] as const;
export type PackFile = (typeof PACK_FILES)[number];

/** One file as it was handed out, known for ever by its hash. */
export interface IssuedFile {
  readonly kind: PackFile;
  readonly sha256: string;
  /** Its size in bytes. */
  readonly bytes: number;
}

/** The pack in one language, with what its figures were written in. */
export interface Edition {
  readonly language: 'en' | 'ar';
  readonly digits: 'latn' | 'arab';
  readonly calendar: 'gregory' | 'hijri' | 'both';
  readonly slides: number;
  readonly files: readonly IssuedFile[];
}

export interface Pack {
  /** "2027-03": the fiscal year and a count within it. */
  readonly number: string;
  readonly title: string;
  /** The date it speaks of. */
  readonly asAt: Day;
  /** The day it was issued, and who did. */
  readonly on: Day;
  readonly by?: string;
  /** The changes its book was made of: the last of each chain. */
  readonly tips: readonly ChangeId[];
  /** Short name of that book, as it stands at the foot of every slide. */
  readonly snapshot: string;
  readonly editions: readonly Edition[];
  /** The pack this one takes the place of, and why. */
  readonly supersedes?: RecordId;
  readonly reason?: string;
}

const isText = (x: unknown): boolean => typeof x === 'string' && x.length <= 200;

const listOf =
  (test: (x: Record<string, unknown>) => boolean): Check =>
  (x) =>
    Array.isArray(x) && x.length > 0 && x.every((each) => isObject(each) && test(each)) ? undefined : 'field.badShape';

const isFile: Check = listOf(
  (file) => isText(file.kind) && /^[0-9a-f]{64}$/.test(String(file.sha256)) && Number.isSafeInteger(file.bytes),
);

export const packFields: Fields = {
  number: title,
  title,
  asAt: day,
  on: day,
  by: text,
  tips: (x) => (Array.isArray(x) && x.every((id) => link(id) === undefined) ? undefined : 'field.badShape'),
  snapshot: title,
  editions: listOf(
    ({ language, digits, calendar, slides, files }) =>
      isText(language) &&
      isText(digits) &&
      isText(calendar) &&
      Number.isSafeInteger(slides) &&
      isFile(files) === undefined,
  ),
  supersedes: link,
  reason: text,
};
