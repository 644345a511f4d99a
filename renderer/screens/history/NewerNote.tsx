// What the book holds from a newer version of the program: said once, its kinds and fields listed when asked for.
import { useMemo } from 'react';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { newerOf } from '#shared/domain/newer.ts';
import { newerLines, newerText } from '#shared/merge/newer-said.ts';
import styles from './history.module.css';

export function NewerNote() {
  const words = useWords();
  const book = useBook();
  const newer = useMemo(() => (book ? newerOf(book.state.order) : undefined), [book]);
  const told = newer && newerText(words, newer);
  if (!newer || !told) return null;
  return (
    <details className={styles.newer}>
      <summary>{told}</summary>
      <ul>
        {newerLines(words, newer).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
