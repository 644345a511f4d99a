// Where the office sits: questions about the organisation, what speaks for and against each place, the choice and its checks.
import { Button, SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { TextField } from '#renderer/controls/fields.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { editField } from '#shared/acts/edit-field.ts';
import type { Book } from '#shared/domain/book.ts';
import {
  CHARTER,
  type Charter,
  PLACEMENT_QUESTIONS,
  type Placement as Place,
  type PlacementQuestion,
} from '#shared/domain/charter.ts';
import { type Argument, advise, type CheckResult, type PlaceAdvice } from '#shared/govern/placement.ts';
import type { Day } from '#shared/kit/period.ts';
import styles from './placement.module.css';

const ANSWERS = ['yes', 'partly', 'no'] as const;
const MARKS = { yes: '●', vacant: '▲', no: '■' } as const;

export function Placement({ book, on }: { book: Book; on: Day }) {
  const words = useWords();
  const act = useAct();
  const charter = book.get('charter', CHARTER);
  const advice = useMemo(() => advise(charter, book, on), [charter, book, on]);
  const set = (values: Readonly<Record<string, unknown>>) =>
    void act(editField, { kind: 'charter', record: CHARTER, values });
  const named = (placement: Place | undefined) => (placement ? words.sayAny(`placement.${placement}`) : '');
  return (
    <>
      <p className={styles.said}>
        {advice.suggested
          ? words.say('boards.suggested', { place: named(advice.suggested), reason: words.sayAny(advice.reason) })
          : words.sayAny(advice.reason)}{' '}
        {advice.chosen ? words.say('boards.chosen', { place: named(advice.chosen) }) : words.say('boards.notChosen')}
      </p>
      <div className={styles.placing}>
        <section className={styles.card}>
          <h2 className={styles.heading}>{words.say('boards.questions')}</h2>
          {PLACEMENT_QUESTIONS.map((question) => (
            <Question key={question} question={question} charter={charter} onAnswer={set} />
          ))}
        </section>
        <section className={styles.card}>
          <h2 className={styles.heading}>{words.say('boards.places')}</h2>
          <p className={styles.soft}>{words.say('boards.standingHint')}</p>
          {advice.places.map((place) => (
            <PlaceCard
              key={place.placement}
              place={place}
              isSuggested={place.placement === advice.suggested}
              isChosen={place.placement === advice.chosen}
              onChoose={() => set({ placement: place.placement, on })}
            />
          ))}
        </section>
      </div>
      <div className={styles.placing}>
        <section className={styles.card}>
          <h2 className={styles.heading}>{words.say('boards.charter')}</h2>
          <TextField
            kind="charter"
            record={CHARTER}
            field="reason"
            label={words.say('boards.chosenBecause')}
            multiline
          />
          <TextField kind="charter" record={CHARTER} field="mandate" multiline />
        </section>
        <Checks book={book} checks={advice.checks} />
      </div>
    </>
  );
}

interface QuestionProps {
  readonly question: PlacementQuestion;
  readonly charter: Charter | undefined;
  readonly onAnswer: (values: Readonly<Record<string, unknown>>) => void;
}

function Question({ question, charter, onAnswer }: QuestionProps) {
  const words = useWords();
  const text = words.sayAny(`placementQuestion.${question}`);
  return (
    <div className={styles.question}>
      <span id={`ask-${question}`}>{text}</span>
      <SegmentedControl
        aria-labelledby={`ask-${question}`}
        value={charter?.[question] ?? ''}
        data={[
          { value: '', label: words.say('boards.unanswered') },
          ...ANSWERS.map((value) => ({ value, label: words.sayAny(`answer.${value}`) })),
        ]}
        onChange={(value) => onAnswer({ [question]: value === '' ? null : value })}
      />
    </div>
  );
}

interface PlaceCardProps {
  readonly place: PlaceAdvice;
  readonly isSuggested: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function PlaceCard({ place, isSuggested, isChosen, onChoose }: PlaceCardProps) {
  const words = useWords();
  const name = words.sayAny(`placement.${place.placement}`);
  const standing = `${place.standing > 0 ? '+' : ''}${words.number(place.standing, 1)}`;
  return (
    <article className={styles.place} aria-label={name} data-chosen={isChosen || undefined}>
      <div className={styles.line}>
        <h3 className={styles.placeName}>
          {name}
          {isSuggested ? <span className={styles.tag}>◆ {words.say('boards.isSuggested')}</span> : null}
          {isChosen ? <span className={styles.tag}>● {words.say('boards.isChosen')}</span> : null}
        </h3>
        <span className={styles.standing}>
          {words.say('boards.standingOf', { standing: `\u2066${standing}\u2069` })}
        </span>
        {isChosen ? null : (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={words.say('boards.chooseOf', { name })}
            onClick={onChoose}
          >
            {words.say('boards.choose')}
          </Button>
        )}
      </div>
      <ul className={styles.arguments}>
        {place.for.map((each) => (
          <ArgumentLine key={each.key} side="for" argument={each} />
        ))}
        {place.against.map((each) => (
          <ArgumentLine key={each.key} side="against" argument={each} />
        ))}
      </ul>
    </article>
  );
}

function ArgumentLine({ side, argument }: { side: 'for' | 'against'; argument: Argument }) {
  const words = useWords();
  const { weight } = argument;
  const figure = weight === 0 ? '' : ` (\u2066${weight > 0 ? '+' : ''}${words.number(weight, 1)}\u2069)`;
  return (
    <li data-side={side} data-weighed={weight !== 0 || undefined}>
      <b>{words.say(`boards.${side}`)}</b> {words.sayAny(argument.key)}
      {figure}
    </li>
  );
}

function Checks({ book, checks }: { book: Book; checks: readonly CheckResult[] }) {
  const words = useWords();
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.say('boards.checks')}</h2>
      <ul className={styles.plain}>
        {checks.map(({ check, state, boards }) => (
          <li key={check} data-state={state} className={styles.check}>
            <span aria-hidden="true">{MARKS[state]}</span>
            <span>
              {words.sayAny(`placementCheck.${check}`)}: <b>{words.sayAny(`placementState.${state}`)}</b>
              {boards.map((id) => (
                <span key={id}>
                  {' · '}
                  <a href={address('boards', id)}>
                    <bdi>{book.get('board', id)?.title ?? '—'}</bdi>
                  </a>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
