// The portfolio grid's columns: how each shows, sorts, copies and is edited.

import { sideText } from '#renderer/desk/value-words.ts';
import { Absence } from '#renderer/parts/Absence.tsx';
import type { GridColumn } from '#renderer/parts/grid/types.ts';
import { Status, StatusWord } from '#renderer/parts/Status.tsx';
import { LEVELS } from '#shared/domain/component.ts';
import { RATINGS } from '#shared/domain/confidence.ts';
import type { PortfolioRow } from '#shared/domain/portfolio.ts';
import { typedValue } from '#shared/intake/typed.ts';
import { isAbsent, type Known, known } from '#shared/kit/absent.ts';
import { decimalOf, type Money } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Result } from '#shared/kit/result.ts';
import type { ValueSide } from '#shared/value/pair.ts';
import type { MoneyScale } from '#shared/words/format.ts';
import type { Words } from '#shared/words/words.ts';

export type KeepField = (row: PortfolioRow, field: string, value: unknown) => Promise<Result<unknown>>;

interface ColumnsInput {
  readonly words: Words;
  readonly currency: string;
  readonly scale: MoneyScale;
  readonly keep: KeepField;
  /** Value status from the ledger, else the stated value case; undefined while the book is being read. */
  readonly side: (row: PortfolioRow) => ValueSide | undefined;
}

function ValueMark({ side, words }: { side: ValueSide | undefined; words: Words }) {
  if (!side) return null;
  return (
    <Status
      status={side.status}
      letter={words.say('portfolio.v')}
      label={`${words.say('value.status')}: ${sideText(side, words)}`}
    />
  );
}

export function portfolioColumns({
  words,
  currency,
  scale,
  keep,
  side,
}: ColumnsInput): readonly GridColumn<PortfolioRow>[] {
  const unit = words.unit(currency, scale);
  const textOf = (row: PortfolioRow) => {
    const standing = side(row);
    return standing ? sideText(standing, words) : '';
  };
  const absent = (value: Known<unknown> | undefined) => <Absence value={value} words={words} />;
  const money = (value: Known<Money> | undefined) => {
    const amount = known(value);
    if (!amount) return absent(value);
    return (
      <span title={words.moneyExact(amount)}>
        {amount.currency === currency ? words.amount(amount, scale, scale ? 1 : 2) : words.money(amount)}
      </span>
    );
  };
  const day = (value: Known<Day> | undefined) =>
    known(value) ? <span>{words.date(known(value) as Day)}</span> : absent(value);
  const kept = async (row: PortfolioRow, field: string, read: Result<unknown>) => {
    if (!read.ok) return words.problem(read.problem);
    const result = await keep(row, field, read.value);
    return result.ok ? undefined : words.problem(result.problem);
  };
  const text = (
    id: string,
    field: string,
    width: number,
    of: (row: PortfolioRow) => string,
    group = true,
  ): GridColumn<PortfolioRow> => ({
    id,
    label: words.field(field),
    width,
    align: 'start',
    value: (row) => of(row) || undefined,
    text: of,
    show: (row) => (
      <span title={of(row)} dir="auto">
        {of(row)}
      </span>
    ),
    ...(group ? { groupLabel: of } : {}),
    edit: { kind: 'text', keep: (row, typed) => kept(row, field, typedValue({ kind: 'text' }, typed, field)) },
  });
  const date = (id: 'start' | 'end'): GridColumn<PortfolioRow> => ({
    id,
    label: words.field(id),
    width: 128,
    align: 'start',
    value: (row) => known(row[id]),
    text: (row) => known(row[id]) ?? (isAbsent(row[id]) ? (row[id].text ?? '') : ''),
    show: (row) => day(row[id]),
    edit: { kind: 'text', keep: (row, typed) => kept(row, id, typedValue({ kind: 'day' }, typed, id)) },
  });
  const amountText = (value: Known<Money> | undefined) => {
    const amount = known(value);
    return amount ? decimalOf(amount, scale) : isAbsent(value) ? (value.text ?? '') : '';
  };
  return [
    { ...text('name', 'name', 330, (row) => row.name, false), canHide: false },
    {
      id: 'status',
      label: words.say('portfolio.status'),
      width: 84,
      align: 'start',
      value: (row) => `${row.delivery} ${side(row)?.status ?? ''}`,
      text: (row) => `${words.sayAny(`status.${row.delivery}`)} / ${textOf(row)}`,
      show: (row) => (
        <span style={{ display: 'inline-flex', gap: 10 }}>
          <Status
            status={row.delivery}
            letter={words.say('portfolio.d')}
            label={`${words.say('portfolio.delivery')}: ${words.sayAny(`status.${row.delivery}`)}`}
          />
          <ValueMark side={side(row)} words={words} />
        </span>
      ),
    },
    {
      id: 'rating',
      label: words.say('portfolio.rating'),
      width: 136,
      align: 'start',
      value: (row) =>
        known(row.confidence)
          ? RATINGS.indexOf((known(row.confidence) as { rating: (typeof RATINGS)[number] }).rating)
          : undefined,
      groupLabel: (row) =>
        known(row.confidence)
          ? words.sayAny(`rating.${known(row.confidence)?.rating}`)
          : words.say('portfolio.noRating'),
      text: (row) => (known(row.confidence) ? words.sayAny(`rating.${known(row.confidence)?.rating}`) : ''),
      show: (row) => {
        const confidence = known(row.confidence);
        return confidence ? (
          <StatusWord status={row.delivery} label={words.sayAny(`rating.${confidence.rating}`)} />
        ) : (
          absent(row.confidence)
        );
      },
      edit: {
        kind: 'choice',
        start: (row) => known(row.confidence)?.rating ?? '',
        choices: [
          { value: '', label: '—' },
          ...RATINGS.map((rating) => ({ value: rating, label: words.sayAny(`rating.${rating}`) })),
        ],
        keep: (row, typed) =>
          kept(row, row.judgedBy === 'sponsor' ? 'sponsorConfidence' : 'confidence', ratingOf(typed, words)),
      },
    },
    {
      id: 'cost',
      label: words.say('portfolio.cost'),
      unit,
      width: 150,
      align: 'end',
      value: (row) => known(row.cost)?.minor,
      text: (row) => amountText(row.cost),
      show: (row) => money(row.cost),
      edit: {
        kind: 'text',
        keep: (row, typed) =>
          kept(row, 'wholeLifeCost', typedValue({ kind: 'money', currency, scale }, typed, 'wholeLifeCost')),
      },
    },
    {
      id: 'benefit',
      label: words.say('portfolio.benefit'),
      unit,
      width: 150,
      align: 'end',
      value: (row) => known(row.benefit)?.minor,
      text: (row) => amountText(row.benefit),
      show: (row) => money(row.benefit),
      edit: {
        kind: 'text',
        keep: (row, typed) => kept(row, 'benefit', typedValue({ kind: 'money', currency, scale }, typed, 'value')),
      },
    },
    {
      id: 'ratio',
      label: words.say('portfolio.ratio'),
      width: 108,
      align: 'end',
      value: (row) => row.ratio,
      text: (row) => (row.ratio === undefined ? '' : String(row.ratio)),
      show: (row) =>
        row.ratio === undefined ? <span aria-hidden="true">—</span> : <span>{words.ratio(row.ratio)}</span>,
    },
    date('end'),
    text('organisation', 'organisation', 130, (row) => row.organisation),
    text('category', 'category', 250, (row) => row.category),
    date('start'),
    {
      id: 'level',
      label: words.field('level'),
      width: 110,
      align: 'start',
      value: (row) => LEVELS.indexOf(row.level),
      groupLabel: (row) => words.sayAny(`level.${row.level}`),
      text: (row) => words.sayAny(`level.${row.level}`),
      show: (row) => words.sayAny(`level.${row.level}`),
      edit: {
        kind: 'choice',
        start: (row) => row.level,
        choices: LEVELS.map((level) => ({ value: level, label: words.sayAny(`level.${level}`) })),
        keep: (row, typed) =>
          kept(row, 'level', {
            ok: true,
            value: LEVELS.find((level) => level === typed || words.sayAny(`level.${level}`) === typed) ?? typed,
          }),
      },
    },
    { ...text('sourceId', 'sourceId', 220, (row) => row.sourceId ?? '', false) },
  ];
}

/** A rating by its name in either form: what the list gives, or what was pasted. */
function ratingOf(typed: string, words: Words): Result<unknown> {
  if (typed.trim() === '') return { ok: true, value: null };
  const rating = RATINGS.find((known) => known === typed || words.sayAny(`rating.${known}`) === typed.trim());
  if (!rating) return typedValue({ kind: 'rating' }, typed, 'confidence');
  const scale = rating === 'amberGreen' || rating === 'amberRed' ? 'five' : 'three';
  return { ok: true, value: { rating, scale } };
}
