// The nodes whose names hold what is typed, under the line; the keys are the line's.
import { useWords } from '#renderer/desk/prefs.ts';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { MapNode } from '#shared/map/model.ts';
import { typeName } from '#shared/map/presets.ts';
import styles from './line.module.css';
import type { Suggestion } from './typing.ts';

interface SuggestionsProps {
  readonly id: string;
  readonly found: readonly Suggestion[];
  readonly active: number;
  readonly preset: MapPreset | undefined;
  readonly onPick: (node: MapNode) => void;
}

export function Suggestions({ id, found, active, preset, onPick }: SuggestionsProps) {
  const words = useWords();
  return (
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
          onClick={() => onPick(node)}
        >
          <bdi>{node.title}</bdi>
          <span className={styles.soft}>
            {typeName(words, preset, node.type)}
            {isOnMap ? '' : ` · ${words.say('map.notOnMap')}`}
          </span>
        </div>
      ))}
    </div>
  );
}
