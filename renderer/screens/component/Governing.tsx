// What is decided about the component: stop, pivot or scale looking forward only, its gates, its decisions.
import { Button } from '@mantine/core';
import { TextField } from '#renderer/controls/fields.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook, useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address, go } from '#renderer/desk/route.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { raiseDecision } from '#shared/acts/raise-decision.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import type { Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import { standingOf } from '#shared/govern/standing.ts';
import { newRecordId } from '#shared/kit/context.ts';
import styles from './component.module.css';
import { Gates } from './Gates.tsx';
import { GoOn } from './GoOn.tsx';

export function Governing({ component }: { component: Entry<'component'> }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  if (!book) return null;
  const counsel = counselOf(book, asAtOf(book));
  const decisions = where(book, 'decision', 'component', component.id);
  const raise = async (type: DecisionType) => {
    const { opened } = useDesk.getState();
    if (!opened) return;
    const record = newRecordId(opened.ctx);
    const result = await act(raiseDecision, {
      record,
      title: words.say('decisions.titleOf', { type: words.sayAny(`decisionType.${type}`), name: component.name }),
      type,
      component: component.id,
      optionTitles: {
        asAsked: words.say('optionTitle.asAsked'),
        doNothing: words.say('optionTitle.doNothing'),
        stop: words.say('optionTitle.stop'),
      },
    });
    if (result.ok) go('decision', record);
    else say({ tone: 'problem', text: words.problem(result.problem) });
  };
  return (
    <div className={styles.stack}>
      <GoOn counsel={counsel} component={component} onRaise={(type) => void raise(type)} />
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
          <Button variant="default" onClick={() => void raise('fund')}>
            {words.say('governing.raiseFunding')}
          </Button>
        </span>
      </section>
    </div>
  );
}
