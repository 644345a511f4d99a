// Cost by fiscal year, as forecast and to run; a year is added when it is first needed.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { MoneyField } from '#renderer/controls/fields.tsx';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Entry } from '#shared/domain/book.ts';
import styles from './component.module.css';

const FAMILIES = ['costPlan', 'costForecast', 'runningCost'] as const;

export function CostByYear({ component, firstYear }: { component: Entry<'component'>; firstYear: number }) {
  const words = useWords();
  const startMonth = useBook()?.office.fiscalYearStart ?? 1;
  const [more, setMore] = useState(0);
  const said = Object.keys(component).flatMap((field) => {
    const at = /^(?:costPlan|costForecast|runningCost)\/(\d{4})$/.exec(field);
    return at ? [Number(at[1])] : [];
  });
  const last = Math.max(firstYear, ...said) + more;
  const first = Math.min(firstYear, ...said);
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return (
    <details open={said.length === 0}>
      <summary>{words.say('appraise.costByYear')}</summary>
      <div className={styles.years}>
        {years.map((year) => (
          <fieldset key={year} className={styles.measure}>
            <legend>{words.fiscalYear(year, startMonth)}</legend>
            {FAMILIES.map((family) => (
              <MoneyField
                key={family}
                kind="component"
                record={component.id}
                field={`${family}/${year}`}
                scale={6}
                label={words.sayAny(`cost.${family}`)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <Button size="compact-md" variant="default" onClick={() => setMore(more + 1)}>
        {words.say('appraise.addYear', { year: words.fiscalYear(last + 1, startMonth) })}
      </Button>
    </details>
  );
}
