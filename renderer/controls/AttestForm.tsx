// An owner's statement on one benefit for one period, with how sure they are and on what evidence.

import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { asAtOf, valueOfBook } from '#renderer/desk/value.ts';
import { periodText } from '#renderer/desk/value-words.ts';
import { attest } from '#shared/acts/ownership.ts';
import type { Entry } from '#shared/domain/book.ts';
import { attestationOf } from '#shared/domain/lookup.ts';
import { typedPercent } from '#shared/intake/series-paste.ts';
import { attestedPeriod } from '#shared/value/reporting.ts';
import styles from './controls.module.css';

export function AttestForm({ benefit, onDone }: { benefit: Entry<'benefit'>; onDone?: () => void }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const period = book ? attestedPeriod(book, asAtOf(book)) : '';
  const standing = book && attestationOf(book, benefit.id, benefit.owner, period);
  const variance = book && valueOfBook(book).benefits.get(benefit.id)?.status.asksNarrative;
  const [statement, setStatement] = useState(standing?.statement ?? '');
  const [confidence, setConfidence] = useState(String(standing?.confidence ?? benefit.confidence ?? ''));
  const [evidence, setEvidence] = useState(standing?.evidence ?? '');
  const [fault, setFault] = useState<string | undefined>();
  const keep = async () => {
    const sure = typedPercent(confidence);
    if (confidence.trim() !== '' && sure === undefined)
      return setFault(
        words.problem({ code: 'field.notAPercent', args: { field: 'confidence' }, path: 'benefit/confidence' }),
      );
    const result = await act(attest, {
      benefit: benefit.id,
      period,
      statement,
      evidence,
      ...(sure === undefined ? {} : { confidence: sure }),
    });
    if (!result.ok) return setFault(words.problem(result.problem));
    setFault(undefined);
    say({ tone: 'done', text: words.say('attest.done', { period: periodText(period) }) });
    onDone?.();
  };
  return (
    <form
      className={styles.form}
      aria-label={words.say('attest.title', { title: benefit.title, period: periodText(period) })}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Textarea
        label={words.say('attest.statement', { period: periodText(period) })}
        description={words.say(variance ? 'attest.varianceHint' : 'attest.statementHint')}
        value={statement}
        error={fault}
        autosize
        minRows={2}
        dir="auto"
        onChange={(event) => setStatement(event.currentTarget.value)}
      />
      <div className={styles.row}>
        <TextInput
          label={words.field('confidence', 'benefit')}
          value={confidence}
          inputMode="decimal"
          w={160}
          onChange={(event) => setConfidence(event.currentTarget.value)}
        />
        <TextInput
          label={words.field('evidence')}
          value={evidence}
          dir="auto"
          w={300}
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
        <Button type="submit">{words.say('attest.button')}</Button>
      </div>
      {standing ? (
        <p className={styles.soft}>{words.say('attest.already', { date: words.date(standing.on) })}</p>
      ) : null}
    </form>
  );
}
