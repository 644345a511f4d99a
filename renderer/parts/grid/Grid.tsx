// A spreadsheet's manners over a list of records: dense virtual rows, arrow keys, editing in place, copy and paste.
import { type ColumnDef, type ExpandedState, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Editor } from './Editor.tsx';
import { type Features, features } from './engine.ts';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import styles from './grid.module.css';
import { copySelection, type Editing, moveOf, pasteText, typed } from './keys.ts';
import { sortRows } from './sort.ts';
import type { GridColumn, GridPlace, GridView, GridWords, KeepMany } from './types.ts';
import { useFollowColumn } from './useFollowColumn.ts';
import { useGridPlace } from './useGridPlace.ts';

export interface GridProps<Row extends { readonly id: string }> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly view: GridView;
  readonly onView: (view: GridView) => void;
  readonly words: GridWords;
  readonly selected: string | undefined;
  readonly onSelect: (row: Row) => void;
  /** Space: look closer at the row. */
  readonly onInspect: (row: Row) => void;
  readonly onOpen: (row: Row) => void;
  /** Left out: a block is kept cell by cell. */
  readonly keepMany?: KeepMany<Row>;
  /** The row that would stand `by` rows below the last, where rows go on as months do: a pasted block reaches it. */
  readonly rowBeyond?: (last: Row, by: number) => Row;
  readonly onSay: (sentence: string) => void;
  readonly muted?: (row: Row) => boolean;
  readonly rightToLeft: boolean;
  /** What stands under a column, by its id: a total and what it covers. Apart from the columns, which rarely change. */
  readonly feet?: Readonly<Record<string, ReactNode>>;
  /** Where one stood before, to come back to; and what is told on leaving. */
  readonly place?: GridPlace | undefined;
  readonly onLeave?: (place: GridPlace) => void;
}

const ROW_HEIGHT = 32;
/** The heading pushes the rows down and the totals cover them: a row brought into sight stands clear of both. */
const HEAD_AND_FOOT = 92;

export function Grid<Row extends { readonly id: string }>(props: GridProps<Row>) {
  const { rows, columns, view, onView, words, rightToLeft } = props;
  const name = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const pressing = useRef(false);
  const [editing, setEditing] = useState<Editing | undefined>();
  const [expanded, setExpanded] = useState<ExpandedState>(true);
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const defs = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<Features, Row> => ({
          id: column.id,
          accessorFn: column.value as (row: Row) => unknown,
          size: column.width,
          getGroupingValue: (row) => column.groupLabel?.(row) ?? column.value(row) ?? '',
        }),
      ),
    [columns],
  );
  const first = columns[0]?.id ?? '';
  const { sorting, grouping, hidden } = view;
  // sorted here and not by the engine, which would read every value once a comparison
  const sorted = useMemo(() => sortRows(rows, { sorting, grouping }, byId), [rows, sorting, grouping, byId]);
  const state = useMemo(
    () => ({
      grouping: [...grouping],
      columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])),
      columnPinning: { start: [first], end: [] },
    }),
    [grouping, hidden, first],
  );
  const table = useTable({
    features,
    columns: defs,
    data: sorted,
    getRowId: (row) => row.id,
    groupedColumnMode: false,
    autoResetCellSelection: false,
    autoResetExpanded: false,
    state: { ...state, expanded },
    onExpandedChange: setExpanded,
  });
  const lines = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingEnd: HEAD_AND_FOOT,
    getItemKey: (i) => lines[i]?.id ?? i,
    initialRect: { width: 1200, height: 640 },
    initialOffset: props.place?.top ?? 0,
  });
  const focused = table.getFocusedCell();
  const focusedRow = focused?.row.id;
  const focusedAt = focusedRow === undefined ? -1 : lines.findIndex((line) => line.id === focusedRow);
  useGridPlace({
    scroller,
    place: props.place,
    focused: focused ? { row: focused.row.id, column: focused.column.id } : undefined,
    focus: (row, column) => {
      if (lines.some((line) => line.id === row)) table.setFocusedCell(row, column);
    },
    onLeave: props.onLeave,
  });
  useEffect(() => {
    if (focusedAt >= 0) virtual.scrollToIndex(focusedAt, { align: 'auto' });
  }, [focusedAt, virtual]);
  const visible = table.getVisibleLeafColumns();
  // the last column takes what is left, so that rows reach the edge
  const template = visible
    .map((column, i) => (i < visible.length - 1 ? `${column.getSize()}px` : `minmax(${column.getSize()}px, 1fr)`))
    .join(' ');
  const cellId = (row: string, column: string) => `${name}-${row}-${column}`;
  const here = focused ? lines[focusedAt] : undefined;
  const followColumn = useFollowColumn(scroller, focused ? cellId(focused.row.id, focused.column.id) : undefined);
  const focusRow = (at: number) => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, at))];
    const column = focused?.column.id ?? first;
    if (line) table.setFocusedCell(line.id, column);
  };

  const startEdit = (startText?: string) => {
    const column = focused ? byId.get(focused.column.id) : undefined;
    if (!focused || !here || here.getIsGrouped()) return;
    if (!column?.edit) return props.onSay(words.notEditable);
    setEditing({
      row: focused.row.id,
      column: focused.column.id,
      ...(startText === undefined ? {} : { text: startText }),
    });
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (editing || event.target !== scroller.current) return;
    const move = moveOf(event, rightToLeft);
    if (move) {
      event.preventDefault();
      followColumn();
      if (!focused) focusRow(0);
      else if (move.page)
        focusRow(
          focusedAt + move.page * Math.max(1, Math.floor((scroller.current?.clientHeight ?? 320) / ROW_HEIGHT) - 2),
        );
      else if (move.columnEdge) {
        const column = move.columnEdge < 0 ? visible[0] : visible.at(-1);
        if (column && here && !here.getIsGrouped()) table.setFocusedCell(here.id, column.id);
      } else if (move.edge) focusRow(move.edge < 0 ? 0 : lines.length - 1);
      else if (move.extend) table.extendCellSelection(move.direction);
      else table.moveCellSelection(move.direction);
      return;
    }
    if (!here) return;
    if (here.getIsGrouped()) {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        here.toggleExpanded();
      }
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      props.onOpen(here.original);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      if (byId.get(focused?.column.id ?? '')?.edit) startEdit();
      else props.onOpen(here.original);
    } else if (event.key === ' ') {
      event.preventDefault();
      props.onInspect(here.original);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      void pasteText(table, byId, '', words, props.onSay, true, props.keepMany);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') {
      event.preventDefault();
      const column = byId.get(focused?.column.id ?? '');
      if (column) void pasteText(table, byId, column.text(here.original), words, props.onSay, true, props.keepMany);
    } else if (typed(event)) {
      event.preventDefault();
      startEdit(event.key);
    }
  };

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      tabIndex={0}
      aria-label={words.label}
      aria-rowcount={lines.length + 1}
      aria-colcount={visible.length}
      aria-multiselectable="true"
      aria-activedescendant={
        focused && here && !here.getIsGrouped() ? cellId(focused.row.id, focused.column.id) : undefined
      }
      onKeyDown={onKeyDown}
      onPointerDown={() => {
        pressing.current = true;
      }}
      onPointerUp={() => {
        pressing.current = false;
      }}
      onFocus={(event) => {
        // a press says itself which row it means: going to the first would scroll that one away from under it
        if (event.target === scroller.current && !focused && !pressing.current) focusRow(0);
        pressing.current = false;
      }}
      onCopy={(event) => {
        if (!editing && copySelection(table, byId, event.clipboardData)) event.preventDefault();
      }}
      onPaste={(event) => {
        if (editing) return;
        event.preventDefault();
        void pasteText(
          table,
          byId,
          event.clipboardData.getData('text/plain'),
          words,
          props.onSay,
          false,
          props.keepMany,
          props.rowBeyond,
        );
      }}
    >
      <div
        className={styles.sheet}
        style={{ '--columns': template, width: table.getTotalSize() } as React.CSSProperties}
      >
        <GridHead
          columns={visible.map((column) => byId.get(column.id) as GridColumn<Row>)}
          view={view}
          onView={onView}
          words={words}
        />
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            if (!line) return null;
            return (
              <GridRow
                key={line.id}
                line={line}
                top={item.start}
                index={item.index + 2}
                columns={byId}
                words={words}
                selected={line.id === props.selected}
                muted={!line.getIsGrouped() && (props.muted?.(line.original) ?? false)}
                cellId={cellId}
                focused={focusedRow === line.id ? focused?.column.id : undefined}
                editing={editing?.row === line.id ? editing.column : undefined}
                onPress={(column) => {
                  table.setFocusedCell(line.id, column);
                  scroller.current?.focus({ preventScroll: true });
                  props.onSelect(line.original);
                }}
                onEdit={(column) => {
                  table.setFocusedCell(line.id, column);
                  if (byId.get(column)?.edit) setEditing({ row: line.id, column });
                  else props.onOpen(line.original);
                }}
                editor={
                  editing?.row === line.id ? (
                    <Editor
                      column={byId.get(editing.column) as GridColumn<Row>}
                      row={line.original}
                      startText={editing.text}
                      onDone={(step) => {
                        setEditing(undefined);
                        scroller.current?.focus({ preventScroll: true });
                        if (step) table.moveCellSelection(step);
                      }}
                    />
                  ) : null
                }
              />
            );
          })}
        </div>
        {lines.length === 0 ? <p className={styles.nothing}>{words.nothing}</p> : null}
        <div role="rowgroup" className={styles.foot}>
          <div role="row" className={styles.line}>
            {visible.map((column, i) => (
              <div
                key={column.id}
                role="gridcell"
                className={styles.footCell}
                data-align={byId.get(column.id)?.align}
                data-pinned={i === 0 || undefined}
              >
                {props.feet?.[column.id]}
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
