// What is missing and what waits: for the next step, for a verifier, for a claim to be settled, for a review.

import { Tabs } from '@mantine/core';
import { useMemo } from 'react';
import { SyntheticNote } from '#renderer/controls/SyntheticNote.tsx';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { useBookValue } from '#renderer/desk/value.ts';
import { suspicions } from '#shared/value/double-count.ts';
import { watchList } from '#shared/value/sustainment.ts';
import { Claims } from './Claims.tsx';
import { Missing } from './Missing.tsx';
import { missingOf, waitingOf } from './queues.ts';
import styles from './todo.module.css';
import { Verify } from './Verify.tsx';
import { Watch } from './Watch.tsx';

const TABS = ['missing', 'verify', 'claims', 'watch'] as const;

export function Todo({ tab }: { tab: string }) {
  const words = useWords();
  const book = useBook();
  const value = useBookValue();
  const queues = useMemo(
    () =>
      book && value
        ? {
            missing: missingOf(book, value),
            verify: waitingOf(value),
            suspects: suspicions(book, value),
            watch: watchList(book, value.asAt),
          }
        : undefined,
    [book, value],
  );
  if (!book || !value || !queues) return <output>{words.say('app.opening')}</output>;
  const open = queues.suspects.filter(({ cleared }) => cleared === undefined).length;
  const overClaimed = new Set(value.overClaims.map(({ measure }) => measure)).size;
  const alarm = queues.watch.filter(({ eroded, review }) => eroded || review?.overdue).length;
  const counts = {
    missing: queues.missing.length,
    verify: queues.verify.length,
    claims: open + overClaimed,
    watch: alarm,
  };
  const shown = (TABS as readonly string[]).includes(tab) ? tab : 'missing';
  return (
    <div className={styles.screen}>
      <h1 className={styles.sentence}>
        {words.say('todo.sentence', {
          missing: words.say('todo.missing', { count: counts.missing }),
          verify: words.say('todo.verify', { count: counts.verify }),
          claims: words.say('todo.claims', { count: counts.claims }),
        })}
      </h1>
      <SyntheticNote />
      <Tabs value={shown} onChange={(next) => go('todo', next ?? 'missing')} keepMounted={false}>
        <Tabs.List>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {words.sayAny(`todo.tab.${each}`)} ({words.number(counts[each])})
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="missing" className={styles.panel ?? ''}>
          <Missing items={queues.missing} />
        </Tabs.Panel>
        <Tabs.Panel value="verify" className={styles.panel ?? ''}>
          <Verify items={queues.verify} />
        </Tabs.Panel>
        <Tabs.Panel value="claims" className={styles.panel ?? ''}>
          <Claims value={value} suspects={queues.suspects} />
        </Tabs.Panel>
        <Tabs.Panel value="watch" className={styles.panel ?? ''}>
          <Watch items={queues.watch} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
