// One right beside the matrix: its range and scope, conditions, days, where it goes and who decides for a time.
import { Button, Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import { ChoiceField, choicesOf, DayField, NumberField, TextField } from '#renderer/controls/fields.tsx';
import { useKeep } from '#renderer/controls/keep.ts';
import { useAct } from '#renderer/desk/act.ts';
import { say, useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { FieldText } from '#renderer/parts/FieldText.tsx';
import { SidePanel } from '#renderer/parts/ListScreen.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { copyRight } from '#shared/acts/set-right.ts';
import type { Book } from '#shared/domain/book.ts';
import { LEVELS } from '#shared/domain/component.ts';
import { type Bound, DECISION_TYPES, LANES } from '#shared/domain/right.ts';
import { thresholdText } from '#shared/govern/ranges.ts';
import type { Right } from '#shared/govern/rights.ts';
import { typedValue } from '#shared/intake/typed.ts';
import { newRecordId } from '#shared/kit/context.ts';
import { decimalOf, isMoney } from '#shared/kit/money.ts';
import { useChosenRight } from './chosen.ts';
import styles from './rights.module.css';

interface RightPanelProps {
  readonly book: Book;
  readonly right: Right;
  readonly onClose: () => void;
}

export function RightPanel({ book, right, onClose }: RightPanelProps) {
  const words = useWords();
  const act = useAct();
  const [, choose] = useChosenRight();
  const keep = useKeep('decisionRight', right.id);
  const field = { kind: 'decisionRight', record: right.id } as const;
  const components = [...book.all('component')].map(({ id, name }) => ({ value: id as string, label: name }));
  const bodies = [...book.all('board')].map(({ id, title }) => ({ value: id as string, label: title }));
  const copy = async () => {
    const { opened } = useDesk.getState();
    if (!opened) return;
    const record = newRecordId(opened.ctx);
    const made = await act(copyRight, { right: right.id, record });
    if (made.ok) choose(record);
    else say({ tone: 'problem', text: words.problem(made.problem) });
  };
  const remove = () => {
    onClose();
    void act(deleteRecord, { kind: 'decisionRight', record: right.id });
  };
  const body = (name: 'escalatesTo' | 'delegate') => (
    <Select
      label={words.field(name, 'decisionRight')}
      data={bodies}
      value={right[name] ?? null}
      clearable
      searchable={bodies.length > 8}
      onChange={(next) => void keep.value(name, next)}
    />
  );
  return (
    <SidePanel
      title={right.title ?? words.sayAny(`decisionType.${right.type}`)}
      close={words.say('app.close')}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <ChoiceField
          {...field}
          field="type"
          clearable={false}
          choices={choicesOf(DECISION_TYPES, 'decisionType', words)}
        />
        <TextField {...field} field="title" />
        <BoundField book={book} right={right} end="from" />
        <BoundField book={book} right={right} end="to" />
        <Select
          label={words.say('rightsScreen.component')}
          data={components}
          value={right.component ?? null}
          clearable
          searchable
          limit={50}
          onChange={(next) => void keep.value('component', next)}
        />
        <div className={styles.two}>
          <TextField {...field} field="category" />
          <ChoiceField {...field} field="level" choices={choicesOf(LEVELS, 'level', words)} />
          <ChoiceField {...field} field="lane" choices={choicesOf(LANES, 'lane', words)} />
          <NumberField {...field} field="responseDays" />
        </div>
        <TextField {...field} field="conditions" multiline />
        {body('escalatesTo')}
        {body('delegate')}
        <div className={styles.two}>
          <DayField {...field} field="delegateFrom" />
          <DayField {...field} field="delegateUntil" />
        </div>
        <div className={styles.buttons}>
          <Button variant="default" size="compact-md" onClick={() => void copy()}>
            {words.say('rightsScreen.copy')}
          </Button>
          <Button variant="subtle" color="red" size="compact-md" onClick={remove}>
            {words.say('rightsScreen.delete')}
          </Button>
        </div>
      </div>
    </SidePanel>
  );
}

interface BoundFieldProps {
  readonly book: Book;
  readonly right: Right;
  readonly end: 'from' | 'to';
}

/** One end of the range: the amount as typed, and whether the amount itself belongs to it. */
function BoundField({ book, right, end }: BoundFieldProps) {
  const words = useWords();
  const keep = useKeep('decisionRight', right.id);
  const [fault, setFault] = useState<string | undefined>();
  const bound = right[end];
  const currency = bound?.money.currency ?? book.office.currency;
  const name = words.say(`rightsScreen.${end}`, { unit: words.unit(currency, 0) });
  const set = (next: Bound | null) => keep.value(end, next);
  const keepText = async (text: string) => {
    if (text.trim() === '') return set(null);
    const typed = typedValue({ kind: 'money', currency, scale: 0 }, text, 'amount');
    if (!typed.ok) return words.problem(typed.problem);
    if (!isMoney(typed.value)) return words.problem({ code: 'field.notMoney', args: { field: 'amount', text } });
    // what a range begins with belongs to it, and what it ends with belongs to the next, until said otherwise
    return set({ money: typed.value, inclusive: bound?.inclusive ?? end === 'from' });
  };
  return (
    <div>
      <FieldText
        label={name}
        value={bound ? decimalOf(bound.money) : ''}
        shown={bound ? thresholdText(words, bound.money) : undefined}
        onKeep={keepText}
      />
      {bound ? (
        <Checkbox
          className={styles.included ?? ''}
          label={words.say(`rightsScreen.${end}Included`)}
          checked={bound.inclusive}
          error={fault}
          onChange={(event) => void set({ ...bound, inclusive: event.currentTarget.checked }).then(setFault)}
        />
      ) : null}
    </div>
  );
}
