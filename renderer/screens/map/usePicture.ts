// What the map on screen shows: its nodes as folded and grouped, with what was found about them, in the reader's words.
import { useMemo } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import type { At, BenefitMap } from '#shared/domain/benefit-map.ts';
import type { Book } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { fold } from '#shared/map/collapse.ts';
import type { MapPicture, Metrics } from '#shared/map/draw.ts';
import { type MapFinding, marksOf } from '#shared/map/finding.ts';
import { mapGraph, wholeGraph } from '#shared/map/graph.ts';
import type { MapGraph, MapNode } from '#shared/map/model.ts';
import { PRESETS, typeName, wordingOf } from '#shared/map/presets.ts';
import { findingsIn } from '#shared/sight/findings.ts';
import { bandOf } from '#shared/sight/spend.ts';

/** Large enough to be read from the back of a room once a map of some thirty nodes fills the screen. */
const METRICS: Metrics = {
  perInch: 96,
  nodeWidth: 204,
  columnGap: 80,
  rowGap: 20,
  padding: 12,
  titleSize: 13.5,
  captionSize: 9.75,
  labelSize: 9.75,
  maxLines: 4,
  leading: 1.25,
  spread: true,
};
/** For a room the columns stand closer, so that more of the width is letters: seven of them at 24 px on 1920. */
const ROOM: Partial<Metrics> = { nodeWidth: 160, columnGap: 46, maxLines: 5 };
/** Arabic stands and hangs further. */
const ARABIC: Metrics = { ...METRICS, leading: 1.45 };

export interface Shown {
  readonly graph: MapGraph;
  readonly findings: readonly MapFinding[];
  readonly picture: Omit<MapPicture, 'stood' | 'restarts'>;
}

/** @param map undefined: the whole book */
export function usePicture(
  book: Book | undefined,
  map: RecordId | undefined,
  collapsed: ReadonlySet<RecordId>,
  forRoom: boolean,
): Shown | undefined {
  const words = useWords();
  return useMemo(() => {
    if (!book) return undefined;
    const settings: Partial<BenefitMap> = book.get('benefitMap', map) ?? {};
    const { preset = 'network', group } = settings;
    const graph = map ? mapGraph(book, map) : wholeGraph(book);
    const findings = findingsIn(book, graph, preset);
    const folded = fold(graph, collapsed);
    const places = new Map<RecordId, At>();
    if (map) for (const { node, at } of where(book, 'mapPlace', 'map', map)) if (at) places.set(node, at);
    return {
      graph,
      findings,
      picture: {
        ...wordingOf(words, book, preset),
        // a room reads what it is; whose it is stays at the desk
        ...(forRoom && { caption: ({ type }: MapNode) => typeName(words, preset, type) }),
        graph: folded.graph,
        hides: folded.hides,
        metrics: { ...(words.language === 'ar' ? ARABIC : METRICS), ...(forRoom ? ROOM : {}) },
        reading: settings.reading ?? words.direction,
        isReversed: PRESETS[preset].isReversed,
        // an empty map teaches its columns; one that is drawn spends no room on them
        keep: graph.nodes.size === 0 ? PRESETS[preset].columns : [],
        places,
        laneOf: group && bandOf(book, group),
        marks: marksOf(findings),
      },
    };
  }, [book, map, collapsed, forRoom, words]);
}
