// The grid's heading: a press sorts; the menu sorts, groups and hides.
import { Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './grid.module.css';
import type { GridColumn, GridView, GridWords } from './types.ts';

interface GridHeadProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly view: GridView;
  readonly onView: (view: GridView) => void;
  readonly words: GridWords;
}

export function GridHead<Row>({ columns, view, onView, words }: GridHeadProps<Row>) {
  const sorted = (id: string) => view.sorting.find((sort) => sort.id === id);
  const sort = (id: string, desc: boolean) => onView({ ...view, sorting: [{ id, desc }] });
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" className={styles.line} aria-rowindex={1}>
        {columns.map((column, i) => {
          const now = sorted(column.id);
          const grouped = view.grouping.includes(column.id);
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={now ? (now.desc ? 'descending' : 'ascending') : 'none'}
              className={styles.headCell}
              data-align={column.align}
              data-pinned={i === 0 || undefined}
            >
              <button
                type="button"
                className={styles.headButton}
                onClick={() => sort(column.id, now ? !now.desc : column.align === 'end')}
              >
                <span className={styles.headLabel}>
                  {column.label}
                  {column.unit ? <span className={styles.headUnit}>{column.unit}</span> : null}
                </span>
                {now ? <span aria-hidden="true">{now.desc ? '↓' : '↑'}</span> : null}
              </button>
              <HeadMenu label={words.menu(column.label)}>
                <Menu.Item onClick={() => sort(column.id, false)}>{words.sortUp}</Menu.Item>
                <Menu.Item onClick={() => sort(column.id, true)}>{words.sortDown}</Menu.Item>
                {column.groupLabel ? (
                  <Menu.Item onClick={() => onView({ ...view, grouping: grouped ? [] : [column.id] })}>
                    {grouped ? words.ungroup : words.group}
                  </Menu.Item>
                ) : null}
                {column.canHide === false ? null : (
                  <Menu.Item onClick={() => onView({ ...view, hidden: [...view.hidden, column.id] })}>
                    {words.hide}
                  </Menu.Item>
                )}
              </HeadMenu>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** A plain button until it is first pressed: a dozen menus nobody opened would hold back the first screen. */
function HeadMenu({ label, children }: { label: string; children: ReactNode }) {
  const [made, setMade] = useState(false);
  const [open, setOpen] = useState(false);
  const press = () => {
    setMade(true);
    setOpen(true);
  };
  const button = (
    <button
      type="button"
      className={styles.menuButton}
      aria-label={label}
      {...(made ? {} : { 'aria-haspopup': 'menu' as const, 'aria-expanded': false, onClick: press })}
    >
      ⋮
    </button>
  );
  if (!made) return button;
  return (
    <Menu position="bottom-end" withinPortal opened={open} onChange={setOpen}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
