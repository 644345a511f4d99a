// The people: who is named in this book, how to reach them, and what each sponsors, leads or owns.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useEscape } from '#renderer/desk/escape.ts';
import { gridWords } from '#renderer/desk/grid-words.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address, go } from '#renderer/desk/route.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import { Grid } from '#renderer/parts/grid/Grid.tsx';
import type { GridView } from '#renderer/parts/grid/types.ts';
import { EmptyList, ListScreen, SidePanel } from '#renderer/parts/ListScreen.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { holdingsByPerson } from '#shared/domain/holdings.ts';
import { type PersonRow, personColumns } from './columns.tsx';
import styles from './people.module.css';

const FIRST_VIEW: GridView = { sorting: [{ id: 'name', desc: false }], grouping: [], hidden: [] };

export function People() {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const add = useAdd();
  const [view, setView] = useState(FIRST_VIEW);
  const [selected, setSelected] = useState<string | undefined>();
  const rows = useMemo((): PersonRow[] => {
    if (!book) return [];
    const held = holdingsByPerson(book);
    return [...book.all('person')].map((person) => ({ id: person.id, person, holds: held.get(person.id) ?? [] }));
  }, [book]);
  const columns = useMemo(
    () =>
      personColumns(words, async (row, field, value) => {
        const result = await act(editField, { kind: 'person', record: row.id, values: { [field]: value } });
        return result.ok ? undefined : words.problem(result.problem);
      }),
    [words, act],
  );
  const chosen = rows.find((row) => row.id === selected);
  useEscape(chosen ? () => setSelected(undefined) : undefined);
  const addNamed = async (name: string) => {
    const result = await add('person', { name });
    if (result.ok) setSelected(result.value);
    return result.ok ? undefined : words.problem(result.problem);
  };
  const addLine = <AddLine label={words.say('people.new')} button={words.say('people.add')} onAdd={addNamed} first />;
  if (!book) return <output>{words.say('app.opening')}</output>;
  if (rows.length === 0)
    return (
      <EmptyList title={words.say('people.emptyTitle')} text={words.say('people.emptyText')}>
        {addLine}
      </EmptyList>
    );
  const holding = rows.filter(({ holds }) => holds.length > 0).length;
  return (
    <ListScreen
      sentence={words.say('people.sentence', {
        count: rows.length,
        rest: holding > 0 ? words.say('people.holding', { count: holding }) : words.say('people.noneHolds'),
      })}
      tools={addLine}
      side={chosen ? <Person row={chosen} onClose={() => setSelected(undefined)} /> : null}
    >
      <Grid<PersonRow>
        rows={rows}
        columns={columns}
        view={view}
        onView={setView}
        words={gridWords(words, 'people.gridLabel', 'people.inGroup')}
        selected={selected}
        onSelect={(row) => setSelected(row.id)}
        onInspect={(row) => setSelected(row.id === selected ? undefined : row.id)}
        onOpen={(row) => go('owner', row.id)}
        onSay={(text) => say({ tone: 'done', text })}
        feet={{ name: words.say('people.inGroup', { count: rows.length }) }}
        rightToLeft={words.direction === 'rtl'}
      />
    </ListScreen>
  );
}

function Person({ row, onClose }: { row: PersonRow; onClose: () => void }) {
  const words = useWords();
  const act = useAct();
  const { person, holds } = row;
  const remove = async () => {
    const result = await act(deleteRecord, { kind: 'person', record: row.id });
    if (!result.ok) return say({ tone: 'problem', text: words.problem(result.problem) });
    say({ tone: 'done', text: words.say('people.deleted', { name: person.name }) });
    onClose();
  };
  const about = [person.role, person.organisation, person.email].filter(Boolean).join(' · ');
  return (
    <SidePanel title={person.name} close={words.say('app.close')} onClose={onClose}>
      {about ? (
        <p className={styles.soft}>
          <bdi>{about}</bdi>
        </p>
      ) : null}
      <Button variant="default" component="a" href={address('owner', row.id)}>
        {words.say('people.open')}
      </Button>
      <section className={styles.group}>
        <h3>{words.say('people.holds')}</h3>
        {holds.length === 0 ? <p className={styles.soft}>{words.say('people.holdsNone')}</p> : null}
        <ul className={styles.holds}>
          {holds.map(({ role, name, component, benefit }) => (
            <li key={`${role} ${name} ${component ?? ''}`}>
              <span className={styles.soft}>{words.field(role)}</span>
              {benefit || component ? (
                <a href={benefit ? address('benefit', benefit) : address('component', component ?? '')}>
                  <bdi>{name}</bdi>
                </a>
              ) : (
                <bdi>{name}</bdi>
              )}
            </li>
          ))}
        </ul>
      </section>
      <Button
        className={styles.delete ?? ''}
        size="compact-md"
        variant="subtle"
        color="red"
        onClick={() => void remove()}
      >
        {words.say('people.delete')}
      </Button>
    </SidePanel>
  );
}
