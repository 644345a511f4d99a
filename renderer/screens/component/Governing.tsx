// What is decided about the component: stop, pivot or scale looking forward only, its gates, its decisions.
import { Button } from '@mantine/core';
import { useRaise } from '#renderer/controls/decision/useRaise.ts';
import { TextField } from '#renderer/controls/fields.tsx';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import type { Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import { standingOf } from '#shared/govern/standing.ts';
import styles from './component.module.css';
import { Gates } from './Gates.tsx';
import { GoOn } from './GoOn.tsx';

export function Governing({ component }: { component: Entry<'component'> }) {
  const words = useWords();
  const book = useBook();
  const raiseOne = useRaise();
  if (!book) return null;
  const counsel = counselOf(book, asAtOf(book));
  const decisions = where(book, 'decision', 'component', component.id);
  const raise = (type: DecisionType) =>
    void raiseOne({
      title: words.say('decisions.titleOf', { type: words.sayAny(`decisionType.${type}`), name: component.name }),
      type,
      component: component.id,
    });
  return (
    <div className={styles.stack}>
      <GoOn counsel={counsel} component={component} onRaise={raise} />
      <Gates counsel={counsel} component={component} />
      <section className={styles.card}>
        <h2 className={styles.heading}>{words.say('nav.decisions')}</h2>
        <TextField kind="component" record={component.id} field="law" description={words.say('governing.lawHint')} />
        {decisions.length === 0 ? <p className={styles.soft}>{words.say('governing.noDecisions')}</p> : null}
        <ul className={styles.plain}>
          {decisions.map((decision) => (
            <li key={decision.id}>
              <a href={address('decision', decision.id)}>
                <bdi>{decision.title}</bdi>
              </a>{' '}
              <span className={styles.soft}>
                {decision.taken
                  ? `${words.sayAny(`outcome.${decision.taken.outcome}`)} · ${decision.taken.number}`
                  : words.sayAny(`standing.${standingOf(book, decision)}`)}
              </span>
            </li>
          ))}
        </ul>
        <span>
          <Button variant="default" onClick={() => raise('fund')}>
            {words.say('governing.raiseFunding')}
          </Button>
        </span>
      </section>
    </div>
  );
}
