// What is to be done because of a decision, typed while it is taken: what, who, by when.
import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useWords } from '#renderer/desk/prefs.ts';
import { useTyped } from '#renderer/desk/typed-day.ts';
import type { NewAction } from '#shared/acts/take-decision.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import styles from './actions.module.css';

/** A line as it is typed; the key tells lines apart while they have no record. */
export type TypedAction = NewAction & { readonly key: string };

interface ActionLinesProps {
  readonly actions: readonly TypedAction[];
  readonly people: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (actions: readonly TypedAction[]) => void;
}

export function ActionLines({ actions, people, onChange }: ActionLinesProps) {
  const words = useWords();
  const set = (at: number) => (change: Partial<NewAction>) =>
    onChange(actions.map((action, i) => (i === at ? { ...action, ...change } : action)));
  return (
    <section className={styles.lines} aria-label={words.say('decision.actions')}>
      {actions.map((action, i) => (
        <ActionLine
          key={action.key}
          action={action}
          people={people}
          onChange={set(i)}
          onDrop={() => onChange(actions.filter((_, at) => at !== i))}
        />
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => onChange([...actions, { key: crypto.randomUUID(), title: '' }])}
      >
        {words.say('decision.addAction')}
      </Button>
    </section>
  );
}

function ActionLine({
  action,
  people,
  onChange,
  onDrop,
}: {
  action: NewAction;
  people: ActionLinesProps['people'];
  onChange: (change: Partial<NewAction>) => void;
  onDrop: () => void;
}) {
  const words = useWords();
  const due = useTyped(action.due, (day) => onChange({ due: day }));
  return (
    <div className={styles.line}>
      <TextInput
        label={words.say('kind.action')}
        value={action.title}
        dir="auto"
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <Select
        label={words.field('person')}
        data={[...people]}
        value={action.person ?? null}
        searchable
        clearable
        limit={50}
        onChange={(person) => onChange({ person: (person as RecordId | null) ?? undefined })}
      />
      <TextInput label={words.field('due')} {...due.field} />
      <CloseButton aria-label={words.say('decision.dropAction', { title: action.title })} onClick={onDrop} />
    </div>
  );
}
