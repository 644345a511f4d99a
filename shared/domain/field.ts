// What a field may hold, said once: every field of every kind is checked by one of these on its way in.
import { isAbsent } from '#shared/kit/absent.ts';
import { isId } from '#shared/kit/ids.ts';
import { isObject } from '#shared/kit/json.ts';
import { isMoney } from '#shared/kit/money.ts';
import { isDay } from '#shared/kit/period.ts';

/** Undefined: fine; else the code of the sentence that says why not. */
export type Check = (value: unknown) => FieldFault | undefined;
export type FieldFault =
  | 'field.notText'
  | 'field.tooLong'
  | 'field.empty'
  | 'field.notADay'
  | 'field.notMoney'
  | 'field.notALink'
  | 'field.notAChoice'
  | 'field.notANumber'
  | 'field.notAFlag'
  | 'field.notAPercent'
  | 'field.notWhole'
  | 'field.notPositive'
  | 'field.belowNothing'
  | 'field.badShape';

/** Longest text a field takes, in characters. */
export const LONGEST_TEXT = 20_000;

export const text: Check = (x) =>
  typeof x !== 'string' ? 'field.notText' : x.length > LONGEST_TEXT ? 'field.tooLong' : undefined;
export const title: Check = (x) =>
  typeof x !== 'string'
    ? 'field.notText'
    : x.trim() === ''
      ? 'field.empty'
      : x.length > 1_000
        ? 'field.tooLong'
        : undefined;
export const day: Check = (x) => (isDay(x) ? undefined : 'field.notADay');
export const money: Check = (x) => (isMoney(x) ? undefined : 'field.notMoney');
/** Money that is never below nothing. */
export const moneyUp: Check = (x) =>
  money(x) ?? ((x as { minor: number }).minor >= 0 ? undefined : 'field.belowNothing');
export const link: Check = (x) => (isId(x) ? undefined : 'field.notALink');
export const flag: Check = (x) => (typeof x === 'boolean' ? undefined : 'field.notAFlag');
export const number: Check = (x) => (typeof x === 'number' && Number.isFinite(x) ? undefined : 'field.notANumber');

export const whole: Check = (x) => (Number.isSafeInteger(x) ? undefined : 'field.notWhole');
export const positive: Check = (x) => number(x) ?? ((x as number) > 0 ? undefined : 'field.notPositive');
/** Per cent, 0 to 100. */
export const percent: Check = (x) =>
  number(x) ?? ((x as number) >= 0 && (x as number) <= 100 ? undefined : 'field.notAPercent');

export const choice =
  (allowed: readonly unknown[]): Check =>
  (x) =>
    allowed.includes(x) ? undefined : 'field.notAChoice';

/** A value of the check's kind, or a typed null. */
export const maybe =
  (check: Check): Check =>
  (x) =>
    isAbsent(x) && x.absent !== 'withheld' ? undefined : check(x);

export const shape =
  (test: (x: Record<string, unknown>) => boolean): Check =>
  (x) =>
    typeof x === 'object' && x !== null && !Array.isArray(x) && test(x as Record<string, unknown>)
      ? undefined
      : 'field.badShape';

export const isPriceBase = (x: unknown): boolean =>
  isObject(x) && (x.kind === 'nominal' || (x.kind === 'real' && Number.isInteger(x.year)));

/**
 * The fields of one kind. A name ending in '/' is a family: one field a fiscal year ('costPlan/2023'), a month or a
 * version. A name ending in '@' is a series: one field a month ('forecast@12'); a number before the mark is a version.
 */
export type Fields = Readonly<Record<string, Check>>;
