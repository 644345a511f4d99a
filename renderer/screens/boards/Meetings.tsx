// Meetings of one body or of all: what is to come, what was held, and a new one on the next day of the calendar.
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAdd } from '#renderer/desk/add.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address, go } from '#renderer/desk/route.ts';
import { useTyped } from '#renderer/desk/typed-day.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import styles from './boards.module.css';
import { boardsOf } from './layout.ts';
import { nextFreeDay } from './when.ts';

interface MeetingsProps {
  readonly book: Book;
  readonly on: Day;
  readonly board?: RecordId;
}

export function Meetings({ book, on, board }: MeetingsProps) {
  const words = useWords();
  const meetings = [...book.all('meeting')].filter((meeting) => !board || meeting.board === board);
  const byDay = (a: Entry<'meeting'>, b: Entry<'meeting'>) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
  const coming = meetings.filter(({ closed }) => !closed).sort(byDay);
  const held = meetings.filter(({ closed }) => closed).sort((a, b) => byDay(b, a));
  if (meetings.length === 0) return <p className={styles.soft}>{words.say('boards.noMeetings')}</p>;
  return (
    <div className={styles.tablePlace}>
      <table className={styles.table} aria-label={words.say('boards.meetings')}>
        <thead>
          <tr>
            <th scope="col">{words.field('on', 'meeting')}</th>
            <th scope="col">{words.say('kind.meeting')}</th>
            {board ? null : <th scope="col">{words.say('kind.board')}</th>}
            <th scope="col">{words.say('boards.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {[...coming, ...held].map((meeting) => (
            <tr key={meeting.id}>
              <td>{words.date(meeting.on)}</td>
              <th scope="row">
                <a href={address('meeting', meeting.id)}>
                  <bdi>{meeting.title}</bdi>
                </a>
              </th>
              {board ? null : (
                <td>
                  <bdi>{book.get('board', meeting.board)?.title ?? '—'}</bdi>
                </td>
              )}
              <td>
                {meeting.closed
                  ? `● ${words.say('boards.closedOn', { on: words.date(meeting.closed.on) })}`
                  : meeting.on < on
                    ? `▲ ${words.say('boards.notClosed')}`
                    : `○ ${words.say('boards.coming')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Proposed from the body and its calendar; for all bodies the body is chosen first. */
export function NewMeeting({ book, on, board }: MeetingsProps) {
  const words = useWords();
  const boards = boardsOf(book);
  // who has a calendar meets; a post seldom does
  const usual = boards.find(({ firstMeeting }) => firstMeeting) ?? boards[0];
  const [chosen, setChosen] = useState<string | null>(board ?? usual?.id ?? null);
  const body = book.get('board', chosen as RecordId | undefined);
  return (
    <div className={styles.buttons}>
      {board ? null : (
        <Select
          label={words.say('kind.board')}
          data={boards.map(({ id, title }) => ({ value: id as string, label: title }))}
          value={chosen}
          allowDeselect={false}
          searchable={boards.length > 8}
          onChange={setChosen}
        />
      )}
      {body ? <MeetingForm key={body.id} book={book} on={on} body={body} /> : null}
    </div>
  );
}

function MeetingForm({ book, on, body }: { book: Book; on: Day; body: Entry<'board'> }) {
  const words = useWords();
  const add = useAdd();
  const proposed = nextFreeDay(book, body, on) ?? on;
  const titleOn = (day: Day | undefined) =>
    words.say('boards.meetingTitle', { body: body.title, on: day ? words.date(day) : '' });
  const [title, setTitle] = useState<string | undefined>();
  const { day, field } = useTyped(proposed);
  const [fault, setFault] = useState<string | undefined>();
  const named = title ?? titleOn(day);
  const hold = async () => {
    if (!day || named.trim() === '') return;
    const made = await add('meeting', { board: body.id, title: named.trim(), on: day });
    if (made.ok) go('meeting', made.value);
    else setFault(words.problem(made.problem));
  };
  return (
    <form
      className={styles.meetingForm}
      onSubmit={(event) => {
        event.preventDefault();
        void hold();
      }}
    >
      <TextInput label={words.field('on', 'meeting')} {...field} className={styles.day ?? ''} />
      <TextInput
        label={words.field('title')}
        value={named}
        error={fault}
        dir="auto"
        className={styles.title ?? ''}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" disabled={!day || named.trim() === ''}>
        {words.say('boards.newMeeting')}
      </Button>
    </form>
  );
}
