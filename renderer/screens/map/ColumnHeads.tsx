// The columns' names over the canvas: they move with it sideways, and keep their size so that the back row can read them.
import { type Ref, useImperativeHandle, useRef } from 'react';
import type { Scene } from '#shared/map/scene.ts';
import styles from './canvas.module.css';
import type { View } from './place.ts';

export interface HeadsControl {
  readonly show: (view: View) => void;
}

export function ColumnHeads({ scene, control }: { scene: Scene; control: Ref<HeadsControl> }) {
  const row = useRef<HTMLDivElement>(null);
  const lanes = useRef<HTMLDivElement>(null);
  const view = useRef<View>({ x: 0, y: 0, zoom: 1 });
  useImperativeHandle(control, () => ({
    show: (next) => {
      view.current = next;
      move(row.current, lanes.current, scene, next);
    },
  }));
  const place = (node: HTMLDivElement | null) => {
    row.current = node;
    move(node, lanes.current, scene, view.current);
  };
  const placeLanes = (node: HTMLDivElement | null) => {
    lanes.current = node;
    move(row.current, node, scene, view.current);
  };
  return (
    <>
      <div className={styles.lanes} data-reading={scene.reading} ref={placeLanes} aria-hidden="true">
        {scene.lanes.map(({ label, y }) => (
          <span key={y} dir="auto">
            {label}
          </span>
        ))}
      </div>
      <div className={styles.heads} ref={place} aria-hidden="true">
        {scene.columns.map(({ label, x }) => (
          <span key={x} dir="auto">
            {label}
          </span>
        ))}
      </div>
    </>
  );
}

function move(row: HTMLDivElement | null, lanes: HTMLDivElement | null, scene: Scene, { x, y, zoom }: View): void {
  for (const [i, head] of [...(row?.children ?? [])].entries()) {
    const column = scene.columns[i];
    if (!(head instanceof HTMLElement) || !column) continue;
    // as wide as its column and half the way to the next on either side
    const next = scene.columns[i + 1] ?? scene.columns[i - 1];
    const apart = next ? Math.abs(next.x + next.width / 2 - column.x - column.width / 2) : column.width * 2;
    const room = Math.max(column.width, Math.min(apart, column.width + 80)) * zoom - 6;
    head.style.transform = `translateX(${x + (column.x + column.width / 2) * zoom - room / 2}px)`;
    head.style.width = `${room}px`;
    head.style.fontSize = room < 96 ? '12px' : '';
  }
  for (const [i, name] of [...(lanes?.children ?? [])].entries()) {
    const lane = scene.lanes[i];
    if (name instanceof HTMLElement && lane) name.style.transform = `translateY(${y + (lane.y - 8) * zoom - 20}px)`;
  }
}
