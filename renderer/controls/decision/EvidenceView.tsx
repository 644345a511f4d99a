// The evidence of a decision, part by part; what was spent already stands greyed and in no total.
import { useWords } from '#renderer/desk/prefs.ts';
import type { Evidence } from '#shared/counsel/evidence.ts';
import { factSaid } from '#shared/counsel/said.ts';
import styles from './decision.module.css';

export function EvidenceView({ evidence }: { evidence: Evidence }) {
  const words = useWords();
  return (
    <div className={styles.parts}>
      {evidence.parts.map(({ part, facts }) => (
        <section key={part} className={styles.part}>
          <h3>{words.sayAny(`evidence.part.${part}`)}</h3>
          <dl className={styles.facts}>
            {facts.map((fact) => {
              const { label, value } = factSaid(words, fact);
              const sunk = fact.label === 'sunk' ? styles.sunk : undefined;
              return [
                <dt key={`${label} of`} className={sunk}>
                  {label}
                </dt>,
                <dd key={label} className={sunk}>
                  <bdi>{value}</bdi>
                </dd>,
              ];
            })}
          </dl>
        </section>
      ))}
    </div>
  );
}
