// Captures a benefit in one line: what it is, who owns it, a guess of its worth. Enter keeps it; the rest can wait.
import { Autocomplete, Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook, useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { CAPTURE_FIELD, takeTypedAhead } from '#renderer/desk/typed-ahead.ts';
import { captureBenefit } from '#shared/acts/capture-benefit.ts';
import { typedValue } from '#shared/intake/typed.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { isMoney } from '#shared/kit/money.ts';
import styles from './benefits.module.css';

interface CaptureProps {
  readonly focused: boolean;
  readonly onCaptured: (id: RecordId) => void;
}

export function Capture({ focused, onCaptured }: CaptureProps) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const title = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState({ title: '', owner: '', guess: '' });
  const [fault, setFault] = useState<{ field: string; text: string } | undefined>();
  const currency = book?.office.currency ?? 'USD';
  const set = (field: keyof typeof typed) => (text: string) => setTyped((now) => ({ ...now, [field]: text }));
  const capture = async () => {
    const { opened } = useDesk.getState();
    if (!opened || typed.title.trim() === '') return title.current?.focus();
    const guess = typedValue({ kind: 'money', currency, scale: 6 }, typed.guess, 'guess');
    if (!guess.ok) return setFault({ field: 'guess', text: words.problem(guess.problem) });
    const record = newRecordId(opened.ctx);
    const result = await act(captureBenefit, {
      record,
      title: typed.title,
      owner: typed.owner,
      ...(isMoney(guess.value) ? { guess: guess.value } : {}),
    });
    if (!result.ok) return setFault({ field: 'title', text: words.problem(result.problem) });
    setFault(undefined);
    setTyped({ title: '', owner: '', guess: '' });
    say({ tone: 'done', text: words.say('benefits.captured', { title: typed.title.trim() }) });
    onCaptured(record);
    title.current?.focus();
  };
  useEffect(() => {
    if (!focused) return;
    title.current?.focus();
    const waited = takeTypedAhead();
    if (waited) setTyped((now) => ({ ...now, title: now.title + waited }));
  }, [focused]);
  const errorOf = (field: string) => (fault?.field === field ? fault.text : undefined);
  return (
    <form
      className={styles.capture}
      aria-label={words.say('benefits.capture')}
      onSubmit={(event) => {
        event.preventDefault();
        void capture();
      }}
    >
      <TextInput
        ref={title}
        id={CAPTURE_FIELD}
        className={styles.captureTitle ?? ''}
        aria-label={words.say('benefits.newTitle')}
        placeholder={words.say('benefits.newTitle')}
        title={words.say('benefits.captureKey')}
        value={typed.title}
        error={errorOf('title')}
        dir="auto"
        size="xs"
        onChange={(event) => set('title')(event.currentTarget.value)}
      />
      <Autocomplete
        aria-label={words.field('owner')}
        placeholder={words.field('owner')}
        data={[...new Set([...(book?.all('person') ?? [])].map(({ name }) => name))]}
        value={typed.owner}
        limit={8}
        size="xs"
        w={150}
        onChange={set('owner')}
      />
      <TextInput
        aria-label={words.say('benefits.guess', { unit: words.unit(currency, 6) })}
        placeholder={words.say('benefits.guess', { unit: words.unit(currency, 6) })}
        value={typed.guess}
        error={errorOf('guess')}
        inputMode="decimal"
        size="xs"
        w={130}
        onChange={(event) => set('guess')(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" h={30}>
        {words.say('benefits.add')}
      </Button>
    </form>
  );
}
