// Lays down the template of governance: its two thresholds as typed in the book's money, and one button.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { templateTitles } from '#shared/acts/rights-template.ts';
import { startRights, TEMPLATE_THRESHOLDS } from '#shared/acts/start-rights.ts';
import { typedValue } from '#shared/intake/typed.ts';
import { amountOf, isMoney } from '#shared/kit/money.ts';
import styles from './controls.module.css';

export function StartTemplate() {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const [first, setFirst] = useState(words.number(TEMPLATE_THRESHOLDS[0]));
  const [second, setSecond] = useState(words.number(TEMPLATE_THRESHOLDS[1]));
  const [fault, setFault] = useState<string | undefined>();
  const currency = book?.office.currency ?? 'USD';
  const read = (text: string): number | undefined => {
    const typed = typedValue({ kind: 'money', currency, scale: 0 }, text, 'amount');
    return typed.ok && isMoney(typed.value) ? amountOf(typed.value) : undefined;
  };
  const start = async () => {
    const done = await act(startRights, {
      titles: templateTitles(words),
      thresholds: [read(first) ?? 0, read(second) ?? 0],
    });
    setFault(done.ok ? undefined : words.problem(done.problem));
  };
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <TextInput
        label={words.say('boards.firstThreshold', { unit: words.unit(currency, 0) })}
        value={first}
        onChange={(event) => setFirst(event.currentTarget.value)}
      />
      <TextInput
        label={words.say('boards.secondThreshold', { unit: words.unit(currency, 0) })}
        value={second}
        error={fault}
        onChange={(event) => setSecond(event.currentTarget.value)}
      />
      <Button type="submit">{words.say('boards.startTemplate')}</Button>
    </form>
  );
}
