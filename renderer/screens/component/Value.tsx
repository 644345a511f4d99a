// What the component is worth: three honest figures a class, the appraisal with every working, cost and benefit by year.
import { Button } from '@mantine/core';
import { MoneyField } from '#renderer/controls/fields.tsx';
import { SyntheticNote } from '#renderer/controls/SyntheticNote.tsx';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { useBookValue } from '#renderer/desk/value.ts';
import { classesWithMoney, moneyOf, worthWorking } from '#renderer/desk/value-words.ts';
import { Figure } from '#renderer/parts/Figure.tsx';
import type { Entry } from '#shared/domain/book.ts';
import { appraise, type Figures, termsOf } from '#shared/value/appraisal.ts';
import { outlookOf } from '#shared/value/outlook.ts';
import { CostByYear } from './CostByYear.tsx';
import styles from './component.module.css';
import { OptimismMix } from './OptimismMix.tsx';
import { Streams } from './Streams.tsx';
import {
  baseText,
  irrText,
  npvWorking,
  outlookWorking,
  paybackText,
  plainWorking,
  rateText,
} from './value-workings.ts';

/** What only the book's settings can mend; the rest is mended on this page. */
const BY_SETTINGS: ReadonlySet<string> = new Set([
  'value.noRate',
  'value.noDeflator',
  'value.realRateOnNominal',
  'value.nominalRateOnReal',
]);

export function Value({ component }: { component: Entry<'component'> }) {
  const words = useWords();
  const book = useBook();
  const value = useBookValue();
  const own = value?.components.get(component.id);
  if (!book || !value || !own) return null;
  const terms = termsOf(book.office, value.asAt);
  const appraisal = appraise(book, value, component.id, terms);
  const outlook = outlookOf(book, value, component.id, appraisal, terms);
  const money = (minor: number) => words.money(moneyOf(minor, terms.currency));
  const groups = classesWithMoney(own.worth);
  return (
    <div className={styles.stack}>
      <SyntheticNote />
      {groups.length === 0 ? <p className={styles.soft}>{words.say('appraise.noLedger')}</p> : null}
      {groups.map((group) => (
        <div key={group} className={styles.figures}>
          {(['gross', 'attributed', 'riskAdjusted', 'verified'] as const).map((figure) => (
            <Figure
              key={figure}
              value={money(own.worth[group][figure])}
              label={words.sayAny(`value.${figure}`)}
              note={words.sayAny(`moneyClass.${group}`)}
              working={worthWorking(group, own.worth[group], value, terms.currency, words)}
            />
          ))}
        </div>
      ))}
      <h2 className={styles.heading}>
        {words.say('appraise.title', {
          rate: rateText(terms, words),
          timing: words.sayAny(`timing.${terms.timing}`),
          base: baseText(terms, words),
          perspective: words.sayAny(`perspective.${terms.perspective}`),
        })}
      </h2>
      {appraisal.problem ? (
        <div className={styles.inline}>
          <p role="status">{words.problem(appraisal.problem)}</p>
          {BY_SETTINGS.has(appraisal.problem.code) ? (
            <Button size="compact-sm" variant="default" onClick={() => go('settings')}>
              {words.say('nav.settings')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {appraisal.figures && appraisal.likely ? (
        <div className={styles.figures}>
          <Figure
            value={money(appraisal.figures.npv)}
            label={words.say('appraise.npv')}
            note={words.say('value.attributed')}
            working={npvWorking(appraisal, terms, words)}
          />
          <Figure
            value={money(appraisal.likely.npv)}
            label={words.say('appraise.npv')}
            note={words.say('value.riskAdjusted')}
            working={npvWorking(appraisal, terms, words, true)}
          />
          {(['bcr', 'irr', 'mirr', 'payback', 'discountedPayback', 'roiSimple', 'roiDiscounted'] as const).map(
            (key) => (
              <Figure
                key={key}
                value={figureText(key, appraisal.figures as Figures, words)}
                label={words.sayAny(`appraise.${key}`)}
                asWords={isWords(key, appraisal.figures as Figures)}
                working={plainWorking(key, appraisal, terms, words)}
              />
            ),
          )}
          {outlook ? (
            <Figure
              value={money(outlook.continuing)}
              label={words.say('appraise.continuing')}
              note={words.say(outlook.continuing >= 0 ? 'appraise.speaksFor' : 'appraise.speaksAgainst')}
              working={outlookWorking(outlook, terms, words)}
            />
          ) : null}
        </div>
      ) : null}
      {appraisal.switching?.benefits === undefined ? null : (
        <p>
          {words.say('appraise.switching', {
            benefits: words.percent(appraisal.switching.benefits),
            costs: appraisal.switching.costs === undefined ? '—' : words.percent(appraisal.switching.costs),
          })}
        </p>
      )}
      {appraisal.cautious ? (
        <p>
          {words.say('appraise.optimism', {
            capital: words.percent(appraisal.cautious.capital, 1),
            npv: money(appraisal.cautious.figures.npv),
          })}
        </p>
      ) : null}
      <Streams appraisal={appraisal} terms={terms} />
      <OptimismMix component={component} />
      <CostByYear component={component} firstYear={terms.firstYear} />
      <div className={styles.fields}>
        <MoneyField kind="component" record={component.id} field="committedCost" scale={6} />
        <MoneyField kind="component" record={component.id} field="exitCost" scale={6} />
      </div>
    </div>
  );
}

/** True where the answer is a reason and no number. */
function isWords(key: string, figures: Figures): boolean {
  if (key === 'irr') return figures.irr.kind !== 'one';
  return (key === 'payback' || key === 'discountedPayback') && figures[key].kind !== 'years';
}

function figureText(
  key: 'bcr' | 'irr' | 'mirr' | 'payback' | 'discountedPayback' | 'roiSimple' | 'roiDiscounted',
  figures: Figures,
  words: ReturnType<typeof useWords>,
): string {
  switch (key) {
    case 'bcr':
      return figures.bcr === undefined ? '—' : words.ratio(figures.bcr);
    case 'irr':
      return irrText(figures.irr, words);
    case 'payback':
    case 'discountedPayback':
      return paybackText(figures[key], words);
    default: {
      const rate = figures[key];
      return rate === undefined ? '—' : words.percent(rate, 1);
    }
  }
}
