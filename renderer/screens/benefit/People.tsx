// Who realises the benefit and who answers for it: accepted, attested each period, handed over with its history kept.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { AttestForm } from '#renderer/controls/AttestForm.tsx';
import { FlagField } from '#renderer/controls/fields.tsx';
import { useKeep } from '#renderer/controls/keep.ts';
import { PersonField } from '#renderer/controls/PersonField.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { periodText } from '#renderer/desk/value-words.ts';
import { acceptOwnership, handOver } from '#shared/acts/ownership.ts';
import { isAccepted } from '#shared/domain/benefit-steps.ts';
import { where } from '#shared/domain/lookup.ts';
import type { BenefitValue } from '#shared/value/book-value.ts';
import styles from './benefit.module.css';

export function People({ value: { benefit } }: { value: BenefitValue }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const keep = useKeep('benefit', benefit.id);
  const [note, setNote] = useState('');
  if (!book) return null;
  const nameOf = (id: typeof benefit.owner) => book.get('person', id)?.name ?? '—';
  const accepted = isAccepted(benefit);
  const accept = async () => {
    const result = await act(acceptOwnership, { benefit: benefit.id });
    if (!result.ok) say({ tone: 'problem', text: words.problem(result.problem) });
  };
  // an owner who accepted is never just overwritten: the move is recorded
  const setOwner = async (person: typeof benefit.owner | null) => {
    if (!person || !benefit.owner) return keep.value('owner', person);
    const result = await act(handOver, { benefit: benefit.id, to: person, note });
    if (result.ok) setNote('');
    return result.ok ? undefined : words.problem(result.problem);
  };
  const attestations = [...where(book, 'attestation', 'benefit', benefit.id)].sort((a, b) => (a.on < b.on ? 1 : -1));
  const handovers = [...where(book, 'handover', 'benefit', benefit.id)].sort((a, b) => (a.on < b.on ? 1 : -1));
  return (
    <div className={styles.stack}>
      <div className={styles.fields}>
        <div data-field="owner">
          <PersonField label={words.field('owner')} value={benefit.owner} onKeep={setOwner} />
        </div>
        {benefit.owner ? (
          <TextInput
            label={words.say('people.handoverNote')}
            value={note}
            dir="auto"
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        ) : null}
        <div data-field="accountable">
          <PersonField
            label={words.field('accountable')}
            value={benefit.accountable}
            onKeep={(person) => keep.value('accountable', person)}
          />
        </div>
      </div>
      <div className={styles.buttons} data-field="accepted">
        {accepted && benefit.accepted ? (
          <span>
            {words.say('benefit.acceptedOn', { name: nameOf(benefit.owner), date: words.date(benefit.accepted.on) })}
          </span>
        ) : (
          <Button variant="default" disabled={!benefit.owner} onClick={() => void accept()}>
            {benefit.owner
              ? words.say('benefit.accept', { name: nameOf(benefit.owner) })
              : words.say('benefit.acceptNobody')}
          </Button>
        )}
        <FlagField kind="benefit" record={benefit.id} field="inAgreement" />
      </div>
      <section>
        <h2 className={styles.heading}>{words.say('attest.heading')}</h2>
        {benefit.owner ? (
          <AttestForm benefit={benefit} key={attestations.length} />
        ) : (
          <p className={styles.soft}>{words.say('owner.none')}</p>
        )}
        <ul className={styles.told}>
          {attestations.map((each) => (
            <li key={each.id}>
              <strong>{periodText(each.period)}</strong> · <bdi>{nameOf(each.owner)}</bdi> · {words.date(each.on)}
              {each.confidence === undefined ? '' : ` · ${words.percent(each.confidence / 100)}`}
              <p dir="auto">{each.statement}</p>
              {each.evidence ? (
                <p className={styles.soft} dir="auto">
                  {each.evidence}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      {handovers.length > 0 ? (
        <section>
          <h2 className={styles.heading}>{words.say('benefit.handovers')}</h2>
          <ul className={styles.told}>
            {handovers.map((each) => (
              <li key={each.id}>
                {words.date(each.on)} · <bdi>{nameOf(each.from)}</bdi> {words.direction === 'rtl' ? '←' : '→'}{' '}
                <bdi>{nameOf(each.to)}</bdi>
                {each.note ? <span className={styles.soft}> · {each.note}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
