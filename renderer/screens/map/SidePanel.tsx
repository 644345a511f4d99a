// At the end edge of the map: the node or link that is chosen, and what was found.
import { Tabs } from '@mantine/core';
import type { Ref } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { MapFinding, Remedy } from '#shared/map/finding.ts';
import type { MapGraph, MapLink } from '#shared/map/model.ts';
import { Findings } from './Findings.tsx';
import { LinkPanel } from './LinkPanel.tsx';
import styles from './map.module.css';
import { NodePanel } from './NodePanel.tsx';
import { Sight, Stops } from './Sight.tsx';

interface SidePanelProps {
  readonly panel: Ref<HTMLElement>;
  readonly chosen: RecordId | undefined;
  readonly link: MapLink | undefined;
  readonly isEmpty: boolean;
  readonly whole: MapGraph;
  readonly preset: MapPreset | undefined;
  readonly findings: readonly MapFinding[];
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  readonly onChoose: (id: RecordId | undefined) => void;
  readonly onRemedy: (remedy: Remedy) => void;
  readonly onRemove: () => void;
  readonly onBetween: (() => void) | undefined;
}

export function SidePanel(props: SidePanelProps) {
  const { panel, chosen, link, isEmpty, whole, preset, findings, tab, onTab, onChoose, onRemedy } = props;
  const words = useWords();
  const node = chosen ? whole.nodes.get(chosen) : undefined;
  const about = chosen
    ? findings.filter(({ nodes, links }) => (link ? links.includes(chosen) : nodes.includes(chosen)))
    : [];
  const list = (shown: readonly MapFinding[], empty: string) => (
    <Findings findings={shown} graph={whole} preset={preset} onShow={onChoose} onRemedy={onRemedy} empty={empty} />
  );
  const count = words.say('map.tab.findings', { count: findings.length });
  return (
    <aside className={styles.side} ref={panel} aria-label={words.say('map.panel')}>
      {node ? (
        <Tabs value={tab} onChange={(next) => onTab(next ?? 'node')} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="node">{words.say('map.tab.node')}</Tabs.Tab>
            <Tabs.Tab value="sight">{words.say('map.tab.sight')}</Tabs.Tab>
            <Tabs.Tab value="stops">{words.say('map.tab.stops')}</Tabs.Tab>
            <Tabs.Tab value="findings">{count}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="node">
            {about.length > 0 ? list(about, '') : null}
            <NodePanel key={node.id} node={node} whole={whole} preset={preset} onChoose={onChoose} />
          </Tabs.Panel>
          <Tabs.Panel value="sight">
            <Sight id={node.id} whole={whole} onChoose={onChoose} />
          </Tabs.Panel>
          <Tabs.Panel value="stops">
            <Stops id={node.id} whole={whole} onChoose={onChoose} />
          </Tabs.Panel>
          <Tabs.Panel value="findings">{list(findings, words.say('map.noFindings'))}</Tabs.Panel>
        </Tabs>
      ) : link ? (
        <>
          {about.length > 0 ? list(about, '') : null}
          <LinkPanel
            key={link.id}
            link={link}
            whole={whole}
            preset={preset}
            onChoose={onChoose}
            onRemove={props.onRemove}
            onBetween={props.onBetween}
          />
        </>
      ) : (
        <>
          <h2 className={styles.sideTitle}>{count}</h2>
          <p className={styles.soft}>{words.say(isEmpty ? 'map.emptyHint' : 'map.chooseHint')}</p>
          {list(findings, isEmpty ? '' : words.say('map.noFindings'))}
        </>
      )}
    </aside>
  );
}
