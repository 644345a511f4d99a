// Over-claims with the total they spoil, and double-count suspects with their evidence and the ways out of each.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Claims as MeasureClaims } from '#renderer/controls/Claims.tsx';
import { useAdd } from '#renderer/desk/add.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import type { BookValue } from '#shared/value/book-value.ts';
import type { Suspicion } from '#shared/value/double-count.ts';
import styles from './todo.module.css';

export function Claims({ value, suspects }: { value: BookValue; suspects: readonly Suspicion[] }) {
  const words = useWords();
  const over = [...new Set(value.overClaims.map(({ measure }) => measure))].flatMap(
    (id) => value.measures.get(id) ?? [],
  );
  const open = suspects.filter(({ cleared }) => cleared === undefined);
  const settled = suspects.filter(({ cleared }) => cleared !== undefined);
  return (
    <div className={styles.stack}>
      <section className={styles.stack}>
        <h2 className={styles.heading}>{words.say('claims.overTitle', { count: over.length })}</h2>
        {over.map((each) => (
          <div key={each.measure.id} className={styles.card}>
            {each.benefit ? (
              <a href={address('benefit', each.benefit.id)}>
                <bdi>{each.benefit.title}</bdi>
              </a>
            ) : null}
            <MeasureClaims value={each} />
          </div>
        ))}
      </section>
      <section className={styles.stack}>
        <h2 className={styles.heading}>{words.say('claims.suspects', { count: open.length })}</h2>
        {open.map((each) => (
          <Suspect key={each.key} suspicion={each} value={value} />
        ))}
        {settled.length > 0 ? (
          <h2 className={styles.heading}>{words.say('claims.settled', { count: settled.length })}</h2>
        ) : null}
        {settled.map((each) => (
          <p key={each.key} className={styles.soft}>
            {words.sayAny(`suspicion.${each.kind}`, { evidence: each.evidence })} · {each.cleared}
          </p>
        ))}
      </section>
    </div>
  );
}

function Suspect({ suspicion, value }: { suspicion: Suspicion; value: BookValue }) {
  const words = useWords();
  const book = useBook();
  const add = useAdd();
  const [reason, setReason] = useState('');
  const clear = async () => {
    if (reason.trim() === '') return;
    const made = await add('cleared', { suspicion: suspicion.key, reason: reason.trim() });
    if (!made.ok) say({ tone: 'problem', text: words.problem(made.problem) });
  };
  return (
    <article className={styles.card}>
      <strong>{words.sayAny(`suspicion.${suspicion.kind}`, { evidence: suspicion.evidence })}</strong>
      <ul className={styles.items}>
        {suspicion.benefits.map((id) => (
          <li key={id}>
            <a href={address('benefit', id)}>
              <bdi>{value.benefits.get(id)?.benefit.title}</bdi>
            </a>
          </li>
        ))}
        {suspicion.components.map((id) => (
          <li key={id}>
            <a href={address('component', id)}>
              <bdi>{book?.get('component', id)?.name}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <p className={styles.soft}>{words.sayAny(`resolve.${suspicion.kind}`)}</p>
      <form
        className={styles.buttons}
        onSubmit={(event) => {
          event.preventDefault();
          void clear();
        }}
      >
        <TextInput
          label={words.say('claims.whyNot')}
          value={reason}
          dir="auto"
          w={360}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={reason.trim() === ''}>
          {words.say('claims.clear')}
        </Button>
      </form>
    </article>
  );
}
