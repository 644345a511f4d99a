// While the desk looks back, every screen says so, and leads back to now in one step.
import { Button } from '@mantine/core';
import { useDesk } from '#renderer/desk/desk.ts';
import { backToNow } from '#renderer/desk/past.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { snapshotName } from '#shared/change/asat.ts';
import styles from './app.module.css';

export function PastLine() {
  const words = useWords();
  const past = useDesk((desk) => desk.past);
  if (!past) return null;
  return (
    <section className={styles.pastLine} aria-label={words.say('time.line')}>
      <span>
        {past.pack === undefined
          ? words.say('time.past', { when: words.dateTime(past.until), snapshot: snapshotName(past.book.state) })
          : words.say('time.pastPack', { number: past.pack, snapshot: snapshotName(past.book.state) })}
        {past.late > 0 ? ` ${words.say('time.late', { count: past.late })}` : ''}
      </span>
      <Button size="compact-md" onClick={backToNow}>
        {words.say('time.now')}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => go('history', 'moments')}>
        {words.say('time.tab')}
      </Button>
    </section>
  );
}
