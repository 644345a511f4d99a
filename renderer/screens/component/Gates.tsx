// Gates of a component: each question as the book answers it, the evidence, what is missing; a person may overrule with a reason.
import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ChoiceField, choicesOf, DayField, TextField } from '#renderer/controls/fields.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import type { Counsel } from '#shared/counsel/counsel.ts';
import { type GateFact, type GateReply, gateReplies } from '#shared/counsel/gate.ts';
import { gateSaid } from '#shared/counsel/said.ts';
import type { Entry } from '#shared/domain/book.ts';
import { ANSWERS, GATE_PURPOSES, RISK_MILESTONES } from '#shared/domain/gate.ts';
import { where } from '#shared/domain/lookup.ts';
import { today } from '#shared/kit/context.ts';
import styles from './component.module.css';

interface GatesProps {
  readonly counsel: Counsel;
  readonly component: Entry<'component'>;
}

const MARKS = { yes: '●', partly: '▲', no: '■', notDue: '○' } as const;

export function Gates({ counsel, component }: GatesProps) {
  const words = useWords();
  const add = useAdd();
  const gates = [...where(counsel.book, 'gate', 'component', component.id)].sort((a, b) =>
    (a.due ?? '9').localeCompare(b.due ?? '9'),
  );
  const addGate = async (title: string) => {
    const made = await add('gate', {
      title,
      component: component.id,
      purpose: gates.length === 0 ? 'funding' : 'stage',
    });
    return made.ok ? undefined : words.problem(made.problem);
  };
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.say('gates.title')}</h2>
      {gates.length === 0 ? <p className={styles.soft}>{words.say('gates.none')}</p> : null}
      {gates.map((gate) => (
        <Gate key={gate.id} counsel={counsel} gate={gate} />
      ))}
      <AddLine label={words.say('gates.new')} button={words.say('gates.add')} onAdd={addGate} />
    </section>
  );
}

function Gate({ counsel, gate }: { counsel: Counsel; gate: Entry<'gate'> }) {
  const words = useWords();
  const act = useAct();
  return (
    <article className={styles.gate} aria-label={gate.title}>
      <div className={styles.line}>
        <TextField kind="gate" record={gate.id} field="title" />
        <ChoiceField
          kind="gate"
          record={gate.id}
          field="purpose"
          choices={choicesOf(GATE_PURPOSES, 'gatePurpose', words)}
        />
        <ChoiceField
          kind="gate"
          record={gate.id}
          field="milestone"
          choices={choicesOf(RISK_MILESTONES, 'riskMilestone', words)}
        />
        <DayField kind="gate" record={gate.id} field="due" />
        <DayField kind="gate" record={gate.id} field="held" />
        <CloseButton
          aria-label={words.say('gates.drop', { title: gate.title })}
          onClick={() => void act(deleteRecord, { kind: 'gate', record: gate.id })}
        />
      </div>
      {gateReplies(counsel, gate).map((reply) => (
        <Reply key={reply.question} gate={gate} reply={reply} />
      ))}
    </article>
  );
}

function Reply({ gate, reply }: { gate: Entry<'gate'>; reply: GateReply }) {
  const words = useWords();
  const [overruling, setOverruling] = useState(false);
  const { question, answer, evidence, missing, overruled } = reply;
  return (
    <details className={styles.reply}>
      <summary>
        <span data-answer={overruled?.answer ?? answer}>
          {MARKS[overruled?.answer ?? answer]} {words.sayAny(`answer.${overruled?.answer ?? answer}`)}
        </span>{' '}
        {words.sayAny(`gateQuestion.${question}`)}
        {overruled ? (
          <span className={styles.soft}>
            {' '}
            {words.say('gates.overruledBy', {
              by: overruled.by ?? '—',
              reason: overruled.reason,
              answer: words.sayAny(`answer.${answer}`),
            })}
          </span>
        ) : null}
      </summary>
      <Facts title={words.say('gates.evidence')} facts={evidence} />
      <Facts title={words.say('gates.missing')} facts={missing} />
      {overruling ? (
        <Overrule gate={gate} question={question} onDone={() => setOverruling(false)} />
      ) : (
        <Button size="compact-sm" variant="subtle" onClick={() => setOverruling(true)}>
          {words.say('gates.overrule')}
        </Button>
      )}
    </details>
  );
}

function Facts({ title, facts }: { title: string; facts: readonly GateFact[] }) {
  const words = useWords();
  if (facts.length === 0) return null;
  return (
    <>
      <h4 className={styles.soft}>{title}</h4>
      <ul className={styles.plain}>
        {facts.map((fact) => {
          const said = gateSaid(words, fact);
          return (
            <li key={said}>{fact.record ? <a href={address(fact.record.kind, fact.record.id)}>{said}</a> : said}</li>
          );
        })}
      </ul>
    </>
  );
}

function Overrule({
  gate,
  question,
  onDone,
}: {
  gate: Entry<'gate'>;
  question: GateReply['question'];
  onDone: () => void;
}) {
  const words = useWords();
  const add = useAdd();
  const [answer, setAnswer] = useState<string>('yes');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const keep = async () => {
    const { opened } = useDesk.getState();
    if (!opened) return;
    if (reason.trim() === '') return setFault(words.problem({ code: 'decision.needsReason' }));
    const made = await add('gateAnswer', {
      gate: gate.id,
      question,
      answer,
      reason: reason.trim(),
      on: today(opened.ctx),
      ...(opened.ctx.by && { by: opened.ctx.by }),
    });
    if (made.ok) onDone();
    else setFault(words.problem(made.problem));
  };
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Select
        label={words.say('gates.answer')}
        data={ANSWERS.map((value) => ({ value, label: words.sayAny(`answer.${value}`) }))}
        value={answer}
        allowDeselect={false}
        onChange={(value) => setAnswer(value ?? 'yes')}
      />
      <TextInput
        label={words.field('reason')}
        value={reason}
        error={fault}
        dir="auto"
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {words.say('gates.overrule')}
      </Button>
    </form>
  );
}
