// Why a component's statuses and figures are what they are, in words: who said so, where, as at when.

import type { Working, WorkingLine } from '#renderer/parts/Figure.tsx';
import type { Book } from '#shared/domain/book.ts';
import { originOf } from '#shared/domain/origin.ts';
import { benefitsByComponent, type PortfolioRow } from '#shared/domain/portfolio.ts';
import { isAbsent, type Known, known } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import type { Words } from '#shared/words/words.ts';

/** What stands in a field, in words: the exact value, or why there is none with the words that said so. */
function told<T>(value: Known<T> | undefined, asText: (value: T) => string, words: Words): string {
  if (isAbsent(value))
    return [words.sayAny(`absent.${value.absent}`), value.text ? `“${value.text}”` : ''].filter(Boolean).join(': ');
  return value === undefined || value === null ? words.sayAny('absent.blank') : asText(value as T);
}

/** The lines that say where a field's value came from: file and as-at date, or the edit that set it. */
function originLines(
  book: Book | undefined,
  kind: 'component' | 'benefit',
  record: RecordId,
  field: string,
  words: Words,
): WorkingLine[] {
  const origin = book ? originOf(book, kind, record, field) : undefined;
  if (!origin) return [];
  const { source } = origin;
  return source
    ? [
        { label: words.say('working.source'), value: source.file },
        { label: words.say('working.asAt'), value: words.date(source.asAt) },
      ]
    : [{ label: words.say('working.editedHere'), value: words.dateTime(origin.at) }];
}

/** Which rating counts, whose it is, on which scale, and where it was published. */
export function deliveryWorking(row: PortfolioRow, book: Book | undefined, words: Words): Working {
  const confidence = known(row.confidence);
  const by = row.judgedBy ?? 'authority';
  const field = by === 'sponsor' ? 'sponsorConfidence' : 'confidence';
  return {
    title: words.say('portfolio.delivery'),
    formula: confidence
      ? words.say('working.rated', {
          rating: words.sayAny(`rating.${confidence.rating}`),
          status: words.sayAny(`status.${row.delivery}`),
        })
      : words.say('working.notRated'),
    inputs: [
      {
        label: words.sayAny(`ratedBy.${by}`),
        value: told(row.confidence, ({ rating }) => words.sayAny(`rating.${rating}`), words),
      },
      ...(confidence ? [{ label: words.say('working.scale'), value: words.sayAny(`scale.${confidence.scale}`) }] : []),
      ...originLines(book, 'component', row.id, field, words),
    ],
    leftOutTitle: words.say('working.note'),
    leftOut: by === 'sponsor' && confidence ? [words.say('working.sponsorStandsIn')] : [],
  };
}

/** Why a row's value case is what it is. */
export function valueWorking(row: PortfolioRow, words: Words): Working {
  return {
    title: words.say('portfolio.value'),
    formula: words.sayAny(`valueCase.${row.value}`),
    inputs: [
      { label: words.say('portfolio.benefit'), value: told(row.benefit, words.moneyExact, words) },
      { label: words.say('portfolio.cost'), value: told(row.cost, words.moneyExact, words) },
      ...(row.net ? [{ label: words.say('portfolio.net'), value: words.moneyExact(row.net) }] : []),
      ...(row.ratio === undefined ? [] : [{ label: words.say('portfolio.ratio'), value: words.number(row.ratio, 3) }]),
    ],
    leftOutTitle: words.say('working.note'),
    leftOut: [words.say('working.undiscounted')],
  };
}

export function costWorking(row: PortfolioRow, book: Book | undefined, words: Words): Working {
  return {
    title: words.say('portfolio.cost'),
    formula: words.say('working.costStated'),
    inputs: [
      { label: words.say('working.exact'), value: told<Money>(row.cost, words.moneyExact, words) },
      ...originLines(book, 'component', row.id, 'wholeLifeCost', words),
    ],
    leftOutTitle: words.say('working.note'),
    leftOut: [words.say('working.undiscounted')],
  };
}

/** One line a benefit, disbenefits with their sign, and where the first of them was stated. */
export function benefitWorking(row: PortfolioRow, book: Book | undefined, words: Words): Working {
  const benefits = book ? (benefitsByComponent(book).get(row.id) ?? []) : [];
  const amounts = benefits.map(({ id, title, value, disbenefit }) => ({
    id,
    label: title,
    value: told<Money>(
      value,
      (money) => words.moneyExact(disbenefit ? { ...money, minor: -Math.abs(money.minor) } : money),
      words,
    ),
  }));
  const [first] = benefits;
  return {
    title: words.say('portfolio.benefit'),
    formula: words.say('working.benefitSum', { count: benefits.length }),
    inputs: [
      ...amounts.map(({ label, value }) => ({ label, value })),
      ...(benefits.length > 1
        ? [{ label: words.say('working.together'), value: told<Money>(row.benefit, words.moneyExact, words) }]
        : []),
      ...(first ? originLines(book, 'benefit', first.id, 'value', words) : []),
    ],
    leftOutTitle: words.say('working.note'),
    leftOut: [words.say('working.undiscounted')],
  };
}
