// What must be said above all screens: an edit that is not kept, a notice, or that nothing can be kept here.
import { Button } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { tryAgain } from '#renderer/desk/act.ts';
import { say, useDesk } from '#renderer/desk/desk.ts';
import { saveBookFile } from '#renderer/desk/files.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Problem } from '#shared/kit/result.ts';
import styles from './app.module.css';

const NOTICE_MS = 8_000;

export function UnsavedLine() {
  const words = useWords();
  const unsaved = useDesk((desk) => desk.unsaved);
  if (!unsaved) return null;
  return (
    <div role="alert" className={styles.unsavedLine}>
      <span>{words.problem(unsaved.problem)}</span>
      <Button size="compact-md" onClick={() => void tryAgain()}>
        {words.say('bar.tryAgain')}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => void saveBookFile('copy')}>
        {words.say('bar.saveCopy')}
      </Button>
    </div>
  );
}

/** The book has gone on for long since it was last saved to a file: said once, and out of the way when asked. */
export function SaveLine() {
  const words = useWords();
  const due = useDesk((desk) => desk.due);
  const [hidden, setHidden] = useState(false);
  if (!due || hidden) return null;
  const { changes: count, at } = due;
  return (
    <section className={styles.saveLine} aria-label={words.say('bar.saveDue')}>
      <span>
        {at === undefined
          ? words.say('desk.neverInFile', { count })
          : words.say('desk.inFileSince', { count, when: words.dateTime(at) })}
      </span>
      <Button size="compact-md" onClick={() => void saveBookFile('again')}>
        {words.say('bar.saveFile')}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => setHidden(true)}>
        {words.say('bar.later')}
      </Button>
    </section>
  );
}

export function NoticeLine() {
  const notice = useDesk((desk) => desk.notice);
  const words = useWords();
  useEffect(() => {
    if (!notice) return;
    const later = setTimeout(() => say(undefined), NOTICE_MS);
    return () => clearTimeout(later);
  }, [notice]);
  return (
    <div role="status" aria-live="polite" className={styles.noticePlace}>
      {notice ? (
        <div className={styles.notice} data-tone={notice.tone}>
          <span>{notice.text}</span>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => say(undefined)}>
            {words.say('app.close')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

const Rescue = lazy(async () => ({ default: (await import('./Rescue.tsx')).Rescue }));

export function Blocked({ problem }: { problem: Problem | undefined }) {
  const words = useWords();
  const book = useDesk((desk) => desk.blockedBook);
  return (
    <main className={styles.fault}>
      <h1>{words.say('app.blockedTitle')}</h1>
      <p role="alert">{words.problem(problem ?? { code: 'store.blocked' })}</p>
      {book === undefined ? (
        <Button onClick={() => location.reload()}>{words.say('app.reload')}</Button>
      ) : (
        <Suspense>
          <Rescue book={book} key={book} />
        </Suspense>
      )}
    </main>
  );
}
