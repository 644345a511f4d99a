// The evidence: as it is now while a decision is prepared, as it was frozen afterwards; and whether it is as it was.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { EvidenceView } from '#renderer/controls/decision/EvidenceView.tsx';
import { useBook, useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Evidence } from '#shared/counsel/evidence.ts';
import { type Reopened, reopen } from '#shared/counsel/reopen.ts';
import type { Entry } from '#shared/domain/book.ts';
import type { Frozen } from '#shared/domain/decision.ts';
import { evidenceHolds, evidenceWithheld } from '#shared/govern/standing.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import styles from './decision.module.css';

interface KnownThenProps {
  readonly decision: Entry<'decision'>;
  readonly evidence: Evidence;
  readonly movedSince: boolean;
}

export function KnownThen({ decision, evidence, movedSince }: KnownThenProps) {
  const words = useWords();
  const { frozen } = decision;
  const withheld = useWithheldEvidence(decision.id);
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>
        {frozen
          ? words.say('decision.knownThen', { on: words.date(frozen.on), asAt: words.date(evidence.asAt) })
          : words.say('decision.knownNow', { asAt: words.date(evidence.asAt) })}
      </h2>
      {movedSince ? <p className={styles.note}>▲ {words.say('decision.moved')}</p> : null}
      <EvidenceView evidence={evidence} />
      {frozen ? <Check decision={{ ...decision, frozen }} /> : null}
      {withheld ? <p className={styles.note}>◧ {withheld}</p> : null}
    </section>
  );
}

function useWithheldEvidence(decision: RecordId): string | undefined {
  const words = useWords();
  const book = useBook();
  if (!book || !evidenceWithheld(book, { id: decision })) return undefined;
  const hash = book.state.withheld.hashOf('decision', decision, 'frozen');
  return hash ? words.say('withheld.evidence', { hash: hash.slice(0, 16) }) : words.say('withheld.evidenceNoHash');
}

/** Rebuilds the book of that moment from the changes it was made of, and compares letter for letter. */
function Check({ decision }: { decision: Entry<'decision'> & { readonly frozen: Frozen } }) {
  const words = useWords();
  const [found, setFound] = useState<Reopened | 'working' | undefined>();
  const check = async () => {
    const { opened } = useDesk.getState();
    if (!opened) return;
    setFound('working');
    setFound(reopen(await opened.store.readSince(0), decision).found);
  };
  const { hash } = decision.frozen;
  return (
    <div className={styles.buttons}>
      <span className={styles.hash}>
        {evidenceHolds(decision) ? '●' : '■'} {words.say('decision.hash', { hash: hash.slice(0, 16) })}
      </span>
      <Button size="compact-sm" variant="default" loading={found === 'working'} onClick={() => void check()}>
        {words.say('decision.check')}
      </Button>
      <output>{found && found !== 'working' ? words.sayAny(`decision.found.${found}`) : ''}</output>
    </div>
  );
}
