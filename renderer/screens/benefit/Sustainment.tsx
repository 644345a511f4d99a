// Is what was gained still there? The handover to operations, the floor, and the reviews that fall due after it.
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField, FlagField, NumberField } from '#renderer/controls/fields.tsx';
import { useKeep } from '#renderer/controls/keep.ts';
import { PersonField } from '#renderer/controls/PersonField.tsx';
import { useAdd } from '#renderer/desk/add.ts';
import { say, useBook, useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { where } from '#shared/domain/lookup.ts';
import { REVIEW_VERDICTS } from '#shared/domain/ownership.ts';
import { today } from '#shared/kit/context.ts';
import type { Day } from '#shared/kit/period.ts';
import type { BenefitValue } from '#shared/value/book-value.ts';
import { erodedBy, reviewDue } from '#shared/value/sustainment.ts';
import styles from './benefit.module.css';

export function Sustainment({ value: { benefit, lead } }: { value: BenefitValue }) {
  const words = useWords();
  const book = useBook();
  const keep = useKeep('benefit', benefit.id);
  if (!book) return null;
  const asAt = asAtOf(book);
  const of = { kind: 'benefit', record: benefit.id } as const;
  const reviews = [...where(book, 'review', 'benefit', benefit.id)].sort((a, b) => (a.due < b.due ? 1 : -1));
  const next = reviewDue(benefit, new Set(reviews.map(({ due }) => due)), asAt);
  const eroded = lead !== undefined && erodedBy(lead.measure, benefit, asAt);
  return (
    <div className={styles.stack}>
      {eroded ? (
        <p role="alert" className={styles.fault}>
          {words.say('benefit.isEroded')}
        </p>
      ) : null}
      <div className={styles.fields}>
        <div data-field="operationalOwner">
          <PersonField
            label={words.field('operationalOwner')}
            value={benefit.operationalOwner}
            onKeep={(person) => keep.value('operationalOwner', person)}
          />
        </div>
        <DayField {...of} field="handedOver" />
        <NumberField
          {...of}
          field="floor"
          {...(lead?.measure.unit ? { label: `${words.field('floor')} (${lead.measure.unit})` } : {})}
        />
        <div data-field="successor">
          <PersonField
            label={words.field('successor')}
            value={benefit.successor}
            onKeep={(person) => keep.value('successor', person)}
          />
        </div>
        <FlagField {...of} field="budgetAdjusted" />
      </div>
      <section data-field="reviews">
        <h2 className={styles.heading}>
          {next
            ? words.say(next.overdue ? 'benefit.reviewOverdue' : 'benefit.reviewNext', { date: words.date(next.due) })
            : words.say('benefit.reviewsAfter')}
        </h2>
        {next ? <HoldReview benefit={benefit.id} due={next.due} /> : null}
        <ul className={styles.told}>
          {reviews.map((each) => (
            <li key={each.id}>
              {words.date(each.due)} · <strong>{words.sayAny(`reviewVerdict.${each.verdict}`)}</strong> ·{' '}
              {words.date(each.on)}
              {each.note ? <p dir="auto">{each.note}</p> : null}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function HoldReview({ benefit, due }: { benefit: BenefitValue['benefit']['id']; due: Day }) {
  const words = useWords();
  const add = useAdd();
  const [verdict, setVerdict] = useState<string>('kept');
  const [note, setNote] = useState('');
  const hold = async () => {
    const { opened } = useDesk.getState();
    if (!opened) return;
    const made = await add('review', {
      benefit,
      due,
      on: today(opened.ctx),
      verdict,
      ...(note.trim() && { note: note.trim() }),
    });
    if (made.ok) setNote('');
    else say({ tone: 'problem', text: words.problem(made.problem) });
  };
  return (
    <form
      className={styles.buttons}
      onSubmit={(event) => {
        event.preventDefault();
        void hold();
      }}
    >
      <Select
        label={words.field('verdict')}
        data={REVIEW_VERDICTS.map((value) => ({ value, label: words.sayAny(`reviewVerdict.${value}`) }))}
        value={verdict}
        allowDeselect={false}
        onChange={(next) => setVerdict(next ?? 'kept')}
      />
      <TextInput
        label={words.field('note')}
        value={note}
        dir="auto"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {words.say('benefit.holdReview')}
      </Button>
    </form>
  );
}
