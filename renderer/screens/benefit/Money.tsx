// What the benefit is worth and to whom: three figures a class, the budget it reduces, unit values, claims.
import { Claims } from '#renderer/controls/Claims.tsx';
import { DayField, TextField } from '#renderer/controls/fields.tsx';
import { UnitValues } from '#renderer/controls/UnitValues.tsx';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { classesWithMoney, moneyOf, worthWorking } from '#renderer/desk/value-words.ts';
import { Figure } from '#renderer/parts/Figure.tsx';
import type { BenefitValue } from '#shared/value/book-value.ts';
import { isCashed } from '#shared/value/money-of.ts';
import styles from './benefit.module.css';

export function Money({ value }: { value: BenefitValue }) {
  const words = useWords();
  const book = useBook();
  const { benefit, worth, measures } = value;
  const currency = book?.office.currency ?? 'USD';
  const groups = classesWithMoney(worth);
  const of = { kind: 'benefit', record: benefit.id } as const;
  return (
    <div className={styles.stack}>
      {groups.map((group) => (
        <div key={group} className={styles.figures}>
          {(['gross', 'attributed', 'riskAdjusted', 'verified'] as const).map((figure) => (
            <Figure
              key={figure}
              value={words.money(moneyOf(worth[group][figure], currency))}
              label={words.sayAny(`value.${figure}`)}
              note={words.sayAny(`moneyClass.${group}`)}
              working={worthWorking(group, worth[group], undefined, currency, words)}
            />
          ))}
        </div>
      ))}
      {measures.map(({ measure, priced }) =>
        'why' in priced ? (
          <p key={measure.id} className={styles.soft}>
            {words.say('value.measureLeftOut', { name: measure.name, why: words.sayAny(`unpriced.${priced.why}`) })}
          </p>
        ) : 'problem' in priced ? (
          <p key={measure.id} role="alert" className={styles.fault}>
            {measure.name}: {words.problem(priced.problem)}
          </p>
        ) : null,
      )}
      {benefit.category === 'cashable' ? (
        <section>
          <h2 className={styles.heading}>{words.say(isCashed(benefit) ? 'benefit.cashed' : 'benefit.notCashed')}</h2>
          <div className={styles.fields}>
            <TextField {...of} field="budgetLine" />
            <DayField {...of} field="budgetReduced" />
            <TextField {...of} field="establishment" />
          </div>
        </section>
      ) : null}
      {measures.map((each) => (
        <section key={each.measure.id} className={styles.card}>
          <UnitValues measure={each.measure} />
          <Claims value={each} />
        </section>
      ))}
      {measures.length === 0 ? <p className={styles.soft}>{words.say('benefit.noChart')}</p> : null}
    </div>
  );
}
