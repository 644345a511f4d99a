// One person: everything they hold, what is due from them this period, and the statements they owe.

import { Button } from '@mantine/core';
import { useState } from 'react';
import { AttestForm } from '#renderer/controls/AttestForm.tsx';
import { ChoiceField, choicesOf, TextField } from '#renderer/controls/fields.tsx';
import { GoneRecord } from '#renderer/controls/GoneRecord.tsx';
import { SyntheticNote } from '#renderer/controls/SyntheticNote.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useEscape } from '#renderer/desk/escape.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address, goBack } from '#renderer/desk/route.ts';
import { useBookValue } from '#renderer/desk/value.ts';
import { classesWithMoney, moneyOf, periodText, statusReason } from '#renderer/desk/value-words.ts';
import { StatusWord } from '#renderer/parts/Status.tsx';
import { acceptOwnership } from '#shared/acts/ownership.ts';
import { isLive, stateOfBenefit } from '#shared/domain/benefit.ts';
import { isAccepted } from '#shared/domain/benefit-steps.ts';
import { holdingsByPerson } from '#shared/domain/holdings.ts';
import { attestationOf } from '#shared/domain/lookup.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { firstDay } from '#shared/kit/period.ts';
import type { BenefitValue } from '#shared/value/book-value.ts';
import { attestedPeriod } from '#shared/value/reporting.ts';
import styles from './owner.module.css';

export function OwnerPage({ id }: { id: string }) {
  const words = useWords();
  const book = useBook();
  const value = useBookValue();
  useEscape(() => goBack('people'));
  if (!book || !value) return <output className={styles.gone}>{words.say('app.opening')}</output>;
  const person = book.get('person', id as RecordId);
  if (!person) return <GoneRecord list="people" label={words.say('owner.back')} />;
  const owned = [...value.benefits.values()].filter(({ benefit }) => benefit.owner === person.id && isLive(benefit));
  const period = attestedPeriod(book, value.asAt);
  const attested = (each: BenefitValue) => attestationOf(book, each.benefit.id, person.id, period) !== undefined;
  const due = owned.filter((each) => !attested(each));
  const others = (holdingsByPerson(book).get(person.id) ?? []).filter(({ role }) => role !== 'owner');
  return (
    <div className={styles.screen}>
      <a className={styles.back} href={address('people')}>
        <span aria-hidden="true">{words.direction === 'rtl' ? '→' : '←'}</span> {words.say('owner.back')}
      </a>
      <header>
        <h1 className={styles.name}>
          <bdi>{person.name}</bdi>
        </h1>
        <p className={styles.sentence}>
          {words.say('owner.sentence', {
            count: owned.length,
            due: words.say('owner.due', { count: due.length, period: periodText(period) }),
          })}
        </p>
      </header>
      <SyntheticNote />
      <div className={styles.fields}>
        <TextField kind="person" record={person.id} field="role" />
        <TextField kind="person" record={person.id} field="organisation" />
        <TextField kind="person" record={person.id} field="email" />
        <ChoiceField
          kind="person"
          record={person.id}
          field="language"
          choices={choicesOf(['en', 'ar'], 'settings.language', words)}
        />
      </div>
      <section className={styles.stack}>
        <h2 className={styles.heading}>{words.say('owner.holds')}</h2>
        {owned.length === 0 ? <p className={styles.soft}>{words.say('owner.holdsNothing')}</p> : null}
        {owned.map((each) => (
          <Owned
            key={each.benefit.id}
            value={each}
            attested={attested(each)}
            period={period}
            currency={book.office.currency}
          />
        ))}
      </section>
      {others.length > 0 ? (
        <section>
          <h2 className={styles.heading}>{words.say('owner.alsoHolds')}</h2>
          <ul className={styles.items}>
            {others.map(({ role, name, component, benefit }) => (
              <li key={`${role} ${name} ${component ?? ''}`}>
                <span className={styles.soft}>{words.field(role)}</span>{' '}
                {benefit || component ? (
                  <a href={benefit ? address('benefit', benefit) : address('component', component)}>
                    <bdi>{name}</bdi>
                  </a>
                ) : (
                  <bdi>{name}</bdi>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Owned({
  value,
  attested,
  period,
  currency,
}: {
  value: BenefitValue;
  attested: boolean;
  period: string;
  currency: string;
}) {
  const words = useWords();
  const act = useAct();
  const [open, setOpen] = useState(false);
  const { benefit, status, lead, worth } = value;
  const accept = async () => {
    const result = await act(acceptOwnership, { benefit: benefit.id });
    if (!result.ok) say({ tone: 'problem', text: words.problem(result.problem) });
  };
  const missing = lead?.ledger.missing ?? [];
  return (
    <article className={styles.card} aria-label={benefit.title}>
      <div className={styles.cardHead}>
        <h3 className={styles.heading}>
          <a href={address('benefit', benefit.id)}>
            <bdi>{benefit.title}</bdi>
          </a>
        </h3>
        <span>
          <StatusWord status={status.status} label={words.sayAny(`status.${status.status}`)} />{' '}
          <span className={styles.soft}>{statusReason(status, words)}</span>
        </span>
      </div>
      <p className={styles.soft}>
        {[
          words.sayAny(`benefitState.${stateOfBenefit(benefit)}`),
          ...classesWithMoney(worth).map(
            (group) =>
              `${words.sayAny(`moneyClass.${group}`)}: ${words.money(moneyOf(worth[group].attributed, currency))}`,
          ),
        ].join(' · ')}
      </p>
      <ul className={styles.items}>
        {isAccepted(benefit) ? null : (
          <li>
            <Button size="compact-sm" variant="default" onClick={() => void accept()}>
              {words.say('owner.accept')}
            </Button>
          </li>
        )}
        {missing.length > 0 && lead ? (
          <li>
            <a href={address('measure', lead.measure.id)}>
              {words.say('owner.missing', { count: missing.length, month: words.month(firstDay(missing.at(-1) ?? 0)) })}
            </a>
          </li>
        ) : null}
        <li>
          {attested ? (
            <StatusWord status="onTrack" label={words.say('owner.attested', { period: periodText(period) })} />
          ) : (
            <StatusWord status="notReported" label={words.say('owner.notAttested', { period: periodText(period) })} />
          )}{' '}
          <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
            {words.say('attest.button')}
          </Button>
        </li>
      </ul>
      {open ? <AttestForm benefit={benefit} onDone={() => setOpen(false)} /> : null}
    </article>
  );
}
