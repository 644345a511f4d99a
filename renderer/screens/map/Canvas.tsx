// The map as people draw and project it: nodes to hold, lines under them, the columns' names always in sight.
import { applyNodeChanges, type NodeChange, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Point, Scene } from '#shared/map/scene.ts';
import { Backdrop, type BackdropControl } from './Backdrop.tsx';
import { ColumnHeads, type HeadsControl } from './ColumnHeads.tsx';
import styles from './canvas.module.css';
import { MiniMap, type MiniMapControl } from './MiniMap.tsx';
import { type Box, NodeBox } from './NodeBox.tsx';
import {
  around,
  fitted,
  HEADS,
  LEGIBLE,
  linkAt,
  meets,
  nodeAt,
  SMALLEST,
  shownBy,
  type View,
  within,
} from './place.ts';

export interface CanvasProps {
  readonly scene: Scene;
  readonly dark: boolean;
  readonly chosen: RecordId | undefined;
  /** Records that stand out, links among them; undefined: nothing does. */
  readonly lit: ReadonlySet<RecordId> | undefined;
  readonly dims: boolean;
  readonly canMove: boolean;
  /** How the map is read and where: another one is fitted anew. */
  readonly frame: string;
  /** Only the map: no small one beside it. */
  readonly isBare: boolean;
  /** The most a small map grows to fill the room. */
  readonly largest: number;
  readonly onChoose: (id: RecordId | undefined, all: readonly RecordId[]) => void;
  /** The hand has chosen or put something down: the keys go on from there. */
  readonly onTouch: () => void;
  /** Nodes put down: their new left top corners. */
  readonly onMove: (moved: ReadonlyMap<RecordId, Point>) => void;
  readonly onLink: (from: RecordId, to: RecordId) => void;
  readonly control: Ref<CanvasControl>;
}

export interface CanvasControl {
  /** All of it, or as much as can be read. */
  readonly fit: (how: 'all' | 'readable') => void;
  readonly zoomBy: (factor: number) => void;
  /** Brings a node into sight, large enough to read. */
  readonly reveal: (id: RecordId) => void;
}

export function Canvas(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

const PICK_MORE = ['Control', 'Meta'];
const NODE_TYPES = { box: NodeBox };
/** Nodes that come into sight are put in place this many at a time, so that no frame is late. */
const AT_ONCE = 24;
/** Window pixels around what is shown in which nodes are kept ready. */
const AROUND = 240;
const NOTHING_MOVED: ReadonlyMap<RecordId, Point> = new Map();

function Flow({
  scene,
  dark,
  chosen,
  lit,
  dims,
  canMove,
  frame,
  isBare,
  largest,
  onChoose,
  onTouch,
  onMove,
  onLink,
  control,
}: CanvasProps) {
  const words = useWords();
  const flow = useReactFlow<Box>();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<View>({ x: 0, y: 0, zoom: 1 });
  const backdrop = useRef<BackdropControl>(null);
  const heads = useRef<HeadsControl>(null);
  const mini = useRef<MiniMapControl>(null);
  const [moved, setMoved] = useState(NOTHING_MOVED);
  const [picked, setPicked] = useState<ReadonlySet<RecordId>>(new Set());
  const [ready, refresh] = useReady(scene, view, place);

  const show = useCallback(
    (next: View) => {
      view.current = next;
      backdrop.current?.show(next);
      heads.current?.show(next);
      mini.current?.show(next);
      refresh();
    },
    [refresh],
  );
  const look = useCallback((next: View) => void flow.setViewport(next), [flow]);
  const size = useCallback(
    () => ({ width: place.current?.clientWidth ?? 0, height: place.current?.clientHeight ?? 0 }),
    [],
  );
  const latest = useRef(scene);
  latest.current = scene;
  const toReveal = useRef<RecordId | undefined>(undefined);
  const reveal = useCallback(
    (id: RecordId) => {
      const end = latest.current.links.find((each) => each.id === id)?.to;
      const node = latest.current.nodes.find((each) => each.id === id || each.id === end);
      // one that was just added is shown once it has its place
      if (!node) toReveal.current = id;
      if (!node) return;
      const { width, height } = size();
      const { zoom } = view.current;
      const inSight = shownBy({ ...view.current, y: view.current.y - HEADS }, width, height - HEADS, -12);
      if (zoom >= LEGIBLE && within(inSight, node)) return;
      const own = Math.max(zoom, LEGIBLE + 0.2);
      look(around(node, own, latest.current, width, height));
    },
    [look, size],
  );
  useImperativeHandle(control, () => ({
    fit: (how) => {
      isFitted.current = true;
      look(fitted(latest.current, size().width, size().height, how === 'all', largest));
    },
    zoomBy: (factor) => {
      isFitted.current = false;
      const { width, height } = size();
      const { x, y, zoom } = view.current;
      const next = Math.min(2, Math.max(SMALLEST, zoom * factor));
      const [mx, my] = [width / 2, height / 2];
      look({ zoom: next, x: mx - ((mx - x) / zoom) * next, y: my - ((my - y) / zoom) * next });
    },
    reveal,
  }));

  // a map stays fitted while it grows, until somebody moves what they see
  const isFitted = useRef(true);
  const shownIn = useRef<string | undefined>(undefined);
  const anew = useRef(0);
  const isPlaced = useRef(false);
  const latestChoice = useRef(chosen);
  latestChoice.current = chosen;
  useEffect(() => {
    const { width, height } = size();
    const next = fitted(scene, width, height, false, largest);
    // once it no longer fits, what is being worked on stays in sight, not the beginning
    const at = toReveal.current ?? latestChoice.current;
    toReveal.current = undefined;
    // what a hand has just placed must not slide away beneath it
    const isByHand = isPlaced.current && shownIn.current === frame;
    isPlaced.current = false;
    if (isByHand) isFitted.current = false;
    if (isByHand) return;
    const isWhole = within(shownBy(next, width, height, 0), { x: 0, y: 0, width: scene.width, height: scene.height });
    const worked = isWhole ? undefined : scene.nodes.find(({ id }) => id === at);
    // the picture that stands when it is turned, and the one that comes of it
    if (shownIn.current !== frame) anew.current = 2;
    const isAnew = anew.current > 0;
    anew.current = Math.max(0, anew.current - 1);
    if (isAnew) isFitted.current = true;
    if (isFitted.current && (isWhole || !worked || isAnew)) look(next);
    shownIn.current = frame;
    if (worked) reveal(worked.id);
    else if (at && !isFitted.current) reveal(at);
  }, [scene, look, size, reveal, largest, frame]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was under a hand has its place in a new picture
  useEffect(() => setMoved(NOTHING_MOVED), [scene]);

  const boxes = useMemo(
    () =>
      scene.nodes
        .filter(({ id }) => ready.has(id))
        .map(
          (node): Box => ({
            id: node.id,
            type: 'box',
            position: moved.get(node.id) ?? { x: node.x, y: node.y },
            width: node.width,
            height: node.height,
            selected: picked.has(node.id) || node.id === chosen,
            data: {
              node,
              reading: scene.reading,
              dim: dims && lit?.has(node.id) !== true,
              hidden: node.hides > 0 ? words.say('map.hides', { count: node.hides }) : '',
            },
          }),
        ),
    [scene, ready, moved, picked, chosen, dims, lit, words],
  );
  const onNodesChange = (changes: NodeChange<Box>[]) => {
    const positions = changes.filter((change) => change.type === 'position' && change.position);
    if (positions.length > 0) {
      const after = applyNodeChanges(positions, boxes);
      setMoved(
        new Map([
          ...moved,
          ...after
            .filter((box, i) => box.position !== boxes[i]?.position)
            .map((box) => [box.id as RecordId, box.position] as const),
        ]),
      );
    }
    const choices = changes.filter((change) => change.type === 'select');
    if (choices.length === 0) return;
    const next = new Set(picked);
    for (const { id, selected } of choices) {
      if (selected) next.add(id as RecordId);
      else next.delete(id as RecordId);
    }
    setPicked(next);
    const added = choices.findLast(({ selected }) => selected);
    if (added) onChoose(added.id as RecordId, [...next]);
  };
  const onPaneClick = (event: React.MouseEvent) => {
    const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
    const under = view.current.zoom < LEGIBLE ? nodeAt(scene, at) : undefined;
    const id = under?.id ?? linkAt(scene, at, 8 / view.current.zoom)?.id;
    setPicked(new Set());
    onChoose(id, id ? [id] : []);
    onTouch();
    if (under) reveal(under.id);
  };
  return (
    <div className={styles.canvas} ref={place} dir="ltr">
      <Backdrop scene={scene} dark={dark} moved={moved} lit={lit} dims={dims} control={backdrop} />
      <ReactFlow<Box>
        nodes={boxes}
        edges={[]}
        nodeTypes={NODE_TYPES}
        onNodesChange={onNodesChange}
        onNodeDragStop={(_, __, dragged) => {
          isPlaced.current = true;
          onMove(new Map(dragged.map((box) => [box.id as RecordId, box.position])));
          onTouch();
        }}
        onSelectionEnd={onTouch}
        onConnect={({ source, target }) => onLink(source as RecordId, target as RecordId)}
        onMove={(event, next) => {
          if (event) isFitted.current = false;
          show(next);
        }}
        onInit={() => show(view.current)}
        onNodeClick={onTouch}
        onPaneClick={onPaneClick}
        nodesDraggable={canMove}
        nodesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        panOnScroll
        zoomOnDoubleClick={false}
        zoomActivationKeyCode="Control"
        multiSelectionKeyCode={PICK_MORE}
        minZoom={SMALLEST}
        maxZoom={2}
        proOptions={{ hideAttribution: true }}
      />
      <ColumnHeads scene={scene} control={heads} />
      {isBare ? null : <MiniMap scene={scene} dark={dark} control={mini} onGo={look} />}
    </div>
  );
}

/** The nodes kept in the page: those in and around the window, and none where no title could be read. */
function useReady(
  scene: Scene,
  view: React.RefObject<View>,
  place: React.RefObject<HTMLDivElement | null>,
): [ReadonlySet<RecordId>, () => void] {
  const [ready, setReady] = useState<ReadonlySet<RecordId>>(new Set());
  const held = useRef({ scene, ready });
  held.current = { scene, ready };
  const due = useRef(0);
  const step = useCallback(() => {
    due.current = 0;
    const box = place.current;
    if (!box) return;
    const { scene: now, ready: before } = held.current;
    const wanted = new Set<RecordId>();
    if (view.current.zoom >= LEGIBLE) {
      const near = shownBy(view.current, box.clientWidth, box.clientHeight, AROUND);
      for (const node of now.nodes) if (meets(node, near)) wanted.add(node.id);
    }
    const missing = [...wanted].filter((id) => !before.has(id));
    const isExtra = [...before].some((id) => !wanted.has(id));
    if (missing.length === 0 && !isExtra) return;
    // what left the window goes with what comes in: the page never holds many more than it shows
    const next = new Set([...before].filter((id) => wanted.has(id)));
    for (const id of missing.slice(0, AT_ONCE)) next.add(id);
    held.current = { scene: now, ready: next };
    setReady(next);
    if (missing.length > AT_ONCE) due.current = requestAnimationFrame(step);
  }, [view, place]);
  const refresh = useCallback(() => {
    due.current ||= requestAnimationFrame(step);
  }, [step]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new picture has other nodes in sight
  useEffect(refresh, [scene, refresh]);
  useEffect(() => () => cancelAnimationFrame(due.current), []);
  return [ready, refresh];
}
