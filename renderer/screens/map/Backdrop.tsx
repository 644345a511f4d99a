// Bands, lines and weights of the map on one canvas under its nodes; and the nodes themselves where none could be read.
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Point, Rect, Scene, SceneLink } from '#shared/map/scene.ts';
import { linkLook, MAP_PALETTE, type MapPalette } from '#shared/press/mapLook.ts';
import styles from './canvas.module.css';
import { LEGIBLE, meets, shownBy, type View } from './place.ts';
import { useDrawSoon } from './useDrawSoon.ts';

export interface BackdropProps {
  readonly scene: Scene;
  readonly dark: boolean;
  /** Nodes under a hand, where they are now. */
  readonly moved: ReadonlyMap<RecordId, Point>;
  /** What stands out: a chosen link, the links of a chosen node, a line of sight. Undefined: nothing does. */
  readonly lit: ReadonlySet<RecordId> | undefined;
  /** Everything else steps back. */
  readonly dims: boolean;
  readonly control: Ref<BackdropControl>;
}

export interface BackdropControl {
  readonly show: (view: View) => void;
}

export function Backdrop({ control, ...props }: BackdropProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<View>({ x: 0, y: 0, zoom: 1 });
  const drawSoon = useDrawSoon(() => {
    if (canvas.current) paint(canvas.current, props, view.current);
  });
  useImperativeHandle(control, () => ({
    show: (next) => {
      view.current = next;
      drawSoon();
    },
  }));
  useEffect(() => {
    const watch = new ResizeObserver(drawSoon);
    if (canvas.current) watch.observe(canvas.current);
    return () => watch.disconnect();
  }, [drawSoon]);
  return (
    <div className={styles.backdrop} aria-hidden="true">
      <canvas ref={canvas} />
    </div>
  );
}

type Paint = Omit<BackdropProps, 'control'>;

function paint(canvas: HTMLCanvasElement, props: Paint, view: View): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
  pen.setTransform(ratio * view.zoom, 0, 0, ratio * view.zoom, ratio * view.x, ratio * view.y);
  const shown = shownBy(view, width, height, 20);
  const palette = props.dark ? MAP_PALETTE.dark : MAP_PALETTE.light;
  bands(pen, props.scene, palette, shown);
  lines(pen, props, palette, shown, view.zoom);
  if (view.zoom < LEGIBLE) boxes(pen, props, palette, shown, view.zoom);
}

const hex = (colour: string): string => `#${colour}`;

function bands(pen: CanvasRenderingContext2D, scene: Scene, palette: MapPalette, shown: Rect): void {
  pen.globalAlpha = 1;
  for (const [i, { y, height }] of scene.lanes.entries()) {
    if (i % 2 === 1) continue;
    pen.fillStyle = hex(palette.band);
    pen.fillRect(shown.x, y - 10, shown.width, height + 20);
  }
}

/** Told apart without colour: unproven long, an error short, part of an objective dotted. */
const DASHES = { dash: [9, 5], sysDash: [4, 3], sysDot: [1.5, 4] };

function lines(pen: CanvasRenderingContext2D, props: Paint, palette: MapPalette, shown: Rect, zoom: number): void {
  const { scene, lit, dims, moved } = props;
  const nodes = moved.size > 0 ? new Map(scene.nodes.map((node) => [node.id, node])) : undefined;
  const order = lit ? scene.links.toSorted((a, b) => Number(lit.has(a.id)) - Number(lit.has(b.id))) : scene.links;
  // a hair is the least that is seen when all is small
  const thin = Math.max(1, 0.6 / zoom);
  for (const link of order) {
    const path =
      nodes && (moved.has(link.from) || moved.has(link.to)) ? stretched(link, scene, nodes, moved) : link.path;
    if (!meets(boundsOf(path), shown)) continue;
    const isLit = lit?.has(link.id) === true;
    const look = linkLook(link, palette);
    pen.globalAlpha = dims && !isLit ? 0.16 : 1;
    pen.strokeStyle = hex(isLit ? palette.ink : look.colour);
    pen.lineWidth = (look.width + (isLit ? 1.4 : 0.2)) * thin;
    pen.setLineDash(look.dash ? DASHES[look.dash] : []);
    trace(pen, path);
    if (look.head && zoom >= 0.2) head(pen, path, hex(isLit ? palette.ink : look.colour));
    if (link.label && zoom >= LEGIBLE && path === link.path) weight(pen, link.label, palette);
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

function trace(pen: CanvasRenderingContext2D, path: readonly Point[]): void {
  pen.beginPath();
  const [start] = path;
  if (!start) return;
  pen.moveTo(start.x, start.y);
  for (let i = 1; i + 2 < path.length; i += 3) {
    const [a, b, c] = [path[i], path[i + 1], path[i + 2]] as [Point, Point, Point];
    pen.bezierCurveTo(a.x, a.y, b.x, b.y, c.x, c.y);
  }
  pen.stroke();
}

/** An arrow at the end, in the direction the line comes from. */
function head(pen: CanvasRenderingContext2D, path: readonly Point[], colour: string): void {
  const end = path.at(-1);
  const before = path.at(-2);
  if (!end || !before) return;
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  pen.setLineDash([]);
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(end.x, end.y);
  for (const side of [-0.42, 0.42]) pen.lineTo(end.x - 9 * Math.cos(angle + side), end.y - 9 * Math.sin(angle + side));
  pen.closePath();
  pen.fill();
}

function weight(
  pen: CanvasRenderingContext2D,
  { x, y, width, height, text }: Rect & { text: string },
  palette: MapPalette,
): void {
  pen.fillStyle = hex(palette.paper);
  pen.fillRect(x, y, width, height);
  pen.fillStyle = hex(palette.ink);
  pen.font = '500 13px "IBM Plex Sans", "IBM Plex Sans Arabic", sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(text, x + width / 2, y + height / 2 + 0.5);
}

function boxes(
  pen: CanvasRenderingContext2D,
  { scene, moved, dims, lit }: Paint,
  palette: MapPalette,
  shown: Rect,
  zoom: number,
): void {
  for (const node of scene.nodes) {
    const at = moved.get(node.id) ?? node;
    if (!meets({ ...node, ...at }, shown)) continue;
    const { fill, stroke } = palette.types[node.type];
    pen.globalAlpha = dims && lit && !lit.has(node.id) ? 0.3 : 1;
    pen.fillStyle = hex(fill);
    pen.fillRect(at.x, at.y, node.width, node.height);
    pen.strokeStyle = hex(node.mark === 'error' ? palette.error : stroke);
    pen.lineWidth = (node.mark === 'error' || lit?.has(node.id) ? 2 : 1) / zoom;
    pen.strokeRect(at.x, at.y, node.width, node.height);
  }
  pen.globalAlpha = 1;
}

function boundsOf(path: readonly Point[]): Rect {
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { x, y } of path) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

/** The line of a node under a hand: straight from side to side until it is put down. */
function stretched(
  link: SceneLink,
  scene: Scene,
  nodes: ReadonlyMap<RecordId, Scene['nodes'][number]>,
  moved: ReadonlyMap<RecordId, Point>,
): Point[] {
  const side = (id: RecordId, isStart: boolean): Point => {
    const node = nodes.get(id);
    const at = { ...(node ?? { x: 0, y: 0, width: 0, height: 0 }), ...moved.get(id) };
    const isRight = isStart === (scene.reading === 'ltr');
    return { x: at.x + (isRight ? at.width : 0), y: at.y + at.height / 2 };
  };
  const [start, end] = [side(link.from, true), side(link.to, false)];
  const half = (end.x - start.x) / 2;
  return [start, { x: start.x + half, y: start.y }, { x: end.x - half, y: end.y }, end];
}
