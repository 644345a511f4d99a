// One measure: its profile over time, its months to write and paste, its fields, what it is worth and who claims it.

import { Tabs } from '@mantine/core';
import { Claims } from '#renderer/controls/Claims.tsx';
import { GoneRecord } from '#renderer/controls/GoneRecord.tsx';
import { MeasureChart } from '#renderer/controls/MeasureChart.tsx';
import { MeasureFields } from '#renderer/controls/MeasureFields.tsx';
import { RecordHistory } from '#renderer/controls/RecordHistory.tsx';
import { SyntheticNote } from '#renderer/controls/SyntheticNote.tsx';
import { UnitValues } from '#renderer/controls/UnitValues.tsx';
import { useBook } from '#renderer/desk/desk.ts';
import { useEscape } from '#renderer/desk/escape.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address, goBack } from '#renderer/desk/route.ts';
import { useBookValue } from '#renderer/desk/value.ts';
import { statusReason } from '#renderer/desk/value-words.ts';
import { StatusWord } from '#renderer/parts/Status.tsx';
import type { RecordId } from '#shared/kit/ids.ts';
import { statusOf } from '#shared/value/status.ts';
import { Months } from './Months.tsx';
import styles from './measure.module.css';
import { Versions } from './Versions.tsx';

export function MeasurePage({ id }: { id: string }) {
  const words = useWords();
  const book = useBook();
  const value = useBookValue()?.measures.get(id as RecordId);
  useEscape(() => goBack('benefits'));
  if (!book) return <output className={styles.gone}>{words.say('app.opening')}</output>;
  if (!value) return <GoneRecord list="benefits" label={words.say('benefit.back')} />;
  const { measure, benefit } = value;
  const status = benefit && statusOf(benefit, value);
  return (
    <div className={styles.screen}>
      {benefit ? (
        <a className={styles.back} href={address('benefit', benefit.id)}>
          <span aria-hidden="true">{words.direction === 'rtl' ? '→' : '←'}</span> <bdi>{benefit.title}</bdi>
        </a>
      ) : null}
      <header className={styles.header}>
        <h1 className={styles.name}>
          <bdi>{measure.name}</bdi>
          {measure.unit ? <span className={styles.unit}> ({measure.unit})</span> : null}
        </h1>
        {status ? (
          <span>
            <StatusWord status={status.computed} label={words.sayAny(`status.${status.computed}`)} />{' '}
            <span className={styles.soft}>{statusReason(status, words)}</span>
          </span>
        ) : null}
      </header>
      <SyntheticNote />
      <MeasureChart value={value} />
      <Tabs defaultValue="months" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="months">{words.say('measure.months')}</Tabs.Tab>
          <Tabs.Tab value="fields">{words.say('component.profile')}</Tabs.Tab>
          <Tabs.Tab value="money">{words.say('benefit.money')}</Tabs.Tab>
          <Tabs.Tab value="versions">{words.say('measure.versions')}</Tabs.Tab>
          <Tabs.Tab value="history">{words.say('component.history')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="months" className={styles.panel ?? ''}>
          <Months value={value} />
        </Tabs.Panel>
        <Tabs.Panel value="fields" className={styles.panel ?? ''}>
          <MeasureFields measure={measure} full />
        </Tabs.Panel>
        <Tabs.Panel value="money" className={styles.panel ?? ''}>
          <div className={styles.stack}>
            <UnitValues measure={measure} />
            <Claims value={value} />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="versions" className={styles.panel ?? ''}>
          <Versions value={value} />
        </Tabs.Panel>
        <Tabs.Panel value="history" className={styles.panel ?? ''}>
          <RecordHistory subjects={[{ kind: 'measure', id: measure.id, name: '' }]} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
