// Typing a map: what Enter and Tab do with a name, as acts on the book; and the stack of places one can return to.
import { useCallback, useMemo, useReducer, useRef, useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { drawLink, insertBetween } from '#shared/acts/draw-link.ts';
import { drawNode } from '#shared/acts/draw-node.ts';
import type { LinkWish } from '#shared/acts/map-writes.ts';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import { where } from '#shared/domain/lookup.ts';
import { typedNode } from '#shared/intake/map-typed.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { wholeGraph } from '#shared/map/graph.ts';
import { verdictOf } from '#shared/map/matrix.ts';
import { kindOf, type MapNode, type NodeType } from '#shared/map/model.ts';
import { PRESETS, typeName } from '#shared/map/presets.ts';
import { beside, exact, type Frame, onward, waysOf } from './typing.ts';

export interface Typing {
  readonly frame: Frame;
  /** The place and how many lie before it as they are now: names may be put before the page is drawn again. */
  readonly now: () => { readonly frame: Frame; readonly depth: number };
  /** What was said of the last name, for eyes and ears. */
  readonly told: { readonly text: string; readonly isProblem: boolean } | undefined;
  readonly setType: (type: NodeType) => void;
  /** Puts a name, or a node that was picked, where the frame says. The node it became; undefined where it was refused. */
  readonly put: (text: string, picked?: MapNode) => Promise<MapNode | undefined>;
  /** From the node to what it leads to (`on`) or comes from, in the order the map is read. */
  readonly step: (node: MapNode, way: 'on' | 'back') => void;
  /** One place back; false where there is none. */
  readonly pop: () => boolean;
  readonly start: (frame: Frame) => void;
}

export function useTyping(
  map: RecordId | undefined,
  preset: MapPreset | undefined,
  onChoose: (id: RecordId) => void,
): Typing {
  const words = useWords();
  const act = useAct();
  // not a state of React's: the next name may be put before this one is drawn
  const frames = useRef<readonly Frame[]>([beside(PRESETS[preset ?? 'network'].first)]);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const [told, setTold] = useState<Typing['told']>();
  const setFrames = useCallback((next: readonly Frame[]) => {
    frames.current = next;
    redraw();
  }, []);
  const moves = useMemo(() => {
    const ways = waysOf(PRESETS[preset ?? 'network'].isReversed);
    return {
      now: () => ({ frame: frameOf(frames.current), depth: frames.current.length - 1 }),
      setType: (type: NodeType) => setFrames([...frames.current.slice(0, -1), { ...frameOf(frames.current), type }]),
      step: (node: MapNode, way: 'on' | 'back') => {
        const next = onward(node, ways[way], preset);
        const [from, to] = next.way === 'down' ? [node.type, next.type] : [next.type, node.type];
        // an end of the map: whoever goes on there is told so, and not led into an error
        if (verdictOf(from, to, preset) === 'error')
          return setTold({
            isProblem: true,
            text: words.say('map.nothingFollows', {
              type: typeName(words, preset, node.type),
              name: briefly(node.title),
            }),
          });
        setFrames([...frames.current, next]);
      },
      pop: () => {
        if (frames.current.length === 1) return false;
        setFrames(frames.current.slice(0, -1));
        return true;
      },
      start: (next: Frame) => setFrames([frames.current[0] as Frame, next]),
    };
  }, [preset, setFrames, words]);

  const put = useCallback(
    async (text: string, picked?: MapNode): Promise<MapNode | undefined> => {
      const { opened, book } = useDesk.getState();
      if (!opened || !book) return undefined;
      const refuse = (problem: string) => {
        setTold({ text: problem, isProblem: true });
        return undefined;
      };
      const frame = frameOf(frames.current);
      const { title, ...said } = typedNode(text);
      if (said.weight !== undefined && (said.weight < 0 || said.weight > 100))
        return refuse(
          words.problem({ code: 'field.notAPercent', args: { field: 'weight' }, path: 'contribution/weight' }),
        );
      const nodes = wholeGraph(book).nodes;
      const onMap = map ? new Set(where(book, 'mapPlace', 'map', map).map(({ node }) => node)) : new Set(nodes.keys());
      const known = picked ?? exact(title, nodes.values(), onMap);
      if (frame.between && known) return refuse(words.say('map.betweenNeedsNew'));
      const record = known?.id ?? newRecordId(opened.ctx);
      const link = linkOf(frame, record, said);
      const result = frame.between
        ? await act(insertBetween, { map, link: frame.between, record, type: frame.type, title })
        : known && link
          ? await act(drawLink, { map, ...link })
          : await act(drawNode, { map, record, ...(known ? {} : { type: frame.type, title }), ...(link && { link }) });
      if (!result.ok) return refuse(words.problem(result.problem));
      const node = known ?? newlyNamed(record, frame.type, title);
      const other = (frame.of && nodes.get(frame.of)?.title) ?? '';
      setTold({
        isProblem: false,
        text: words.say(toldKey(known, link), {
          type: typeName(words, preset, node.type),
          name: briefly(node.title),
          other: briefly(other),
        }),
      });
      if (frame.between) setFrames(frames.current.length > 1 ? frames.current.slice(0, -1) : [beside(frame.type)]);
      // the next name beside it is of the same type as what was found
      else if (frame.way === 'beside' && known) setFrames([...frames.current.slice(0, -1), beside(known.type)]);
      onChoose(node.id);
      return node;
    },
    [act, map, onChoose, preset, setFrames, words],
  );
  return { frame: frameOf(frames.current), told, put, ...moves };
}

/** A name as a sentence can hold it: the whole of it stands on the map. */
const briefly = (name: string): string => (name.length > 60 ? `${name.slice(0, 58).trimEnd()}…` : name);

const frameOf = (frames: readonly Frame[]): Frame => frames.at(-1) as Frame;

const linkOf = (frame: Frame, record: RecordId, said: Omit<LinkWish, 'from' | 'to'>): LinkWish | undefined => {
  if (!frame.of || frame.way === 'beside') return undefined;
  return frame.way === 'down' ? { from: frame.of, to: record, ...said } : { from: record, to: frame.of, ...said };
};

const newlyNamed = (id: RecordId, type: NodeType, title: string): MapNode => ({
  id,
  type,
  kind: kindOf(type),
  title,
  owner: undefined,
  component: undefined,
});

const toldKey = (known: MapNode | undefined, link: LinkWish | undefined) =>
  link ? (known ? 'map.toldLinked' : 'map.toldAddedTo') : known ? 'map.toldFound' : 'map.toldAdded';
