// The register's columns: how each shows, sorts, copies and is edited in place.

import { moneyOf, statusReason } from '#renderer/desk/value-words.ts';
import type { GridColumn } from '#renderer/parts/grid/types.ts';
import { Status, StatusWord } from '#renderer/parts/Status.tsx';
import { BENEFIT_CATEGORIES, BENEFIT_STATES } from '#shared/domain/benefit.ts';
import type { Book } from '#shared/domain/book.ts';
import { decimalOf } from '#shared/kit/money.ts';
import type { MoneyScale } from '#shared/words/format.ts';
import type { Words } from '#shared/words/words.ts';
import type { BenefitRow } from './rows.ts';

/** Keeps typed text into a field of a row; undefined when kept, else the sentence that says why not. */
export type KeepTyped = (row: BenefitRow, field: string, text: string) => Promise<string | undefined>;

interface ColumnsInput {
  readonly book: Book;
  readonly words: Words;
  readonly scale: MoneyScale;
  readonly keep: KeepTyped;
}

export function benefitColumns({ book, words, scale, keep }: ColumnsInput): readonly GridColumn<BenefitRow>[] {
  const { currency } = book.office;
  const text = (
    id: string,
    field: string,
    width: number,
    of: (row: BenefitRow) => string,
    group = true,
  ): GridColumn<BenefitRow> => ({
    id,
    label: words.field(field, 'benefit'),
    width,
    align: 'start',
    value: (row) => of(row) || undefined,
    text: of,
    show: (row) => (
      <span title={of(row)} dir="auto">
        {of(row)}
      </span>
    ),
    ...(group ? { groupLabel: (row: BenefitRow) => of(row) || '—' } : {}),
    edit: { kind: 'text', keep: (row, typed) => keep(row, field, typed) },
  });
  const money = (id: 'attributed' | 'riskAdjusted'): GridColumn<BenefitRow> => ({
    id,
    label: words.sayAny(`value.${id}`),
    unit: words.unit(currency, scale),
    width: 128,
    align: 'end',
    value: (row) => (row.priced ? row[id] : undefined),
    text: (row) => (row.priced ? decimalOf(moneyOf(row[id], currency), scale) : ''),
    show: (row) =>
      row.priced ? (
        <span title={words.moneyExact(moneyOf(row[id], currency))}>
          {words.amount(moneyOf(row[id], currency), scale, scale ? 1 : 2)}
        </span>
      ) : (
        <span title={words.say('benefits.noMoney')}>—</span>
      ),
  });
  return [
    { ...text('title', 'title', 320, (row) => row.benefit.title, false), canHide: false },
    {
      id: 'status',
      label: words.say('portfolio.status'),
      width: 84,
      align: 'start',
      value: (row) => `${row.value.status.status} ${row.delivery}`,
      text: (row) => `${words.sayAny(`status.${row.delivery}`)} / ${words.sayAny(`status.${row.value.status.status}`)}`,
      groupLabel: (row) => words.sayAny(`status.${row.value.status.status}`),
      show: (row) => (
        <span style={{ display: 'inline-flex', gap: 10 }} title={statusReason(row.value.status, words)}>
          <Status
            status={row.delivery}
            letter={words.say('portfolio.d')}
            label={`${words.say('portfolio.delivery')}: ${words.sayAny(`status.${row.delivery}`)}`}
          />
          <Status
            status={row.value.status.status}
            letter={words.say('portfolio.v')}
            label={`${words.say('value.status')}: ${words.sayAny(`status.${row.value.status.status}`)} (${statusReason(row.value.status, words)})`}
          />
        </span>
      ),
    },
    {
      id: 'onTrack',
      label: words.say('value.onTrack'),
      width: 92,
      align: 'end',
      value: (row) => row.value.status.ratio,
      text: (row) => (row.value.status.ratio === undefined ? '' : String(row.value.status.ratio)),
      show: (row) =>
        row.value.status.ratio === undefined ? (
          <span title={statusReason(row.value.status, words)}>—</span>
        ) : (
          words.percent(row.value.status.ratio)
        ),
    },
    {
      id: 'state',
      label: words.field('state'),
      width: 128,
      align: 'start',
      value: (row) => BENEFIT_STATES.indexOf(row.state),
      groupLabel: (row) => words.sayAny(`benefitState.${row.state}`),
      text: (row) => words.sayAny(`benefitState.${row.state}`),
      show: (row) => words.sayAny(`benefitState.${row.state}`),
    },
    {
      id: 'lacks',
      label: words.say('benefits.lacks'),
      width: 210,
      align: 'start',
      value: (row) => row.lacks.length,
      text: (row) => row.lacks.map((code) => words.sayAny(code)).join('; '),
      show: (row) =>
        row.lacks[0] && row.next ? (
          <span title={row.lacks.map((code) => words.sayAny(code)).join(' · ')}>
            {words.say('benefits.lacksFor', { count: row.lacks.length, to: words.sayAny(`benefitState.${row.next}`) })}
          </span>
        ) : row.next ? (
          <StatusWord
            status="onTrack"
            label={words.say('benefits.readyFor', { to: words.sayAny(`benefitState.${row.next}`) })}
          />
        ) : (
          '—'
        ),
    },
    {
      ...text('owner', 'owner', 170, (row) => row.owner),
      show: (row) =>
        row.owner ? (
          <span title={row.accepted ? words.say('benefits.accepted') : words.say('benefits.notAccepted')} dir="auto">
            {row.owner}
            {row.accepted ? '' : ' ?'}
          </span>
        ) : (
          <span title={words.say('benefits.vacant')}>—</span>
        ),
    },
    text('component', 'component', 240, (row) => row.component),
    {
      id: 'measure',
      label: words.field('leadMeasure'),
      width: 210,
      align: 'start',
      value: (row) => row.value.lead?.measure.name,
      text: (row) => row.value.lead?.measure.name ?? '',
      show: (row) => {
        const measure = row.value.lead?.measure;
        return measure ? (
          <span dir="auto" title={measure.name}>
            {measure.name}
            {measure.unit ? ` (${measure.unit})` : ''}
          </span>
        ) : (
          '—'
        );
      },
    },
    money('attributed'),
    money('riskAdjusted'),
    {
      id: 'confidence',
      label: words.field('confidence', 'benefit'),
      width: 110,
      align: 'end',
      value: (row) => row.benefit.confidence,
      text: (row) => (row.benefit.confidence === undefined ? '' : String(row.benefit.confidence)),
      show: (row) => (row.benefit.confidence === undefined ? '—' : words.percent(row.benefit.confidence / 100)),
      edit: { kind: 'text', keep: (row, typed) => keep(row, 'confidence', typed) },
    },
    {
      id: 'category',
      label: words.field('category', 'benefit'),
      width: 180,
      align: 'start',
      value: (row) => row.benefit.category,
      groupLabel: (row) => (row.benefit.category ? words.sayAny(`benefitCategory.${row.benefit.category}`) : '—'),
      text: (row) => (row.benefit.category ? words.sayAny(`benefitCategory.${row.benefit.category}`) : ''),
      show: (row) => (row.benefit.category ? words.sayAny(`benefitCategory.${row.benefit.category}`) : '—'),
      edit: {
        kind: 'choice',
        start: (row) => row.benefit.category ?? '',
        choices: [
          { value: '', label: '—' },
          ...BENEFIT_CATEGORIES.map((value) => ({ value, label: words.sayAny(`benefitCategory.${value}`) })),
        ],
        keep: (row, typed) => keep(row, 'category', typed),
      },
    },
    text('beneficiary', 'beneficiary', 200, (row) => row.benefit.beneficiary ?? ''),
  ];
}
