// What the benefit is: said once, in its own fields; what it needs and stands on beside it.
import { Button, CloseButton, Select } from '@mantine/core';
import {
  ChoiceField,
  choicesOf,
  DayField,
  FlagField,
  MoneyField,
  NumberField,
  TextField,
} from '#renderer/controls/fields.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { BENEFIT_CATEGORIES, RANKS, RECURRENCES, TANGIBLE, TERMS, VALIDITY } from '#shared/domain/benefit.ts';
import type { Entry } from '#shared/domain/book.ts';
import { expectedDay } from '#shared/domain/delivery.ts';
import { where } from '#shared/domain/lookup.ts';
import { ASSUMPTION_STATES } from '#shared/domain/ownership.ts';
import { nodeIn } from '#shared/map/graph.ts';
import { ByHand } from './ByHand.tsx';
import styles from './benefit.module.css';

export function Profile({ benefit }: { benefit: Entry<'benefit'> }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  if (!book) return null;
  const of = { kind: 'benefit', record: benefit.id } as const;
  const remove = async () => {
    const result = await act(deleteRecord, of);
    if (!result.ok) return say({ tone: 'problem', text: words.problem(result.problem) });
    say({ tone: 'done', text: words.say('benefit.deleted', { title: benefit.title }) });
    go('benefits');
  };
  return (
    <div className={styles.stack}>
      <div className={styles.fields}>
        <TextField {...of} field="title" />
        <TextField {...of} field="beneficiary" />
        <ChoiceField {...of} field="category" choices={choicesOf(BENEFIT_CATEGORIES, 'benefitCategory', words)} />
        <ChoiceField
          {...of}
          field="component"
          choices={[...book.all('component')].map(({ id, name }) => ({ value: id, label: name }))}
        />
        <NumberField {...of} field="confidence" />
        <NumberField {...of} field="tolerance" />
        <MoneyField {...of} field="value" scale={6} />
        <ChoiceField {...of} field="tangible" choices={choicesOf(TANGIBLE, 'tangible', words)} />
        <ChoiceField {...of} field="term" choices={choicesOf(TERMS, 'term', words)} />
        <ChoiceField {...of} field="recurrence" choices={choicesOf(RECURRENCES, 'recurrence', words)} />
        <ChoiceField {...of} field="rank" choices={choicesOf(RANKS, 'rank', words)} />
        <TextField {...of} field="evidence" />
      </div>
      <TextField {...of} field="description" multiline />
      <div className={styles.flags}>
        <FlagField {...of} field="disbenefit" />
        <FlagField {...of} field="critical" />
      </div>
      <section>
        <h2 className={styles.heading}>{words.say('benefit.validity')}</h2>
        <div className={styles.flags}>
          {VALIDITY.map((test) => (
            <FlagField key={test} {...of} field={`valid.${test}`} label={words.sayAny(`validity.${test}`)} />
          ))}
        </div>
      </section>
      <section>
        <h2 className={styles.heading}>{words.say('benefit.startsWhen')}</h2>
        <div className={styles.fields}>
          <ChoiceField
            {...of}
            field="startMilestone"
            choices={[...book.all('milestone')].map((milestone) => {
              const day = expectedDay(milestone);
              return { value: milestone.id, label: day ? `${milestone.title} · ${words.date(day)}` : milestone.title };
            })}
          />
          <NumberField {...of} field="startOffset" />
          {/* a milestone decides the start: a date beside it would say nothing */}
          {benefit.startMilestone ? null : <DayField {...of} field="start" />}
        </div>
      </section>
      <Links benefit={benefit} />
      <Assumptions benefit={benefit} />
      <ByHand benefit={benefit} />
      <div>
        <Button variant="subtle" color="red" size="compact-md" onClick={() => void remove()}>
          {words.say('benefit.delete')}
        </Button>
      </div>
    </div>
  );
}

/** Objectives it serves and business changes it needs: links in the direction of contribution. */
function Links({ benefit }: { benefit: Entry<'benefit'> }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const add = useAdd();
  if (!book) return null;
  const serves = where(book, 'contribution', 'from', benefit.id);
  const needs = where(book, 'contribution', 'to', benefit.id);
  const drop = (record: (typeof serves)[number]['id']) => void act(deleteRecord, { kind: 'contribution', record });
  const addChange = async (title: string) => {
    const made = await add('businessChange', { title, ...(benefit.component && { component: benefit.component }) });
    if (!made.ok) return words.problem(made.problem);
    const linked = await add('contribution', { from: made.value, to: benefit.id });
    return linked.ok ? undefined : words.problem(linked.problem);
  };
  const objectives = [...book.all('objective')].filter(({ id }) => !serves.some(({ to }) => to === id));
  return (
    <div className={styles.columns}>
      <section>
        <h2 className={styles.heading}>{words.say('benefit.serves')}</h2>
        <ul className={styles.items}>
          {serves.map(({ id, to }) => {
            const node = nodeIn(book, to);
            if (!node) return null;
            return (
              <li key={id}>
                <bdi>{node.title}</bdi>
                <CloseButton
                  size="sm"
                  aria-label={words.say('benefit.drop', { name: node.title })}
                  onClick={() => drop(id)}
                />
              </li>
            );
          })}
        </ul>
        {objectives.length > 0 ? (
          <Select
            aria-label={words.say('benefit.serveObjective')}
            placeholder={words.say('benefit.serveObjective')}
            data={objectives.map(({ id, name }) => ({ value: id as string, label: name }))}
            value={null}
            searchable
            onChange={(to) => (to ? void add('contribution', { from: benefit.id, to }) : undefined)}
          />
        ) : (
          <p className={styles.soft}>{serves.length > 0 ? '' : words.say('benefit.noObjectives')}</p>
        )}
      </section>
      <section>
        <h2 className={styles.heading}>{words.say('benefit.needs')}</h2>
        <ul className={styles.items}>
          {needs.map(({ id, from }) => {
            const node = nodeIn(book, from);
            if (!node) return null;
            return (
              <li key={id}>
                {node.kind === 'businessChange' || node.kind === 'enablingChange' ? (
                  <span className={styles.change}>
                    <TextField kind={node.kind} record={node.id} field="title" />
                    <DayField kind={node.kind} record={node.id} field="due" />
                    <DayField kind={node.kind} record={node.id} field="done" />
                  </span>
                ) : (
                  <bdi>{node.title}</bdi>
                )}
                <CloseButton
                  size="sm"
                  aria-label={words.say('benefit.drop', { name: node.title })}
                  onClick={() => drop(id)}
                />
              </li>
            );
          })}
        </ul>
        <AddLine label={words.say('benefit.newChange')} button={words.say('benefit.addItem')} onAdd={addChange} />
      </section>
    </div>
  );
}

function Assumptions({ benefit }: { benefit: Entry<'benefit'> }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const add = useAdd();
  if (!book) return null;
  const addText = async (text: string) => {
    const made = await add('assumption', { benefit: benefit.id, text, state: 'open' });
    return made.ok ? undefined : words.problem(made.problem);
  };
  return (
    <section>
      <h2 className={styles.heading}>{words.say('benefit.assumptions')}</h2>
      <ul className={styles.items}>
        {where(book, 'assumption', 'benefit', benefit.id).map(({ id, text }) => (
          <li key={id}>
            <span className={styles.change}>
              <TextField kind="assumption" record={id} field="text" />
              <DayField kind="assumption" record={id} field="review" />
              <ChoiceField
                kind="assumption"
                record={id}
                field="state"
                clearable={false}
                choices={choicesOf(ASSUMPTION_STATES, 'assumptionState', words)}
              />
            </span>
            <CloseButton
              size="sm"
              aria-label={words.say('benefit.drop', { name: text })}
              onClick={() => void act(deleteRecord, { kind: 'assumption', record: id })}
            />
          </li>
        ))}
      </ul>
      <AddLine label={words.say('benefit.newAssumption')} button={words.say('benefit.addItem')} onAdd={addText} />
    </section>
  );
}
