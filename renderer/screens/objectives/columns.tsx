// The objectives' columns: the name stands in by its depth while the rows stand as the tree.
import type { GridColumn } from '#renderer/parts/grid/types.ts';
import type { ObjectiveRow } from '#shared/domain/tree.ts';
import type { Words } from '#shared/words/words.ts';
import styles from './objectives.module.css';

/** Keeps a field; undefined when kept, else the sentence that says why not. */
type KeepField = (row: ObjectiveRow, field: string, value: unknown) => Promise<string | undefined>;

export function objectiveColumns(
  rows: readonly ObjectiveRow[],
  asTree: boolean,
  words: Words,
  keep: KeepField,
): readonly GridColumn<ObjectiveRow>[] {
  const nameOf = (row: ObjectiveRow) => rows.find(({ id }) => id === row.objective.parent)?.objective.name;
  const text = (field: 'strategy' | 'description', width: number): GridColumn<ObjectiveRow> => ({
    id: field,
    label: words.field(field),
    width,
    align: 'start',
    value: (row) => row.objective[field] || undefined,
    ...(field === 'strategy' ? { groupLabel: (row: ObjectiveRow) => row.objective.strategy ?? '—' } : {}),
    text: (row) => row.objective[field] ?? '',
    show: (row) => <span dir="auto">{row.objective[field]}</span>,
    edit: { kind: 'text', keep: (row, typed) => keep(row, field, typed.trim() || null) },
  });
  return [
    {
      id: 'name',
      label: words.field('name'),
      width: 340,
      align: 'start',
      canHide: false,
      value: (row) => row.objective.name,
      text: (row) => row.objective.name,
      show: (row) => (
        <span className={styles.name} style={{ paddingInlineStart: asTree ? row.depth * 20 : 0 }}>
          {asTree && row.depth > 0 ? <span className={styles.branch} aria-hidden="true" /> : null}
          <span dir="auto">{row.objective.name}</span>
        </span>
      ),
      edit: { kind: 'text', keep: (row, typed) => keep(row, 'name', typed.trim()) },
    },
    {
      id: 'served',
      label: words.say('objectives.servedBy'),
      width: 130,
      align: 'end',
      value: (row) => row.servedBy.length,
      text: (row) => String(row.servedBy.length),
      show: (row) =>
        row.servedBy.length > 0 ? (
          <span title={row.servedBy.map(({ name }) => name).join(' · ')}>
            {words.say('objectives.served', { count: row.servedBy.length })}
          </span>
        ) : (
          <span className={styles.none} title={words.say('objectives.servedByNone')}>
            —
          </span>
        ),
    },
    {
      id: 'parent',
      label: words.field('parent'),
      width: 240,
      align: 'start',
      value: nameOf,
      groupLabel: (row) => nameOf(row) ?? words.say('objectives.top'),
      text: (row) => nameOf(row) ?? '',
      show: (row) => <span dir="auto">{nameOf(row)}</span>,
      edit: {
        kind: 'choice',
        start: (row) => row.objective.parent ?? '',
        choices: [
          { value: '', label: words.say('objectives.top') },
          ...rows.map(({ id, objective }) => ({ value: id as string, label: objective.name })),
        ],
        keep: (row, typed) => {
          const named = rows.find(({ id, objective }) => id === typed || objective.name === typed.trim());
          return keep(row, 'parent', typed === '' ? null : (named?.id ?? typed));
        },
      },
    },
    text('strategy', 200),
    text('description', 420),
  ];
}
