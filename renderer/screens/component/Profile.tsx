// The component's own fields, each kept as it is left.
import { Select } from '@mantine/core';
import { useKeep } from '#renderer/controls/keep.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { FieldText } from '#renderer/parts/FieldText.tsx';
import type { Entry, OfficeInUse } from '#shared/domain/book.ts';
import { LEVELS } from '#shared/domain/component.ts';
import { type Confidence, RATINGS, type Rating } from '#shared/domain/confidence.ts';
import { isAbsent, type Known, known } from '#shared/kit/absent.ts';
import { decimalOf, type Money } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import styles from './component.module.css';

const TEXTS = ['name', 'organisation', 'category', 'stage'] as const;
const DAYS = ['start', 'end'] as const;
const AMOUNTS = ['wholeLifeCost', 'costToDate'] as const;
const RATED = ['confidence', 'sponsorConfidence'] as const;
/** Amounts are typed in millions. */
const SCALE = 6;

export function Profile({ component, office }: { component: Entry<'component'>; office: OfficeInUse }) {
  const words = useWords();
  const keep = useKeep('component', component.id);
  const yearly = Object.keys(component)
    .filter((key): key is `costPlan/${number}` => /^cost(Plan|Forecast)\/\d{4}$/.test(key))
    .sort();
  const absentNote = (value: Known<unknown> | undefined) =>
    isAbsent(value) ? words.sayAny(`absent.${value.absent}`) : undefined;
  const amount = (field: string, value: Known<Money> | undefined) => {
    const note = absentNote(value);
    const currency = known(value)?.currency ?? office.currency;
    return (
      <FieldText
        key={field}
        label={`${words.field(field)} (${words.unit(currency, SCALE)})`}
        value={amountText(value)}
        shown={known(value) ? words.amount(known(value) as Money, SCALE, 8) : undefined}
        {...(note ? { description: note } : {})}
        onKeep={(text) => keep.typed(field, { kind: 'money', currency, scale: SCALE }, text)}
      />
    );
  };
  return (
    <div className={styles.fields}>
      {TEXTS.map((field) => (
        <FieldText
          key={field}
          label={words.field(field)}
          value={component[field] ?? ''}
          onKeep={(text) => keep.typed(field, { kind: 'text' }, text)}
        />
      ))}
      <Select
        label={words.field('level')}
        data={LEVELS.map((level) => ({ value: level, label: words.sayAny(`level.${level}`) }))}
        value={component.level ?? 'project'}
        allowDeselect={false}
        onChange={(level) => void keep.value('level', level)}
      />
      {DAYS.map((field) => {
        const note = absentNote(component[field]);
        return (
          <FieldText
            key={field}
            label={words.field(field)}
            value={dayText(component[field])}
            shown={known(component[field]) ? words.date(known(component[field]) as Day) : undefined}
            placeholder="31/03/2027"
            {...(note ? { description: note } : {})}
            onKeep={(text) => keep.typed(field, { kind: 'day' }, text)}
          />
        );
      })}
      {RATED.map((field) => {
        const value = component[field];
        const note = absentNote(value);
        return (
          <Select
            key={field}
            label={words.field(field)}
            description={note}
            data={RATINGS.map((rating) => ({ value: rating, label: words.sayAny(`rating.${rating}`) }))}
            value={known(value)?.rating ?? null}
            placeholder="—"
            clearable
            onChange={(rating) => void keep.value(field, rating ? confidenceOf(rating as Rating, known(value)) : null)}
          />
        );
      })}
      {AMOUNTS.map((field) => amount(field, component[field]))}
      {yearly.map((field) => amount(field, component[field]))}
      <div className={styles.wide}>
        <FieldText
          label={words.field('description')}
          value={component.description ?? ''}
          multiline
          onKeep={(text) => keep.typed('description', { kind: 'text' }, text)}
        />
      </div>
    </div>
  );
}

const amountText = (value: Known<Money> | undefined): string => {
  const money = known(value);
  return money ? decimalOf(money, SCALE) : isAbsent(value) ? (value.text ?? '') : '';
};

const dayText = (value: Known<Day> | undefined): string => known(value) ?? (isAbsent(value) ? (value.text ?? '') : '');

/** A rating between the colours is on the scale of five; else the scale that stood stays. */
function confidenceOf(rating: Rating, before: Confidence | undefined): Confidence {
  const between = rating === 'amberGreen' || rating === 'amberRed';
  return { rating, scale: between ? 'five' : (before?.scale ?? 'three') };
}
