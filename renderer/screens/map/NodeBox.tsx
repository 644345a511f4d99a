// One node on the canvas: what it is in shape and word, its title as large as the room's back row needs, and what was found about it.

import {
  IconAdjustments,
  IconBolt,
  IconFlag,
  IconHexagon,
  IconRefresh,
  IconTrendingDown,
  IconTrendingUp,
} from '@tabler/icons-react';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import type { NodeType } from '#shared/map/model.ts';
import type { SceneNode } from '#shared/map/scene.ts';
import { MARK_SIGN } from '#shared/press/mapLook.ts';
import styles from './canvas.module.css';

export const TYPE_ICONS: Readonly<Record<NodeType, typeof IconBolt>> = {
  enabler: IconHexagon,
  enablingChange: IconAdjustments,
  businessChange: IconRefresh,
  benefit: IconTrendingUp,
  disbenefit: IconTrendingDown,
  objective: IconFlag,
  driver: IconBolt,
};

export type Box = Node<{
  readonly node: SceneNode;
  readonly dim: boolean;
  readonly reading: 'ltr' | 'rtl';
  /** "2 hidden", where it is collapsed. */
  readonly hidden: string;
}>;

export const NodeBox = memo(function NodeBox({ data: { node, dim, reading, hidden }, selected }: NodeProps<Box>) {
  const Icon = TYPE_ICONS[node.type];
  const [into, outOf] = reading === 'ltr' ? [Position.Left, Position.Right] : [Position.Right, Position.Left];
  return (
    <div
      className={styles.box}
      data-type={node.type}
      data-mark={node.mark}
      data-selected={selected || undefined}
      data-dim={dim || undefined}
      style={{ width: node.width, height: node.height }}
    >
      <Handle type="target" position={into} className={styles.handle ?? ''} />
      <span className={styles.boxCaption}>
        <Icon size={14} stroke={1.8} aria-hidden="true" />
        <Caption text={node.caption} />
        {node.mark ? (
          <span className={styles.boxMark} aria-hidden="true">
            {MARK_SIGN[node.mark]}
          </span>
        ) : null}
      </span>
      <span className={styles.boxTitle} dir="auto" title={node.title}>
        {node.lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one title have no other name
          <span key={i}>{line}</span>
        ))}
      </span>
      {hidden ? <span className={styles.boxHidden}>{hidden}</span> : null}
      <Handle type="source" position={outOf} className={styles.handle ?? ''} />
    </div>
  );
});

/** What it is, then whose: each cut at its own end, in whichever script. */
function Caption({ text }: { text: string }) {
  const at = text.indexOf(' · ');
  return (
    <>
      <span dir="auto">{at < 0 ? text : text.slice(0, at)}</span>
      {at < 0 ? null : (
        <>
          <span aria-hidden="true">·</span>
          <span dir="auto">{text.slice(at + 3)}</span>
        </>
      )}
    </>
  );
}
