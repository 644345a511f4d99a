// Puts a decision off, or withdraws it; either asks for its reason, which is recorded.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { useTyped } from '#renderer/desk/typed-day.ts';
import { deferDecision, withdrawDecision } from '#shared/acts/raise-decision.ts';
import type { Entry } from '#shared/domain/book.ts';
import styles from './decision.module.css';

interface PutOffProps {
  readonly decision: Entry<'decision'>;
  readonly way: 'putOff' | 'withdraw';
  readonly onDone: () => void;
}

export function PutOff({ decision, way, onDone }: PutOffProps) {
  const words = useWords();
  const act = useAct();
  const [reason, setReason] = useState('');
  const until = useTyped(undefined);
  const [fault, setFault] = useState<string | undefined>();
  const keep = async () => {
    const result =
      way === 'putOff'
        ? await act(deferDecision, { decision: decision.id, reason, until: until.day })
        : await act(withdrawDecision, { decision: decision.id, reason });
    if (result.ok) return onDone();
    setFault(words.problem(result.problem));
  };
  const title = words.say(way === 'putOff' ? 'decision.putOff' : 'decision.withdraw');
  return (
    <section className={styles.card} aria-label={title}>
      <h2 className={styles.heading}>{title}</h2>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <div className={styles.grid}>
          <TextInput
            label={words.field('reason')}
            value={reason}
            error={fault}
            dir="auto"
            data-autofocus
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {way === 'putOff' ? <TextInput label={words.say('decision.until')} {...until.field} /> : null}
        </div>
        <div className={styles.buttons}>
          <Button type="submit">{title}</Button>
          <Button variant="default" onClick={onDone}>
            {words.say('app.cancel')}
          </Button>
        </div>
      </form>
    </section>
  );
}
