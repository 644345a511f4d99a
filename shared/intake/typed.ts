// What a person types into a field, read by the same rules as a cell of a file.
import { isAbsent } from '#shared/kit/absent.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import { absence, type MoneyUnit, readDay, readMoney, readRating } from './cells.ts';

export type TypedKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'day' }
  | ({ readonly kind: 'money' } & MoneyUnit)
  | { readonly kind: 'rating' };

/**
 * The value to keep: null where nothing was typed; a typed null where the words say why there is no value
 * ("exempt", "TBC"); a refusal naming `field` where the text is neither.
 */
export function typedValue(as: TypedKind, text: string, field: string): Result<unknown> {
  const plain = text.trim();
  if (plain === '') return done(null);
  if (as.kind === 'text') return done(plain);
  const value =
    as.kind === 'day'
      ? readDay(plain, 'dayFirst')
      : as.kind === 'money'
        ? readMoney(plain, as)
        : readRating(plain, 'five');
  if (!isAbsent(value)) return done(value);
  const why = absence(plain);
  if (why.absent !== 'unreadable') return done(why);
  return refuse(
    as.kind === 'day' ? 'field.notADay' : as.kind === 'money' ? 'field.notMoney' : 'field.notAChoice',
    { field, text: plain },
    field,
  );
}
