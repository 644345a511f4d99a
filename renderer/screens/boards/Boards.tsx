// Governance bodies: the chart and list of them, their meetings, where the office sits; or the page of one body.
import { Button, Tabs } from '@mantine/core';
import { useMemo } from 'react';
import { GoneRecord } from '#renderer/controls/GoneRecord.tsx';
import { StartTemplate } from '#renderer/controls/StartTemplate.tsx';
import { useAdd } from '#renderer/desk/add.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import { EmptyList } from '#renderer/parts/ListScreen.tsx';
import type { Book } from '#shared/domain/book.ts';
import { rightsOf } from '#shared/govern/rights.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Words } from '#shared/words/words.ts';
import { BodyPage } from './BodyPage.tsx';
import { BodyTable } from './BodyTable.tsx';
import styles from './boards.module.css';
import { Chart } from './Chart.tsx';
import { fillOf } from './fill.ts';
import { Meetings, NewMeeting } from './Meetings.tsx';
import { Placement } from './Placement.tsx';
import { nextMeeting } from './when.ts';

const TABS = ['bodies', 'meetings', 'office'] as const;

export function Boards({ id }: { id: string }) {
  const words = useWords();
  const book = useBook();
  if (!book) return <output>{words.say('app.opening')}</output>;
  const isTab = id === '' || (TABS as readonly string[]).includes(id);
  if (isTab) return <Overview book={book} tab={id || 'bodies'} />;
  const board = book.get('board', id as RecordId);
  if (!board) return <GoneRecord list="boards" label={words.say('meeting.back')} />;
  return <BodyPage key={board.id} book={book} board={board} on={asAtOf(book)} />;
}

function Overview({ book, tab }: { book: Book; tab: string }) {
  const words = useWords();
  const add = useAdd();
  const on = asAtOf(book);
  const sentence = useMemo(() => sentenceOf(book, words, on), [book, words, on]);
  const addBody = async (title: string) => {
    const made = await add('board', { title, form: 'committee', order: [...book.all('board')].length });
    if (made.ok) go('boards', made.value);
    return made.ok ? undefined : words.problem(made.problem);
  };
  const addLine = <AddLine label={words.say('boards.newBody')} button={words.say('boards.addBody')} onAdd={addBody} />;
  const isEmpty = book.all('board')[Symbol.iterator]().next().done === true;
  if (isEmpty && rightsOf(book).length === 0 && tab === 'bodies')
    return (
      <EmptyList title={words.say('boards.emptyTitle')} text={words.say('boards.emptyText')}>
        <StartTemplate />
        <p className={styles.soft}>{words.say('boards.orByHand')}</p>
        {addLine}
      </EmptyList>
    );
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <h1 className={styles.sentence}>{sentence}</h1>
        <div className={styles.buttons}>
          {addLine}
          <Button variant="default" onClick={() => go('rights', 'matrix')}>
            {words.say('nav.rights')}
          </Button>
        </div>
      </header>
      <Tabs value={tab} onChange={(next) => go('boards', next ?? 'bodies')} keepMounted={false}>
        <Tabs.List>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {words.say(`boards.tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="bodies" className={styles.panel ?? ''}>
          <Chart book={book} on={on} />
          <BodyTable book={book} on={on} />
        </Tabs.Panel>
        <Tabs.Panel value="meetings" className={styles.panel ?? ''}>
          <NewMeeting book={book} on={on} />
          <Meetings book={book} on={on} />
        </Tabs.Panel>
        <Tabs.Panel value="office" className={styles.panel ?? ''}>
          <Placement book={book} on={on} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function sentenceOf(book: Book, words: Words, on: Day): string {
  const boards = [...book.all('board')];
  const fills = boards.map((board) => fillOf(book, board, on));
  const vacant = fills.reduce((sum, each) => sum + each.vacant, 0);
  const next = nextMeeting(book, boards, on);
  return words.say('boards.sentence', {
    bodies: words.say('boards.bodies', { count: boards.length }),
    vacant: words.say('boards.vacantSeats', { count: vacant }),
    next: next
      ? words.say('boards.next', { body: book.get('board', next.board)?.title ?? '—', on: words.date(next.on) })
      : words.say('boards.noNext'),
  });
}
