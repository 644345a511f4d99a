// Typed nulls: an empty cell, an exemption and a "not yet" are different answers, and none of them is zero.

/**
 * blank: nothing was written · exempt: withheld under a named rule · notYet: too early to say ·
 * unreadable: something is written that is not a value of this kind · notGiven: said to be unavailable ·
 * withheld: this copy of the book does not carry it; never written, only read.
 */
export const ABSENCES = ['blank', 'exempt', 'notYet', 'unreadable', 'notGiven', 'withheld'] as const;
export type Absence = (typeof ABSENCES)[number];

/** A value that is not there, with the original words that said so. */
export interface Absent {
  readonly absent: Absence;
  readonly text?: string;
}

/** Stands, in every language, where a text is that this copy of the book does not carry. */
export const WITHHELD_TEXT = '[…]';

export type Known<T> = T | Absent;

export const isAbsent = (x: unknown): x is Absent =>
  typeof x === 'object' && x !== null && 'absent' in x && (ABSENCES as readonly unknown[]).includes(x.absent);

/** The value itself, or undefined where it is absent or was never given. */
export function known<T>(x: Known<T> | null | undefined): T | undefined {
  return x === null || x === undefined || isAbsent(x) ? undefined : (x as T);
}
