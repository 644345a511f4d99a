// A value status set by hand: with its reason and author; the computed one stays beside it until the hand is taken off.
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { VALUE_STATUSES } from '#shared/domain/benefit.ts';
import type { Entry } from '#shared/domain/book.ts';
import { today } from '#shared/kit/context.ts';
import styles from './benefit.module.css';

export function ByHand({ benefit }: { benefit: Entry<'benefit'> }) {
  const words = useWords();
  const act = useAct();
  const [status, setStatus] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const keep = async (value: unknown) => {
    const result = await act(editField, { kind: 'benefit', record: benefit.id, values: { override: value } });
    setFault(result.ok ? undefined : words.problem(result.problem));
    if (result.ok) setReason('');
  };
  const set = () => {
    const { opened } = useDesk.getState();
    if (!opened) return;
    if (!status || reason.trim() === '') return setFault(words.say('byHand.needsReason'));
    void keep({ status, reason: reason.trim(), on: today(opened.ctx), by: opened.ctx.by });
  };
  const { override } = benefit;
  return (
    <details>
      <summary>{words.say('byHand.title')}</summary>
      {override ? (
        <div className={styles.buttons}>
          <span>
            {words.sayAny(`status.${override.status}`)} · <bdi>{override.reason}</bdi> · {words.date(override.on)}
          </span>
          <Button size="compact-md" variant="default" onClick={() => void keep(null)}>
            {words.say('byHand.takeOff')}
          </Button>
        </div>
      ) : (
        <form
          className={styles.buttons}
          onSubmit={(event) => {
            event.preventDefault();
            set();
          }}
        >
          <Select
            label={words.say('value.status')}
            data={VALUE_STATUSES.map((value) => ({ value, label: words.sayAny(`status.${value}`) }))}
            value={status}
            onChange={setStatus}
          />
          <TextInput
            label={words.field('reason')}
            value={reason}
            error={fault}
            dir="auto"
            w={320}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {words.say('byHand.set')}
          </Button>
        </form>
      )}
    </details>
  );
}
