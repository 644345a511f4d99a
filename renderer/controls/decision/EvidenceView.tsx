// The evidence of a decision, part by part; what was spent already stands greyed and in no total.
import { useWords } from '#renderer/desk/prefs.ts';
import type { Evidence } from '#shared/counsel/evidence.ts';
import type { Fact } from '#shared/counsel/facts.ts';
import { factSaid } from '#shared/counsel/said.ts';
import styles from './decision.module.css';

/** Parts that speak of several things by name: each name once, its facts below. */
const BY_NAME: ReadonlySet<string> = new Set(['benefits', 'risks', 'gates']);

export function EvidenceView({ evidence }: { evidence: Evidence }) {
  const words = useWords();
  return (
    <div className={styles.parts}>
      {evidence.parts.map(({ part, facts }) => (
        <section key={part} className={styles.part}>
          <h3>{words.sayAny(`evidence.part.${part}`)}</h3>
          {groupsOf(facts, BY_NAME.has(part)).map(({ name, facts: own }) => (
            <div key={name ?? ''}>
              {name ? (
                <h4 className={styles.about}>
                  <bdi>{name}</bdi>
                </h4>
              ) : null}
              <Facts facts={own} />
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

interface Group {
  readonly name: string | undefined;
  readonly facts: readonly Fact[];
}

function groupsOf(facts: readonly Fact[], byName: boolean): Group[] {
  if (!byName) return [{ name: undefined, facts }];
  const groups = new Map<string | undefined, Fact[]>();
  for (const { name, ...fact } of facts) groups.set(name, [...(groups.get(name) ?? []), fact]);
  return [...groups].map(([name, own]) => ({ name, facts: own }));
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  const words = useWords();
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => {
        const { label, value } = factSaid(words, fact);
        const sunk = fact.label === 'sunk' ? styles.sunk : undefined;
        return [
          <dt key={`${label} of ${value}`} className={sunk}>
            {label}
          </dt>,
          <dd key={`${label} ${value}`} className={sunk}>
            <bdi>{value}</bdi>
          </dd>,
        ];
      })}
    </dl>
  );
}
