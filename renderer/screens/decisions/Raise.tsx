// Raises a decision: its type, what it is about, and a name; the rest is said on its page.
import { Button, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { raiseDecision } from '#shared/acts/raise-decision.ts';
import type { Book } from '#shared/domain/book.ts';
import { DECISION_TYPES, type DecisionType } from '#shared/domain/right.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import styles from './decisions.module.css';

export function Raise({ book }: { book: Book }) {
  const words = useWords();
  const act = useAct();
  const [type, setType] = useState<DecisionType>('fund');
  const [component, setComponent] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const components = useMemo(
    () => [...book.all('component')].map(({ id, name }) => ({ value: id as string, label: name })),
    [book],
  );
  const name = book.get('component', component as RecordId)?.name;
  const proposed = name ? words.say('decisions.titleOf', { type: words.sayAny(`decisionType.${type}`), name }) : '';
  const raise = async () => {
    const { opened } = useDesk.getState();
    if (!opened) return;
    const record = newRecordId(opened.ctx);
    const result = await act(raiseDecision, {
      record,
      title: title.trim() || proposed,
      type,
      component: (component as RecordId | null) ?? undefined,
      optionTitles: {
        asAsked: words.say('optionTitle.asAsked'),
        doNothing: words.say('optionTitle.doNothing'),
        stop: words.say('optionTitle.stop'),
      },
    });
    if (result.ok) go('decision', record);
    else setFault(words.problem(result.problem));
  };
  return (
    <form
      className={styles.raise}
      aria-label={words.say('decisions.raise')}
      onSubmit={(event) => {
        event.preventDefault();
        void raise();
      }}
    >
      <Select
        label={words.say('decisions.type')}
        data={DECISION_TYPES.map((value) => ({ value, label: words.sayAny(`decisionType.${value}`) }))}
        value={type}
        allowDeselect={false}
        onChange={(value) => setType(value as DecisionType)}
      />
      <Select
        label={words.say('kind.component')}
        data={components}
        value={component}
        searchable
        clearable
        limit={50}
        onChange={setComponent}
      />
      <TextInput
        className={styles.raiseTitle ?? ''}
        label={words.field('title', 'decision')}
        placeholder={proposed}
        value={title}
        error={fault}
        dir="auto"
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" disabled={title.trim() === '' && proposed === ''}>
        {words.say('decisions.raise')}
      </Button>
    </form>
  );
}
