// Every change of the book, newest first, found by a word, a hundred at a time.
import { Button, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { EmptyList } from '#renderer/parts/ListScreen.tsx';
import { searchTrail, type TrailChange } from '#shared/change/trail.ts';
import type { Book } from '#shared/domain/book.ts';
import { recordName } from '#shared/domain/naming.ts';
import { foldText } from '#shared/kit/order.ts';
import type { Words } from '#shared/words/words.ts';
import { ChangeItem } from './ChangeItem.tsx';
import styles from './history.module.css';
import { TrailFile } from './TrailFile.tsx';
import { useTrail } from './useTrail.ts';

const PAGE = 100;

export function Changes() {
  const words = useWords();
  const book = useBook();
  const trail = useTrail();
  const [text, setText] = useState('');
  const [pages, setPages] = useState(1);
  const wanted = useDeferredValue(text.trim());
  const found = useMemo(
    () => (trail && trail !== 'damaged' && book ? search(trail, wanted, book, words) : []),
    [trail, wanted, book, words],
  );
  if (trail === 'damaged') return <p role="alert">{words.problem({ code: 'store.damaged', args: { detail: '' } })}</p>;
  if (!trail || !book) return <output>{words.say('app.opening')}</output>;
  const [newest] = trail;
  if (!newest)
    return (
      <EmptyList title={words.say('trail.emptyTitle')} text={words.say('trail.emptyText')}>
        {null}
      </EmptyList>
    );
  const shown = found.slice(0, pages * PAGE);
  const rest = Math.min(PAGE, found.length - shown.length);
  return (
    <div className={styles.stack}>
      <div className={styles.head}>
        <h1 className={styles.sentence} aria-live="polite">
          {wanted === ''
            ? words.say('trail.sentence', {
                count: trail.length,
                time: words.dateTime(newest.at),
                by: newest.by || words.say('history.nobody'),
              })
            : found.length > 0
              ? words.say('trail.found', { count: found.length, all: trail.length, text: wanted })
              : words.say('trail.nothing', { text: wanted })}
        </h1>
        <div className={styles.finding}>
          <TrailFile trail={trail} book={book} />
          <TextInput
            className={styles.find ?? ''}
            aria-label={words.say('trail.find')}
            placeholder={words.say('trail.find')}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setPages(1);
            }}
          />
        </div>
      </div>
      <ol className={styles.changes}>
        {shown.map((change) => (
          <ChangeItem key={change.id} change={change} book={book} />
        ))}
      </ol>
      {rest > 0 ? (
        <Button className={styles.older ?? ''} variant="default" onClick={() => setPages(pages + 1)}>
          {words.say('trail.older', { count: rest })}
        </Button>
      ) : null}
    </div>
  );
}

/** Where a record's name or kind holds the word, only such records of the change are shown. */
function search(trail: readonly TrailChange[], text: string, book: Book, words: Words): readonly TrailChange[] {
  const wanted = foldText(text);
  if (wanted === '') return trail;
  const names = new Map<string, boolean>();
  return searchTrail(
    trail,
    ({ act, by }) => foldText(`${words.sayAny(act)} ${by || words.say('history.nobody')}`).includes(wanted),
    ({ kind, record }) => {
      const key = `${kind}\n${record}`;
      const known = names.get(key);
      if (known !== undefined) return known;
      const says = foldText(`${kindWord(kind, words)} ${recordName(book, kind, record)}`).includes(wanted);
      names.set(key, says);
      return says;
    },
  );
}

const kindWord = (kind: string, words: Words): string => words.kind(kind);
