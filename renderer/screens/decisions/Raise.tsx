// Raises a decision: its type, what it is about, and a name; the rest is said on its page.
import { Button, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useRaise } from '#renderer/controls/decision/useRaise.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Book } from '#shared/domain/book.ts';
import { DECISION_TYPES, type DecisionType } from '#shared/domain/right.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import styles from './decisions.module.css';

export function Raise({ book }: { book: Book }) {
  const words = useWords();
  const raiseOne = useRaise();
  const [type, setType] = useState<DecisionType>('fund');
  const [component, setComponent] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const components = useMemo(
    () => [...book.all('component')].map(({ id, name }) => ({ value: id as string, label: name })),
    [book],
  );
  const name = book.get('component', component as RecordId)?.name;
  const proposed = name ? words.say('decisions.titleOf', { type: words.sayAny(`decisionType.${type}`), name }) : '';
  const raise = () =>
    void raiseOne({
      title: title.trim() || proposed,
      type,
      component: (component as RecordId | null) ?? undefined,
    });
  return (
    <form
      className={styles.raise}
      aria-label={words.say('decisions.raise')}
      onSubmit={(event) => {
        event.preventDefault();
        raise();
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
        dir="auto"
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" disabled={title.trim() === '' && proposed === ''}>
        {words.say('decisions.raise')}
      </Button>
    </form>
  );
}
