// The map as a tree table: everything the canvas shows and does, for the keyboard, the screen reader and the large map.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type MapFinding, marksOf } from '#shared/map/finding.ts';
import type { MapGraph } from '#shared/map/model.ts';
import { type OutlineRow, outlineOf } from '#shared/map/outline.ts';
import { typeName } from '#shared/map/presets.ts';
import { reach } from '#shared/map/reach.ts';
import { OutlineLine } from './OutlineLine.tsx';
import styles from './outline.module.css';

interface OutlineProps {
  readonly graph: MapGraph;
  readonly preset: MapPreset | undefined;
  readonly findings: readonly MapFinding[];
  readonly chosen: RecordId | undefined;
  readonly onChoose: (id: RecordId) => void;
  readonly onRemove: () => void;
  /** Brings the fields of the chosen node to hand. */
  readonly onEdit: () => void;
}

const ROW = 36;
const PAGE = 12;

export function Outline({ graph, preset, findings, chosen, onChoose, onRemove, onEdit }: OutlineProps) {
  const words = useWords();
  const book = useBook();
  const [closed, setClosed] = useState<ReadonlySet<RecordId>>(new Set());
  const [at, setAt] = useState<string | undefined>();
  const rows = useMemo(() => outlineOf(graph, closed), [graph, closed]);
  const marks = useMemo(() => marksOf(findings), [findings]);
  const place = useRef<HTMLDivElement>(null);
  const current = Math.max(
    0,
    rows.findIndex(({ key, node }) => (at ? key === at : node.id === chosen)),
  );
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  // a node chosen elsewhere is shown where it first stands
  useEffect(() => {
    if (!chosen || rows[current]?.node.id === chosen) return;
    const first = rows.find(({ node }) => node.id === chosen);
    if (!first) {
      // it stands below something that is closed
      const above = reach(graph, [chosen], 'down');
      if ([...closed].some((id) => above.has(id))) setClosed(new Set([...closed].filter((id) => !above.has(id))));
      return;
    }
    setAt(first.key);
    list.scrollToIndex(rows.indexOf(first));
  }, [chosen, rows, current, list, graph, closed]);
  const focusRow = (index: number) => {
    const row = rows[index];
    if (!row) return;
    setAt(row.key);
    onChoose(row.node.id);
    list.scrollToIndex(index);
    requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus());
  };
  const toggle = ({ node }: OutlineRow) => {
    const next = new Set(closed);
    if (!next.delete(node.id)) next.add(node.id);
    setClosed(next);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const row = rows[current];
    if (!row) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isRight = words.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    switch (event.key) {
      case 'ArrowDown':
        focusRow(Math.min(rows.length - 1, current + 1));
        break;
      case 'ArrowUp':
        focusRow(Math.max(0, current - 1));
        break;
      case 'Home':
        focusRow(0);
        break;
      case 'End':
        focusRow(rows.length - 1);
        break;
      case 'PageDown':
        focusRow(Math.min(rows.length - 1, current + PAGE));
        break;
      case 'PageUp':
        focusRow(Math.max(0, current - PAGE));
        break;
      case 'ArrowLeft':
      case 'ArrowRight':
        if (event.key === isRight) goIn(row);
        else goOut(row);
        break;
      case 'Enter':
      case 'F2':
        onEdit();
        break;
      case 'Delete':
        onRemove();
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  /** Opens what is closed; from what is open, to its first; from a repetition, to where it is opened. */
  const goIn = (row: OutlineRow) => {
    if (row.isAgain) focusRow(rows.findIndex(({ node, isAgain }) => node.id === row.node.id && !isAgain));
    else if (row.feeders > 0 && !row.isOpen) toggle(row);
    else if (row.isOpen) focusRow(current + 1);
  };
  const goOut = (row: OutlineRow) => {
    if (row.isOpen) toggle(row);
    else focusRow(rows.findLastIndex(({ depth }, i) => i < current && depth < row.depth));
  };
  const shown = list.getVirtualItems();
  if (rows.length === 0) return <p className={styles.empty}>{words.say('map.emptyHint')}</p>;
  return (
    <div className={styles.place} ref={place}>
      <p className={styles.keys} id="outline-keys">
        {words.say('outline.keys')}
      </p>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a tree table is a table one walks in
        role="treegrid"
        aria-label={words.say('outline.label')}
        aria-describedby="outline-keys"
        aria-rowcount={rows.length + 1}
        className={styles.grid}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <th scope="col" key={column}>
                {words.sayAny(`outline.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={shown[0]?.start ?? 0} />
          {shown.map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            return (
              <OutlineLine
                key={row.key}
                row={row}
                index={index}
                isCurrent={index === current}
                isChosen={index === current && row.node.id === chosen}
                mark={marks.get(row.node.id)}
                type={typeName(words, preset, row.node.type)}
                owner={book?.get('person', row.node.owner)?.name ?? ''}
                onFocus={() => focusRow(index)}
                onToggle={() => toggle(row)}
              />
            );
          })}
          <Gap height={list.getTotalSize() - (shown.at(-1)?.end ?? 0)} />
        </tbody>
      </table>
    </div>
  );
}

const COLUMNS = ['name', 'type', 'weight', 'necessary', 'owner'] as const;

/** Stands for the rows that are scrolled out of sight. */
const Gap = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr>
      <td colSpan={COLUMNS.length} style={{ height, padding: 0, border: 0 }} />
    </tr>
  ) : null;
