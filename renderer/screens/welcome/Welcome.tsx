// First run: what Mizan is for in one sentence, and the four ways to begin.
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { knownBooks, newBook, openKnown } from '#renderer/desk/books.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { openBookFile } from '#renderer/desk/files.ts';
import { usePrefs, useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { openSample } from '#renderer/desk/sample.ts';
import styles from './welcome.module.css';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly openedAt: number;
}

export function Welcome() {
  const words = useWords();
  const { prefs, set } = usePrefs();
  const notice = useDesk((desk) => desk.notice);
  const [books, setBooks] = useState<readonly Listed[]>([]);
  const [busy, setBusy] = useState('');
  const [fault, setFault] = useState('');
  useEffect(() => {
    void knownBooks().then(setBooks, () => setFault(words.problem({ code: 'store.blocked' })));
  }, [words]);
  const doing = (what: string, work: () => Promise<unknown>) => async () => {
    setBusy(what);
    setFault('');
    try {
      await work();
    } catch {
      setFault(words.problem({ code: 'store.blocked' }));
    }
    setBusy('');
  };
  const ways = [
    {
      id: 'sample',
      work: async () => {
        // before, not after: whoever goes elsewhere while the sample still comes stays there
        go('portfolio');
        const result = await openSample();
        if (!result.ok) setFault(words.problem(result.problem));
      },
    },
    {
      id: 'import',
      work: async () => {
        await newBook();
        go('import');
      },
    },
    {
      id: 'new',
      work: async () => {
        await newBook();
        go('settings');
      },
    },
    { id: 'open', work: openBookFile },
  ] as const;
  return (
    <main className={styles.screen}>
      <div className={styles.top}>
        <strong className={styles.name}>{words.say('app.name')}</strong>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          lang={prefs.language === 'en' ? 'ar' : 'en'}
          onClick={() => set({ language: prefs.language === 'en' ? 'ar' : 'en' })}
        >
          {prefs.language === 'en' ? 'العربية' : 'English'}
        </Button>
      </div>
      <h1 className={styles.sentence}>{words.say('welcome.sentence')}</h1>
      <div className={styles.ways}>
        {ways.map(({ id, work }, i) => (
          <button
            key={id}
            type="button"
            className={styles.way}
            data-first={i === 0 || undefined}
            disabled={busy !== ''}
            onClick={() => void doing(id, work)()}
          >
            <strong>{words.sayAny(`welcome.${id}`)}</strong>
            <span>{busy === id ? words.say('app.opening') : words.sayAny(`welcome.${id}Text`)}</span>
          </button>
        ))}
      </div>
      <p role="alert" className={styles.fault}>
        {fault || (notice?.tone === 'problem' ? notice.text : '')}
      </p>
      {books.length > 0 ? (
        <section>
          <h2 className={styles.heading}>{words.say('welcome.books')}</h2>
          <ul className={styles.books}>
            {books.map((book) => (
              <li key={book.id}>
                <button
                  type="button"
                  className={styles.book}
                  disabled={busy !== ''}
                  onClick={() => void doing(book.id, () => openKnown(book.id))()}
                >
                  <strong>{book.name || words.say('bar.unnamed')}</strong>
                  <span>{words.say('welcome.openedAt', { date: words.dateTime(book.openedAt) })}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className={styles.foot}>{words.say('welcome.offline')}</p>
    </main>
  );
}
