// The room's screen: one item at a time; a decision with its options large, its resolution edited here and recorded here.
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { OptionTable } from '#renderer/controls/decision/OptionTable.tsx';
import { TakeForm } from '#renderer/controls/decision/TakeForm.tsx';
import { TextField } from '#renderer/controls/fields.tsx';
import { useWords } from '#renderer/desk/prefs.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import { decisionRight, evidenceOf, readEvidence } from '#shared/counsel/evidence.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { quorumAt } from '#shared/govern/minutes.ts';
import { isOpen } from '#shared/govern/standing.ts';
import { whoText } from '#shared/govern/who-text.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import styles from './meeting.module.css';

interface RoomProps {
  readonly book: Book;
  readonly meeting: Entry<'meeting'>;
  readonly agenda: readonly Entry<'agendaItem'>[];
  readonly at: RecordId | undefined;
  readonly onMove: (item: RecordId) => void;
}

export function Room({ book, meeting, agenda, at, onMove }: RoomProps) {
  const words = useWords();
  const place = Math.max(
    0,
    agenda.findIndex(({ id }) => id === at),
  );
  const item = agenda[place];
  const quorum = quorumAt(book, meeting);
  const step = (by: number) => {
    const next = agenda[place + by];
    if (next) onMove(next.id);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
      if (event.key === 'PageDown') step(1);
      else if (event.key === 'PageUp') step(-1);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  if (!item) return null;
  const decision = item.kind === 'decision' ? book.get('decision', item.subject) : undefined;
  const args = { present: words.number(quorum.present), needed: words.number(quorum.needed) };
  return (
    <section className={styles.room} aria-label={words.say('meeting.room')}>
      <div className={styles.roomHead}>
        <span>
          {words.say('meeting.itemOf', { place: words.number(place + 1), all: words.number(agenda.length) })} ·{' '}
          {words.sayAny(`agendaKind.${item.kind}`)}
        </span>
        <span>
          {quorum.isMet ? `● ${words.say('meeting.quorumMet', args)}` : `▲ ${words.say('meeting.quorumOpen', args)}`}
        </span>
      </div>
      <div className={styles.roomBody}>
        {decision ? (
          <RoomDecision key={decision.id} book={book} meeting={meeting} decision={decision} />
        ) : (
          <>
            <h1 dir="auto">{item.title}</h1>
            {meeting.closed ? (
              <p>{item.said}</p>
            ) : (
              <div className={styles.roomText}>
                <TextField key={item.id} kind="agendaItem" record={item.id} field="said" multiline />
              </div>
            )}
          </>
        )}
      </div>
      <div className={styles.roomFoot}>
        <Button variant="default" size="lg" disabled={place === 0} onClick={() => step(-1)}>
          {words.say('meeting.previous')}
        </Button>
        <Button variant="default" size="lg" disabled={place === agenda.length - 1} onClick={() => step(1)}>
          {words.say('meeting.next')}
        </Button>
      </div>
    </section>
  );
}

interface RoomDecisionProps {
  readonly book: Book;
  readonly meeting: Entry<'meeting'>;
  readonly decision: Entry<'decision'>;
}

function RoomDecision({ book, meeting, decision }: RoomDecisionProps) {
  const words = useWords();
  const [taking, setTaking] = useState(false);
  const counsel = counselOf(book, asAtOf(book));
  const evidence = (decision.frozen && readEvidence(decision.frozen)) ?? evidenceOf(counsel, decision);
  const { taken } = decision;
  return (
    <>
      <h1 dir="auto">{decision.question ?? decision.title}</h1>
      <OptionTable rows={evidence.options} chosen={taken?.option} />
      <p>{whoText(book, words, decisionRight(counsel, decision, meeting.on))[0]}</p>
      {taken ? (
        <div className={styles.taken}>
          <p>
            {words.sayAny(`outcome.${taken.outcome}`)} · {taken.number}
          </p>
          <p dir="auto">{taken.resolution}</p>
        </div>
      ) : isOpen(decision) && !meeting.closed ? (
        taking ? (
          <div className={styles.roomText}>
            <TakeForm decision={decision} meeting={meeting} onDone={() => setTaking(false)} />
          </div>
        ) : (
          <>
            <div className={styles.roomText}>
              <TextField kind="decision" record={decision.id} field="resolution" multiline />
            </div>
            <span>
              <Button size="xl" onClick={() => setTaking(true)}>
                {words.say('decision.take')}
              </Button>
            </span>
          </>
        )
      ) : null}
    </>
  );
}
