// The chosen node at the end edge: what it is, whose, what it leads to and comes from, what was found, and what stops with it.
import { Select } from '@mantine/core';
import { useState } from 'react';
import { DayField, TextField } from '#renderer/controls/fields.tsx';
import { useKeep } from '#renderer/controls/keep.ts';
import { PersonField } from '#renderer/controls/PersonField.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { retypeNode } from '#shared/acts/retype-node.ts';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { inflowOf } from '#shared/map/contribution.ts';
import { linksInto, linksOutOf } from '#shared/map/graph.ts';
import { type MapGraph, type MapNode, NODE_TYPES, type NodeType } from '#shared/map/model.ts';
import { typeName } from '#shared/map/presets.ts';
import { LinkLine } from './LinkLine.tsx';
import styles from './panel.module.css';
import { Treatment } from './Treatment.tsx';

interface NodePanelProps {
  readonly node: MapNode;
  readonly whole: MapGraph;
  readonly preset: MapPreset | undefined;
  readonly onChoose: (id: RecordId) => void;
}

const CHANGES: ReadonlySet<string> = new Set(['enabler', 'enablingChange', 'businessChange']);

export function NodePanel({ node, whole, preset, onChoose }: NodePanelProps) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const keep = useKeep(node.kind, node.id);
  const [fault, setFault] = useState<string | undefined>();
  if (!book) return null;
  const of = { kind: node.kind, record: node.id } as const;
  const retype = async (type: NodeType) => {
    const result = await act(retypeNode, { node: node.id, type });
    setFault(result.ok ? undefined : words.problem(result.problem));
    const made = result.ok
      ? result.value.change?.writes.find(({ field, value }) => field === '$life' && value === 'here')
      : undefined;
    if (made) onChoose(made.record);
  };
  const [into, outOf] = [linksInto(whole, node.id), linksOutOf(whole, node.id)];
  const inflow = inflowOf(whole, node.id);
  const isOwned = node.kind !== 'objective' && node.kind !== 'driver';
  return (
    <div className={styles.panel}>
      <TextField {...of} field={node.kind === 'objective' ? 'name' : 'title'} multiline />
      <Select
        label={words.say('map.type')}
        data={NODE_TYPES.map((type) => ({ value: type, label: typeName(words, preset, type) }))}
        value={node.type}
        allowDeselect={false}
        error={fault}
        onChange={(type) => (type && type !== node.type ? void retype(type as NodeType) : undefined)}
      />
      {isOwned ? (
        <>
          <div data-field="owner">
            <PersonField
              label={words.field('owner')}
              value={node.owner}
              onKeep={(person) => keep.value('owner', person)}
            />
          </div>
          <Select
            label={words.field('component')}
            data={[...book.all('component')].map(({ id, name }) => ({ value: id as string, label: name }))}
            value={node.component ?? null}
            placeholder="—"
            searchable
            clearable
            limit={60}
            onChange={(component) => void keep.value('component', component)}
          />
        </>
      ) : null}
      {CHANGES.has(node.kind) ? (
        <div className={styles.two}>
          <DayField {...of} field="due" />
          <DayField {...of} field="done" />
        </div>
      ) : null}
      {node.kind === 'driver' ? <DayField {...of} field="retired" /> : null}
      {node.type === 'disbenefit' ? <Treatment benefit={node.id} /> : null}
      {node.kind === 'benefit' ? (
        <a className={styles.more} href={address('benefit', node.id)}>
          {words.say('map.openBenefit')}
        </a>
      ) : null}
      <section>
        <h3 className={styles.heading}>{words.say('map.leadsTo')}</h3>
        {outOf.length === 0 ? <p className={styles.soft}>{words.say('map.leadsToNothing')}</p> : null}
        <ul className={styles.links}>
          {outOf.map((link) => (
            <LinkLine key={link.id} link={link} other={whole.nodes.get(link.to)} onChoose={onChoose} />
          ))}
        </ul>
      </section>
      <section>
        <h3 className={styles.heading}>{words.say('map.fedBy')}</h3>
        {into.length === 0 ? <p className={styles.soft}>{words.say('map.fedByNothing')}</p> : null}
        <ul className={styles.links}>
          {into.map((link) => (
            <LinkLine key={link.id} link={link} other={whole.nodes.get(link.from)} onChoose={onChoose} />
          ))}
        </ul>
        {inflow.stated > 0 ? (
          <p className={styles.soft}>
            {words.say('map.inflow', {
              stated: words.percent(inflow.stated / 100, 1),
              other: words.percent(inflow.other / 100, 1),
            })}
            {inflow.unstated > 0 ? ` ${words.say('map.unstated', { count: inflow.unstated })}` : ''}
          </p>
        ) : null}
      </section>
      <TextField
        {...of}
        field={node.kind === 'benefit' || node.kind === 'objective' || node.kind === 'driver' ? 'description' : 'note'}
        multiline
      />
    </div>
  );
}
