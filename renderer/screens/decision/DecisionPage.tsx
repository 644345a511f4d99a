// One decision: what is asked, the options beside one another, whose it is, the evidence, and how it was taken.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { OptionTable } from '#renderer/controls/decision/OptionTable.tsx';
import { TakeForm } from '#renderer/controls/decision/TakeForm.tsx';
import { useRaise } from '#renderer/controls/decision/useRaise.ts';
import { GoneRecord } from '#renderer/controls/GoneRecord.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook, useDesk } from '#renderer/desk/desk.ts';
import { useEscape } from '#renderer/desk/escape.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { usePresent } from '#renderer/desk/present.ts';
import { address, goBack } from '#renderer/desk/route.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { putForward } from '#shared/acts/raise-decision.ts';
import { type Counsel, counselOf } from '#shared/counsel/counsel.ts';
import { decisionRight, type Evidence, evidenceOf, frozenText, readEvidence } from '#shared/counsel/evidence.ts';
import type { Entry } from '#shared/domain/book.ts';
import { recordName } from '#shared/domain/naming.ts';
import { isOpen, lateness, recordHolds, standingOf } from '#shared/govern/standing.ts';
import { today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { Actions } from './Actions.tsx';
import { Afterwards } from './Afterwards.tsx';
import { Ask } from './Ask.tsx';
import styles from './decision.module.css';
import { KnownThen } from './KnownThen.tsx';
import { Options } from './Options.tsx';
import { PutOff } from './PutOff.tsx';
import { Recorded } from './Recorded.tsx';
import { Room } from './Room.tsx';
import { WhoseItIs } from './WhoseItIs.tsx';

export function DecisionPage({ id }: { id: string }) {
  const words = useWords();
  const book = useBook();
  const decision = book?.get('decision', id as RecordId);
  const waiting = useBook() === undefined;
  if (waiting) return <output className={styles.gone}>{words.say('app.opening')}</output>;
  if (!book || !decision) return <GoneRecord list="decisions" label={words.say('decision.back')} />;
  return <Standing key={decision.id} decision={decision} counsel={counselOf(book, asAtOf(book))} />;
}

type Panel = 'take' | 'putOff' | 'withdraw';

function Standing({ decision, counsel }: { decision: Entry<'decision'>; counsel: Counsel }) {
  const words = useWords();
  const act = useAct();
  const { book } = counsel;
  const [panel, setPanel] = useState<Panel | undefined>();
  const [presenting, present] = usePresent();
  const opened = useDesk((desk) => desk.opened);
  const here = opened ? today(opened.ctx) : counsel.asAt;
  const back = presenting ? () => present(false) : panel ? () => setPanel(undefined) : () => goBack('decisions');
  useEscape(back);
  const now = useMemo(() => evidenceOf(counsel, decision), [counsel, decision]);
  const kept = useMemo(() => decision.frozen && readEvidence(decision.frozen), [decision]);
  const evidence = kept ?? now;
  const right = decisionRight(counsel, decision, decision.taken?.on ?? here);
  if (presenting) return <Room decision={decision} evidence={evidence} right={right} />;
  const open = isOpen(decision);
  const forward = async () => {
    const result = await act(putForward, { decision: decision.id, asAt: counsel.asAt });
    say(
      result.ok
        ? { tone: 'done', text: words.say('decision.isForward') }
        : { tone: 'problem', text: words.problem(result.problem) },
    );
  };
  return (
    <div className={styles.screen}>
      <a className={styles.back} href={address('decisions')}>
        <span aria-hidden="true">{words.direction === 'rtl' ? '→' : '←'}</span> {words.say('decision.back')}
      </a>
      <header className={styles.header}>
        <div>
          <p className={styles.kind}>
            {words.sayAny(`decisionType.${decision.type}`)}
            {decision.component ? (
              <>
                {' · '}
                <a href={address('component', decision.component)}>
                  <bdi>{recordName(book, 'component', decision.component)}</bdi>
                </a>
              </>
            ) : null}
          </p>
          <h1 className={styles.name}>
            <bdi>{decision.title}</bdi>
          </h1>
          <p className={styles.sentence}>{standingSentence(decision, counsel, words)}</p>
        </div>
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => present(true)}>
            {words.say('decision.present')}
          </Button>
          {open ? (
            <>
              <Button variant={decision.frozen ? 'default' : 'filled'} onClick={() => void forward()}>
                {words.say(decision.frozen ? 'decision.forwardAgain' : 'decision.forward')}
              </Button>
              <Button variant={decision.frozen ? 'filled' : 'default'} onClick={() => setPanel('take')}>
                {words.say('decision.take')}
              </Button>
              <Button variant="default" onClick={() => setPanel('putOff')}>
                {words.say('decision.putOff')}
              </Button>
              <Button variant="subtle" color="red" onClick={() => setPanel('withdraw')}>
                {words.say('decision.withdraw')}
              </Button>
            </>
          ) : decision.taken ? (
            <Supersede decision={decision} />
          ) : null}
        </div>
      </header>
      {recordHolds(book, decision) ? null : (
        <p className={styles.alarm} role="alert">
          ■ {words.say('decision.changedSince')}
        </p>
      )}
      {panel === 'take' ? (
        <section className={styles.card} aria-label={words.say('decision.take')}>
          <h2 className={styles.heading}>{words.say('decision.take')}</h2>
          <TakeForm decision={decision} onDone={() => setPanel(undefined)} />
        </section>
      ) : null}
      {panel === 'putOff' || panel === 'withdraw' ? (
        <PutOff decision={decision} way={panel} onDone={() => setPanel(undefined)} />
      ) : null}
      {decision.taken ? <Recorded decision={decision} taken={decision.taken} /> : null}
      <section className={styles.card}>
        <h2 className={styles.heading}>{words.say('decision.options')}</h2>
        {open ? (
          <Options decision={decision} counsel={counsel} rows={now.options} />
        ) : (
          <div className={styles.wide}>
            <OptionTable rows={evidence.options} chosen={decision.taken?.option} />
          </div>
        )}
        <p className={styles.soft}>{words.say('decision.besideNothing')}</p>
      </section>
      <div className={styles.columns}>
        <WhoseItIs decision={decision} counsel={counsel} right={right} />
        {open ? <Ask decision={decision} /> : <Actions decision={decision} />}
      </div>
      {open ? <Actions decision={decision} /> : null}
      {decision.taken ? <Afterwards decision={decision} counsel={counsel} /> : null}
      <KnownThen decision={decision} evidence={evidence} movedSince={moved(decision, now)} />
    </div>
  );
}

/** What is kept as the paper is not what the book would say today. */
const moved = ({ frozen, taken }: Entry<'decision'>, now: Evidence): boolean =>
  frozen !== undefined && taken === undefined && frozenText(now).hash !== frozen.hash;

function standingSentence(
  decision: Entry<'decision'>,
  { book, asAt }: Counsel,
  words: ReturnType<typeof useWords>,
): string {
  const { taken, withdrawn, neededBy, raisedOn } = decision;
  if (taken)
    return words.say('decision.takenSentence', {
      outcome: words.sayAny(`outcome.${taken.outcome}`),
      number: taken.number,
      on: words.date(taken.on),
      by: book.get('board', taken.body)?.title ?? (taken.role ? words.sayAny(`role.${taken.role}`) : '—'),
    });
  const parts = [
    words.sayAny(`standing.${standingOf(book, decision)}`),
    withdrawn ? `${words.date(withdrawn.on)}: ${withdrawn.reason}` : '',
    raisedOn ? words.say('decision.raisedSince', { on: words.date(raisedOn) }) : '',
    neededBy ? words.say('decision.neededSentence', { on: words.date(neededBy) }) : '',
  ];
  const late = lateness(decision, asAt);
  if (late !== undefined) parts.push(words.say('decision.lateSentence', { count: late }));
  return parts.filter(Boolean).join(' · ');
}

/** A recorded decision is never edited: another takes its place. */
function Supersede({ decision }: { decision: Entry<'decision'> }) {
  const words = useWords();
  const raiseOne = useRaise();
  const { type, component, benefit, gate, amount } = decision;
  const title = words.say('decision.again', { title: decision.title });
  const raise = () => void raiseOne({ title, type, component, benefit, gate, amount, supersedes: decision.id });
  return (
    <Button variant="default" onClick={raise}>
      {words.say('decision.supersede')}
    </Button>
  );
}
