// What was done about a disbenefit: accepted or mitigated, by whom and why. Without it the map says so.
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useBook, useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { TREATMENTS, type Treatment as Treated } from '#shared/domain/benefit.ts';
import { today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import styles from './panel.module.css';

export function Treatment({ benefit }: { benefit: RecordId }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const standing = book?.get('benefit', benefit)?.treatment;
  const [how, setHow] = useState<Treated['how']>('accepted');
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const keep = async (treatment: Treated | null) => {
    const result = await act(editField, { kind: 'benefit', record: benefit, values: { treatment } });
    setFault(result.ok ? undefined : words.problem(result.problem));
  };
  if (standing)
    return (
      <p className={styles.treated}>
        {words.say('map.treated', {
          how: words.sayAny(`treatment.${standing.how}`),
          by: standing.by,
          on: words.date(standing.on),
          reason: standing.reason,
        })}{' '}
        <Button size="compact-sm" variant="subtle" onClick={() => void keep(null)}>
          {words.say('map.undoTreatment')}
        </Button>
      </p>
    );
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const { opened } = useDesk.getState();
    if (!opened) return;
    if (by.trim() === '' || reason.trim() === '') return setFault(words.say('map.treatmentNeeds'));
    void keep({ how, by: by.trim(), on: today(opened.ctx), reason: reason.trim() });
  };
  return (
    <form className={styles.treatment} onSubmit={submit} data-field="treatment">
      <Select
        label={words.say('map.treatment')}
        data={TREATMENTS.map((value) => ({ value, label: words.sayAny(`treatment.${value}`) }))}
        value={how}
        allowDeselect={false}
        onChange={(value) => setHow((value ?? 'accepted') as Treated['how'])}
      />
      <TextInput
        label={words.say('map.treatedBy')}
        value={by}
        dir="auto"
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <Textarea
        label={words.say('map.treatedWhy')}
        value={reason}
        dir="auto"
        autosize
        minRows={2}
        error={fault}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {words.say('map.keepTreatment')}
      </Button>
    </form>
  );
}
