// Collection rounds: who was asked and who answered, workbooks and letters out in one step, returns back in one step.

import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useBook, useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { EmptyList } from '#renderer/parts/ListScreen.tsx';
import { isLive } from '#shared/domain/benefit.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { compareText } from '#shared/kit/order.ts';
import { latestRound } from '#shared/value/rounds.ts';
import { workDay } from './day.ts';
import { OpenRound } from './OpenRound.tsx';
import { Round } from './Round.tsx';
import styles from './rounds.module.css';

export function Rounds({ id }: { id: string }) {
  const words = useWords();
  const book = useBook();
  const opened = useDesk((desk) => desk.opened);
  const [opening, setOpening] = useState(false);
  if (!book || !opened) return <output>{words.say('app.opening')}</output>;
  const on = workDay(book, opened.ctx);
  const round = (id && book.get('round', id as RecordId)) || latestRound(book);
  if (!round) return <Empty book={book} on={on} />;
  const pick = (
    <>
      <RoundPick book={book} round={round} />
      <Button variant="default" aria-expanded={opening} onClick={() => setOpening(!opening)}>
        {words.say('rounds.openOther')}
      </Button>
    </>
  );
  return (
    <Round
      key={round.id}
      {...{ book, opened, round, on }}
      pick={pick}
      form={opening ? <OpenRound book={book} on={on} onDone={() => setOpening(false)} /> : null}
    />
  );
}

/** What a round is, and the form that opens the first; where nobody owns anything yet, the step before. */
function Empty({ book, on }: { book: Book; on: string }) {
  const words = useWords();
  const isOwned = [...book.all('benefit')].some((benefit) => book.get('person', benefit.owner) && isLive(benefit));
  if (!isOwned)
    return (
      <EmptyList title={words.say('rounds.nothingTitle')} text={words.say('rounds.nothingText')}>
        <Button onClick={() => go('benefits')}>{words.say('rounds.toBenefits')}</Button>
      </EmptyList>
    );
  return (
    <div className={styles.empty}>
      <h1>{words.say('rounds.emptyTitle')}</h1>
      <p>{words.say('rounds.emptyText')}</p>
      <OpenRound book={book} on={on} />
    </div>
  );
}

function RoundPick({ book, round }: { book: Book; round: Entry<'round'> }) {
  const words = useWords();
  const rounds = [...book.all('round')].sort((a, b) => compareText(b.period, a.period));
  if (rounds.length < 2) return null;
  const label = (each: Entry<'round'>) =>
    `\u2066${each.period}\u2069 ${words.say(each.by === 'programme' ? 'rounds.byProgramme' : 'rounds.byOwner')}`;
  return (
    <Select
      aria-label={words.say('rounds.round')}
      data={rounds.map((each) => ({ value: each.id as string, label: label(each) }))}
      value={round.id}
      allowDeselect={false}
      onChange={(next) => (next ? go('rounds', next) : undefined)}
    />
  );
}
