// A field's value in words: the same text in history, previews and links.

import type { Book } from '#shared/domain/book.ts';
import { isAbsent } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { isObject } from '#shared/kit/json.ts';
import { isMoney } from '#shared/kit/money.ts';
import { isDay } from '#shared/kit/period.ts';
import type { Words } from '#shared/words/words.ts';

const CHOICES: Readonly<Record<string, string>> = {
  level: 'level',
  category: 'benefitCategory',
  classification: 'classification',
  $life: 'life',
};
const LINKS: readonly string[] = ['sponsor', 'deliveryLead', 'owner', 'parent', 'component', 'objective', 'benefit'];

/** @param book names the records that links point to; left out, a link is shown as it is */
export function fieldValue(field: string, value: unknown, words: Words, book?: Book): string {
  if (value === null || value === undefined) return '—';
  if (isAbsent(value)) return words.sayAny(`absent.${value.absent}`);
  if (isMoney(value)) return words.moneyExact(value);
  if (isDay(value)) return words.date(value);
  if (typeof value === 'boolean') return words.say(value ? 'app.yes' : 'app.no');
  if (typeof value === 'number') return words.number(value, 4);
  if (Array.isArray(value)) return words.say('value.list', { count: value.length });
  if (field === 'logo') return words.say('value.picture');
  if (isObject(value)) return objectText(value, words);
  if (typeof value !== 'string') return '…';
  if (LINKS.includes(field) && book) return linkText(book, value as RecordId) ?? value;
  const choice = CHOICES[field];
  return choice && words.has(`${choice}.${value}`) ? words.sayAny(`${choice}.${value}`) : value;
}

function objectText(value: Record<string, unknown>, words: Words): string {
  if (typeof value.rating === 'string') return words.sayAny(`rating.${value.rating}`);
  if (isDay(value.asAt)) return words.date(value.asAt);
  if (value.kind === 'real' || value.kind === 'nominal')
    return words.sayAny(`priceBase.${value.kind}`, { year: String(value.year ?? '') });
  return words.say('value.list', { count: Object.keys(value).length });
}

function linkText(book: Book, id: RecordId): string | undefined {
  return (
    book.get('person', id)?.name ??
    book.get('component', id)?.name ??
    book.get('objective', id)?.name ??
    book.get('benefit', id)?.title
  );
}
