// What the component belongs to, what belongs to it, whom it answers to, and which objectives it serves.
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useKeep } from '#renderer/controls/keep.ts';
import { PersonField } from '#renderer/controls/PersonField.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import styles from './component.module.css';

export function Links({ component }: { component: Entry<'component'> }) {
  const words = useWords();
  const book = useBook();
  const keep = useKeep('component', component.id);
  const [fault, setFault] = useState<string | undefined>();
  const others = [...(book?.all('component') ?? [])].filter((other) => other.id !== component.id);
  const children = others.filter((other) => other.parent === component.id);
  const parent = others.find((other) => other.id === component.parent);
  return (
    <div className={styles.stack}>
      <div className={styles.fields}>
        <Select
          label={words.field('parent')}
          data={others.map((other) => ({ value: other.id as string, label: other.name }))}
          value={component.parent ?? null}
          placeholder={words.say('links.orphan')}
          searchable
          clearable
          limit={50}
          error={fault}
          onChange={(id) => void keep.value('parent', id).then(setFault)}
        />
        <PersonField
          label={words.field('sponsor')}
          value={component.sponsor}
          onKeep={(person) => keep.value('sponsor', person)}
        />
        <PersonField
          label={words.field('deliveryLead')}
          value={component.deliveryLead}
          onKeep={(person) => keep.value('deliveryLead', person)}
        />
      </div>
      {parent ? (
        <p>
          {words.field('parent')}: <a href={address('component', parent.id)}>{parent.name}</a>
        </p>
      ) : null}
      <section>
        <h2 className={styles.heading}>{words.say('links.children', { count: children.length })}</h2>
        <ul className={styles.list}>
          {children.map((child) => (
            <li key={child.id}>
              <a href={address('component', child.id)}>{child.name}</a>
            </li>
          ))}
        </ul>
      </section>
      <Objectives component={component} />
    </div>
  );
}

function Objectives({ component }: { component: Entry<'component'> }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const addTo = useAdd();
  const [name, setName] = useState('');
  const objectives = [...(book?.all('objective') ?? [])];
  const served = [...(book?.all('alignment') ?? [])].filter((link) => link.component === component.id);
  const free = objectives.filter((objective) => !served.some((link) => link.objective === objective.id));
  const serve = (objective: RecordId) => addTo('alignment', { component: component.id, objective });
  const addNew = async () => {
    if (name.trim() === '') return;
    const added = await addTo('objective', { name: name.trim() });
    if (!added.ok) return;
    setName('');
    await serve(added.value);
  };
  return (
    <section className={styles.stack}>
      <h2 className={styles.heading}>{words.say('links.objectives', { count: served.length })}</h2>
      <ul className={styles.list}>
        {served.map((link) => (
          <li key={link.id}>
            {objectives.find((objective) => objective.id === link.objective)?.name ?? '—'}{' '}
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => void act(deleteRecord, { kind: 'alignment', record: link.id })}
            >
              {words.say('links.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.fields}>
        {free.length > 0 ? (
          <Select
            label={words.say('links.serve')}
            data={free.map((objective) => ({ value: objective.id as string, label: objective.name }))}
            value={null}
            searchable
            onChange={(id) => (id ? void serve(id as RecordId) : undefined)}
          />
        ) : null}
        <form
          className={styles.inline}
          onSubmit={(event) => {
            event.preventDefault();
            void addNew();
          }}
        >
          <TextInput
            label={words.say('links.newObjective')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={name.trim() === ''}>
            {words.say('links.add')}
          </Button>
        </form>
      </div>
    </section>
  );
}
