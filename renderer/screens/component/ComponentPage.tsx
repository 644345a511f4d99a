// One component: its standing in a sentence, then profile, benefits, history and links.

import { Button, Tabs } from '@mantine/core';
import { useMemo } from 'react';
import { GoneRecord } from '#renderer/controls/GoneRecord.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useEscape } from '#renderer/desk/escape.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address, go, goBack } from '#renderer/desk/route.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { benefitsByComponent, latestPublications, portfolioRow } from '#shared/domain/portfolio.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { Benefits } from './Benefits.tsx';
import styles from './component.module.css';
import { Governing } from './Governing.tsx';
import { History } from './History.tsx';
import { Links } from './Links.tsx';
import { Milestones } from './Milestones.tsx';
import { Profile } from './Profile.tsx';
import { MoneySentence, Statuses } from './Standing.tsx';
import { Value } from './Value.tsx';

export function ComponentPage({ id }: { id: string }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const component = book?.get('component', id as RecordId);
  const row = useMemo(
    () =>
      book && component
        ? portfolioRow(component, benefitsByComponent(book).get(component.id) ?? [], latestPublications(book))
        : undefined,
    [book, component],
  );
  useEscape(() => goBack('portfolio'));
  const waiting = useBook() === undefined;
  if (waiting) return <output className={styles.gone}>{words.say('app.opening')}</output>;
  if (!book || !component || !row) {
    return <GoneRecord list="portfolio" label={words.say('component.back')} />;
  }
  const remove = async () => {
    const result = await act(deleteRecord, { kind: 'component', record: component.id });
    if (!result.ok) return say({ tone: 'problem', text: words.problem(result.problem) });
    say({ tone: 'done', text: words.say('component.deleted', { name: component.name }) });
    go('portfolio');
  };
  return (
    <div className={styles.screen}>
      <a className={styles.back} href={address('portfolio')}>
        <span aria-hidden="true">{words.direction === 'rtl' ? '→' : '←'}</span> {words.say('component.back')}
      </a>
      <header className={styles.header}>
        <div>
          <h1 className={styles.name}>
            <bdi>{component.name}</bdi>
          </h1>
          <MoneySentence row={row} book={book} />
        </div>
        <Statuses row={row} book={book} />
      </header>
      <Tabs defaultValue="profile" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="profile">{words.say('component.profile')}</Tabs.Tab>
          <Tabs.Tab value="benefits">{words.say('component.benefits', { count: row.benefitCount })}</Tabs.Tab>
          <Tabs.Tab value="value">{words.say('component.value')}</Tabs.Tab>
          <Tabs.Tab value="governing">{words.say('component.governing')}</Tabs.Tab>
          <Tabs.Tab value="history">{words.say('component.history')}</Tabs.Tab>
          <Tabs.Tab value="links">{words.say('component.links')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="profile" className={styles.panel ?? ''}>
          <Profile component={component} office={book.office} />
          <Button variant="subtle" color="red" size="compact-md" onClick={() => void remove()}>
            {words.say('component.delete')}
          </Button>
        </Tabs.Panel>
        <Tabs.Panel value="benefits" className={styles.panel ?? ''}>
          <Benefits component={component} />
        </Tabs.Panel>
        <Tabs.Panel value="value" className={styles.panel ?? ''}>
          <Value component={component} />
        </Tabs.Panel>
        <Tabs.Panel value="governing" className={styles.panel ?? ''}>
          <Governing component={component} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={styles.panel ?? ''}>
          <History component={component} />
        </Tabs.Panel>
        <Tabs.Panel value="links" className={styles.panel ?? ''}>
          <div className={styles.stack}>
            <Links component={component} />
            <Milestones component={component} />
          </div>
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
