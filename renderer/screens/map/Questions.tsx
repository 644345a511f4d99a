// Questions to the whole map: what is lost if this stops, which single enabler most hangs on, and what is spent on no aim.
import { Select, Table } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address, go } from '#renderer/desk/route.ts';
import { useBookValue } from '#renderer/desk/value.ts';
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { wholeGraph as wholeOf } from '#shared/map/graph.ts';
import type { MapGraph } from '#shared/map/model.ts';
import { typeName } from '#shared/map/presets.ts';
import { impactOf, singlePoints } from '#shared/sight/impact.ts';
import { lostText } from '#shared/sight/sight-text.ts';
import { aimsOf, spendByAim } from '#shared/sight/spend.ts';
import { Loss } from './Loss.tsx';
import styles from './panel.module.css';

const MOST = 12;

export function Questions({
  whole,
  graph,
  preset,
}: {
  whole: MapGraph;
  graph: MapGraph;
  preset: MapPreset | undefined;
}) {
  const words = useWords();
  const book = useBook();
  const value = useBookValue();
  const [stopped, setStopped] = useState<RecordId | undefined>();
  const points = useMemo(() => {
    if (!book || !value) return [];
    return singlePoints(book, value, whole).filter(({ node }) => graph.nodes.has(node));
  }, [book, value, whole, graph]);
  const impact = useMemo(
    () => (book && value && stopped ? impactOf(book, value, whole, stopped) : undefined),
    [book, value, whole, stopped],
  );
  if (!book || !value) return null;
  const currency = book.office.currency;
  const stoppable = [
    {
      group: words.say('stops.components'),
      items: [...book.all('component')].map(({ id, name }) => ({ value: id as string, label: name })),
    },
    {
      group: words.say('stops.nodes'),
      items: [...graph.nodes.values()]
        .filter(({ type }) => type !== 'objective' && type !== 'driver')
        .map(({ id, title, type }) => ({ value: id as string, label: `${title} · ${typeName(words, preset, type)}` })),
    },
  ];
  return (
    <div className={styles.questions}>
      <section className={styles.question}>
        <h2>{words.say('stops.title')}</h2>
        <Select
          label={words.say('stops.which')}
          data={stoppable}
          value={stopped ?? null}
          searchable
          clearable
          limit={60}
          nothingFoundMessage={words.say('stops.notFound')}
          onChange={(id) => setStopped((id ?? undefined) as RecordId | undefined)}
        />
        {impact ? (
          <Loss impact={impact} onChoose={(id) => go('benefit', id)} />
        ) : (
          <p className={styles.soft}>{words.say('stops.hint')}</p>
        )}
      </section>
      <section className={styles.question}>
        <h2>{words.say('points.title')}</h2>
        <p className={styles.soft}>{words.say('points.hint')}</p>
        {points.length === 0 ? (
          <p className={styles.soft}>{words.say('points.none')}</p>
        ) : (
          <Table className={styles.figures}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.say('points.what')}</Table.Th>
                <Table.Th>{words.say('points.lost')}</Table.Th>
                <Table.Th>{words.say('points.whole')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {points.slice(0, MOST).map(({ node, impact: own, whole: gone }) => (
                <Table.Tr key={node}>
                  <Table.Td>
                    <button type="button" className={styles.linkName} onClick={() => setStopped(node)}>
                      <bdi>{whole.nodes.get(node)?.title}</bdi>
                    </button>
                  </Table.Td>
                  <Table.Td>{lostText(own.lost, currency, words)}</Table.Td>
                  <Table.Td>{words.say('points.of', { count: own.losses.length, gone: words.number(gone) })}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </section>
      <Spend />
    </div>
  );
}

function Spend() {
  const words = useWords();
  const book = useBook();
  const spend = useMemo(() => (book ? spendByAim(book, aimsOf(book, wholeOf(book))) : []), [book]);
  return (
    <section className={styles.question}>
      <h2>{words.say('spend.title')}</h2>
      <p className={styles.soft}>{words.say('spend.hint')}</p>
      {spend.map(({ alignedness, rows, cost }) => (
        <details key={alignedness} className={styles.spend}>
          <summary>
            <strong>{words.sayAny(`spend.${alignedness}`)}</strong> {words.say('spend.count', { count: rows.length })} ·{' '}
            {cost.sums.length > 0 ? cost.sums.map((sum) => words.money(sum)).join(' + ') : '—'}
            {cost.count < cost.of ? ` (${words.say('spend.covers', { stated: cost.count, of: cost.of })})` : ''}
          </summary>
          <ul>
            {rows.slice(0, MOST).map(({ id, name, cost: own }) => (
              <li key={id}>
                <a href={address('component', id)}>
                  <bdi>{name}</bdi>
                </a>{' '}
                {own && 'minor' in own ? words.money(own) : '—'}
              </li>
            ))}
          </ul>
          {rows.length > MOST ? (
            <p className={styles.soft}>{words.say('map.andMore', { count: rows.length - MOST })}</p>
          ) : null}
        </details>
      ))}
    </section>
  );
}
