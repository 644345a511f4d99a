// Fields of a form, each bound to one field of one record: shown in words, kept when left, refused with its reason.
import { Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { FieldText } from '#renderer/parts/FieldText.tsx';
import type { Kind } from '#shared/domain/book.ts';
import { typedNumber } from '#shared/intake/series-paste.ts';
import { isAbsent } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { decimalOf, isMoney } from '#shared/kit/money.ts';
import { isDay } from '#shared/kit/period.ts';
import { useKeep } from './keep.ts';

interface FieldProps {
  readonly kind: Kind;
  readonly record: RecordId;
  readonly field: string;
  readonly label?: string;
  readonly description?: string;
}

/** What stands in the field of the record, whatever its kind, and how it is named and kept. */
function useField({ kind, record, field, label }: FieldProps) {
  const words = useWords();
  const book = useBook();
  const keep = useKeep(kind, record);
  // the office answers with its defaults where nothing was said
  const standing = kind === 'office' ? book?.office : book?.get(kind, record);
  const value = (standing as Readonly<Record<string, unknown>> | undefined)?.[field];
  return { words, book, keep, value, name: label ?? words.field(field, kind) };
}

/** Beside a field this copy of the book does not carry: that it is withheld, and not empty. */
function useHidden({ kind, record, field }: FieldProps): string | undefined {
  const words = useWords();
  return useBook()?.state.withheld.field(kind, record, field) ? words.say('withheld.note') : undefined;
}

interface TypedProps {
  readonly props: FieldProps;
  readonly name: string;
  readonly value: string;
  readonly shown?: string | undefined;
  readonly note?: string | undefined;
  readonly placeholder?: string;
  readonly multiline?: boolean | undefined;
  readonly onKeep: (text: string) => Promise<string | undefined>;
}

/** A typed field, marked with its name so that a hint can find it. */
function Typed({ props, name, value, shown, note, placeholder, multiline, onKeep }: TypedProps) {
  const description = useHidden(props) ?? props.description ?? note;
  return (
    <div data-field={props.field}>
      <FieldText
        label={name}
        value={value}
        shown={shown}
        {...(description ? { description } : {})}
        {...(placeholder ? { placeholder } : {})}
        {...(multiline ? { multiline } : {})}
        onKeep={onKeep}
      />
    </div>
  );
}

const plain = (value: unknown): string =>
  value === undefined || value === null || isAbsent(value) ? '' : String(value);

export function TextField({ multiline, ...props }: FieldProps & { multiline?: boolean }) {
  const { keep, value, name } = useField(props);
  return (
    <Typed
      props={props}
      name={name}
      value={plain(value)}
      multiline={multiline}
      onKeep={(text) => keep.typed(props.field, { kind: 'text' }, text)}
    />
  );
}

export function NumberField(props: FieldProps) {
  const { words, keep, value, name } = useField(props);
  const { field } = props;
  return (
    <Typed
      props={props}
      name={name}
      value={plain(value)}
      shown={typeof value === 'number' ? words.number(value, 6) : undefined}
      onKeep={async (text) => {
        // a percentage is often typed with its sign
        const number = typedNumber(/[%٪]/.test(name) ? text.replace(/[%٪]\s*$/, '') : text);
        if (text.trim() !== '' && number === undefined)
          return words.problem({ code: 'field.notANumber', args: { field }, path: `${props.kind}/${field}` });
        return keep.value(field, text.trim() === '' ? null : number);
      }}
    />
  );
}

export function DayField(props: FieldProps) {
  const { words, keep, value, name } = useField(props);
  return (
    <Typed
      props={props}
      name={name}
      value={plain(value)}
      shown={isDay(value) ? words.date(value) : undefined}
      placeholder="31/03/2027"
      onKeep={(text) => keep.typed(props.field, { kind: 'day' }, text)}
    />
  );
}

/** Money in whole units of its currency, or in the millions where `scale` says so. */
export function MoneyField({ scale = 0, ...props }: FieldProps & { scale?: 0 | 6 }) {
  const { words, book, keep, value, name } = useField(props);
  const currency = (isMoney(value) ? value.currency : book?.office.currency) ?? 'USD';
  const absent = isAbsent(value) ? value : undefined;
  return (
    <Typed
      props={props}
      name={`${name} (${words.unit(currency, scale)})`}
      value={isMoney(value) ? decimalOf(value, scale) : (absent?.text ?? '')}
      shown={isMoney(value) ? words.amount(value, scale, 8) : undefined}
      note={absent ? words.sayAny(`absent.${absent.absent}`) : undefined}
      onKeep={(text) => keep.typed(props.field, { kind: 'money', currency, scale }, text)}
    />
  );
}

/** @param choices the values with their words; `null` clears where `clearable` */
export function ChoiceField({
  choices,
  clearable = true,
  asNumber,
  ...props
}: FieldProps & {
  choices: readonly { readonly value: string; readonly label: string }[];
  clearable?: boolean;
  asNumber?: boolean;
}) {
  const { keep, value, name } = useField(props);
  const [fault, setFault] = useState<string | undefined>();
  const hidden = useHidden(props);
  const { field } = props;
  return (
    <div data-field={field}>
      <Select
        label={name}
        description={hidden ?? props.description}
        data={[...choices]}
        value={value === undefined || value === null ? null : String(value)}
        placeholder="—"
        clearable={clearable}
        allowDeselect={clearable}
        searchable={choices.length > 8}
        limit={100}
        error={fault}
        onChange={(next) =>
          void keep.value(field, next === null ? null : asNumber ? Number(next) : next).then(setFault)
        }
      />
    </div>
  );
}

export function FlagField(props: FieldProps) {
  const { keep, value, name } = useField(props);
  const [fault, setFault] = useState<string | undefined>();
  const hidden = useHidden(props);
  const { field } = props;
  return (
    <div data-field={field}>
      <Checkbox
        label={name}
        description={hidden}
        checked={value === true}
        error={fault}
        onChange={(event) => void keep.value(field, event.currentTarget.checked || null).then(setFault)}
      />
    </div>
  );
}

/** A list of the values of a choice with their words under one prefix. */
export const choicesOf = (
  values: readonly string[],
  prefix: string,
  words: { readonly sayAny: (key: string) => string },
): { value: string; label: string }[] => values.map((value) => ({ value, label: words.sayAny(`${prefix}.${value}`) }));
