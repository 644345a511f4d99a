// Where people put nodes: kept as they are put down, lined up side by side, and let go of again.
import { useMemo } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { say } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { arrangeMap } from '#shared/acts/arrange-map.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { columnsOf } from '#shared/map/columns.ts';
import type { Point, Scene } from '#shared/map/scene.ts';
import type { Shown } from './usePicture.ts';

export interface Arrange {
  /** Left top corners as drawn. */
  readonly keep: (moved: ReadonlyMap<RecordId, Point>) => void;
  /** Brings nodes back into their columns, or apart at one distance. */
  readonly align: (nodes: readonly RecordId[], how: 'column' | 'apart') => void;
  /** All nodes find their places anew. */
  readonly tidy: () => void;
}

/** Nearer than this to its column, a node was not meant to leave it. */
const SNAP = 24;

export function useArrange(map: RecordId | undefined, scene: Scene | undefined, shown: Shown | undefined): Arrange {
  const words = useWords();
  const act = useAct();
  return useMemo(() => {
    const write = async (at: Parameters<typeof arrangeMap.run>[1]['at']) => {
      if (!map) return;
      const result = await act(arrangeMap, { map, at });
      if (!result.ok) say({ tone: 'problem', text: words.problem(result.problem) });
    };
    const placeOf = (id: RecordId, { x, y }: Point) => {
      const node = scene?.nodes.find((each) => each.id === id);
      if (!node || !scene || !shown) return undefined;
      const { metrics, graph, keep, reading, isReversed } = shown.picture;
      const column = columnsOf(graph, keep).of.get(id) ?? 0;
      const own = column * (metrics.nodeWidth + metrics.columnGap);
      const isMirrored = (reading === 'rtl') !== isReversed;
      const out = (isMirrored ? scene.width - x - node.width : x) - own;
      return { x: Math.abs(out) < SNAP ? 0 : out, y: y + node.height / 2 };
    };
    return {
      keep: (moved) =>
        void write(
          [...moved].flatMap(([node, corner]) => {
            const at = placeOf(node, corner);
            return at ? [{ node, at }] : [];
          }),
        ),
      align: (nodes, how) => {
        const own = scene?.nodes.filter(({ id }) => nodes.includes(id)).toSorted((a, b) => a.y - b.y) ?? [];
        if (own.length < 2) return;
        const [first, last] = [own[0], own.at(-1)];
        if (!first || !last) return;
        const free = last.y - first.y - own.slice(0, -1).reduce((sum, { height }) => sum + height, 0);
        let y = first.y;
        void write(
          own.flatMap((node) => {
            const at = placeOf(node.id, how === 'column' ? node : { x: node.x, y });
            y += node.height + Math.max(8, free / (own.length - 1));
            return at ? [{ node: node.id, at: how === 'column' ? { ...at, x: 0 } : at }] : [];
          }),
        );
      },
      tidy: () => void write((scene?.nodes ?? []).map(({ id }) => ({ node: id, at: null }))),
    };
  }, [act, map, scene, shown, words]);
}
