// The picture of the map on screen: prepared here, laid out in a worker, kept until the next one is there.
import { useEffect, useMemo, useRef, useState } from 'react';
import { layoutWorker } from '#renderer/workers/layout.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { drawScene, type MapPicture, type Prepared, prepare } from '#shared/map/draw.ts';
import type { Layout, LayoutWish } from '#shared/map/layout.ts';
import { effortFor } from '#shared/map/layout.ts';
import type { Scene } from '#shared/map/scene.ts';

interface Laid {
  readonly prepared: Prepared;
  readonly layout: Layout;
}

/** @returns the picture, undefined until the first layout has come */
export function useScene(picture: Omit<MapPicture, 'stood' | 'restarts'> | undefined): Scene | undefined {
  const stood = useRef<ReadonlyMap<RecordId, number>>(new Map());
  const [laid, setLaid] = useState<Laid | undefined>();
  const worker = useMemo(layoutWorker, []);
  useEffect(() => worker.stop, [worker]);
  const prepared = useMemo(
    () =>
      picture &&
      prepare({
        ...picture,
        stood: stood.current,
        restarts: effortFor(picture.graph.nodes.size, picture.graph.links.length),
      }),
    [picture],
  );
  const last = useRef<Laid | undefined>(undefined);
  useEffect(() => {
    if (!prepared) return;
    if (last.current && sameWish(last.current.prepared.wish, prepared.wish)) {
      last.current = { prepared, layout: last.current.layout };
      return setLaid(last.current);
    }
    return worker.ask(prepared.wish, (layout) => {
      last.current = { prepared, layout };
      stood.current = new Map(prepared.boxes.map(({ node }, i) => [node.id, layout.y[i] as number]));
      setLaid(last.current);
    });
  }, [prepared, worker]);
  // the picture of what was laid out last: while a new layout is on its way the old one stays
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(
    () =>
      picture && laid
        ? drawScene({ ...picture, stood: stood.current, restarts: 0 }, laid.prepared, laid.layout)
        : undefined,
    [laid],
  );
}

/** True where the layout of one answers the other: names, marks and weights may differ. */
function sameWish(a: LayoutWish, b: LayoutWish): boolean {
  return (
    a.nodes.length === b.nodes.length &&
    a.links.length === b.links.length &&
    a.links.every(({ from, to }, i) => b.links[i]?.from === from && b.links[i]?.to === to) &&
    a.nodes.every((node, i) => {
      const other = b.nodes[i];
      return (
        other !== undefined &&
        node.column === other.column &&
        node.height === other.height &&
        node.lane === other.lane &&
        node.placedAt === other.placedAt
      );
    })
  );
}
