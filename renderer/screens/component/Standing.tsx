// How the component stands: its money in a sentence whose figures open, its two statuses that open their reasons.
import { useWords } from '#renderer/desk/prefs.ts';
import { useBookValue } from '#renderer/desk/value.ts';
import { rolledWorking, sideText } from '#renderer/desk/value-words.ts';
import { benefitWorking, costWorking, deliveryWorking, valueWorking } from '#renderer/desk/workings.ts';
import { WithWorking } from '#renderer/parts/Figure.tsx';
import { StatusWord } from '#renderer/parts/Status.tsx';
import type { Book } from '#shared/domain/book.ts';
import type { PortfolioRow } from '#shared/domain/portfolio.ts';
import { isAbsent, known } from '#shared/kit/absent.ts';
import { hasLedger, valueSide } from '#shared/value/pair.ts';
import styles from './component.module.css';

/** Stand in the sentence where a figure's button goes; no word can be mistaken for them. */
const BENEFIT = '\u2402';
const COST = '\u2403';

export function MoneySentence({ row, book }: { row: PortfolioRow; book: Book }) {
  const words = useWords();
  const cost = known(row.cost);
  const benefit = known(row.benefit);
  const none = isAbsent(row.cost) && row.cost.absent === 'withheld' ? 'withheld.cost' : 'component.sentenceNone';
  const key = cost && benefit ? 'component.sentenceBoth' : cost ? 'component.sentenceCost' : none;
  const parts = words.say(key, { benefit: BENEFIT, cost: COST }).split(new RegExp(`(${BENEFIT}|${COST})`));
  return (
    <p className={styles.sentence}>
      {parts.map((part) => {
        if (part === BENEFIT && benefit)
          return (
            <WithWorking key={part} working={benefitWorking(row, book, words)}>
              {words.money(benefit)}
            </WithWorking>
          );
        if (part === COST && cost)
          return (
            <WithWorking key={part} working={costWorking(row, book, words)}>
              {words.money(cost)}
            </WithWorking>
          );
        return part;
      })}
    </p>
  );
}

export function Statuses({ row, book }: { row: PortfolioRow; book: Book }) {
  const words = useWords();
  const value = useBookValue()?.components.get(row.id);
  const side = valueSide(row, value);
  const confidence = known(row.confidence);
  return (
    <div className={styles.pair}>
      <span>
        <span className={styles.soft}>{words.say('portfolio.delivery')}</span>{' '}
        <WithWorking working={deliveryWorking(row, book, words)}>
          <StatusWord
            status={row.delivery}
            label={words.sayAny(confidence ? `rating.${confidence.rating}` : `status.${row.delivery}`)}
          />
        </WithWorking>
      </span>
      <span>
        <span className={styles.soft}>{words.say(side.from === 'ledger' ? 'value.status' : 'portfolio.value')}</span>{' '}
        <WithWorking working={hasLedger(value) ? rolledWorking(value.status, words) : valueWorking(row, words)}>
          <StatusWord status={side.status} label={sideText(side, words)} />
        </WithWorking>
      </span>
      {row.current ? null : (
        <span className={styles.past}>
          {words.say('component.past', { date: row.publishedAsAt ? words.date(row.publishedAsAt) : '' })}
        </span>
      )}
    </div>
  );
}
