// One map: the line it is typed in, the canvas or its outline, and at the end edge what is chosen and what was found.
import { SegmentedControl } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { GoneRecord } from '#renderer/controls/GoneRecord.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useEscape } from '#renderer/desk/escape.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { usePresent } from '#renderer/desk/present.ts';
import { goBack } from '#renderer/desk/route.ts';
import { remembered } from '#renderer/desk/view-state.ts';
import { drawLink } from '#shared/acts/draw-link.ts';
import { takeOffMap } from '#shared/acts/draw-node.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { wholeGraph } from '#shared/map/graph.ts';
import { reach } from '#shared/map/reach.ts';
import { Canvas, type CanvasControl } from './Canvas.tsx';
import { betweenType, nodeSays } from './chosen.ts';
import { MapHead } from './MapHead.tsx';
import styles from './map.module.css';
import { Outline } from './Outline.tsx';
import { Presenting } from './Presenting.tsx';
import { type Arrow, LARGEST, nextNode } from './place.ts';
import { Questions } from './Questions.tsx';
import { SidePanel } from './SidePanel.tsx';
import { SightMatrix } from './SightMatrix.tsx';
import { Tools } from './Tools.tsx';
import { TypeLine, type TypeLineControl } from './TypeLine.tsx';
import { useArrange } from './useArrange.ts';
import { usePicture } from './usePicture.ts';
import { useRemedy } from './useRemedy.ts';
import { useScene } from './useScene.ts';
import { useTyping } from './useTyping.ts';
import { type MapView, VIEWS, WHOLE_BOOK } from './views.ts';

const useView = remembered<MapView>('canvas');

export function MapPage({ id }: { id: string }) {
  const words = useWords();
  const book = useBook();
  const map = id === WHOLE_BOOK ? undefined : (id as RecordId);
  const record = map && book?.get('benefitMap', map);
  useEscape(book && map && !record ? () => goBack('maps') : undefined);
  if (!book) return <output className={styles.gone}>{words.say('app.opening')}</output>;
  if (map && !record) return <GoneRecord list="maps" label={words.say('map.back')} />;
  return <OneMap map={map} />;
}

function OneMap({ map }: { map: RecordId | undefined }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const [view, setView] = useView();
  const [chosen, setChosen] = useState<RecordId | undefined>();
  const [picked, setPicked] = useState<readonly RecordId[]>([]);
  const [collapsed, setCollapsed] = useState<ReadonlySet<RecordId>>(new Set());
  const [traces, setTraces] = useState(false);
  const [tab, setTab] = useState<string>('node');
  const [wide, setWide] = useState(false);
  const [presents, setPresents] = usePresent();
  // one step back: the room's picture, the choice, then the map
  useEscape(() => (presents ? setPresents(false) : chosen ? choose(undefined) : goBack('maps')));
  const line = useRef<TypeLineControl>(null);
  const canvas = useRef<CanvasControl>(null);
  const panel = useRef<HTMLElement>(null);
  const shown = usePicture(book, map, collapsed, presents);
  const scene = useScene(shown?.picture);
  const settings = book?.get('benefitMap', map);
  const preset = settings?.preset;
  const whole = useMemo(() => book && wholeGraph(book), [book]);
  const choose = useCallback((id: RecordId | undefined) => {
    setChosen(id);
    setPicked(id ? [id] : []);
    if (id) canvas.current?.reveal(id);
  }, []);
  const typing = useTyping(map, preset, choose);
  const arrange = useArrange(map, scene, shown);
  /** Brings a field of the chosen node to hand, once its panel is drawn. */
  const focusIn = (field: string) => {
    setWide(false);
    setTab('node');
    requestAnimationFrame(() => requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>(field)?.focus()));
  };
  const edit = () => focusIn('textarea');
  const remedy = useRemedy({
    whole: whole ?? EMPTY,
    preset,
    typing,
    onChoose: choose,
    onField: (field) => focusIn(`[data-field="${field}"] :is(input, textarea, select)`),
    focusLine: () => line.current?.focus(),
  });
  const node = chosen ? whole?.nodes.get(chosen) : undefined;
  const chosenLink = chosen && !node ? whole?.links.find(({ id, tree }) => id === chosen && !tree) : undefined;
  const lit = useMemo(() => {
    if (!chosen || !whole) return undefined;
    const near = [...(whole.outOf.get(chosen) ?? []), ...(whole.into.get(chosen) ?? [])].map(({ id }) => id);
    if (!traces) return new Set([chosen, ...near]);
    const nodes = new Set([chosen, ...reach(whole, [chosen], 'down'), ...reach(whole, [chosen], 'up')]);
    return new Set([
      ...nodes,
      ...whole.links.filter(({ from, to }) => nodes.has(from) && nodes.has(to)).map(({ id }) => id),
    ]);
  }, [chosen, traces, whole]);
  if (!book || !shown || !whole) return null;
  const dark = document.documentElement.dataset.theme === 'dark';
  const remove = async () => {
    if (chosenLink) {
      remedy({ step: 'removeLink', link: chosenLink.id });
      return choose(undefined);
    }
    if (!map) return say({ tone: 'problem', text: words.say('map.wholeKeepsAll') });
    const nodes = picked.length > 0 ? picked : chosen ? [chosen] : [];
    const result = await act(takeOffMap, { map, nodes });
    if (!result.ok) return say({ tone: 'problem', text: words.problem(result.problem) });
    say({ tone: 'done', text: words.say('map.takenOff', { count: nodes.length }) });
    choose(undefined);
  };
  const link = async (from: RecordId, to: RecordId) => {
    const result = await act(drawLink, { map, from, to });
    if (!result.ok) return say({ tone: 'problem', text: words.problem(result.problem) });
    // the new link is at hand: its weight and its reason are what is asked next
    choose(result.value.change?.writes.find(({ kind }) => kind === 'contribution')?.record ?? to);
    line.current?.focus();
  };
  const walk = (arrow: Arrow) => {
    const next = scene && nextNode(scene, shown.graph, chosenLink?.to ?? chosen, arrow);
    if (next) choose(next);
  };
  const stepType = chosenLink && betweenType(chosenLink, whole, preset);
  const between =
    chosenLink && stepType ? () => remedy({ step: 'insertBetween', link: chosenLink.id, type: stepType }) : undefined;
  const isDrawn = view === 'canvas' || view === 'outline';
  return (
    <div
      className={styles.page}
      data-view={view}
      data-wide={wide || presents || undefined}
      data-present={presents || undefined}
    >
      <MapHead map={map} shown={shown} />
      <div className={styles.bar}>
        <SegmentedControl
          size="xs"
          aria-label={words.say('map.views')}
          value={view}
          onChange={(next) => setView(next as MapView)}
          data={VIEWS.map((each) => ({ value: each, label: words.sayAny(`map.view.${each}`) }))}
        />
        <Tools
          map={map}
          view={view}
          scene={scene}
          shown={shown}
          chosen={node}
          picked={picked}
          traces={traces}
          onTraces={setTraces}
          collapsed={collapsed}
          onCollapsed={setCollapsed}
          arrange={arrange}
          canvas={canvas}
          wide={wide}
          onWide={setWide}
          onPresent={() => setPresents(true)}
          dark={dark}
        />
      </div>
      {isDrawn && !presents ? (
        <TypeLine
          control={line}
          typing={typing}
          graph={shown.graph}
          whole={whole}
          preset={preset}
          chosen={node}
          onChoose={choose}
          hasChoice={chosen !== undefined}
          chosenSays={node ? nodeSays(node, shown, whole, words, preset) : ''}
          onArrow={walk}
          onRemove={() => void remove()}
          onRename={edit}
        />
      ) : null}
      {presents ? <Presenting onWalk={walk} label={words.say('map.presenting')} /> : null}
      <div className={styles.main}>
        {view === 'canvas' && shown.graph.nodes.size === 0 ? (
          <div className={styles.first}>
            <p>{words.say('map.emptyFirst')}</p>
            <p>{words.say('map.emptyHint')}</p>
            {map ? <p>{words.say('map.emptyOr')}</p> : null}
          </div>
        ) : null}
        {view === 'canvas' && scene ? (
          <Canvas
            control={canvas}
            scene={scene}
            dark={dark}
            chosen={chosen}
            lit={lit}
            dims={traces && chosen !== undefined}
            frame={[presents, settings?.preset, settings?.reading, settings?.group].join()}
            isBare={presents}
            largest={presents ? LARGEST.room : LARGEST.desk}
            canMove={map !== undefined && !settings?.group && !presents}
            onChoose={(id, all) => {
              setChosen(id);
              setPicked(all);
            }}
            // what is typed next, Delete and the arrows mean what was just chosen
            onTouch={() => line.current?.focus()}
            onMove={arrange.keep}
            onLink={(from, to) => void link(from, to)}
          />
        ) : null}
        {view === 'outline' ? (
          <Outline
            graph={shown.graph}
            preset={preset}
            findings={shown.findings}
            chosen={chosen}
            onChoose={choose}
            onRemove={() => void remove()}
            onEdit={edit}
          />
        ) : null}
        {view === 'questions' ? <Questions whole={whole} graph={shown.graph} preset={preset} /> : null}
        {view === 'matrix' ? <SightMatrix /> : null}
      </div>
      {isDrawn && !wide && !presents ? (
        <SidePanel
          panel={panel}
          chosen={chosen}
          link={chosenLink}
          isEmpty={shown.graph.nodes.size === 0}
          whole={whole}
          preset={preset}
          findings={shown.findings}
          tab={tab}
          onTab={setTab}
          onChoose={choose}
          onRemedy={remedy}
          onRemove={() => void remove()}
          onBetween={between}
        />
      ) : null}
    </div>
  );
}

const EMPTY = { nodes: new Map(), links: [], outOf: new Map(), into: new Map(), loose: [], twins: new Map() };
