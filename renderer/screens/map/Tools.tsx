// What can be done with the map as a whole: read it, group it, line it up, take it out, bring it in.
import { Button, Menu, Select, Switch } from '@mantine/core';
import {
  IconArrowAutofitContent,
  IconArrowsMaximize,
  IconDownload,
  IconFold,
  IconMinus,
  IconPlus,
  IconPresentation,
} from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { MAP_GROUPS, MAP_PRESETS, READINGS } from '#shared/domain/benefit-map.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { MapNode } from '#shared/map/model.ts';
import type { Scene } from '#shared/map/scene.ts';
import type { CanvasControl } from './Canvas.tsx';
import { exportMap, MAP_FORMATS } from './export.ts';
import { MapKey } from './MapKey.tsx';
import styles from './map.module.css';
import { TakeIn } from './TakeIn.tsx';
import type { Arrange } from './useArrange.ts';
import type { Shown } from './usePicture.ts';
import type { MapView } from './views.ts';

interface ToolsProps {
  readonly map: RecordId | undefined;
  readonly view: MapView;
  readonly scene: Scene | undefined;
  readonly shown: Shown;
  readonly chosen: MapNode | undefined;
  readonly picked: readonly RecordId[];
  readonly traces: boolean;
  readonly onTraces: (on: boolean) => void;
  readonly collapsed: ReadonlySet<RecordId>;
  readonly onCollapsed: (collapsed: ReadonlySet<RecordId>) => void;
  readonly arrange: Arrange;
  readonly canvas: RefObject<CanvasControl | null>;
  /** The map has the whole width: for the projector. */
  readonly wide: boolean;
  readonly onWide: (wide: boolean) => void;
  readonly onPresent: () => void;
  readonly dark: boolean;
}

export function Tools({
  map,
  view,
  scene,
  shown,
  chosen,
  picked,
  traces,
  onTraces,
  collapsed,
  onCollapsed,
  arrange,
  canvas,
  wide,
  onWide,
  onPresent,
  dark,
}: ToolsProps) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const [takesIn, setTakesIn] = useState(false);
  const settings = map ? book?.get('benefitMap', map) : undefined;
  const set = async (field: string, value: unknown) => {
    if (!map) return;
    const result = await act(editField, { kind: 'benefitMap', record: map, values: { [field]: value } });
    if (!result.ok) say({ tone: 'problem', text: words.problem(result.problem) });
  };
  const toggle = () => {
    if (!chosen) return;
    const next = new Set(collapsed);
    if (!next.delete(chosen.id)) next.add(chosen.id);
    onCollapsed(next);
  };
  return (
    <div className={styles.tools}>
      {view === 'canvas' ? (
        <>
          <Switch
            size="sm"
            label={words.say('map.trace')}
            checked={traces}
            onChange={(event) => onTraces(event.currentTarget.checked)}
          />
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFold size={16} />}
            disabled={!chosen}
            onClick={toggle}
          >
            {words.say(chosen && collapsed.has(chosen.id) ? 'map.unfold' : 'map.fold')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-pressed={wide}
            leftSection={<IconArrowsMaximize size={16} />}
            onClick={() => {
              onWide(!wide);
              // the room is there once the panel is gone
              requestAnimationFrame(() => requestAnimationFrame(() => canvas.current?.fit('readable')));
            }}
          >
            {words.say(wide ? 'map.narrow' : 'map.wide')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPresentation size={16} />}
            disabled={shown.graph.nodes.size === 0}
            onClick={onPresent}
          >
            {words.say('map.present')}
          </Button>
          <MapKey preset={settings?.preset} dark={dark} />
          <Button.Group>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={words.say('map.zoomOut')}
              onClick={() => canvas.current?.zoomBy(1 / 1.25)}
            >
              <IconMinus size={16} />
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconArrowAutofitContent size={16} />}
              onClick={() => canvas.current?.fit('all')}
            >
              {words.say('map.fit')}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={words.say('map.zoomIn')}
              onClick={() => canvas.current?.zoomBy(1.25)}
            >
              <IconPlus size={16} />
            </Button>
          </Button.Group>
        </>
      ) : null}
      {map ? (
        <Menu position="bottom-end" closeOnItemClick={false} withinPortal>
          <Menu.Target>
            <Button size="compact-sm" variant="default">
              {words.say('map.arrange')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={styles.menu}>
            <Select
              label={words.say('map.preset')}
              data={MAP_PRESETS.map((value) => ({ value, label: words.sayAny(`mapPreset.${value}`) }))}
              value={settings?.preset ?? 'network'}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              onChange={(value) => void set('preset', value)}
            />
            <Select
              label={words.say('map.reading')}
              data={READINGS.map((value) => ({ value, label: words.sayAny(`mapReading.${value}`) }))}
              value={settings?.reading ?? words.direction}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              onChange={(value) => void set('reading', value)}
            />
            <Select
              label={words.say('map.group')}
              data={[
                { value: '', label: words.say('map.groupNone') },
                ...MAP_GROUPS.map((value) => ({ value, label: words.sayAny(`mapGroup.${value}`) })),
              ]}
              value={settings?.group ?? ''}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              onChange={(value) => void set('group', value || null)}
            />
            <Switch
              className={styles.menuSwitch}
              label={words.say('map.inPack')}
              checked={settings?.inPack === true}
              onChange={(event) => void set('inPack', event.currentTarget.checked || null)}
            />
            <Menu.Divider />
            <Menu.Item disabled={picked.length < 2} onClick={() => arrange.align(picked, 'column')}>
              {words.say('map.alignColumn')}
            </Menu.Item>
            <Menu.Item disabled={picked.length < 3} onClick={() => arrange.align(picked, 'apart')}>
              {words.say('map.alignApart')}
            </Menu.Item>
            <Menu.Item onClick={arrange.tidy}>{words.say('map.tidy')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {map ? (
        <Button size="compact-sm" variant="default" onClick={() => setTakesIn(true)}>
          {words.say('map.takeIn')}
        </Button>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={16} />}
            disabled={shown.graph.nodes.size === 0}
          >
            {words.say('map.takeOut')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {MAP_FORMATS.map((format) => (
            <Menu.Item key={format} onClick={() => void exportMap(format, map, scene, shown)}>
              {words.sayAny(`mapFormat.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {map && takesIn ? <TakeIn map={map} onClose={() => setTakesIn(false)} /> : null}
    </div>
  );
}
