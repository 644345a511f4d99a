// A value of a field in words: the same text in history, previews, merges and links.

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
  state: 'benefitState',
  tangible: 'tangible',
  term: 'term',
  recurrence: 'recurrence',
  rank: 'rank',
  cadence: 'cadence',
  rollUp: 'rollUp',
  verdict: 'reviewVerdict',
  perspective: 'perspective',
  timing: 'timing',
  preset: 'mapPreset',
  reading: 'mapReading',
  group: 'mapGroup',
};
const LINKS: readonly string[] = [
  'sponsor',
  'deliveryLead',
  'owner',
  'accountable',
  'operationalOwner',
  'successor',
  'verifier',
  'financeVerifier',
  'parent',
  'component',
  'objective',
  'benefit',
  'measure',
  'leadMeasure',
  'mergedInto',
  'startMilestone',
  'foretells',
  'from',
  'to',
  'giver',
  'taker',
  'person',
  'map',
  'node',
];

/** @param book names the records that links point to; left out, a link is shown as it is */
export function fieldValue(field: string, value: unknown, words: Words, book?: Book): string {
  if (value === null || value === undefined) return '—';
  if (isAbsent(value)) return words.sayAny(`absent.${value.absent}`);
  if (isMoney(value)) return words.moneyExact(value);
  if (isDay(value)) return words.date(value);
  if (typeof value === 'boolean') return words.say(value ? 'app.yes' : 'app.no');
  if (field === 'direction') return words.say(value === -1 ? 'direction.down' : 'direction.up');
  if (typeof value === 'number') return words.number(value, 4);
  if (Array.isArray(value) && field.includes('@')) return runText(value, words);
  if (Array.isArray(value)) return words.say('value.list', { count: value.length });
  if (field === 'logo') return words.say('value.picture');
  if (field.endsWith('@') && isObject(value) && Array.isArray(value.values)) return runText(value.values, words);
  if (isObject(value)) return objectText(value, words);
  if (typeof value !== 'string') return '…';
  if (LINKS.includes(field) && book) return linkText(book, value as RecordId) ?? value;
  const choice = CHOICES[field];
  return choice && words.has(`${choice}.${value}`) ? words.sayAny(`${choice}.${value}`) : value;
}

/** A run of months by its ends: "60 months: 12 … 96". */
function runText(values: readonly unknown[], words: Words): string {
  const said = values.filter((each) => each !== null).map((each) => monthText(each, words));
  if (said.length === 0) return '—';
  const ends = said.length === 1 ? said[0] : `${said[0]} … ${said.at(-1)}`;
  return words.say('value.months', { count: said.length, ends: ends ?? '' });
}

const monthText = (value: unknown, words: Words): string =>
  typeof value === 'number' ? words.number(value, 4) : isObject(value) ? objectText(value, words) : '—';

function objectText(value: Record<string, unknown>, words: Words): string {
  if (typeof value.rating === 'string') return words.sayAny(`rating.${value.rating}`);
  if (isDay(value.asAt)) return words.date(value.asAt);
  if (typeof value.how === 'string')
    return [words.sayAny(`treatment.${value.how}`), value.by, value.reason].filter(Boolean).join(' · ');
  if (typeof value.x === 'number' && typeof value.y === 'number')
    return `${words.number(value.x)} · ${words.number(value.y)}`;
  if (typeof value.verdict === 'string') return words.sayAny(`check.${value.verdict}`);
  if (typeof value.value === 'number') return words.number(value.value, 4);
  if (typeof value.amount === 'number') return `${words.number(value.amount, 4)} ${String(value.currency ?? '')}`;
  if (typeof value.status === 'string')
    return `${words.sayAny(`status.${value.status}`)}: ${String(value.reason ?? '')}`;
  if (isDay(value.on)) return [words.date(value.on), value.reason, value.decidedBy].filter(Boolean).join(' · ');
  if (typeof value.preset === 'string')
    return value.preset === 'uk' ? words.say('settings.ukRates') : words.percent(Number(value.rate), 2);
  if (value.kind === 'real' || value.kind === 'nominal')
    return words.sayAny(`priceBase.${value.kind}`, { year: String(value.year ?? '') });
  return words.say('value.list', { count: Object.keys(value).length });
}

function linkText(book: Book, id: RecordId): string | undefined {
  return (
    book.get('person', id)?.name ??
    book.get('component', id)?.name ??
    book.get('objective', id)?.name ??
    book.get('benefit', id)?.title ??
    book.get('measure', id)?.name ??
    book.get('milestone', id)?.title ??
    book.get('businessChange', id)?.title ??
    book.get('enablingChange', id)?.title ??
    book.get('enabler', id)?.title ??
    book.get('driver', id)?.title ??
    book.get('benefitMap', id)?.title
  );
}
