// The profile chart of one measure with its finding as title.

import { useMemo } from 'react';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { ProfileChart } from '#renderer/parts/ProfileChart.tsx';
import { rollUpOf } from '#shared/domain/measure.ts';
import type { MeasureValue } from '#shared/value/measure-value.ts';
import { anchorOf } from '#shared/value/placed.ts';
import styles from './controls.module.css';
import { profileOf } from './profile.ts';

export function MeasureChart({ value }: { value: MeasureValue }) {
  const words = useWords();
  const book = useBook();
  const profile = useMemo(
    () => (book ? profileOf(value, value.benefit && anchorOf(book, value.benefit), words) : undefined),
    [book, value, words],
  );
  if (!profile || profile.series.length === 0) return <p className={styles.soft}>{words.say('measure.noSeries')}</p>;
  const { progress, measure } = value;
  const onTrack = progress.onTrack;
  // set apart, so that a name in the other direction does not draw the figures after it to its side
  const name = `\u2068${measure.name}\u2069`;
  const title =
    onTrack === undefined
      ? words.say('measure.findingNone', { name })
      : words.say('measure.finding', {
          name,
          onTrack: words.percent(onTrack),
          delivered: progress.delivered === undefined ? '—' : words.percent(progress.delivered),
        });
  const sum = rollUpOf(measure) === 'flow' ? words.say('measure.perMonth') : '';
  return (
    <ProfileChart
      title={title}
      subtitle={[measure.unit, sum].filter(Boolean).join(' · ')}
      months={profile.months}
      series={profile.series}
      marks={profile.marks}
      number={(x) => words.number(x, 2)}
      rightToLeft={words.direction === 'rtl'}
      table={{ show: words.say('chart.asTable'), hide: words.say('chart.asChart'), month: words.say('series.month') }}
    />
  );
}
