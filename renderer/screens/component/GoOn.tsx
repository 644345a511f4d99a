// Stop, pivot, scale or go on: the forward-looking sum with what was spent greyed beside it, who is harmed, what it frees.
import { Button } from '@mantine/core';
import { MoneyField } from '#renderer/controls/fields.tsx';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { moneyOf } from '#renderer/desk/value-words.ts';
import type { Counsel } from '#shared/counsel/counsel.ts';
import { reasonSaid } from '#shared/counsel/said.ts';
import { type Stopping, stoppingOf } from '#shared/counsel/stopping.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import { lostText } from '#shared/sight/sight-text.ts';
import styles from './component.module.css';

interface GoOnProps {
  readonly counsel: Counsel;
  readonly component: Entry<'component'>;
  readonly onRaise: (type: DecisionType) => void;
}

export function GoOn({ counsel, component, onRaise }: GoOnProps) {
  const words = useWords();
  const found = stoppingOf(counsel, component.id);
  if (!found) return null;
  const { proposal, reasons, gaps, parts, currency } = found;
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.say('goOn.title')}</h2>
      <p className={styles.sentence}>
        {words.say(proposal ? 'goOn.proposes' : 'goOn.cannot', {
          what: words.sayAny(`stopping.proposal.${proposal ?? 'none'}`),
        })}
      </p>
      <ul className={styles.plain}>
        {reasons.map((reason) => (
          <li key={reason.code}>{reasonSaid(words, reason, currency)}</li>
        ))}
        {gaps.map((gap) => {
          const said = words.problem(gap);
          return (
            <li key={said} className={styles.soft}>
              ▲ {said}
            </li>
          );
        })}
      </ul>
      {parts.length > 0 ? <p className={styles.soft}>{words.say('goOn.withParts', { count: parts.length })}</p> : null}
      <Sum found={found} />
      <div className={styles.line}>
        <MoneyField kind="component" record={component.id} field="committedCost" scale={6} />
        <MoneyField kind="component" record={component.id} field="exitCost" scale={6} />
      </div>
      <Harmed counsel={counsel} found={found} />
      <div className={styles.line}>
        {(['stop', 'pivot', 'scale', 'continue'] as const).map((type) => (
          <Button key={type} variant={type === proposal ? 'filled' : 'default'} onClick={() => onRaise(type)}>
            {words.say('goOn.raise', { type: words.sayAny(`decisionType.${type}`) })}
          </Button>
        ))}
      </div>
      <p className={styles.soft}>{words.say('goOn.neverDecides')}</p>
    </section>
  );
}

/** (value to go − what flows anyway) − (cost to go − what is owed anyway) + exit; sunk cost greyed, in no total. */
function Sum({ found: { outlook, sunk, currency } }: { found: Stopping }) {
  const words = useWords();
  if (!outlook) return null;
  const money = (minor: number) => words.money(moneyOf(minor, currency));
  const lines = [
    ['', 'valueToGo', outlook.valueToGo],
    ['−', 'valueAnyway', outlook.valueAnyway],
    ['−', 'costToGo', outlook.costToGo],
    ['+', 'unavoidable', outlook.unavoidableCost],
    ['+', 'exit', outlook.exitCost],
    ['=', 'continuing', outlook.continuing],
  ] as const;
  return (
    <table className={styles.sum} aria-label={words.say('evidence.part.forward')}>
      <tbody>
        {lines.map(([sign, key, minor]) => (
          <tr key={key} data-total={key === 'continuing' || undefined}>
            <td>{sign}</td>
            <th scope="row">{words.sayAny(`evidence.${key}`)}</th>
            <td data-number>{money(minor)}</td>
          </tr>
        ))}
        <tr className={styles.sunk}>
          <td />
          <th scope="row">{words.say('evidence.sunk')}</th>
          <td data-number>{sunk === undefined ? '—' : money(sunk)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Harmed({ counsel: { book }, found }: { counsel: Counsel; found: Stopping }) {
  const words = useWords();
  const { impact, uses, freed, currency } = found;
  return (
    <div className={styles.harmed}>
      <div>
        <h3 className={styles.heading}>{words.say('goOn.harmed')}</h3>
        <p>
          {impact.losses.length === 0
            ? words.say('goOn.nobody')
            : words.say('goOn.lost', { count: impact.losses.length, lost: lostText(impact.lost, currency, words) })}
        </p>
        <ul className={styles.plain}>
          {impact.losses.slice(0, 8).map(({ benefit }) => (
            <li key={benefit.id}>
              <a href={address('benefit', benefit.id)}>
                <bdi>{benefit.title}</bdi>
              </a>{' '}
              <span className={styles.soft}>
                {[benefit.beneficiary, book.get('person', benefit.owner)?.name].filter(Boolean).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className={styles.heading}>{words.say('goOn.frees')}</h3>
        <p>
          {freed === undefined
            ? '—'
            : freed <= 0
              ? words.say('goOn.freesNothing')
              : words.say('goOn.freed', { money: words.money(moneyOf(freed, currency)) })}
        </p>
        <ul className={styles.plain}>
          {uses.map(({ component, cost, npv }) => (
            <li key={component}>
              <a href={address('component', component)}>
                <bdi>{book.get('component', component)?.name ?? '—'}</bdi>
              </a>{' '}
              <span className={styles.soft}>
                {words.say('goOn.use', {
                  cost: words.money(moneyOf(cost, currency)),
                  npv: words.money(moneyOf(npv, currency)),
                })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
