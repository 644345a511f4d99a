// What came back, before anything is taken: how much, who is silent, each workbook with its differences, one button for all.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { say } from '#renderer/desk/desk.ts';
import { useEscape } from '#renderer/desk/escape.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { planReturns } from '#shared/acts/returned.ts';
import { takeReturns } from '#shared/acts/take-returns.ts';
import type { ReturnsRead } from '#shared/collect/returns.ts';
import type { Book } from '#shared/domain/book.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import type { Words } from '#shared/words/words.ts';
import { ReadFile, RefusedFile } from './ReturnFile.tsx';
import styles from './rounds.module.css';

/** Names in one sentence; how many more there are is said. */
const MOST_NAMES = 12;

export function Returns({ book, read, on, onLeave }: { book: Book; read: ReturnsRead; on: Day; onLeave: () => void }) {
  const words = useWords();
  const act = useAct();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [fault, setFault] = useState<Problem | undefined>();
  const [busy, setBusy] = useState(false);
  useEscape(busy ? undefined : onLeave);
  const returns = useMemo(() => read.read.map(({ returned }) => returned), [read]);
  const plans = useMemo(() => planReturns(book, returns), [book, returns]);
  const taking = useMemo(() => planReturns(book, returns, chosen), [book, returns, chosen]);
  const cells = taking.reduce((sum, plan) => sum + plan.differences.length, 0);
  const take = async () => {
    setBusy(true);
    setFault(undefined);
    const result = await act(takeReturns, { returns, on, chosen });
    setBusy(false);
    if (!result.ok) return setFault(result.problem);
    say({
      tone: 'done',
      text: words.say('rounds.taken', { count: returns.length, cells: words.say('rounds.changed', { count: cells }) }),
    });
    onLeave();
  };
  const choose = (key: string, isTaken: boolean) => {
    const next = new Set(chosen);
    if (isTaken) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  return (
    <section className={styles.returns} aria-label={words.say('rounds.returns')}>
      <div>
        <h2 className={styles.sentence}>{sentenceOf(read, cells, words)}</h2>
        {read.duplicates.length > 0 ? (
          <p className={styles.soft}>
            {words.say('rounds.returnsTwice', {
              count: read.duplicates.length,
              names: namesOf(
                read.duplicates.map(({ name }) => name),
                words,
              ),
            })}
          </p>
        ) : null}
        {read.unheard.length > 0 ? (
          <p className={styles.soft}>
            {words.say('rounds.unheard', {
              count: read.unheard.length,
              names: namesOf(
                read.unheard.map(({ name }) => name),
                words,
              ),
            })}
          </p>
        ) : (
          <p className={styles.soft}>{words.say('collect.allHeard')}</p>
        )}
      </div>
      {read.refused.map((each) => (
        <RefusedFile key={each.name} refused={each} />
      ))}
      {read.read.map((each, at) => (
        <ReadFile
          key={each.returned.sha256}
          book={book}
          read={each}
          plan={plans[at] ?? each.plan}
          taking={taking[at] ?? each.plan}
          chosen={chosen}
          onChoose={choose}
          open={read.read.length <= 3}
        />
      ))}
      {fault ? (
        <p role="alert" className={styles.problem}>
          {words.problem(fault)}
        </p>
      ) : null}
      <div className={styles.commit}>
        {returns.length > 0 ? (
          <>
            <Button loading={busy} onClick={() => void take()}>
              {words.say('rounds.take', { count: returns.length })}
            </Button>
            <span className={styles.aside}>{words.say('rounds.takeHint')}</span>
          </>
        ) : (
          <span className={styles.aside}>{words.say('rounds.takeNone')}</span>
        )}
        <Button variant="default" onClick={onLeave} disabled={busy}>
          {words.say('rounds.leave')}
        </Button>
      </div>
    </section>
  );
}

function sentenceOf({ read, refused }: ReturnsRead, cells: number, words: Words): string {
  const parts = [
    words.say('rounds.returnsSentence', {
      count: read.length,
      cells: words.say('rounds.wouldChange', { count: cells }),
    }),
  ];
  if (refused.length > 0) parts.push(words.say('rounds.returnsRefused', { count: refused.length }));
  return parts.join(' ');
}

/** In Arabic each name is kept together: a list of Latin names would read in the wrong order. */
function namesOf(names: readonly string[], words: Words): string {
  const isArabic = words.language === 'ar';
  const shown = names
    .slice(0, MOST_NAMES)
    .map((name) => (isArabic ? `\u2068${name}\u2069` : name))
    .join(isArabic ? '، ' : ', ');
  return names.length > MOST_NAMES
    ? words.say('rounds.andMore', { count: names.length - MOST_NAMES, names: shown })
    : shown;
}
