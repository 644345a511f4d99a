// One line of the grid: a record's cells, or the heading of a group.
import type { Row as Line } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { Features } from './engine.ts';
import styles from './grid.module.css';
import type { GridColumn, GridWords } from './types.ts';

interface GridRowProps<Row extends { readonly id: string }> {
  readonly line: Line<Features, Row>;
  readonly top: number;
  readonly index: number;
  readonly columns: ReadonlyMap<string, GridColumn<Row>>;
  readonly words: GridWords;
  readonly selected: boolean;
  readonly muted: boolean;
  readonly cellId: (row: string, column: string) => string;
  readonly focused: string | undefined;
  readonly editing: string | undefined;
  readonly editor: ReactNode;
  readonly onPress: (column: string) => void;
  readonly onEdit: (column: string) => void;
}

export function GridRow<Row extends { readonly id: string }>(props: GridRowProps<Row>) {
  const { line, columns } = props;
  const style = { transform: `translateY(${props.top}px)` };
  if (line.getIsGrouped()) return <GroupLine {...props} />;
  return (
    <div
      role="row"
      aria-rowindex={props.index}
      aria-selected={props.selected}
      className={styles.line}
      data-muted={props.muted || undefined}
      data-row
      style={style}
    >
      {line.getVisibleCells().map((cell, i) => {
        const column = columns.get(cell.column.id);
        const id = cell.column.id;
        if (!column) return null;
        return (
          <div
            key={id}
            id={props.cellId(line.id, id)}
            role={i === 0 ? 'rowheader' : 'gridcell'}
            aria-colindex={i + 1}
            aria-readonly={!column.edit}
            className={styles.cell}
            data-align={column.align}
            data-pinned={i === 0 || undefined}
            data-focused={props.focused === id || undefined}
            data-picked={cell.getIsSelected() || undefined}
            onClick={() => props.onPress(id)}
            onDoubleClick={() => props.onEdit(id)}
          >
            {props.editing === id ? props.editor : column.show(line.original)}
          </div>
        );
      })}
    </div>
  );
}

function GroupLine<Row extends { readonly id: string }>({ line, top, index, words, focused }: GridRowProps<Row>) {
  const open = line.getIsExpanded();
  return (
    <div role="row" aria-rowindex={index} className={styles.groupLine} style={{ transform: `translateY(${top}px)` }}>
      <div role="gridcell" className={styles.groupCell} data-focused={focused !== undefined || undefined}>
        <button
          type="button"
          className={styles.groupButton}
          tabIndex={-1}
          aria-expanded={open}
          onClick={() => line.toggleExpanded()}
        >
          <span aria-hidden="true" className={styles.turn} data-open={open || undefined}>
            ▸
          </span>
          <strong>{String(line.getGroupingValue(line.groupingColumnId ?? '') || '—')}</strong>
          <span className={styles.soft}>
            {words.rowsInGroup(line.getLeafRows().filter((leaf) => !leaf.getIsGrouped()).length)}
          </span>
        </button>
      </div>
    </div>
  );
}
