// One benefit: how it stands and why, what it needs next, its profile over time, then everything it is made of.

import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { GoneRecord } from '#renderer/controls/GoneRecord.tsx';
import { MeasureChart } from '#renderer/controls/MeasureChart.tsx';
import { RecordHistory } from '#renderer/controls/RecordHistory.tsx';
import { SyntheticNote } from '#renderer/controls/SyntheticNote.tsx';
import { useBook } from '#renderer/desk/desk.ts';
import { useEscape } from '#renderer/desk/escape.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address, go, goBack } from '#renderer/desk/route.ts';
import { useBookValue } from '#renderer/desk/value.ts';
import type { Lack } from '#shared/domain/benefit-steps.ts';
import { where } from '#shared/domain/lookup.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import styles from './benefit.module.css';
import { Header } from './Header.tsx';
import { Measures } from './Measures.tsx';
import { Money } from './Money.tsx';
import { NextStep } from './NextStep.tsx';
import { People } from './People.tsx';
import { Profile } from './Profile.tsx';
import { Sustainment } from './Sustainment.tsx';

/** Which tab holds what a hint speaks of. */
const TAB_OF: Readonly<Record<Lack['on'], string>> = {
  benefit: 'profile',
  validity: 'profile',
  series: 'profile',
  measure: 'measures',
  readings: 'measures',
  claims: 'money',
  people: 'people',
  sustainment: 'sustainment',
  reviews: 'sustainment',
};

export function BenefitPage({ id }: { id: string }) {
  const words = useWords();
  const book = useBook();
  const value = useBookValue()?.benefits.get(id as RecordId);
  const [tab, setTab] = useState<string>('profile');
  useEscape(() => goBack('benefits'));
  if (!book) return <output className={styles.gone}>{words.say('app.opening')}</output>;
  if (!value) return <GoneRecord list="benefits" label={words.say('benefit.back')} />;
  const { benefit, lead } = value;
  const show = (lack: Lack) => {
    if ((lack.code === 'lack.plan' || lack.code === 'lack.reading') && lead) {
      go('measure', lead.measure.id);
      return focusField('months');
    }
    if (lack.code === 'lack.verified') return go('todo', 'verify');
    setTab(TAB_OF[lack.on]);
    focusField(lack.field ?? lack.on);
  };
  return (
    <div className={styles.screen}>
      <a className={styles.back} href={address('benefits')}>
        <span aria-hidden="true">{words.direction === 'rtl' ? '→' : '←'}</span> {words.say('benefit.back')}
      </a>
      <Header value={value} />
      <SyntheticNote />
      <div className={styles.top}>
        <NextStep value={value} onShow={show} />
        <section className={styles.card} aria-label={words.say('benefit.chart')}>
          {lead ? <MeasureChart value={lead} /> : <p className={styles.soft}>{words.say('benefit.noChart')}</p>}
        </section>
      </div>
      <Tabs value={tab} onChange={(next) => setTab(next ?? 'profile')} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="profile">{words.say('component.profile')}</Tabs.Tab>
          <Tabs.Tab value="measures">{words.say('benefit.measures', { count: value.measures.length })}</Tabs.Tab>
          <Tabs.Tab value="money">{words.say('benefit.money')}</Tabs.Tab>
          <Tabs.Tab value="people">{words.say('benefit.people')}</Tabs.Tab>
          <Tabs.Tab value="sustainment">{words.say('benefit.sustainment')}</Tabs.Tab>
          <Tabs.Tab value="history">{words.say('component.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="profile" className={styles.panel ?? ''}>
          <Profile benefit={benefit} />
        </Tabs.Panel>
        <Tabs.Panel value="measures" className={styles.panel ?? ''}>
          <Measures value={value} />
        </Tabs.Panel>
        <Tabs.Panel value="money" className={styles.panel ?? ''}>
          <Money value={value} />
        </Tabs.Panel>
        <Tabs.Panel value="people" className={styles.panel ?? ''}>
          <People value={value} />
        </Tabs.Panel>
        <Tabs.Panel value="sustainment" className={styles.panel ?? ''}>
          <Sustainment value={value} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={styles.panel ?? ''}>
          <RecordHistory
            subjects={[
              { kind: 'benefit', id: benefit.id, name: '' },
              ...value.measures.map(({ measure }) => ({
                kind: 'measure' as const,
                id: measure.id,
                name: measure.name,
              })),
              // a milestone that slips moves this benefit: its history says when
              ...(benefit.startMilestone
                ? [
                    {
                      kind: 'milestone' as const,
                      id: benefit.startMilestone,
                      name: book.get('milestone', benefit.startMilestone)?.title ?? '',
                    },
                  ]
                : []),
              ...where(book, 'handover', 'benefit', benefit.id).map(({ id: record }) => ({
                kind: 'handover' as const,
                id: record,
                name: benefit.title,
              })),
            ]}
          />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

/** Goes to the field a hint speaks of, once its tab is drawn. */
function focusField(field: string): void {
  const look = (tries: number) => {
    const place = document.querySelector(`[data-field="${CSS.escape(field)}"]`);
    const control = place?.querySelector<HTMLElement>('input, textarea, button, select');
    if (control) {
      control.scrollIntoView({ block: 'center' });
      control.focus();
      // a list of choices opens at once: the hint asked for one of them
      if (control.getAttribute('aria-haspopup') === 'listbox') control.click();
    } else if (tries > 0) setTimeout(() => look(tries - 1), 30);
  };
  setTimeout(() => look(20), 0);
}
