// One round: how it stands in a sentence, its requests, and the work that goes out or comes back while it runs.
import { Button, Progress } from '@mantine/core';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { type Opened, say } from '#renderer/desk/desk.ts';
import { usePrefs, useWords } from '#renderer/desk/prefs.ts';
import { markSent, remindOwners } from '#shared/acts/mark-requests.ts';
import { type ReturnsRead, readReturns } from '#shared/collect/returns.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import { type RequestStanding, roundStanding, vacancies } from '#shared/value/rounds.ts';
import { returnedFiles } from './files.ts';
import { breathe, letterText, makeParcels } from './make.ts';
import { Requests } from './Requests.tsx';
import { Returns } from './Returns.tsx';
import styles from './rounds.module.css';
import { standingText } from './said.ts';

interface Work {
  readonly text: string;
  readonly share: number;
}

export interface RoundProps {
  readonly book: Book;
  readonly opened: Opened;
  readonly round: Entry<'round'>;
  readonly on: Day;
  readonly pick: ReactNode;
  readonly form: ReactNode;
}

/** Thrown between two files to stop reading. */
class Stopped extends Error {}

export function Round({ book, opened, round, on, pick, form }: RoundProps) {
  const words = useWords();
  const act = useAct();
  const [work, setWork] = useState<Work | undefined>();
  const [read, setRead] = useState<ReturnsRead | undefined>();
  const [problem, setProblem] = useState<Problem | undefined>();
  const [over, setOver] = useState(false);
  const stopped = useRef(false);
  const picker = useRef<HTMLInputElement>(null);
  const standing = useMemo(() => roundStanding(book, round.id, on), [book, round.id, on]);
  const silent = standing.filter(({ state }) => state !== 'returned');
  const overdue = silent.filter(({ state, request }) => state === 'overdue' && request.sent);
  const vacant = vacancies(book).length;

  const tell = (told: Problem) => (told.code === 'bridge.cancelled' ? undefined : setProblem(told));
  const making = { opened, book, round, on, language: usePrefs((prefs) => prefs.prefs.language) };
  const make = async (wanted: readonly RequestStanding[]) => {
    stopped.current = false;
    setProblem(undefined);
    const all = wanted.length;
    const at = (done: number): Work => ({
      text:
        done < all
          ? words.say('rounds.making', { at: words.number(done + 1), all: words.number(all) })
          : words.say('rounds.makingLast'),
      share: done / all,
    });
    setWork(at(0));
    const name = words.say('rounds.zipName', { period: round.period });
    const made = await makeParcels({ ...making, standing: wanted, name }, (done) => {
      setWork(at(done));
      return !stopped.current;
    });
    setWork(undefined);
    if (!made.ok) return tell(made.problem);
    // what was sent before keeps its day
    const fresh = made.value.requests.filter((id) => !wanted.find(({ request }) => request.id === id)?.request.sent);
    const marked = fresh.length > 0 ? await act(markSent, { requests: fresh, on }) : undefined;
    if (marked && !marked.ok) return tell(marked.problem);
    const count = made.value.requests.length;
    say({ tone: 'done', text: words.say('rounds.made', { count, name: made.value.name }) });
  };
  const take = async (chosen: readonly File[]) => {
    if (chosen.length === 0) return;
    stopped.current = false;
    setProblem(undefined);
    const at = (done: number, all: number): Work => ({
      text: words.say('rounds.reading', { at: words.number(done + 1), all: words.number(all) }),
      share: done / all,
    });
    setWork(at(0, chosen.length));
    try {
      const files = await returnedFiles(chosen);
      if (files.length === 0) setProblem({ code: 'rounds.noFiles' });
      else
        setRead(
          await readReturns({ book, bookId: opened.id, on, round: round.id }, files, async (done) => {
            setWork(at(done, files.length));
            await breathe();
            if (stopped.current) throw new Stopped();
          }),
        );
    } catch (fault) {
      if (!(fault instanceof Stopped)) throw fault;
    } finally {
      setWork(undefined);
    }
  };
  const mark = async (which: typeof markSent, wanted: readonly RequestStanding[]) => {
    const result = await act(which, { requests: wanted.map(({ request }) => request.id), on });
    if (!result.ok) tell(result.problem);
  };
  const copy = async (one: RequestStanding) => {
    const text = letterText({ ...making, standing }, one);
    if (text === undefined) return tell({ code: 'rounds.nothingDue', args: { name: one.name } });
    try {
      await navigator.clipboard.writeText(text);
      say({ tone: 'done', text: words.say('rounds.copied', { name: one.name }) });
    } catch {
      tell({ code: 'rounds.notCopied' });
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping files is a shortcut for the button inside
    <div
      className={`${styles.screen} ${styles.drop}`}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!work) void take([...event.dataTransfer.files]);
      }}
    >
      <header className={styles.header}>
        <div>
          <h1 className={styles.sentence}>{standingText(round, standing, words)}</h1>
          {vacant > 0 ? <p className={styles.soft}>{words.say('rounds.vacant', { count: vacant })}</p> : null}
        </div>
        <div className={styles.buttons}>{pick}</div>
      </header>
      {form}
      {problem ? (
        <p role="alert" className={styles.problem}>
          {words.problem(problem)}
        </p>
      ) : null}
      {work ? (
        <div className={styles.progress}>
          <output aria-live="polite">{work.text}</output>
          <Progress value={work.share * 100} aria-label={work.text} />
          <Button
            variant="default"
            onClick={() => {
              stopped.current = true;
            }}
          >
            {words.say('rounds.stop')}
          </Button>
        </div>
      ) : null}
      {read ? (
        <Returns book={book} read={read} on={on} onLeave={() => setRead(undefined)} />
      ) : (
        <>
          <div className={styles.buttons}>
            <Button disabled={work !== undefined || silent.length === 0} onClick={() => void make(silent)}>
              {words.say('rounds.make', { count: silent.length })}
            </Button>
            <Button variant="default" disabled={work !== undefined} onClick={() => picker.current?.click()}>
              {words.say('rounds.read')}
            </Button>
            {overdue.length > 0 ? (
              <Button variant="default" onClick={() => void mark(remindOwners, overdue)}>
                {words.say('rounds.remindAll', { count: overdue.length })}
              </Button>
            ) : null}
            <span className={styles.aside}>{words.say('rounds.readHint')}</span>
          </div>
          <Requests
            book={book}
            period={round.period}
            standing={standing}
            actions={{
              copy: (one) => void copy(one),
              make: (one) => void make([one]),
              sent: (one) => void mark(markSent, [one]),
              remind: (one) => void mark(remindOwners, [one]),
            }}
          />
        </>
      )}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept=".xlsx,.zip"
        aria-label={words.say('rounds.read')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // the same file chosen again must be read again
          event.currentTarget.value = '';
          void take(files);
        }}
      />
    </div>
  );
}
