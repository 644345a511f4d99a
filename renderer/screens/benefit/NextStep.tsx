// What the benefit needs for its next state, each hint a way to the place where it is met; and the decisions that end it.
import { Button, Menu, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { valueOfBook } from '#renderer/desk/value.ts';
import { moveBenefit } from '#shared/acts/move-benefit.ts';
import { valueAt } from '#shared/change/run.ts';
import type { BenefitState } from '#shared/domain/benefit.ts';
import { DECIDED, type Lack, NEXT, nextStep } from '#shared/domain/benefit-steps.ts';
import { readingValue } from '#shared/domain/measure.ts';
import { firstDay } from '#shared/kit/period.ts';
import type { BenefitValue } from '#shared/value/book-value.ts';
import { standingState } from '#shared/value/sustainment.ts';
import styles from './benefit.module.css';

export function NextStep({ value, onShow }: { value: BenefitValue; onShow: (lack: Lack) => void }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const [deciding, setDeciding] = useState<BenefitState | undefined>();
  const { benefit, lead } = value;
  if (!book) return null;
  const state = standingState(benefit, lead?.measure, valueOfBook(book).asAt);
  const eroded = state === 'eroded';
  const { to, lacks } = eroded ? { to: undefined, lacks: [] } : nextStep(book, benefit);
  const decisions = NEXT[state].filter((next) => DECIDED.has(next));
  const move = async (next: BenefitState) => {
    const result = await act(moveBenefit, { benefit: benefit.id, to: next });
    if (!result.ok) return say({ tone: 'problem', text: words.problem(result.problem) });
    say({
      tone: 'done',
      text: words.say('benefit.moved', { title: benefit.title, to: words.sayAny(`benefitState.${next}`) }),
    });
  };
  const name = to ? words.sayAny(`benefitState.${to}`) : '';
  return (
    <section className={styles.card} aria-label={words.say('benefit.next')}>
      <h2 className={styles.heading}>
        {to
          ? lacks.length > 0
            ? words.say('benefit.nextLacks', { count: lacks.length, to: name })
            : words.say('benefit.nextReady', { to: name })
          : eroded
            ? words.say('benefit.isEroded')
            : words.say('benefit.noNext', { state: words.sayAny(`benefitState.${state}`) })}
      </h2>
      <ul className={styles.lacks}>
        {lacks.map((lack) => (
          <li key={lack.code}>
            <button type="button" className={styles.lack} onClick={() => onShow(lack)}>
              <span aria-hidden="true">○</span> {words.sayAny(lack.code)}
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        {to ? (
          <Button disabled={lacks.length > 0} onClick={() => void move(to)}>
            {words.say('benefit.moveTo', { to: name })}
          </Button>
        ) : null}
        {decisions.length > 0 ? (
          <Menu withinPortal position="bottom-start">
            <Menu.Target>
              <Button variant="default">{words.say('benefit.decide')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {decisions.map((next) => (
                <Menu.Item key={next} onClick={() => setDeciding(next)}>
                  {words.sayAny(`benefitState.${next}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      {lead ? <Facts value={value} /> : null}
      {deciding ? <Decision value={value} to={deciding} onDone={() => setDeciding(undefined)} /> : null}
      {benefit.stateReason?.reason ? (
        <p className={styles.soft}>
          {words.date(benefit.stateReason.on)} · {benefit.stateReason.decidedBy} ·{' '}
          <bdi>{benefit.stateReason.reason}</bdi>
        </p>
      ) : null}
    </section>
  );
}

/** The lead measure in short: from where to where, and the last that was read. */
function Facts({ value: { benefit, lead } }: { value: BenefitValue }) {
  const words = useWords();
  if (!lead) return null;
  const { measure, ledger } = lead;
  const unit = measure.unit ?? '';
  const figure = (x: number | null | undefined) =>
    x === null || x === undefined ? '—' : `${words.number(x, 2)} ${unit}`.trim();
  const last = ledger.lastRead;
  const read = last === undefined ? undefined : readingValue(valueAt(measure['actual@'], last));
  const facts: [string, string][] = [
    [words.field('startValue'), figure(measure.startValue)],
    [words.field('target'), figure(measure.target)],
    [words.say('benefit.lastReading'), last === undefined ? '—' : `${figure(read)} · ${words.month(firstDay(last))}`],
    [
      words.say('benefit.verifiedOf'),
      words.say('benefit.verifiedCount', { verified: ledger.verifiedReadings, all: ledger.readings }),
    ],
    [
      words.field('confidence', 'benefit'),
      benefit.confidence === undefined ? '—' : words.percent(benefit.confidence / 100),
    ],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who decided, and why: asked for before a benefit is ended. */
function Decision({ value: { benefit }, to, onDone }: { value: BenefitValue; to: BenefitState; onDone: () => void }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const [reason, setReason] = useState('');
  const [decidedBy, setDecidedBy] = useState('');
  const [mergedInto, setMergedInto] = useState<string | null>(null);
  const [fault, setFault] = useState<string | undefined>();
  const decide = async () => {
    const result = await act(moveBenefit, {
      benefit: benefit.id,
      to,
      reason,
      decidedBy,
      ...(mergedInto ? { mergedInto: mergedInto as typeof benefit.id } : {}),
    });
    if (!result.ok) return setFault(words.problem(result.problem));
    onDone();
  };
  return (
    <form
      className={styles.decision}
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
    >
      <strong>{words.sayAny(`benefitState.${to}`)}</strong>
      {to === 'merged' ? (
        <Select
          label={words.field('mergedInto')}
          data={[...(book?.all('benefit') ?? [])]
            .filter(({ id }) => id !== benefit.id)
            .map(({ id, title }) => ({ value: id as string, label: title }))}
          value={mergedInto}
          searchable
          limit={50}
          onChange={setMergedInto}
        />
      ) : null}
      <TextInput
        label={words.say('benefit.decidedBy')}
        value={decidedBy}
        dir="auto"
        onChange={(event) => setDecidedBy(event.currentTarget.value)}
      />
      <TextInput
        label={words.field('reason')}
        value={reason}
        error={fault}
        dir="auto"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit">{words.say('benefit.record')}</Button>
        <Button variant="subtle" onClick={onDone}>
          {words.say('app.cancel')}
        </Button>
      </div>
    </form>
  );
}
