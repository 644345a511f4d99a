// The matrix: a row for each right by decision, a column for each body and role, and the letter of the part in each cell.
import { Menu } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { say } from '#renderer/desk/desk.ts';
import { useEscape } from '#renderer/desk/escape.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { setParties } from '#shared/acts/set-right.ts';
import type { Book } from '#shared/domain/book.ts';
import { DECISION_TYPES, PARTS, type Part } from '#shared/domain/right.ts';
import { type RightWithParties, rightsOf } from '#shared/govern/rights.ts';
import { AddRight } from './AddRight.tsx';
import { useChosenRight } from './chosen.ts';
import { MatrixRow } from './MatrixRow.tsx';
import styles from './matrix.module.css';
import { type Cell, type Column, columnsOf, partsIn, toggled } from './parties.ts';
import { RightPanel } from './RightPanel.tsx';

interface Opened extends Cell {
  readonly x: number;
  readonly y: number;
  readonly button: HTMLElement;
}

export function Matrix({ book }: { book: Book }) {
  const words = useWords();
  const [chosen, choose] = useChosenRight();
  const [opened, setOpened] = useState<Opened | undefined>();
  const place = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => columnsOf(book, words), [book, words]);
  const rows = rightsOf(book);
  const shown = book.get('decisionRight', chosen);
  useEscape(shown ? () => choose(undefined) : undefined);
  const groups = DECISION_TYPES.map((type) => ({ type, rows: rows.filter(({ right }) => right.type === type) }));
  const open = (cell: Cell, button: HTMLElement) => {
    const frame = place.current;
    if (!frame) return;
    const [inside, outside] = [button.getBoundingClientRect(), frame.getBoundingClientRect()];
    setOpened({
      ...cell,
      button,
      x: inside.left - outside.left + frame.scrollLeft + inside.width / 2,
      y: inside.bottom - outside.top + frame.scrollTop,
    });
  };
  const row = rows.find(({ right }) => right.id === opened?.right);
  const column = columns.find(({ key }) => key === opened?.column);
  return (
    <div className={styles.matrix} data-inspecting={shown ? true : undefined}>
      <div className={styles.matrixTools}>
        <ul className={styles.letters} aria-label={words.say('rightsScreen.key')}>
          {PARTS.map((part) => (
            <li key={part}>
              <b className={styles.letter} data-part={part}>
                {words.say(`rightsScreen.letter.${part}`)}
              </b>{' '}
              {words.sayAny(`part.${part}`)}
            </li>
          ))}
        </ul>
        <AddRight book={book} />
      </div>
      <div className={styles.tablePlace} ref={place}>
        <table className={styles.table} aria-label={words.say('rightsScreen.matrix')} onKeyDown={walk}>
          <thead>
            <tr>
              <th scope="col">{words.field('right')}</th>
              {columns.map(({ key, name }) => (
                <th key={key} scope="col">
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(({ type, rows: own }) => (
            <tbody key={type}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={columns.length + 1}>
                  <span>
                    {words.sayAny(`decisionType.${type}`)}
                    {own.length === 0 ? (
                      <span className={styles.fault}> ■ {words.say('rightsScreen.noRight')}</span>
                    ) : null}
                  </span>
                </th>
              </tr>
              {own.map((each) => (
                <MatrixRow
                  key={each.right.id}
                  book={book}
                  row={each}
                  columns={columns}
                  isFirst={each === rows[0]}
                  isChosen={each.right.id === shown?.id}
                  onChoose={choose}
                  onOpen={open}
                />
              ))}
            </tbody>
          ))}
        </table>
        {opened && row && column ? (
          <PartMenu
            key={`${opened.right} ${opened.column}`}
            row={row}
            column={column}
            at={opened}
            onClose={() => {
              setOpened(undefined);
              opened.button.focus();
            }}
          />
        ) : null}
      </div>
      {shown ? <RightPanel key={shown.id} book={book} right={shown} onClose={() => choose(undefined)} /> : null}
    </div>
  );
}

interface PartMenuProps {
  readonly row: RightWithParties;
  readonly column: Column;
  readonly at: Opened;
  readonly onClose: () => void;
}

/** One menu for all cells, laid at the one it was opened from. */
function PartMenu({ row, column, at, onClose }: PartMenuProps) {
  const words = useWords();
  const act = useAct();
  const held = partsIn(row, column.key);
  const set = async (part: Part) => {
    const done = await act(setParties, { right: row.right.id, part, parties: toggled(row, part, column) });
    if (!done.ok) say({ tone: 'problem', text: words.problem(done.problem) });
  };
  return (
    <Menu opened onChange={(now) => (now ? undefined : onClose())} position="bottom" shadow="md">
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={styles.anchor}
          style={{ left: at.x, top: at.y }}
          aria-label={column.name}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {(['decide', ...PARTS.filter((part) => part !== 'decide')] as Part[]).map((part) => (
          <Menu.CheckboxItem key={part} checked={held.includes(part)} closeMenuOnClick onChange={() => void set(part)}>
            <b className={styles.letter} data-part={part} aria-hidden="true">
              {words.say(`rightsScreen.letter.${part}`)}
            </b>{' '}
            {words.sayAny(`part.${part}`)}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Arrow keys go from cell to cell; Tab enters and leaves the matrix as one. */
function walk(event: React.KeyboardEvent<HTMLTableElement>): void {
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
  const ahead = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const aside = event.key === ahead ? 1 : /^Arrow(Left|Right)$/.test(event.key) ? -1 : 0;
  if (!from || (step === undefined && aside === 0)) return;
  event.preventDefault();
  const lines = [...event.currentTarget.querySelectorAll('tr')]
    .map((line) => [...line.querySelectorAll<HTMLElement>('[data-cell]')])
    .filter((line) => line.length > 0);
  const at = lines.findIndex((line) => line.includes(from));
  const place = (lines[at] as HTMLElement[]).indexOf(from);
  const next = lines[at + (step ?? 0)]?.[place + aside];
  if (!next) return;
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
