// The key of the map: what its shapes, lines and marks mean, drawn with the looks of the canvas itself.
import { Button, Popover } from '@mantine/core';
import { useWords } from '#renderer/desk/prefs.ts';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import { NODE_TYPES } from '#shared/map/model.ts';
import { typeName } from '#shared/map/presets.ts';
import { linkLook, MAP_PALETTE, MARK_SIGN } from '#shared/press/mapLook.ts';
import canvas from './canvas.module.css';
import styles from './key.module.css';
import { TYPE_ICONS } from './NodeBox.tsx';

const LINES = [
  ['map.keyPlain', { look: 'plain', necessary: false }],
  ['map.keyNecessary', { look: 'plain', necessary: true }],
  ['map.keyWarning', { look: 'warning', necessary: false }],
  ['map.keyError', { look: 'error', necessary: false }],
  ['map.keyTree', { look: 'tree', necessary: false }],
] as const;

const DASHES = { dash: '9 5', sysDash: '4 3', sysDot: '1.5 4' } as const;

export function MapKey({ preset, dark }: { preset: MapPreset | undefined; dark: boolean }) {
  const words = useWords();
  const palette = dark ? MAP_PALETTE.dark : MAP_PALETTE.light;
  return (
    <Popover position="bottom-end" trapFocus={false} returnFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="default">
          {words.say('map.key')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles.key} aria-label={words.say('map.key')}>
        <h2>{words.say('map.keyShapes')}</h2>
        <ul>
          {NODE_TYPES.map((type) => {
            const Icon = TYPE_ICONS[type];
            return (
              <li key={type}>
                <span className={`${canvas.box} ${styles.shape}`} data-type={type} aria-hidden="true">
                  <Icon size={14} />
                </span>
                {typeName(words, preset, type)}
              </li>
            );
          })}
        </ul>
        <h2>{words.say('map.keyLines')}</h2>
        <ul>
          {LINES.map(([said, link]) => {
            const look = linkLook(link, palette);
            const colour = `#${look.colour}`;
            return (
              <li key={said}>
                <svg width="52" height="16" aria-hidden="true">
                  <path
                    d="M2 8H44"
                    stroke={colour}
                    strokeWidth={look.width + 0.4}
                    strokeDasharray={look.dash ? DASHES[look.dash] : undefined}
                  />
                  {look.head ? <path d="M50 8l-9 -4v8z" fill={colour} /> : null}
                </svg>
                {words.say(said)}
              </li>
            );
          })}
        </ul>
        <h2>{words.say('map.keyMarks')}</h2>
        <ul>
          {(['error', 'warning'] as const).map((mark) => (
            <li key={mark}>
              <span className={styles.mark} data-mark={mark} aria-hidden="true">
                {MARK_SIGN[mark]}
              </span>
              {words.say(mark === 'error' ? 'map.keyNodeError' : 'map.keyNodeWarning')}
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
