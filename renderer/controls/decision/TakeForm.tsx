// Records a decision: outcome, option, resolution, why, dissent, conditions; what does not hold asks for its reason first.
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useBook, useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { useTyped } from '#renderer/desk/typed-day.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { takeDecision } from '#shared/acts/take-decision.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import { decisionRight } from '#shared/counsel/evidence.ts';
import { optionsOf } from '#shared/counsel/options.ts';
import { breachSaid } from '#shared/counsel/said.ts';
import { breachesOf, takersOf } from '#shared/counsel/taking.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { OUTCOMES, type Outcome } from '#shared/domain/decision.ts';
import { today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { addMonths, type Day } from '#shared/kit/period.ts';
import { ActionLines, type TypedAction } from './ActionLines.tsx';
import styles from './decision.module.css';

interface TakeFormProps {
  readonly decision: Entry<'decision'>;
  readonly meeting?: Entry<'meeting'>;
  readonly onDone: () => void;
}

export function TakeForm({ decision, meeting, onDone }: TakeFormProps) {
  const words = useWords();
  const book = useBook() as Book;
  const act = useAct();
  const opened = useDesk((desk) => desk.opened);
  const here = opened ? today(opened.ctx) : ('1970-01-01' as Day);
  const on = meeting?.on ?? here;
  const counsel = counselOf(book, asAtOf(book));
  const right = decisionRight(counsel, decision, on);
  const options = optionsOf({ book }, decision.id);
  const [outcome, setOutcome] = useState<Outcome>('agreed');
  const [option, setOption] = useState<string | null>(decision.recommended ?? options[0]?.id ?? null);
  const [resolution, setResolution] = useState(decision.resolution ?? '');
  const [rationale, setRationale] = useState(decision.because ?? '');
  const [dissent, setDissent] = useState('');
  const [conditions, setConditions] = useState('');
  const review = useTyped(addMonths(on, 12));
  const [person, setPerson] = useState<string | null>(takersOf(counsel, right)[0] ?? null);
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [actions, setActions] = useState<readonly TypedAction[]>([]);
  const [fault, setFault] = useState<string | undefined>();
  const holder = right.decides;
  const sitting = {
    on,
    meeting: meeting?.id,
    body: meeting ? undefined : holder?.body,
    role: meeting ? undefined : holder?.role,
    person: meeting ? undefined : ((person as RecordId | null) ?? undefined),
  };
  const breaches = breachesOf(counsel, decision, sitting);
  const take = async () => {
    const result = await act(takeDecision, {
      ...sitting,
      decision: decision.id,
      asAt: counsel.asAt,
      outcome,
      option: outcome === 'refused' ? undefined : ((option as RecordId | null) ?? undefined),
      rationale,
      dissent,
      conditions,
      resolution,
      reviewOn: review.day,
      exceptions: reasons,
      actions: actions.filter(({ title }) => title.trim() !== '').map(({ key: _, ...action }) => action),
    });
    if (result.ok) return onDone();
    setFault(words.problem(result.problem));
  };
  const people = [...book.all('person')].map(({ id, name }) => ({ value: id as string, label: name }));
  return (
    <form
      className={styles.form}
      aria-label={words.say('decision.take')}
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <div className={styles.two}>
        <Select
          label={words.field('outcome')}
          data={OUTCOMES.map((value) => ({ value, label: words.sayAny(`outcome.${value}`) }))}
          value={outcome}
          allowDeselect={false}
          onChange={(value) => setOutcome(value as Outcome)}
        />
        {outcome === 'refused' ? null : (
          <Select
            label={words.say('kind.decisionOption')}
            data={options.map(({ id, title }) => ({ value: id as string, label: title }))}
            value={option}
            allowDeselect={false}
            onChange={setOption}
          />
        )}
        {meeting ? null : (
          <Select
            label={words.say('decision.takenBy')}
            data={people}
            value={person}
            searchable
            clearable
            limit={50}
            onChange={setPerson}
          />
        )}
        <TextInput label={words.field('reviewOn')} {...review.field} />
      </div>
      <Textarea
        label={words.field('resolution')}
        value={resolution}
        autosize
        minRows={2}
        dir="auto"
        onChange={(event) => setResolution(event.currentTarget.value)}
      />
      <Textarea
        label={words.field('rationale', 'decision')}
        value={rationale}
        autosize
        minRows={2}
        dir="auto"
        onChange={(event) => setRationale(event.currentTarget.value)}
      />
      <div className={styles.two}>
        <Textarea
          label={words.field('dissent')}
          value={dissent}
          autosize
          dir="auto"
          onChange={(event) => setDissent(event.currentTarget.value)}
        />
        {outcome === 'agreedWithConditions' ? (
          <Textarea
            label={words.field('conditions')}
            value={conditions}
            autosize
            dir="auto"
            onChange={(event) => setConditions(event.currentTarget.value)}
          />
        ) : null}
      </div>
      <ActionLines actions={actions} people={people} onChange={setActions} />
      {breaches.length > 0 ? (
        <section className={styles.breaches} aria-label={words.say('decision.breaches')}>
          <p>{words.say('decision.breachesHint')}</p>
          {breaches.map((breach) => (
            <TextInput
              key={breach.code}
              label={`▲ ${breachSaid(words, breach)}`}
              placeholder={words.say('decision.breachReason')}
              value={reasons[breach.code] ?? ''}
              dir="auto"
              onChange={(event) => {
                const { value } = event.currentTarget;
                setReasons((now) => ({ ...now, [breach.code]: value }));
              }}
            />
          ))}
        </section>
      ) : null}
      {fault ? (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit">{words.say('decision.record')}</Button>
        <Button variant="default" onClick={onDone}>
          {words.say('app.cancel')}
        </Button>
      </div>
    </form>
  );
}
