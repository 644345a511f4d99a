// Cost and benefit by fiscal year, each year's factor and present value: the whole working of the NPV as a table.
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { moneyOf } from '#renderer/desk/value-words.ts';
import { type Appraisal, factorsOf, type Terms } from '#shared/value/appraisal.ts';
import { tableScale } from '#shared/words/format.ts';
import styles from './component.module.css';

export function Streams({ appraisal, terms }: { appraisal: Appraisal; terms: Terms }) {
  const words = useWords();
  const startMonth = useBook()?.office.fiscalYearStart ?? 1;
  const { costs, benefits, likely, sunkCost, earlierBenefit } = appraisal.streams;
  if (costs.length === 0) return null;
  const money = (minor: number) => moneyOf(minor, terms.currency);
  const scale = tableScale([...costs, ...benefits].map(money));
  const cell = (minor: number) => words.amount(money(minor), scale, 2);
  let cumulative = 0;
  return (
    <section className={styles.tablePlace} aria-label={words.say('appraise.byYear')} tabIndex={0}>
      <table className={styles.table} data-figures>
        <caption>
          {words.say('appraise.byYear')} ({words.unit(terms.currency, scale)})
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.field('year')}</th>
            <th scope="col">{words.say('appraise.cost')}</th>
            <th scope="col">{words.say('appraise.benefit')}</th>
            <th scope="col">{words.say('value.riskAdjusted')}</th>
            <th scope="col">{words.say('appraise.net')}</th>
            <th scope="col">{words.say('appraise.factor')}</th>
            <th scope="col">{words.say('appraise.present')}</th>
            <th scope="col">{words.say('appraise.cumulative')}</th>
          </tr>
        </thead>
        <tbody>
          {sunkCost !== 0 || earlierBenefit !== 0 ? (
            <tr className={styles.sunk}>
              <th scope="row">
                {words.say('appraise.before', { year: words.fiscalYear(terms.firstYear, startMonth) })}
              </th>
              <td>{cell(sunkCost)}</td>
              <td>{cell(earlierBenefit)}</td>
              <td colSpan={5}>{words.say('appraise.sunkNever')}</td>
            </tr>
          ) : null}
          {factorsOf(terms, costs.length).map((factor, t) => {
            const year = terms.firstYear + t;
            const net = (benefits[t] ?? 0) - (costs[t] ?? 0);
            cumulative += net * factor;
            return (
              <tr key={year}>
                <th scope="row">{words.fiscalYear(year, startMonth)}</th>
                <td>{cell(costs[t] ?? 0)}</td>
                <td>{cell(benefits[t] ?? 0)}</td>
                <td>{cell(likely[t] ?? 0)}</td>
                <td>{cell(net)}</td>
                <td>{words.number(factor, 4)}</td>
                <td>{cell(net * factor)}</td>
                <td>{cell(cumulative)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
