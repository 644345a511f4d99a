// One body: what it is there for, when it meets, who sits in it, to whom it answers, and its meetings.
import { Button } from '@mantine/core';
import { ChoiceField, choicesOf, DayField, NumberField, TextField } from '#renderer/controls/fields.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useEscape } from '#renderer/desk/escape.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address, go } from '#renderer/desk/route.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { BODY_FORMS, CADENCES, isVoting } from '#shared/domain/body.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { quorumOf, seatsOn } from '#shared/govern/bodies.ts';
import type { Day } from '#shared/kit/period.ts';
import styles from './boards.module.css';
import { ReportingLines } from './Lines.tsx';
import { Meetings, NewMeeting } from './Meetings.tsx';
import { Seats } from './Seats.tsx';
import { nextMeeting } from './when.ts';

interface BodyPageProps {
  readonly book: Book;
  readonly board: Entry<'board'>;
  readonly on: Day;
}

export function BodyPage({ book, board, on }: BodyPageProps) {
  const words = useWords();
  const act = useAct();
  useEscape(() => go('boards'));
  const seats = seatsOn(book, board.id, on);
  const filled = seats.filter(({ membership }) => membership).length;
  const voting = seats.filter(({ seat }) => isVoting(seat)).length;
  const next = nextMeeting(book, [board], on);
  const said = [
    words.sayAny(`bodyForm.${board.form}`),
    words.say('boards.seatsOf', { filled: words.number(filled), seats: words.number(seats.length) }),
    ...(board.form === 'post'
      ? []
      : [
          words.say('boards.quorumOf', {
            needed: words.number(quorumOf(board, voting)),
            voting: words.number(voting),
          }),
        ]),
    ...(next ? [words.say('boards.nextOn', { on: words.date(next.on) })] : []),
  ];
  const remove = async () => {
    const done = await act(deleteRecord, { kind: 'board', record: board.id });
    if (done.ok) go('boards');
  };
  const field = { kind: 'board', record: board.id } as const;
  return (
    <div className={styles.screen}>
      <a className={styles.back} href={address('boards')}>
        <span aria-hidden="true">{words.direction === 'rtl' ? '→' : '←'}</span> {words.say('nav.boards')}
      </a>
      <header className={styles.header}>
        <div>
          <h1 className={styles.name}>
            <bdi>{board.title}</bdi>
          </h1>
          <p className={styles.said}>{said.join(' · ')}</p>
        </div>
        <Button variant="subtle" color="red" onClick={() => void remove()}>
          {words.say('boards.delete')}
        </Button>
      </header>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Seats book={book} board={board} on={on} seats={seats} />
          <section className={styles.card}>
            <h2 className={styles.heading}>{words.say('boards.meetings')}</h2>
            <NewMeeting book={book} on={on} board={board.id} />
            <Meetings book={book} on={on} board={board.id} />
          </section>
        </div>
        <div className={styles.stack}>
          <section className={styles.card}>
            <h2 className={styles.heading}>{words.say('boards.profile')}</h2>
            <TextField {...field} field="title" />
            <ChoiceField {...field} field="form" clearable={false} choices={choicesOf(BODY_FORMS, 'bodyForm', words)} />
            <TextField {...field} field="remit" multiline />
            <div className={styles.two}>
              <ChoiceField {...field} field="cadence" choices={choicesOf(CADENCES, 'cadence', words)} />
              <DayField {...field} field="firstMeeting" />
              <NumberField {...field} field="minutes" />
              <NumberField {...field} field="quorum" />
            </div>
            <p className={styles.soft}>{words.say('boards.quorumHint')}</p>
          </section>
          <ReportingLines book={book} board={board} />
        </div>
      </div>
    </div>
  );
}
