// The link chosen on the canvas: its two ends, what it claims and why, what was found about it, and how it goes away.
import { Button } from '@mantine/core';
import { FlagField, NumberField, TextField } from '#renderer/controls/fields.tsx';
import { useWords } from '#renderer/desk/prefs.ts';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { MapGraph, MapLink } from '#shared/map/model.ts';
import { typeName } from '#shared/map/presets.ts';
import { TYPE_ICONS } from './NodeBox.tsx';
import styles from './panel.module.css';

interface LinkPanelProps {
  readonly link: MapLink;
  readonly whole: MapGraph;
  readonly preset: MapPreset | undefined;
  readonly onChoose: (id: RecordId) => void;
  readonly onRemove: () => void;
  /** A step between the two ends; undefined where none belongs there. */
  readonly onBetween: (() => void) | undefined;
}

export function LinkPanel({ link, whole, preset, onChoose, onRemove, onBetween }: LinkPanelProps) {
  const words = useWords();
  const of = { kind: 'contribution', record: link.id } as const;
  return (
    <section className={styles.panel} aria-label={words.say('map.link')}>
      <h2 className={styles.heading}>{words.say('map.link')}</h2>
      <dl className={styles.ends}>
        {(['from', 'to'] as const).map((end) => {
          const node = whole.nodes.get(link[end]);
          if (!node) return null;
          const Icon = TYPE_ICONS[node.type];
          return (
            <div key={end}>
              <dt className={styles.soft}>{words.say(end === 'from' ? 'map.linkFrom' : 'map.linkTo')}</dt>
              <dd>
                <button type="button" className={styles.linkName} onClick={() => onChoose(node.id)}>
                  <bdi>{node.title}</bdi>
                </button>
                <span className={styles.soft}>
                  <Icon size={14} aria-hidden="true" /> {typeName(words, preset, node.type)}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
      <span className={styles.linkFields}>
        <NumberField {...of} field="weight" label={words.say('map.weight')} />
        <FlagField {...of} field="necessary" />
      </span>
      <TextField {...of} field="rationale" multiline />
      <TextField {...of} field="evidence" multiline />
      <span className={styles.remedies}>
        {onBetween ? (
          <Button size="compact-sm" variant="default" onClick={onBetween}>
            {words.say('map.stepBetween')}
          </Button>
        ) : null}
        <Button size="compact-sm" variant="default" onClick={onRemove}>
          {words.say('map.removeLink')}
        </Button>
      </span>
    </section>
  );
}
