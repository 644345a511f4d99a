// The maps of the book: each a view over the same records, and the whole book as one.
import { Button, CloseButton } from '@mantine/core';
import { useMemo } from 'react';
import { SyntheticNote } from '#renderer/controls/SyntheticNote.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address, go } from '#renderer/desk/route.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import { EmptyList, ListScreen } from '#renderer/parts/ListScreen.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { compareText } from '#shared/kit/order.ts';
import { mapGraph, wholeGraph } from '#shared/map/graph.ts';
import { findingsIn } from '#shared/sight/findings.ts';
import styles from './maps.module.css';

interface MapRow {
  readonly map: Entry<'benefitMap'> | undefined;
  readonly nodes: number;
  readonly errors: number;
  readonly unproven: number;
}

export function Maps() {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const add = useAdd();
  const rows = useMemo(() => (book ? rowsOf(book) : []), [book]);
  if (!book) return <output>{words.say('app.opening')}</output>;
  const draw = async (title: string) => {
    const made = await add('benefitMap', { title });
    if (made.ok) go('map', made.value);
    return made.ok ? undefined : words.problem(made.problem);
  };
  const addLine = <AddLine label={words.say('maps.new')} button={words.say('maps.add')} onAdd={draw} first />;
  const whole = wholeGraph(book);
  if (rows.length === 1 && whole.nodes.size === 0)
    return (
      <EmptyList title={words.say('maps.emptyTitle')} text={words.say('maps.emptyText')}>
        {addLine}
      </EmptyList>
    );
  const remove = async (map: Entry<'benefitMap'>) => {
    const result = await act(deleteRecord, { kind: 'benefitMap', record: map.id });
    say(
      result.ok
        ? { tone: 'done', text: words.say('maps.deleted', { name: map.title }) }
        : { tone: 'problem', text: words.problem(result.problem) },
    );
  };
  return (
    <ListScreen sentence={words.say('maps.sentence', { count: rows.length - 1 })} tools={addLine} side={null}>
      <div className={styles.place}>
        <SyntheticNote />
        <table className={styles.table} aria-label={words.say('maps.gridLabel')}>
          <thead>
            <tr>
              <th scope="col">{words.say('field.map')}</th>
              <th scope="col">{words.say('maps.nodes')}</th>
              <th scope="col">{words.say('maps.errors')}</th>
              <th scope="col">{words.say('maps.unproven')}</th>
              <th scope="col">{words.say('maps.inPack')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ map, nodes, errors, unproven }) => (
              <tr key={map?.id ?? 'all'}>
                <th scope="row">
                  <a href={address('map', map?.id ?? 'all')}>
                    <bdi>{map?.title ?? words.say('maps.wholeBook')}</bdi>
                  </a>
                  {map ? null : <span className={styles.soft}> {words.say('maps.wholeBookHint')}</span>}
                </th>
                <td>{words.number(nodes)}</td>
                <td data-errors={errors > 0 || undefined}>
                  {errors > 0 ? `✕ ${words.number(errors)}` : words.number(0)}
                </td>
                <td>{unproven > 0 ? `▲ ${words.number(unproven)}` : words.number(0)}</td>
                <td>{map?.inPack ? words.say('app.yes') : ''}</td>
                <td>
                  <span className={styles.buttons}>
                    <Button component="a" size="compact-sm" variant="default" href={address('map', map?.id ?? 'all')}>
                      {words.say('maps.open')}
                    </Button>
                    {map ? (
                      <CloseButton
                        aria-label={words.say('maps.delete', { name: map.title })}
                        onClick={() => void remove(map)}
                      />
                    ) : null}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ListScreen>
  );
}

/** Named maps by name, and the whole book at the end. */
function rowsOf(book: Book): MapRow[] {
  const rowOf = (map: Entry<'benefitMap'> | undefined): MapRow => {
    const graph = map ? mapGraph(book, map.id as RecordId) : wholeGraph(book);
    const findings = findingsIn(book, graph, map?.preset);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    return { map, nodes: graph.nodes.size, errors, unproven: findings.length - errors };
  };
  const named = [...book.all('benefitMap')].sort((a, b) => compareText(a.title, b.title));
  return [...named.map(rowOf), rowOf(undefined)];
}
