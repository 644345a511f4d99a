// Options beside one another: what each changes in value, cost, risk and time against doing nothing.
import type { ReactNode } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import type { OptionEvidence } from '#shared/counsel/evidence.ts';
import { optionSaid } from '#shared/counsel/said.ts';
import styles from './decision.module.css';

export type OptionRow = Pick<OptionEvidence, 'id' | 'title' | 'isRecommended' | 'figures' | 'note'>;

interface OptionTableProps {
  readonly rows: readonly OptionRow[];
  /** Marks the one that was decided for. */
  readonly chosen?: string | undefined;
  /** What stands at the end of a row: its buttons. */
  readonly tools?: (row: OptionRow) => ReactNode;
}

export function OptionTable({ rows, chosen, tools }: OptionTableProps) {
  const words = useWords();
  return (
    <table className={styles.options} aria-label={words.say('decision.options')}>
      <thead>
        <tr>
          <th scope="col">{words.say('kind.decisionOption')}</th>
          <th scope="col">{words.say('option.value')}</th>
          <th scope="col">{words.say('option.cost')}</th>
          <th scope="col">{words.say('option.risk')}</th>
          <th scope="col">{words.say('option.time')}</th>
          {tools ? <td /> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const said = optionSaid(words, row.figures);
          const stated = (which: 'value' | 'cost') =>
            said.stated.includes(which) ? <span className={styles.stated}>{words.say('option.stated')}</span> : null;
          return (
            <tr key={row.id} data-recommended={row.isRecommended || undefined}>
              <th scope="row">
                <bdi>{row.title}</bdi>
                {row.isRecommended ? <span className={styles.mark}>▸ {words.say('option.recommended')}</span> : null}
                {row.id === chosen ? <span className={styles.mark}>✓ {words.say('option.chosen')}</span> : null}
                {row.note ? <span className={styles.stated}>{row.note}</span> : null}
              </th>
              <td data-figure>
                {said.value}
                {stated('value')}
              </td>
              <td data-figure>
                {said.cost}
                {stated('cost')}
              </td>
              <td>{said.risk}</td>
              <td>{said.time}</td>
              {tools ? <td>{tools(row)}</td> : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
