// How money is counted over time: the dates, the discount rate, the perspective; and what turns other money into this book's.
import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ChoiceField, choicesOf, DayField } from '#renderer/controls/fields.tsx';
import { useKeep } from '#renderer/controls/keep.ts';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { FieldText } from '#renderer/parts/FieldText.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { OFFICE, PERSPECTIVES, TIMINGS } from '#shared/domain/office.ts';
import { readDay } from '#shared/intake/cells.ts';
import { typedNumber, typedPercent } from '#shared/intake/series-paste.ts';
import { isAbsent } from '#shared/kit/absent.ts';
import { isCurrency } from '#shared/kit/money.ts';
import styles from './settings.module.css';

const of = { kind: 'office', record: OFFICE } as const;

export function Terms() {
  const words = useWords();
  const book = useBook();
  const keep = useKeep('office', OFFICE);
  if (!book) return null;
  const { discount, financeRate, reinvestRate } = book.office;
  const chosen = discount.preset === 'uk' ? 'uk' : discount.kind;
  const rate = (
    label: string,
    value: number | undefined,
    onRate: (rate: number | null) => Promise<string | undefined>,
  ) => (
    <FieldText
      label={label}
      value={value === undefined ? '' : String(Math.round(value * 1e8) / 1e6)}
      onKeep={async (typed) => {
        const number = typedPercent(typed);
        if (typed.trim() === '') return onRate(null);
        return number === undefined ? words.say('settings.badRate') : onRate(number / 100);
      }}
    />
  );
  return (
    <section className={styles.group} aria-labelledby="settings-terms">
      <h2 id="settings-terms">{words.say('settings.terms')}</h2>
      <p className={styles.soft}>{words.say('settings.termsText')}</p>
      <div className={styles.fields}>
        <DayField {...of} field="reportingDate" />
        <DayField {...of} field="valuationDate" />
        <Select
          label={words.field('discount')}
          data={[
            { value: 'uk', label: words.say('settings.ukRates') },
            { value: 'real', label: words.say('settings.flatReal') },
            { value: 'nominal', label: words.say('settings.flatNominal') },
          ]}
          value={chosen}
          allowDeselect={false}
          onChange={(next) =>
            void keep.value(
              'discount',
              next === 'uk'
                ? { preset: 'uk' }
                : { preset: 'flat', kind: next, rate: discount.preset === 'flat' ? discount.rate : 0.035 },
            )
          }
        />
        {discount.preset === 'flat'
          ? rate(words.say('settings.rate'), discount.rate, (next) =>
              next === null
                ? Promise.resolve(words.say('settings.badRate'))
                : keep.value('discount', { ...discount, rate: next }),
            )
          : null}
        <ChoiceField {...of} field="timing" clearable={false} choices={choicesOf(TIMINGS, 'timing', words)} />
        <ChoiceField
          {...of}
          field="perspective"
          clearable={false}
          choices={choicesOf(PERSPECTIVES, 'perspective', words)}
        />
        {rate(`${words.field('financeRate')} (%)`, financeRate, (next) => keep.value('financeRate', next))}
        {rate(`${words.field('reinvestRate')} (%)`, reinvestRate, (next) => keep.value('reinvestRate', next))}
      </div>
      <ExchangeRates />
      <PriceLevels />
    </section>
  );
}

function ExchangeRates() {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const add = useAdd();
  const [typed, setTyped] = useState({ from: '', to: '', on: '', rate: '', source: '' });
  const [fault, setFault] = useState<string | undefined>();
  if (!book) return null;
  const set = (field: keyof typeof typed) => (event: React.ChangeEvent<HTMLInputElement>) => {
    const text = event.currentTarget.value;
    setTyped((now) => ({ ...now, [field]: text }));
  };
  const put = async () => {
    const [from, to] = [typed.from.trim().toUpperCase(), typed.to.trim().toUpperCase() || book.office.currency];
    const on = readDay(typed.on, 'dayFirst');
    const rate = typedNumber(typed.rate);
    if (!isCurrency(from) || !isCurrency(to) || from === to) return setFault(words.say('unitValue.badCurrency'));
    if (isAbsent(on)) return setFault(words.problem({ code: 'field.notADay', args: { field: 'on' } }));
    if (rate === undefined) return setFault(words.problem({ code: 'field.notANumber', args: { field: 'rate' } }));
    const made = await add('exchangeRate', {
      from,
      to,
      on,
      rate,
      ...(typed.source.trim() && { source: typed.source.trim() }),
    });
    setFault(made.ok ? undefined : words.problem(made.problem));
    if (made.ok) setTyped({ from: '', to: '', on: '', rate: '', source: '' });
  };
  return (
    <div className={styles.table}>
      <h3>{words.say('settings.exchangeRates')}</h3>
      <ul>
        {[...book.all('exchangeRate')].map((each) => (
          <li key={each.id}>
            <span>
              1 {each.from} = {words.number(each.rate, 6)} {each.to} · {words.date(each.on)} <bdi>{each.source}</bdi>
            </span>
            <CloseButton
              size="sm"
              aria-label={words.say('settings.dropRate', { from: each.from, to: each.to })}
              onClick={() => void act(deleteRecord, { kind: 'exchangeRate', record: each.id })}
            />
          </li>
        ))}
      </ul>
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          void put();
        }}
      >
        <TextInput
          label={words.say('settings.rateFrom')}
          value={typed.from}
          w={90}
          error={fault}
          onChange={set('from')}
        />
        <TextInput
          label={words.field('to')}
          placeholder={book.office.currency}
          value={typed.to}
          w={90}
          onChange={set('to')}
        />
        <TextInput label={words.field('rate')} value={typed.rate} w={110} onChange={set('rate')} />
        <TextInput label={words.field('on')} placeholder="31/03/2027" value={typed.on} w={130} onChange={set('on')} />
        <TextInput label={words.field('source')} value={typed.source} w={180} dir="auto" onChange={set('source')} />
        <Button type="submit" variant="default">
          {words.say('settings.addRate')}
        </Button>
      </form>
    </div>
  );
}

function PriceLevels() {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const add = useAdd();
  const [typed, setTyped] = useState({ year: '', index: '' });
  const [fault, setFault] = useState<string | undefined>();
  if (!book) return null;
  const put = async () => {
    const [year, index] = [typedNumber(typed.year), typedNumber(typed.index)];
    if (year === undefined || !Number.isInteger(year) || year < 1900 || year > 2299)
      return setFault(words.say('settings.badYear'));
    if (index === undefined) return setFault(words.problem({ code: 'field.notANumber', args: { field: 'index' } }));
    const made = await add('deflator', { year, index });
    setFault(made.ok ? undefined : words.problem(made.problem));
    if (made.ok) setTyped({ year: '', index: '' });
  };
  return (
    <div className={styles.table}>
      <h3>{words.say('settings.priceLevels')}</h3>
      <ul>
        {[...book.all('deflator')]
          .sort((a, b) => a.year - b.year)
          .map((each) => (
            <li key={each.id}>
              <span>
                {words.fiscalYear(each.year, book.office.fiscalYearStart)}: {words.number(each.index, 3)}
              </span>
              <CloseButton
                size="sm"
                aria-label={words.say('settings.dropLevel', { year: String(each.year) })}
                onClick={() => void act(deleteRecord, { kind: 'deflator', record: each.id })}
              />
            </li>
          ))}
      </ul>
      <form
        className={styles.line}
        onSubmit={(event) => {
          event.preventDefault();
          void put();
        }}
      >
        <TextInput
          label={words.field('year')}
          value={typed.year}
          w={110}
          error={fault}
          onChange={(event) => setTyped({ ...typed, year: event.currentTarget.value })}
        />
        <TextInput
          label={words.field('index')}
          placeholder="100"
          value={typed.index}
          w={110}
          onChange={(event) => setTyped({ ...typed, index: event.currentTarget.value })}
        />
        <Button type="submit" variant="default">
          {words.say('settings.addLevel')}
        </Button>
      </form>
    </div>
  );
}
