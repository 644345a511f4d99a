// The line a map is typed in: a name and Enter for the next beside it, Tab for what it leads to; an existing name is linked.
import { CloseButton } from '@mantine/core';
import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { redo, undo } from '#renderer/desk/act.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import { typedNode } from '#shared/intake/map-typed.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { MapGraph, MapNode } from '#shared/map/model.ts';
import { typeName } from '#shared/map/presets.ts';
import type { Words } from '#shared/words/words.ts';
import styles from './line.module.css';
import { TYPE_ICONS } from './NodeBox.tsx';
import { ARROWS, type Arrow } from './place.ts';
import { Suggestions } from './Suggestions.tsx';
import { exact, otherType, suggest } from './typing.ts';
import { useLine } from './useLine.ts';
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
  /** A node or a link is chosen. */
  readonly hasChoice: boolean;
  /** What is chosen, said to who cannot see it. */
  readonly chosenSays: string;
  readonly onChoose: (id: RecordId | undefined) => void;
  readonly onArrow: (arrow: Arrow) => void;
  readonly onRemove: () => void;
  readonly onRename: () => void;
  readonly control: Ref<TypeLineControl>;
}

export function TypeLine({
  typing,
  graph,
  whole,
  preset,
  chosen,
  hasChoice,
  chosenSays,
  onChoose,
  onArrow,
  onRemove,
  onRename,
  control,
}: TypeLineProps) {
  const words = useWords();
  const id = useId();
  const [active, setActive] = useState(-1);
  const [closed, setClosed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useImperativeHandle(control, () => ({ focus: () => field.current?.focus() }));
  // whoever opens a map can type at once
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const { frame } = typing;
  const typingNow = useRef(typing);
  typingNow.current = typing;
  const { text, waiting, returned, setText, forget, takeBack, put, inTurn, isBusy } = useLine(typingNow);
  useEffect(() => {
    if (returned !== undefined) field.current?.select();
  }, [returned]);
  const anchor = frame.of ? whole.nodes.get(frame.of) : undefined;
  const onMap = new Set(graph.nodes.keys());
  const { title } = typedNode(text);
  const found = closed ? [] : suggest(title, whole.nodes.values(), onMap, frame.of);
  const same = title === '' ? undefined : exact(title, whole.nodes.values(), onMap);
  const Icon = TYPE_ICONS[frame.type];
  const latest = useRef({ typing, chosen });
  latest.current = { typing, chosen };
  const go = (way: 'on' | 'back') => {
    const { typing: now, chosen: node } = latest.current;
    if (now.now().depth > 0 && way === returns(now.now().frame, preset)) now.pop();
    else if (last.current ?? node) now.step((last.current ?? node) as MapNode, way);
  };
  /** The node that was put last, until another is chosen. */
  const last = useRef<MapNode | undefined>(undefined);
  if (last.current && chosen && chosen.id !== last.current.id) last.current = undefined;
  // a place whose node is gone, undone perhaps, is left
  useEffect(() => {
    if (frame.of && !whole.nodes.has(frame.of)) typing.pop();
    if (last.current && !graph.nodes.has(last.current.id) && last.current.id !== chosen?.id) last.current = undefined;
  }, [frame, whole, graph, chosen, typing]);
  const commit = (after?: 'on' | 'back', picked = found[active]?.node) => {
    setActive(-1);
    setClosed(false);
    put(picked, (node) => {
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
    const isEmpty = text.trim() === '';
    // with nothing typed there is nothing of the line's own to undo: the book's last step is meant
    if (isEmpty && (event.ctrlKey || event.metaKey) && !event.altKey && /^[zy]$/i.test(key)) {
      event.preventDefault();
      const isBack = key.toLowerCase() === 'z' && !event.shiftKey;
      return inTurn(() => void (isBack ? undo() : redo()));
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === 'Enter') {
      event.preventDefault();
      if (!isEmpty) commit();
      else inTurn(() => latest.current.typing.pop());
    } else if (key === 'Tab') {
      const way = event.shiftKey ? 'back' : 'on';
      if (!isEmpty) {
        event.preventDefault();
        commit(way);
      } else if (chosen || last.current || typing.now().depth > 0 || isBusy()) {
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
              : hasChoice
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
    } else if (key === 'Delete' && isEmpty && hasChoice) {
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
          <Suggestions
            id={id}
            found={found}
            active={active}
            preset={preset}
            onPick={(node) => commit(undefined, node)}
          />
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
        <output className="visually-hidden">{chosenSays}</output>
      </div>
      {waiting.length > 0 ? (
        <div className={styles.waiting} role="status">
          <span>{words.say('map.notAdded')}</span>
          {waiting.map((name, i) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: the same name may wait twice
              key={i}
              type="button"
              aria-label={words.say('map.takeBack', { name })}
              onClick={() => {
                takeBack(i);
                field.current?.focus();
              }}
            >
              <bdi>{name}</bdi>
            </button>
          ))}
          <CloseButton size="sm" aria-label={words.say('map.forgetWaiting')} onClick={forget} />
        </div>
      ) : null}
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
