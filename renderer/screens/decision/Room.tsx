// The decision for the room: what is asked, the options large, whose it is, the resolution; readable from the back.

import styles from '#renderer/controls/decision/decision.module.css';
import { OptionTable } from '#renderer/controls/decision/OptionTable.tsx';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Evidence } from '#shared/counsel/evidence.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { WhoDecides } from '#shared/govern/rights.ts';
import { whoText } from '#shared/govern/who-text.ts';

interface RoomProps {
  readonly decision: Entry<'decision'>;
  readonly evidence: Evidence;
  readonly right: WhoDecides;
}

export function Room({ decision, evidence, right }: RoomProps) {
  const words = useWords();
  const book = useBook();
  if (!book) return null;
  const { taken } = decision;
  const resolution = taken?.resolution ?? decision.resolution;
  return (
    <section className={styles.room} aria-label={decision.title}>
      <div className={styles.roomHead}>
        <span>
          {words.sayAny(`decisionType.${decision.type}`)}
          {decision.component ? (
            <>
              {' '}
              · <bdi>{book.get('component', decision.component)?.name}</bdi>
            </>
          ) : null}
        </span>
        {decision.neededBy && !taken ? (
          <span>{words.say('decision.neededSentence', { on: words.date(decision.neededBy) })}</span>
        ) : null}
      </div>
      <h1 dir="auto">{decision.question ?? decision.title}</h1>
      <OptionTable rows={evidence.options} chosen={taken?.option} />
      <p>{whoText(book, words, right)[0]}</p>
      {resolution ? (
        <div className={styles.resolution}>
          <p className={styles.soft}>
            {taken ? `${words.sayAny(`outcome.${taken.outcome}`)} · ${taken.number}` : words.say('decision.draft')}
          </p>
          <p dir="auto">{resolution}</p>
        </div>
      ) : null}
    </section>
  );
}
