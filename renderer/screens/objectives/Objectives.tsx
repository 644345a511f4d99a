// The objectives: the aims the portfolio exists for as a tree, and which components serve each.
import { useMemo, useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useEscape } from '#renderer/desk/escape.ts';
import { gridWords } from '#renderer/desk/grid-words.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import { Grid } from '#renderer/parts/grid/Grid.tsx';
import type { GridView } from '#renderer/parts/grid/types.ts';
import { EmptyList, ListScreen } from '#renderer/parts/ListScreen.tsx';
import { editField } from '#shared/acts/edit-field.ts';
import { type ObjectiveRow, objectiveTree } from '#shared/domain/tree.ts';
import type { Words } from '#shared/words/words.ts';
import { objectiveColumns } from './columns.tsx';
import { ServedBy } from './ServedBy.tsx';

/** Unsorted, the rows stand as the tree. */
const FIRST_VIEW: GridView = { sorting: [], grouping: [], hidden: [] };

export function Objectives() {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const add = useAdd();
  const [view, setView] = useState(FIRST_VIEW);
  const [selected, setSelected] = useState<string | undefined>();
  const rows = useMemo(() => (book ? objectiveTree(book) : []), [book]);
  const columns = useMemo(
    () =>
      objectiveColumns(rows, view.sorting.length === 0, words, async (row, field, value) => {
        const result = await act(editField, { kind: 'objective', record: row.id, values: { [field]: value } });
        return result.ok ? undefined : words.problem(result.problem);
      }),
    [rows, view.sorting.length, words, act],
  );
  const chosen = rows.find((row) => row.id === selected);
  useEscape(chosen ? () => setSelected(undefined) : undefined);
  const addNamed = async (name: string) => {
    const result = await add('objective', { name });
    if (result.ok) setSelected(result.value);
    return result.ok ? undefined : words.problem(result.problem);
  };
  const addLine = (
    <AddLine label={words.say('objectives.new')} button={words.say('objectives.add')} onAdd={addNamed} first />
  );
  if (!book) return <output>{words.say('app.opening')}</output>;
  if (rows.length === 0)
    return (
      <EmptyList title={words.say('objectives.emptyTitle')} text={words.say('objectives.emptyText')}>
        {addLine}
      </EmptyList>
    );
  return (
    <ListScreen
      sentence={standing(rows, words)}
      tools={addLine}
      side={
        chosen ? (
          <ServedBy key={chosen.id} row={chosen} onSelect={setSelected} onClose={() => setSelected(undefined)} />
        ) : null
      }
    >
      <Grid<ObjectiveRow>
        rows={rows}
        columns={columns}
        view={view}
        onView={setView}
        words={gridWords(words, 'objectives.gridLabel', 'objectives.inGroup')}
        selected={selected}
        onSelect={(row) => setSelected(row.id)}
        onInspect={(row) => setSelected(row.id === selected ? undefined : row.id)}
        onOpen={(row) => setSelected(row.id)}
        onSay={(text) => say({ tone: 'done', text })}
        feet={{ name: words.say('objectives.inGroup', { count: rows.length }) }}
        rightToLeft={words.direction === 'rtl'}
      />
    </ListScreen>
  );
}

/** "5 objectives; 3 are served by no component." */
function standing(rows: readonly ObjectiveRow[], words: Words): string {
  const unserved = rows.filter((row) => row.servedBy.length === 0).length;
  return words.say('objectives.sentence', {
    count: rows.length,
    rest: unserved > 0 ? words.say('objectives.unserved', { count: unserved }) : words.say('objectives.allServed'),
  });
}
