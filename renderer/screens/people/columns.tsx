// The people's columns: who they are, and how much they hold.
import type { GridColumn } from '#renderer/parts/grid/types.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { Holding } from '#shared/domain/holdings.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Words } from '#shared/words/words.ts';

export interface PersonRow {
  readonly id: RecordId;
  readonly person: Entry<'person'>;
  readonly holds: readonly Holding[];
}

/** Keeps a field; undefined when kept, else the sentence that says why not. */
type KeepField = (row: PersonRow, field: string, value: unknown) => Promise<string | undefined>;

export function personColumns(words: Words, keep: KeepField): readonly GridColumn<PersonRow>[] {
  const text = (field: 'role' | 'organisation' | 'email', width: number): GridColumn<PersonRow> => ({
    id: field,
    label: words.field(field),
    width,
    align: 'start',
    value: (row) => row.person[field] || undefined,
    ...(field === 'email' ? {} : { groupLabel: (row: PersonRow) => row.person[field] ?? '—' }),
    text: (row) => row.person[field] ?? '',
    show: (row) => <span dir="auto">{row.person[field]}</span>,
    edit: { kind: 'text', keep: (row, typed) => keep(row, field, typed.trim() || null) },
  });
  return [
    {
      id: 'name',
      label: words.field('name'),
      width: 260,
      align: 'start',
      canHide: false,
      value: (row) => row.person.name,
      text: (row) => row.person.name,
      show: (row) => <span dir="auto">{row.person.name}</span>,
      edit: { kind: 'text', keep: (row, typed) => keep(row, 'name', typed.trim()) },
    },
    {
      id: 'holds',
      label: words.say('people.holds'),
      width: 120,
      align: 'end',
      value: (row) => row.holds.length,
      text: (row) => String(row.holds.length),
      show: (row) => (
        <span title={row.holds.map(({ role, name }) => `${words.field(role)}: ${name}`).join('\n')}>
          {row.holds.length > 0 ? words.say('people.roles', { count: row.holds.length }) : '—'}
        </span>
      ),
    },
    text('role', 220),
    text('organisation', 240),
    text('email', 240),
  ];
}
