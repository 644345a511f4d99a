// The plans that were approved, oldest first: when, why, by whom, and what each promised.
import { useWords } from '#renderer/desk/prefs.ts';
import { approvedVersion, planSeries, rollUpOf } from '#shared/domain/measure.ts';
import { firstDay } from '#shared/kit/period.ts';
import type { MeasureValue } from '#shared/value/measure-value.ts';
import styles from './measure.module.css';

export function Versions({ value: { measure } }: { value: MeasureValue }) {
  const words = useWords();
  const count = approvedVersion(measure);
  if (count === 0) return <p className={styles.soft}>{words.say('measure.noVersions')}</p>;
  const flow = rollUpOf(measure) === 'flow';
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.say('series.plan')}</th>
          <th scope="col">{words.field('on')}</th>
          <th scope="col">{words.say('series.from')}</th>
          <th scope="col">{words.say(flow ? 'series.total' : 'series.target')}</th>
          <th scope="col">{words.field('reason')}</th>
          <th scope="col">{words.field('by')}</th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: count }, (_, i) => i + 1).map((number) => {
          const version = measure[`version/${number}`];
          const values = (measure[planSeries(number)]?.values ?? []).filter((each): each is number => each !== null);
          const figure = flow ? values.reduce((sum, each) => sum + each, 0) : values.at(-1);
          if (!version) return null;
          return (
            <tr key={number}>
              <th scope="row">{words.say('series.version', { version: String(number) })}</th>
              <td>{words.date(version.on)}</td>
              <td>{words.month(firstDay(version.anchor))}</td>
              <td className={styles.figure}>{figure === undefined ? '—' : words.number(figure, 2)}</td>
              <td dir="auto">{version.reason || words.say('measure.firstApproval')}</td>
              <td dir="auto">{version.by ?? ''}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
