// What one row of a file changes: its fields before and after, and its months by series.
import { useWords } from '#renderer/desk/prefs.ts';
import { BeforeAfter } from '#renderer/parts/BeforeAfter.tsx';
import { fieldValue } from '#shared/domain/value-text.ts';
import type { Difference } from '#shared/intake/plan.ts';
import type { MonthChange } from '#shared/intake/register-months.ts';
import { firstDay } from '#shared/kit/period.ts';
import type { Words } from '#shared/words/words.ts';
import styles from './import.module.css';

/** Changed months of one series shown one by one; more are said as a run. */
const MOST_MONTHS = 6;

/** Choices whose words stand under the field's own name. */
const CHOICES: Readonly<Record<string, string>> = { state: 'benefitState', cadence: 'cadence', rollUp: 'rollUp' };

export function Changes({ difference }: { difference: Difference }) {
  const words = useWords();
  const { fields, months = [], state } = difference;
  const rightToLeft = words.direction === 'rtl';
  const shown = state === 'new' ? [] : fields;
  if (shown.length === 0 && months.length === 0) return null;
  return (
    <ul className={styles.fields}>
      {shown.map(({ field, kind, before, after }) => (
        <li key={`${kind ?? ''}${field}`}>
          {words.field(field, kind)}:{' '}
          <BeforeAfter
            before={valueText(field, before, words)}
            after={valueText(field, after, words)}
            rightToLeft={rightToLeft}
          />
        </li>
      ))}
      {[...bySeries(months)].map(([series, changes]) => (
        <li key={series}>
          {state !== 'new' && changes.length <= MOST_MONTHS
            ? `${words.sayAny(`series.${series}`)}: ${changes.map((change) => monthText(change, words)).join(' · ')}`
            : runText(series, changes, words)}
        </li>
      ))}
    </ul>
  );
}

function valueText(field: string, value: unknown, words: Words): string {
  if (field === 'direction' && typeof value === 'number')
    return words.say(value > 0 ? 'direction.up' : 'direction.down');
  const choice = CHOICES[field];
  return choice && typeof value === 'string' ? words.sayAny(`${choice}.${value}`) : fieldValue(field, value, words);
}

function bySeries(months: readonly MonthChange[]): Map<string, MonthChange[]> {
  const groups = new Map<string, MonthChange[]>();
  for (const change of months) groups.set(change.series, [...(groups.get(change.series) ?? []), change]);
  return groups;
}

const figure = (value: number | null, words: Words): string => (value === null ? '—' : words.number(value, 4));
const monthText = ({ month, before, after }: MonthChange, words: Words): string =>
  words.say('import.monthChange', {
    month: words.month(firstDay(month)),
    before: figure(before, words),
    after: figure(after, words),
  });

function runText(series: string, changes: readonly MonthChange[], words: Words): string {
  const [first, last] = [changes[0] as MonthChange, changes.at(-1) as MonthChange];
  return words.say('import.months', {
    count: changes.length,
    series: words.sayAny(`series.${series}`),
    from: words.month(firstDay(first.month)),
    to: words.month(firstDay(last.month)),
    before: figure(first.before, words),
    after: figure(first.after, words),
  });
}
