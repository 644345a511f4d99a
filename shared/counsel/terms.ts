// What a paper must say, and what it asks as one hash: parties' words and the frozen evidence are held against it.
import type { Book, Entry } from '#shared/domain/book.ts';
import { sha256Text } from '#shared/kit/hash.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { canonical } from '#shared/kit/json.ts';
import type { Problem } from '#shared/kit/result.ts';
import { optionsOf } from './options.ts';

/** SHA-256 over type, subject, amount, question and options; the draft resolution is edited until it is taken. */
export function termsOf(book: Book, decision: Entry<'decision'>): string {
  const { type, component, benefit, amount, question } = decision;
  const options = optionsOf({ book }, decision.id).map(({ id, title, form, value, cost, months, risk }) => ({
    id,
    title,
    form,
    value,
    cost,
    months,
    risk,
  }));
  return sha256Text(canonical(JSON.parse(JSON.stringify({ type, component, benefit, amount, question, options }))));
}

/** What a paper must say before it goes to a committee. */
export function paperFault(book: Book, id: RecordId): Problem | undefined {
  const options = optionsOf({ book }, id);
  if (!options.some(({ form }) => form === 'doNothing')) return { code: 'decision.noDoNothing', path: 'options' };
  if (options.length < 2) return { code: 'decision.oneOption', path: 'options' };
  const recommended = book.get('decision', id)?.recommended;
  if (!recommended || !options.some((option) => option.id === recommended))
    return { code: 'decision.noRecommendation', path: 'recommended' };
  return undefined;
}
