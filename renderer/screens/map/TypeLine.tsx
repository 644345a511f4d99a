// The line a map is typed in: a name and Enter for the next beside it, Tab for what it leads to; an existing name is linked.
import { CloseButton } from '@mantine/core';
import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import { typedNode } from '#shared/intake/map-typed.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { MapGraph, MapNode } from '#shared/map/model.ts';
import { typeName } from '#shared/map/presets.ts';
import type { Words } from '#shared/words/words.ts';
import styles from './line.module.css';
import { TYPE_ICONS } from './NodeBox.tsx';
import type { Arrow } from './place.ts';
import { exact, otherType, suggest } from './typing.ts';
import type { Typing } from './useTyping.ts';

export interface TypeLineControl {
  readonly focus: () => void;
}

interface TypeLineProps {
  readonly typing: Typing;
  readonly graph: MapGraph;
  readonly whole: MapGraph;
  readonly preset: MapPreset | undefined;
  readonly chosen: MapNode | undefined;
  readonly onChoose: (id: RecordId | undefined) => void;
  readonly onArrow: (arrow: Arrow) => void;
  readonly onRemove: () => void;
  readonly onRename: () => void;
  readonly control: Ref<TypeLineControl>;
}

const ARROWS: Readonly<Record<string, Arrow>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

export function TypeLine({
  typing,
  graph,
  whole,
  preset,
  chosen,
  onChoose,
  onArrow,
  onRemove,
  onRename,
  control,
}: TypeLineProps) {
  const words = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const [closed, setClosed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useImperativeHandle(control, () => ({ focus: () => field.current?.focus() }));
  // whoever opens a map can type at once
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const { frame } = typing;
  const anchor = frame.of ? whole.nodes.get(frame.of) : undefined;
  const onMap = new Set(graph.nodes.keys());
  const { title } = typedNode(text);
  const found = closed ? [] : suggest(title, whole.nodes.values(), onMap, frame.of);
  const same = title === '' ? undefined : exact(title, whole.nodes.values(), onMap);
  const Icon = TYPE_ICONS[frame.type];
  // what is typed is done in its order, however fast: each key waits for the names before it
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const latest = useRef({ typing, chosen });
  latest.current = { typing, chosen };
  const inTurn = (work: () => unknown) => {
    queue.current = queue.current.then(work);
  };
  const go = (way: 'on' | 'back') => {
    const { typing: now, chosen: node } = latest.current;
    if (now.now().depth > 0 && way === returns(now.now().frame, preset)) now.pop();
    else if (last.current ?? node) now.step((last.current ?? node) as MapNode, way);
  };
  /** The node that was put last, until another is chosen. */
  const last = useRef<MapNode | undefined>(undefined);
  if (last.current && chosen && chosen.id !== last.current.id) last.current = undefined;
  const commit = (after?: 'on' | 'back') => {
    const typed = text;
    const picked = found[active]?.node;
    setText('');
    setActive(-1);
    setClosed(false);
    inTurn(async () => {
      const node = await latest.current.typing.put(typed, picked);
      if (!node) return setText((now) => (now === '' ? typed : now));
      last.current = node;
      if (after) go(after);
    });
  };

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    const { key } = event;
    if (event.nativeEvent.isComposing) return;
    if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown')) {
      event.preventDefault();
      return typing.setType(otherType(frame, anchor?.type, key === 'ArrowDown' ? 1 : -1, preset));
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isEmpty = text.trim() === '';
    if (key === 'Enter') {
      event.preventDefault();
      if (!isEmpty) commit();
      else inTurn(() => latest.current.typing.pop());
    } else if (key === 'Tab') {
      const way = event.shiftKey ? 'back' : 'on';
      if (!isEmpty) {
        event.preventDefault();
        commit(way);
      } else if (chosen || last.current || typing.now().depth > 0) {
        event.preventDefault();
        inTurn(() => go(way));
      }
    } else if (key === 'Escape') {
      // one step back at a time: the list, the text, the place, the choice; then the line is left, and Tab moves on
      const step =
        !closed && found.length > 0
          ? () => setClosed(true)
          : !isEmpty
            ? () => setText('')
            : typing.now().depth > 0
              ? typing.pop
              : chosen
                ? () => onChoose(undefined)
                : undefined;
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      step();
      setActive(-1);
    } else if (ARROWS[key] && isEmpty) {
      event.preventDefault();
      onArrow(ARROWS[key]);
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && found.length > 0) {
      event.preventDefault();
      setActive((now) => (key === 'ArrowDown' ? Math.min(found.length - 1, now + 1) : Math.max(-1, now - 1)));
    } else if (key === 'Delete' && isEmpty && chosen) {
      event.preventDefault();
      onRemove();
    } else if (key === 'F2' && chosen) {
      event.preventDefault();
      onRename();
    }
  };
  return (
    <div className={styles.line}>
      <div className={styles.lineRow}>
        <span className={styles.lineType} data-type={frame.type}>
          <Icon size={18} aria-hidden="true" />
          {typeName(words, preset, frame.type)}
        </span>
        <span className={styles.linePlace} id={`${id}-place`}>
          {placeText(frame, anchor, whole, words)}
        </span>
        <div className={styles.lineField}>
          <input
            ref={field}
            className={styles.lineInput}
            value={text}
            dir="auto"
            role="combobox"
            aria-label={words.say('map.typeLabel', { type: typeName(words, preset, frame.type) })}
            aria-describedby={`${id}-place ${id}-keys`}
            aria-autocomplete="list"
            aria-expanded={found.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
            placeholder={words.say(frame.way === 'beside' ? 'map.typeHere' : 'map.typeOrLink')}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setActive(-1);
              setClosed(false);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setClosed(true)}
            onFocus={() => setClosed(false)}
            autoComplete="off"
            spellCheck={false}
          />
          <div
            role="listbox"
            id={`${id}-list`}
            className={styles.lineList}
            hidden={found.length === 0}
            aria-label={words.say('map.suggestions')}
          >
            {found.map(({ node, isOnMap }, i) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
              <div
                key={node.id}
                id={`${id}-${i}`}
                role="option"
                aria-selected={i === active}
                className={styles.lineOption}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  void typing.put(text, node);
                  setText('');
                }}
              >
                <bdi>{node.title}</bdi>
                <span className={styles.soft}>
                  {typeName(words, preset, node.type)}
                  {isOnMap ? '' : ` · ${words.say('map.notOnMap')}`}
                </span>
              </div>
            ))}
          </div>
        </div>
        {text !== '' ? <CloseButton aria-label={words.say('map.clearText')} onClick={() => setText('')} /> : null}
      </div>
      <div className={styles.lineFoot}>
        <span id={`${id}-keys`} className={styles.soft}>
          {keysText(text, same !== undefined, frame.way !== 'beside', words)}
        </span>
        <output className={styles.lineTold} data-problem={typing.told?.isProblem || undefined}>
          {typing.told?.text}
        </output>
      </div>
    </div>
  );
}

/** The key that undoes the last step to the side. */
const returns = (frame: Typing['frame'], preset: MapPreset | undefined): 'on' | 'back' =>
  (frame.way === 'up') === (preset !== 'problem') ? 'on' : 'back';

function placeText(frame: Typing['frame'], anchor: MapNode | undefined, whole: MapGraph, words: Words): string {
  if (frame.between) return words.say('map.placeBetween');
  if (!anchor) return whole.nodes.size === 0 ? '' : words.say('map.placeBeside');
  return words.say(frame.way === 'down' ? 'map.placeDown' : 'map.placeUp', { name: anchor.title });
}

/** What makes a link necessary, typed at the end of a name. */
const SIGN = { sign: '!' };

function keysText(text: string, isKnown: boolean, isLinking: boolean, words: Words): string {
  if (text.trim() === '') return words.say(isLinking ? 'map.keysLinking' : 'map.keys', SIGN);
  if (isKnown) return words.say(isLinking ? 'map.keysLinkKnown' : 'map.keysGoKnown', SIGN);
  return words.say(isLinking ? 'map.keysLinkNew' : 'map.keysNew', SIGN);
}
