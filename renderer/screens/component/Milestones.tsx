// The component's dated events, and what it gives to or takes from others by when.
import { CloseButton, Select } from '@mantine/core';
import { DayField, FlagField, TextField } from '#renderer/controls/fields.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import type { Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import styles from './component.module.css';

export function Milestones({ component }: { component: Entry<'component'> }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const add = useAdd();
  if (!book) return null;
  const addMilestone = async (title: string) => {
    const made = await add('milestone', { title, component: component.id });
    return made.ok ? undefined : words.problem(made.problem);
  };
  const milestones = where(book, 'milestone', 'component', component.id);
  return (
    <section className={styles.stack}>
      <h2 className={styles.heading}>{words.say('milestones.title')}</h2>
      {milestones.map(({ id, title }) => {
        const waiting = where(book, 'benefit', 'startMilestone', id).length;
        return (
          <div key={id} className={styles.line}>
            <TextField kind="milestone" record={id} field="title" />
            <DayField kind="milestone" record={id} field="plan" />
            <DayField kind="milestone" record={id} field="forecast" />
            <DayField kind="milestone" record={id} field="actual" />
            <span className={styles.soft}>{words.say('milestones.moves', { count: waiting })}</span>
            <CloseButton
              aria-label={words.say('milestones.drop', { title })}
              onClick={() => void act(deleteRecord, { kind: 'milestone', record: id })}
            />
          </div>
        );
      })}
      <AddLine label={words.say('milestones.new')} button={words.say('benefit.addItem')} onAdd={addMilestone} />
      <Dependencies component={component} />
    </section>
  );
}

function Dependencies({ component }: { component: Entry<'component'> }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const add = useAdd();
  if (!book) return null;
  const mine = [
    ...where(book, 'dependency', 'taker', component.id),
    ...where(book, 'dependency', 'giver', component.id),
  ];
  const addDependency = async (title: string) => {
    const made = await add('dependency', { title, taker: component.id });
    return made.ok ? undefined : words.problem(made.problem);
  };
  const others = [...book.all('component')]
    .filter(({ id }) => id !== component.id)
    .map(({ id, name }) => ({ value: id as string, label: name }));
  const setGiver = (record: (typeof mine)[number]['id']) => (giver: string | null) =>
    void act(editField, { kind: 'dependency', record, values: { giver } });
  return (
    <>
      <h2 className={styles.heading}>{words.say('dependencies.title')}</h2>
      {mine.map((each) => (
        <div key={each.id} className={styles.line}>
          <TextField kind="dependency" record={each.id} field="title" />
          {each.taker === component.id ? (
            <Select
              label={words.say('dependencies.from')}
              data={others}
              value={each.giver ?? null}
              searchable
              limit={50}
              onChange={setGiver(each.id)}
            />
          ) : (
            <span>
              {words.say('dependencies.to')} <bdi>{book.get('component', each.taker)?.name ?? '—'}</bdi>
            </span>
          )}
          <DayField kind="dependency" record={each.id} field="due" />
          <FlagField kind="dependency" record={each.id} field="agreedByGiver" />
          <FlagField kind="dependency" record={each.id} field="agreedByTaker" />
          <CloseButton
            aria-label={words.say('milestones.drop', { title: each.title })}
            onClick={() => void act(deleteRecord, { kind: 'dependency', record: each.id })}
          />
        </div>
      ))}
      <AddLine label={words.say('dependencies.new')} button={words.say('benefit.addItem')} onAdd={addDependency} />
    </>
  );
}
