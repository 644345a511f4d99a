// What one unit of improvement is worth, from a month on, in which currency and prices, by whose word.
import { Button, CloseButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { editField } from '#shared/acts/edit-field.ts';
import type { Entry } from '#shared/domain/book.ts';
import { rollUpOf } from '#shared/domain/measure.ts';
import { typedMonth, typedNumber } from '#shared/intake/series-paste.ts';
import { isCurrency } from '#shared/kit/money.ts';
import { type Day, firstDay, monthKey } from '#shared/kit/period.ts';
import { unitValuesOf } from '#shared/value/money-of.ts';
import styles from './controls.module.css';

export function UnitValues({ measure }: { measure: Entry<'measure'> }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const office = book?.office;
  const [typed, setTyped] = useState({ since: '', amount: '', currency: '', source: '', approver: '' });
  const [fault, setFault] = useState<string | undefined>();
  const set = (field: keyof typeof typed) => (event: React.ChangeEvent<HTMLInputElement>) => {
    const text = event.currentTarget.value;
    setTyped((now) => ({ ...now, [field]: text }));
  };
  const add = async () => {
    const since = typedMonth(typed.since);
    const amount = typedNumber(typed.amount);
    const currency = typed.currency.trim().toUpperCase() || office?.currency;
    if (since === undefined) return setFault(words.say('unitValue.badMonth'));
    if (amount === undefined) return setFault(words.problem({ code: 'field.notANumber', args: { field: 'value' } }));
    if (!isCurrency(currency)) return setFault(words.say('unitValue.badCurrency'));
    const value = {
      amount,
      currency,
      ...(office?.priceBase && { base: office.priceBase }),
      ...(typed.source.trim() && { source: typed.source.trim() }),
      ...(typed.approver.trim() && { approver: typed.approver.trim() }),
    };
    const result = await act(editField, {
      kind: 'measure',
      record: measure.id,
      values: { [`unitValue/${monthKey(since)}`]: value },
    });
    if (!result.ok) return setFault(words.problem(result.problem));
    setFault(undefined);
    setTyped({ since: '', amount: '', currency: '', source: '', approver: '' });
  };
  const per =
    rollUpOf(measure) === 'flow'
      ? words.say('unitValue.perUnit', { unit: measure.unit ?? '' })
      : words.say('unitValue.perYear', { unit: measure.unit ?? '' });
  return (
    <section data-field="unitValue">
      <h3 className={styles.heading}>{words.say('unitValue.title', { per })}</h3>
      <ul className={styles.claims}>
        {unitValuesOf(measure).map(({ since, value }) => (
          <li key={since}>
            <span>
              {since
                ? words.say('unitValue.since', { month: words.month(`${since}-01` as Day) })
                : words.say('unitValue.own')}
            </span>
            <strong>
              {words.number(value.amount, 4)} {value.currency}
              {value.base
                ? ` · ${words.sayAny(`priceBase.${value.base.kind}`, { year: String(value.base.year ?? '') })}`
                : ''}
            </strong>
            <span className={styles.soft}>
              <bdi>{[value.source, value.approver].filter(Boolean).join(' · ')}</bdi>
            </span>
            {since ? (
              <CloseButton
                size="sm"
                aria-label={words.say('unitValue.drop', { month: words.month(`${since}-01` as Day) })}
                onClick={() =>
                  void act(editField, { kind: 'measure', record: measure.id, values: { [`unitValue/${since}`]: null } })
                }
              />
            ) : null}
          </li>
        ))}
      </ul>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextInput
          label={words.say('unitValue.from')}
          placeholder={words.month(firstDay(2025 * 12 + 3))}
          value={typed.since}
          onChange={set('since')}
          w={130}
        />
        <TextInput
          label={words.say('unitValue.amount')}
          value={typed.amount}
          error={fault}
          inputMode="decimal"
          onChange={set('amount')}
          w={150}
        />
        <TextInput
          label={words.field('currency')}
          placeholder={office?.currency ?? ''}
          value={typed.currency}
          onChange={set('currency')}
          w={100}
        />
        <TextInput label={words.field('source')} value={typed.source} dir="auto" onChange={set('source')} w={200} />
        <TextInput
          label={words.say('unitValue.approver')}
          value={typed.approver}
          dir="auto"
          onChange={set('approver')}
          w={160}
        />
        <Button type="submit" variant="default">
          {words.say('unitValue.add')}
        </Button>
      </form>
    </section>
  );
}
