// Afterwards: what was expected beside what is, the options not taken as figured then, and what a review found.
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { OptionTable } from '#renderer/controls/decision/OptionTable.tsx';
import { useAdd } from '#renderer/desk/add.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { useTyped } from '#renderer/desk/typed-day.ts';
import { afterwardsOf, type FactPair } from '#shared/counsel/afterwards.ts';
import { reviewDue } from '#shared/counsel/agenda.ts';
import type { Counsel } from '#shared/counsel/counsel.ts';
import { factSaid } from '#shared/counsel/said.ts';
import type { Entry } from '#shared/domain/book.ts';
import { HINDSIGHTS } from '#shared/domain/decision.ts';
import { where } from '#shared/domain/lookup.ts';
import { today } from '#shared/kit/context.ts';
import styles from './decision.module.css';

export function Afterwards({ decision, counsel }: { decision: Entry<'decision'>; counsel: Counsel }) {
  const words = useWords();
  const { book } = counsel;
  const found = afterwardsOf(counsel, decision);
  const due = reviewDue(book, decision.id);
  const reviews = where(book, 'hindsight', 'decision', decision.id);
  if (!found) return null;
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.say('decision.afterwards')}</h2>
      {due ? <p className={styles.soft}>{words.say('decision.reviewDue', { on: words.date(due) })}</p> : null}
      <ul className={styles.list}>
        {reviews.map((review) => (
          <li key={review.id}>
            {words.date(review.on)} · <strong>{words.sayAny(`hindsight.${review.finding}`)}</strong> — {review.note}
          </li>
        ))}
      </ul>
      <div className={styles.wide}>
        <table className={styles.pairs}>
          <thead>
            <tr>
              <th scope="col">{words.say('decision.fact')}</th>
              <th scope="col">{words.say('decision.then')}</th>
              <th scope="col">{words.say('decision.now')}</th>
            </tr>
          </thead>
          <tbody>
            {found.facts.map((pair) => (
              <Pair
                key={`${(pair.expected ?? pair.now)?.label} ${(pair.expected ?? pair.now)?.name ?? ''}`}
                pair={pair}
              />
            ))}
          </tbody>
        </table>
      </div>
      {found.notTaken.length > 0 ? (
        <>
          <h3 className={styles.heading}>{words.say('decision.notTakenOptions')}</h3>
          <div className={styles.wide}>
            <OptionTable rows={found.notTaken} />
          </div>
        </>
      ) : null}
      <ReviewForm decision={decision} />
    </section>
  );
}

function Pair({ pair: { expected, now, isSame } }: { pair: FactPair }) {
  const words = useWords();
  const fact = expected ?? now;
  if (!fact) return null;
  return (
    <tr data-moved={!isSame || undefined}>
      <th scope="row">{factSaid(words, fact).label}</th>
      <td>{expected ? factSaid(words, expected).value : '—'}</td>
      <td>{isSame ? words.say('decision.same') : now ? factSaid(words, now).value : '—'}</td>
    </tr>
  );
}

function ReviewForm({ decision }: { decision: Entry<'decision'> }) {
  const words = useWords();
  const add = useAdd();
  const [finding, setFinding] = useState<string>('asExpected');
  const [note, setNote] = useState('');
  const next = useTyped(undefined);
  const [fault, setFault] = useState<string | undefined>();
  const keep = async () => {
    const { opened } = useDesk.getState();
    if (!opened) return;
    if (note.trim() === '') return setFault(words.problem({ code: 'decision.needsReason' }));
    const made = await add('hindsight', {
      decision: decision.id,
      on: today(opened.ctx),
      finding,
      note: note.trim(),
      ...(opened.ctx.by && { by: opened.ctx.by }),
      ...(next.day && { next: next.day }),
    });
    setFault(made.ok ? undefined : words.problem(made.problem));
    if (made.ok) setNote('');
  };
  return (
    <form
      className={styles.grid}
      aria-label={words.say('decision.review')}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Select
        label={words.say('decision.reviewFinding')}
        data={HINDSIGHTS.map((value) => ({ value, label: words.sayAny(`hindsight.${value}`) }))}
        value={finding}
        allowDeselect={false}
        onChange={(value) => setFinding(value ?? 'asExpected')}
      />
      <TextInput
        label={words.field('note')}
        value={note}
        error={fault}
        dir="auto"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <TextInput label={words.say('decision.reviewNext')} {...next.field} />
      <Button type="submit" variant="default">
        {words.say('decision.review')}
      </Button>
    </form>
  );
}
