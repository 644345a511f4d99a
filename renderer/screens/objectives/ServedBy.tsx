// The selected objective: which components serve it, and what stands below it.
import { Button, CloseButton, Select } from '@mantine/core';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import { SidePanel } from '#renderer/parts/ListScreen.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import type { ObjectiveRow } from '#shared/domain/tree.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import styles from './objectives.module.css';

export function ServedBy({
  row,
  onSelect,
  onClose,
}: {
  row: ObjectiveRow;
  onSelect: (id: RecordId) => void;
  onClose: () => void;
}) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const add = useAdd();
  const { objective, servedBy } = row;
  const free = [...(book?.all('component') ?? [])].filter(
    ({ id }) => !servedBy.some(({ component }) => component === id),
  );
  const remove = async () => {
    const result = await act(deleteRecord, { kind: 'objective', record: row.id });
    if (!result.ok) return say({ tone: 'problem', text: words.problem(result.problem) });
    say({ tone: 'done', text: words.say('objectives.deleted', { name: objective.name }) });
    onClose();
  };
  const addBelow = async (name: string) => {
    const result = await add('objective', { name, parent: row.id });
    if (result.ok) onSelect(result.value);
    return result.ok ? undefined : words.problem(result.problem);
  };
  return (
    <SidePanel title={objective.name} close={words.say('app.close')} onClose={onClose}>
      {objective.strategy ? (
        <p className={styles.soft}>
          <bdi>{objective.strategy}</bdi>
        </p>
      ) : null}
      {objective.description ? (
        <p className={styles.description} dir="auto">
          {objective.description}
        </p>
      ) : null}
      <section className={styles.group}>
        <h3>{words.say('objectives.servedBy')}</h3>
        {servedBy.length === 0 ? <p className={styles.soft}>{words.say('objectives.servedByNone')}</p> : null}
        <ul className={styles.links}>
          {servedBy.map(({ link, component, name }) => (
            <li key={link}>
              <a href={address('component', component)}>
                <bdi>{name}</bdi>
              </a>
              <CloseButton
                size="sm"
                aria-label={words.say('objectives.remove', { name })}
                title={words.say('objectives.remove', { name })}
                onClick={() => void act(deleteRecord, { kind: 'alignment', record: link })}
              />
            </li>
          ))}
        </ul>
        <Select
          aria-label={words.say('objectives.serve')}
          placeholder={words.say('objectives.serve')}
          data={free.map(({ id, name }) => ({ value: id as string, label: name }))}
          value={null}
          searchable
          limit={50}
          onChange={(id) => (id ? void add('alignment', { component: id, objective: row.id }) : undefined)}
        />
      </section>
      <AddLine label={words.say('objectives.addBelow')} button={words.say('objectives.add')} onAdd={addBelow} />
      <Button
        className={styles.delete ?? ''}
        size="compact-md"
        variant="subtle"
        color="red"
        onClick={() => void remove()}
      >
        {words.say('objectives.delete')}
      </Button>
    </SidePanel>
  );
}
