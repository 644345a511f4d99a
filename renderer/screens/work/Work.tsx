// The board of work: from idea to sustained, and stopped; a move that belongs to somebody to decide opens the decision.
import { Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { SyntheticNote } from '#renderer/controls/SyntheticNote.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook, useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { useBookValue } from '#renderer/desk/value.ts';
import { EmptyList, ListScreen } from '#renderer/parts/ListScreen.tsx';
import { moveWork } from '#shared/acts/move-work.ts';
import { optionTitles } from '#shared/acts/raise-decision.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { LEVELS, type WorkState } from '#shared/domain/component.ts';
import { portfolioRows } from '#shared/domain/portfolio.ts';
import { moveOf, type WorkColumn, workColumns } from '#shared/govern/work.ts';
import { newRecordId } from '#shared/kit/context.ts';
import { foldText } from '#shared/kit/order.ts';
import { Column } from './Column.tsx';
import styles from './work.module.css';

export function Work() {
  const words = useWords();
  const book = useBook();
  const value = useBookValue();
  const act = useAct();
  const [level, setLevel] = useState<string | null>(null);
  const [sought, setSought] = useState('');
  const rows = useMemo(() => new Map(book ? portfolioRows(book).map((row) => [row.id, row]) : []), [book]);
  const columns = useMemo(() => (book ? columnsOf(book, level, sought) : []), [book, level, sought]);
  if (!book || !value) return <output>{words.say('app.opening')}</output>;
  const [first] = book.all('component');
  if (!first)
    return (
      <EmptyList title={words.say('work.emptyTitle')} text={words.say('work.emptyText')}>
        {null}
      </EmptyList>
    );
  const move = async (component: Entry<'component'>, to: WorkState) => {
    const { opened } = useDesk.getState();
    if (!opened) return;
    const record = newRecordId(opened.ctx);
    const { needs } = moveOf(book, component, to);
    const type = words.sayAny(`decisionType.${needs ?? 'approve'}`);
    const result = await act(moveWork, {
      component: component.id,
      to,
      decision: {
        record,
        title: words.say('decisions.titleOf', { type, name: component.name }),
        optionTitles: optionTitles(words),
      },
    });
    if (!result.ok) return say({ tone: 'problem', text: words.problem(result.problem) });
    if (!needs) return;
    say({ tone: 'done', text: words.say('work.opened', { type, name: component.name }) });
    go('decision', record);
  };
  const over = columns.filter(({ isOver }) => isOver).length;
  const count = columns.reduce((sum, { cards }) => sum + cards.length, 0);
  return (
    <ListScreen
      sentence={`${words.say('work.sentence', { count })}${over > 0 ? words.say('work.over', { count: over }) : ''}`}
      tools={
        <>
          <TextInput
            aria-label={words.say('work.find')}
            placeholder={words.say('work.find')}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
          <Select
            aria-label={words.field('level')}
            placeholder={words.say('work.allLevels')}
            data={LEVELS.map((each) => ({ value: each, label: words.sayAny(`level.${each}`) }))}
            value={level}
            clearable
            onChange={setLevel}
          />
        </>
      }
      side={null}
    >
      <div className={styles.place}>
        <SyntheticNote />
        <p className={styles.soft}>{words.say('work.hint')}</p>
        <div className={styles.board}>
          {columns.map((column) => (
            <Column
              key={column.state}
              column={column}
              book={book}
              value={value}
              rows={rows}
              onMove={(card, to) => void move(card, to)}
            />
          ))}
        </div>
      </div>
    </ListScreen>
  );
}

/** Current components at the level and by the name asked for. */
function columnsOf(book: Book, level: string | null, sought: string): WorkColumn[] {
  const current = new Set(
    portfolioRows(book)
      .filter((row) => row.current)
      .map(({ id }) => id),
  );
  const wanted = foldText(sought.trim());
  const components = [...book.all('component')].filter(
    (each) =>
      current.has(each.id) &&
      (!level || each.level === level) &&
      (wanted === '' || foldText(each.name).includes(wanted)),
  );
  return workColumns(book, components);
}
