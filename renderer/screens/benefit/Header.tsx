// How the benefit stands: its name, a sentence whose figures open, its two statuses with their reasons.
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { useBookValue } from '#renderer/desk/value.ts';
import { classesWithMoney, moneyOf, statusReason, statusWorking, worthWorking } from '#renderer/desk/value-words.ts';
import { WithWorking } from '#renderer/parts/Figure.tsx';
import { StatusWord } from '#renderer/parts/Status.tsx';
import { judgedConfidence } from '#shared/domain/confidence.ts';
import { deliveryStatus } from '#shared/domain/portfolio.ts';
import type { BenefitValue } from '#shared/value/book-value.ts';
import { standingState } from '#shared/value/sustainment.ts';
import styles from './benefit.module.css';

export function Header({ value }: { value: BenefitValue }) {
  const words = useWords();
  const book = useBook();
  const asAt = useBookValue()?.asAt;
  const { benefit, lead, status, worth } = value;
  if (!book || !asAt) return null;
  const component = book.get('component', benefit.component);
  const owner = book.get('person', benefit.owner);
  const delivery = deliveryStatus(component && judgedConfidence(component)?.confidence);
  const currency = book.office.currency ?? 'USD';
  const groups = classesWithMoney(worth);
  return (
    <header className={styles.header}>
      <div>
        <h1 className={styles.name}>
          <bdi>{benefit.title}</bdi>
        </h1>
        <p className={styles.sentence}>
          {words.sayAny(`benefitState.${standingState(benefit, lead?.measure, asAt)}`)}
          {component ? (
            <>
              {' · '}
              <a href={address('component', component.id)}>
                <bdi>{component.name}</bdi>
              </a>
            </>
          ) : null}
          {owner ? (
            <>
              {' · '}
              {words.field('owner')}:{' '}
              <a href={address('owner', owner.id)}>
                <bdi>{owner.name}</bdi>
              </a>
            </>
          ) : (
            ` · ${words.say('benefits.vacant')}`
          )}
        </p>
        {groups.map((group) => (
          <p key={group} className={styles.worth}>
            <span className={styles.soft}>{words.sayAny(`moneyClass.${group}`)}</span>{' '}
            <WithWorking working={worthWorking(group, worth[group], undefined, currency, words)}>
              {words.say('value.three', {
                gross: words.money(moneyOf(worth[group].gross, currency)),
                attributed: words.money(moneyOf(worth[group].attributed, currency)),
                risk: words.money(moneyOf(worth[group].riskAdjusted, currency)),
              })}
            </WithWorking>
          </p>
        ))}
      </div>
      <div className={styles.pair}>
        <span>
          <span className={styles.soft}>{words.say('portfolio.delivery')}</span>{' '}
          <StatusWord status={delivery} label={words.sayAny(`status.${delivery}`)} />
        </span>
        <span>
          <span className={styles.soft}>{words.say('value.status')}</span>{' '}
          <WithWorking working={statusWorking(value, words)}>
            <StatusWord status={status.status} label={words.sayAny(`status.${status.status}`)} />
          </WithWorking>
        </span>
        <span className={styles.soft}>{statusReason(status, words)}</span>
        {status.override ? (
          <span className={styles.soft}>
            {words.say('value.byHandOver', {
              computed: words.sayAny(`status.${status.computed}`),
              reason: status.override.reason,
            })}
          </span>
        ) : null}
      </div>
    </header>
  );
}
