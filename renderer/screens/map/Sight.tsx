// Questions to one node: its line of sight to objectives and money both ways, and what goes with it if it stops.
import { useMemo } from 'react';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { useBookValue } from '#renderer/desk/value.ts';
import { classesWithMoney, moneyOf } from '#renderer/desk/value-words.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { MapGraph } from '#shared/map/model.ts';
import { impactOf } from '#shared/sight/impact.ts';
import { shareText } from '#shared/sight/sight-text.ts';
import { type Traced, traceOf } from '#shared/sight/trace.ts';
import { Loss } from './Loss.tsx';
import styles from './panel.module.css';

interface SightProps {
  readonly id: RecordId;
  readonly whole: MapGraph;
  readonly onChoose: (id: RecordId) => void;
}

export function Sight({ id, whole, onChoose }: SightProps) {
  const words = useWords();
  const value = useBookValue();
  const trace = useMemo(() => value && traceOf(value, whole, id), [value, whole, id]);
  if (!trace) return null;
  const ends = trace.down.filter(({ node }) => node.type === 'objective' || node.type === 'driver');
  const benefits = trace.down.filter(({ node }) => node.kind === 'benefit');
  return (
    <div className={styles.panel}>
      <List
        title={words.say('map.toObjectives')}
        none={words.say('map.noObjective')}
        traced={ends}
        onChoose={onChoose}
      />
      <List
        title={words.say('map.toBenefits')}
        none={words.say('map.noBenefit')}
        traced={benefits}
        onChoose={onChoose}
      />
      <List
        title={words.say('map.comesFrom')}
        none={words.say('map.fedByNothing')}
        traced={trace.up}
        onChoose={onChoose}
      />
    </div>
  );
}

function List({
  title,
  none,
  traced,
  onChoose,
}: {
  title: string;
  none: string;
  traced: readonly Traced[];
  onChoose: (id: RecordId) => void;
}) {
  const words = useWords();
  const currency = useBook()?.office.currency ?? 'USD';
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      {traced.length === 0 ? <p className={styles.soft}>{none}</p> : null}
      <ul className={styles.links}>
        {traced.slice(0, 40).map(({ node, share, value, others }) => (
          <li key={node.id} className={styles.link}>
            <span className={styles.linkHead}>
              <button type="button" className={styles.linkName} onClick={() => onChoose(node.id)}>
                <bdi>{node.title}</bdi>
              </button>
              <span className={styles.share}>{shareText(share, words, Math.abs(share.share) < 0.1 ? 1 : 0)}</span>
            </span>
            {value
              ? classesWithMoney(value.worth).map((group) => (
                  <span key={group} className={styles.soft}>
                    {words.sayAny(`moneyClass.${group}`)}:{' '}
                    {words.money(moneyOf(value.worth[group].attributed, currency))}
                  </span>
                ))
              : null}
            {others.length > 0 ? (
              <span className={styles.soft}>{words.say('map.alsoFed', { count: others.length })}</span>
            ) : null}
          </li>
        ))}
      </ul>
      {traced.length > 40 ? (
        <p className={styles.soft}>{words.say('map.andMore', { count: traced.length - 40 })}</p>
      ) : null}
    </section>
  );
}

export function Stops({ id, whole, onChoose }: SightProps) {
  const book = useBook();
  const value = useBookValue();
  const impact = useMemo(() => book && value && impactOf(book, value, whole, id), [book, value, whole, id]);
  if (!impact) return null;
  return (
    <div className={styles.panel}>
      <Loss impact={impact} onChoose={onChoose} />
    </div>
  );
}
