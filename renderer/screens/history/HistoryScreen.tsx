// The history of the whole book: every change, the publications it was made from, and the import profiles it keeps.
import { Tabs } from '@mantine/core';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { Changes } from './Changes.tsx';
import { Clashes } from './Clashes.tsx';
import styles from './history.module.css';
import { Moments } from './Moments.tsx';
import { NewerNote } from './NewerNote.tsx';
import { Profiles } from './Profiles.tsx';
import { Publications } from './Publications.tsx';

const TABS = ['changes', 'moments', 'clashes', 'publications', 'profiles'];

/** @param tab where another screen leads to; the changes where it names none */
export function HistoryScreen({ tab }: { tab: string }) {
  const words = useWords();
  return (
    <Tabs
      value={TABS.includes(tab) ? tab : 'changes'}
      onChange={(value) => go('history', value ?? '')}
      className={styles.screen ?? ''}
      keepMounted={false}
    >
      <Tabs.List>
        <Tabs.Tab value="changes">{words.say('trail.changes')}</Tabs.Tab>
        <Tabs.Tab value="moments">{words.say('time.tab')}</Tabs.Tab>
        <Tabs.Tab value="clashes">{words.say('merge.clashes')}</Tabs.Tab>
        <Tabs.Tab value="publications">{words.say('trail.publications')}</Tabs.Tab>
        <Tabs.Tab value="profiles">{words.say('trail.profiles')}</Tabs.Tab>
      </Tabs.List>
      <NewerNote />
      <Tabs.Panel value="changes">
        <Changes />
      </Tabs.Panel>
      <Tabs.Panel value="moments">
        <Moments />
      </Tabs.Panel>
      <Tabs.Panel value="clashes">
        <Clashes />
      </Tabs.Panel>
      <Tabs.Panel value="publications">
        <Publications />
      </Tabs.Panel>
      <Tabs.Panel value="profiles">
        <Profiles />
      </Tabs.Panel>
    </Tabs>
  );
}
