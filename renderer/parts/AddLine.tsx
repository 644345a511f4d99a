// One line that adds to a list: type a name, press Enter.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './parts.module.css';

interface AddLineProps {
  readonly label: string;
  readonly button: string;
  /** Undefined when it was added, else the sentence that says why not. */
  readonly onAdd: (name: string) => Promise<string | undefined>;
  readonly first?: boolean;
}

export function AddLine({ label, button, onAdd, first }: AddLineProps) {
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const add = async () => {
    if (name.trim() === '') return;
    const problem = await onAdd(name.trim());
    setFault(problem);
    if (problem === undefined) setName('');
  };
  return (
    <form
      className={styles.addLine}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextInput
        aria-label={label}
        placeholder={label}
        value={name}
        error={fault}
        dir="auto"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant={first ? 'filled' : 'default'} disabled={name.trim() === ''}>
        {button}
      </Button>
    </form>
  );
}
