// What is missing, most pressing first, each line a way to where it is met.

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { StatusWord } from '#renderer/parts/Status.tsx';
import type { MissingItem } from './queues.ts';
import styles from './todo.module.css';

const FIRST = 60;

export function Missing({ items }: { items: readonly MissingItem[] }) {
  const words = useWords();
  const book = useBook();
  const [most, setMost] = useState(FIRST);
  if (items.length === 0) return <p className={styles.soft}>{words.say('todo.nothingMissing')}</p>;
  return (
    <>
      <ul className={styles.items}>
        {items.slice(0, most).map(({ value: { benefit, status }, code, args, measure }) => (
          <li key={`${benefit.id} ${code} ${String(args.text ?? '')}`} className={styles.item}>
            <a href={measure ? address('measure', measure) : address('benefit', benefit.id)}>
              <bdi>{benefit.title}</bdi>
            </a>
            <span>{words.problem({ code, args })}</span>
            <span className={styles.soft}>
              <bdi>{book?.get('component', benefit.component)?.name ?? ''}</bdi>
            </span>
            <StatusWord status={status.status} label={words.sayAny(`status.${status.status}`)} />
          </li>
        ))}
      </ul>
      {items.length > most ? (
        <Button variant="default" onClick={() => setMost(most + 200)}>
          {words.say('todo.more', { count: items.length - most })}
        </Button>
      ) : null}
    </>
  );
}
