// Said calmly above the screens: what colleagues have put in the shared folder, what lies there unread, no backup made.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useBackups } from '#renderer/desk/backups.ts';
import { say, useDesk } from '#renderer/desk/desk.ts';
import { unusableText, useFolder } from '#renderer/desk/folder.ts';
import { usePrefs, useWords } from '#renderer/desk/prefs.ts';
import { useRoute } from '#renderer/desk/route.ts';
import { putOff } from '#renderer/sync/folder.ts';
import { lookAtFolder } from '#renderer/sync/offer.ts';
import type { Problem } from '#shared/kit/result.ts';
import styles from './app.module.css';

async function look(): Promise<void> {
  const result = await lookAtFolder();
  if (!result.ok) say({ tone: 'problem', text: usePrefs.getState().words.problem(result.problem) });
}

export function FolderLine() {
  const words = useWords();
  const { folder, hushed } = useFolder();
  const past = useDesk((desk) => desk.past);
  const { screen } = useRoute();
  // what is looked at already needs no line above it
  if (!folder || past || screen === 'merge') return null;
  const isNews = [...folder.fresh].some((id) => !hushed.has(id));
  const stuck = folder.stuck.filter((file) => !hushed.has(file));
  // a folder that is merely out of reach, as away from the office, is no news
  const { problem } = folder;
  const asks = problem?.code === 'bridge.askAgain' || problem?.code === 'bridge.refused';
  if (!isNews && stuck.length === 0 && !asks) return null;
  const people = folder.people.map((by) => by || words.say('merge.nobody')).join(words.say('rights.comma'));
  const names = stuck.map((file) => file.split('\n')[0]).join(words.say('rights.comma'));
  return (
    <section className={styles.saveLine} aria-label={words.say('folder.line')}>
      <output>
        {isNews
          ? words.say('folder.sent', { count: folder.fresh.size, people })
          : asks
            ? unusableText(words, folder.name, problem)
            : words.say('folder.stuck', { count: stuck.length, names })}
      </output>
      {isNews ? (
        <Button size="compact-md" onClick={() => void look()}>
          {words.say('folder.look')}
        </Button>
      ) : (
        <Button size="compact-md" onClick={() => useDesk.setState({ page: 'folder' })}>
          {words.say('folder.details')}
        </Button>
      )}
      {asks && !isNews ? null : (
        <Button size="compact-md" variant="default" onClick={() => void putOff()}>
          {words.say('bar.later')}
        </Button>
      )}
    </section>
  );
}

export function BackupLine() {
  const words = useWords();
  const problem = useBackups((backups) => backups.problem);
  const [hidden, setHidden] = useState<Problem | undefined>();
  if (!problem || hidden === problem) return null;
  return (
    <section className={styles.saveLine} aria-label={words.say('backup.line')}>
      <output>{words.say('backup.failed', { why: words.problem(problem) })}</output>
      <Button size="compact-md" onClick={() => useDesk.setState({ page: 'backups' })}>
        {words.say('folder.details')}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => setHidden(problem)}>
        {words.say('bar.later')}
      </Button>
    </section>
  );
}
