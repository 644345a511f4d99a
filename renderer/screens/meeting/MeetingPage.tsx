// One meeting: its agenda with times, who is there and whether there is a quorum, and its minutes; or the room's screen.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { GoneRecord } from '#renderer/controls/GoneRecord.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useEscape } from '#renderer/desk/escape.ts';
import { saveMinutes } from '#renderer/desk/minutes.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { usePresent } from '#renderer/desk/present.ts';
import { address, goBack } from '#renderer/desk/route.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { assembleAgenda, closeMeeting } from '#shared/acts/hold-meeting.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { agendaOf, quorumAt, readMinutes } from '#shared/govern/minutes.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { Agenda } from './Agenda.tsx';
import { Attendance } from './Attendance.tsx';
import { FollowUps } from './FollowUps.tsx';
import styles from './meeting.module.css';
import { Room } from './Room.tsx';
import { When } from './When.tsx';

export function MeetingPage({ id }: { id: string }) {
  const words = useWords();
  const book = useBook();
  const meeting = book?.get('meeting', id as RecordId);
  const waiting = useBook() === undefined;
  if (waiting) return <output className={styles.gone}>{words.say('app.opening')}</output>;
  if (!book || !meeting) return <GoneRecord list="boards" label={words.say('meeting.back')} />;
  return <Meeting key={meeting.id} book={book} meeting={meeting} />;
}

function Meeting({ book, meeting }: { book: Book; meeting: Entry<'meeting'> }) {
  const words = useWords();
  const act = useAct();
  const [presenting, present] = usePresent();
  const [item, setItem] = useState<RecordId | undefined>();
  useEscape(presenting ? () => present(false) : () => goBack('boards'));
  const agenda = agendaOf(book, meeting.id);
  if (presenting) return <Room book={book} meeting={meeting} agenda={agenda} at={item} onMove={setItem} />;
  const { closed } = meeting;
  const quorum = quorumAt(book, meeting);
  const board = book.get('board', meeting.board);
  const tell = (result: Awaited<ReturnType<typeof act>>, done: string) =>
    say(result.ok ? { tone: 'done', text: done } : { tone: 'problem', text: words.problem(result.problem) });
  const assemble = async () =>
    tell(await act(assembleAgenda, { meeting: meeting.id, asAt: asAtOf(book) }), words.say('meeting.assembled'));
  const close = async () => tell(await act(closeMeeting, { meeting: meeting.id }), words.say('meeting.isClosed'));
  return (
    <div className={styles.screen}>
      <a className={styles.back} href={address('boards', 'meetings')}>
        <span aria-hidden="true">{words.direction === 'rtl' ? '→' : '←'}</span> {words.say('meeting.back')}
      </a>
      <header className={styles.header}>
        <div>
          <p className={styles.kind}>
            <bdi>{board?.title ?? '—'}</bdi>
          </p>
          <h1 className={styles.name}>
            <bdi>{meeting.title}</bdi>
          </h1>
          <p className={styles.sentence}>
            {closed
              ? words.say('meeting.closedSentence', { on: words.date(closed.on) })
              : `${words.date(meeting.on)} · ${words.say('meeting.items', { count: agenda.length })} · ${
                  quorum.isMet
                    ? `● ${words.say('meeting.quorumMet', { present: words.number(quorum.present), needed: words.number(quorum.needed) })}`
                    : `▲ ${words.say('meeting.quorumOpen', { present: words.number(quorum.present), needed: words.number(quorum.needed) })}`
                }`}
          </p>
        </div>
        <div className={styles.buttons}>
          <Button variant={closed ? 'default' : 'filled'} disabled={agenda.length === 0} onClick={() => present(true)}>
            {words.say('meeting.room')}
          </Button>
          {closed ? null : (
            <>
              <Button variant="default" onClick={() => void assemble()}>
                {words.say('meeting.assemble')}
              </Button>
              <Button variant="default" onClick={() => void close()}>
                {words.say('meeting.close')}
              </Button>
            </>
          )}
        </div>
      </header>
      {closed && !readMinutes(closed) ? (
        <p className={styles.alarm} role="alert">
          ■ {words.say('meeting.changedSince')}
        </p>
      ) : null}
      <SaveMinutes book={book} meeting={meeting} />
      <div className={styles.columns}>
        <div className={styles.stack}>
          {closed ? null : <When meeting={meeting} />}
          <Agenda book={book} meeting={meeting} agenda={agenda} />
          <FollowUps book={book} meeting={meeting} />
        </div>
        <Attendance book={book} meeting={meeting} quorum={quorum} />
      </div>
    </div>
  );
}

/** Both documents in both languages, whenever they are wanted; before the close they say they are a draft. */
function SaveMinutes({ book, meeting }: { book: Book; meeting: Entry<'meeting'> }) {
  const words = useWords();
  const [busy, setBusy] = useState(false);
  const save = async (language: 'en' | 'ar', format: 'docx' | 'pdf') => {
    setBusy(true);
    await saveMinutes(book, meeting.id, language, format);
    setBusy(false);
  };
  return (
    <section className={styles.saves} aria-label={words.say('meeting.minutes')}>
      <span className={styles.soft}>{words.say(meeting.closed ? 'meeting.minutes' : 'meeting.minutesDraft')}</span>
      {(['en', 'ar'] as const).flatMap((language) =>
        (['docx', 'pdf'] as const).map((format) => (
          <Button
            key={`${language} ${format}`}
            size="compact-sm"
            variant="default"
            disabled={busy}
            onClick={() => void save(language, format)}
          >
            {words.say('meeting.save', {
              language: words.sayAny(`settings.language.${language}`),
              format: format.toUpperCase(),
            })}
          </Button>
        )),
      )}
    </section>
  );
}
