// Fields of a form, each bound to one field of one record: shown in words, kept when left, refused with its reason.
import { Checkbox, Select } from '@mantine/core';
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

/** What stands in the field of the record, whatever its kind. */
function useStanding(kind: Kind, record: RecordId, field: string): unknown {
  const book = useBook();
  // the office answers with its defaults where nothing was said
  const standing = kind === 'office' ? book?.office : book?.get(kind, record);
  return (standing as Readonly<Record<string, unknown>> | undefined)?.[field];
}

const plain = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

export function TextField({
  kind,
  record,
  field,
  label,
  description,
  multiline,
}: FieldProps & { multiline?: boolean }) {
  const words = useWords();
  const keep = useKeep(kind, record);
  const value = useStanding(kind, record, field);
  return (
    <div data-field={field}>
      <FieldText
        label={label ?? words.field(field, kind)}
        value={plain(value)}
        {...(description ? { description } : {})}
        {...(multiline ? { multiline } : {})}
        onKeep={(text) => keep.typed(field, { kind: 'text' }, text)}
      />
    </div>
  );
}

export function NumberField({ kind, record, field, label, description }: FieldProps) {
  const words = useWords();
  const keep = useKeep(kind, record);
  const value = useStanding(kind, record, field);
  return (
    <div data-field={field}>
      <FieldText
        label={label ?? words.field(field, kind)}
        value={plain(value)}
        shown={typeof value === 'number' ? words.number(value, 6) : undefined}
        {...(description ? { description } : {})}
        onKeep={async (text) => {
          const number = typedNumber(text);
          if (text.trim() !== '' && number === undefined)
            return words.problem({ code: 'field.notANumber', args: { field } });
          return keep.value(field, text.trim() === '' ? null : number);
        }}
      />
    </div>
  );
}

export function DayField({ kind, record, field, label, description }: FieldProps) {
  const words = useWords();
  const keep = useKeep(kind, record);
  const value = useStanding(kind, record, field);
  return (
    <div data-field={field}>
      <FieldText
        label={label ?? words.field(field, kind)}
        value={plain(value)}
        shown={isDay(value) ? words.date(value) : undefined}
        placeholder="31/03/2027"
        {...(description ? { description } : {})}
        onKeep={(text) => keep.typed(field, { kind: 'day' }, text)}
      />
    </div>
  );
}

/** Money in whole units of its currency, or in the millions where `scale` says so. */
export function MoneyField({ kind, record, field, label, scale = 0 }: FieldProps & { scale?: 0 | 6 }) {
  const words = useWords();
  const keep = useKeep(kind, record);
  const book = useBook();
  const value = useStanding(kind, record, field);
  const currency = (isMoney(value) ? value.currency : book?.office.currency) ?? 'USD';
  const absent = isAbsent(value) ? value : undefined;
  return (
    <div data-field={field}>
      <FieldText
        label={`${label ?? words.field(field, kind)} (${words.unit(currency, scale)})`}
        value={isMoney(value) ? decimalOf(value, scale) : (absent?.text ?? '')}
        shown={isMoney(value) ? words.amount(value, scale, 8) : undefined}
        {...(absent ? { description: words.sayAny(`absent.${absent.absent}`) } : {})}
        onKeep={(text) => keep.typed(field, { kind: 'money', currency, scale }, text)}
      />
    </div>
  );
}

/** @param choices the values with their words; `null` clears where `clearable` */
export function ChoiceField({
  kind,
  record,
  field,
  label,
  description,
  choices,
  clearable = true,
  asNumber,
}: FieldProps & {
  choices: readonly { readonly value: string; readonly label: string }[];
  clearable?: boolean;
  asNumber?: boolean;
}) {
  const words = useWords();
  const keep = useKeep(kind, record);
  const value = useStanding(kind, record, field);
  return (
    <div data-field={field}>
      <Select
        label={label ?? words.field(field, kind)}
        description={description}
        data={[...choices]}
        value={value === undefined || value === null ? null : String(value)}
        placeholder="—"
        clearable={clearable}
        allowDeselect={clearable}
        searchable={choices.length > 8}
        limit={100}
        onChange={(next) => void keep.value(field, next === null ? null : asNumber ? Number(next) : next)}
      />
    </div>
  );
}

export function FlagField({ kind, record, field, label }: FieldProps) {
  const words = useWords();
  const keep = useKeep(kind, record);
  const value = useStanding(kind, record, field);
  return (
    <div data-field={field}>
      <Checkbox
        label={label ?? words.field(field, kind)}
        checked={value === true}
        onChange={(event) => void keep.value(field, event.currentTarget.checked || null)}
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
