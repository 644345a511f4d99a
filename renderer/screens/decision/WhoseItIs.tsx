// Whose decision it is and why, and what each party with a part in it has said.
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { hearParty } from '#shared/acts/hear-party.ts';
import type { Counsel } from '#shared/counsel/counsel.ts';
import { termsOf } from '#shared/counsel/terms.ts';
import type { Entry } from '#shared/domain/book.ts';
import { SAYINGS, type Saying } from '#shared/domain/decision.ts';
import { where } from '#shared/domain/lookup.ts';
import type { Part } from '#shared/domain/right.ts';
import { holderName } from '#shared/govern/right-text.ts';
import type { Holder, WhoDecides } from '#shared/govern/rights.ts';
import { isOpen } from '#shared/govern/standing.ts';
import { whoText } from '#shared/govern/who-text.ts';
import { today } from '#shared/kit/context.ts';
import styles from './decision.module.css';

interface WhoseItIsProps {
  readonly decision: Entry<'decision'>;
  readonly counsel: Counsel;
  readonly right: WhoDecides;
}

export function WhoseItIs({ decision, counsel: { book }, right }: WhoseItIsProps) {
  const words = useWords();
  const [first, ...rest] = whoText(book, words, right);
  const voices = where(book, 'voiced', 'decision', decision.id);
  const asked = (['agree', 'input', 'recommend'] as const).flatMap((part) =>
    right.parts[part].map((holder) => ({ part, holder })),
  );
  const terms = termsOf(book, decision);
  // a "yes" to what was asked before the paper changed
  const isStale = ({ says, terms: heard }: Entry<'voiced'>) => says === 'yes' && heard !== undefined && heard !== terms;
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.say('decision.whose')}</h2>
      <p>
        <strong>{first}</strong>
      </p>
      <ul className={styles.list}>
        {rest.map((sentence) => (
          <li key={sentence} className={styles.soft}>
            {sentence}
          </li>
        ))}
      </ul>
      {right.unresolved ? <a href={address('rights')}>{words.say('decision.toRights')}</a> : null}
      {voices.length > 0 || (isOpen(decision) && asked.length > 0) ? (
        <h3 className={styles.heading}>{words.say('decision.voices')}</h3>
      ) : null}
      <ul className={styles.list}>
        {voices.map((voice) => (
          <li key={voice.id}>
            {voice.says === 'no' ? '■' : '●'} {words.sayAny(`part.${voice.part}`)} ·{' '}
            <bdi>{holderName(book, words, voice)}</bdi>: {words.sayAny(`saying.${voice.says}`)} ({words.date(voice.on)})
            {voice.note ? <> — {voice.note}</> : null}
            {isStale(voice) ? <span className={styles.soft}> ▲ {words.say('decision.voiceStale')}</span> : null}
          </li>
        ))}
      </ul>
      {isOpen(decision)
        ? asked
            .filter(
              ({ part, holder }) =>
                !voices.some((voice) => voice.part === part && isFrom(voice, holder) && !isStale(voice)),
            )
            .map(({ part, holder }) => (
              <Voice
                key={`${part} ${holder.body ?? holder.role}`}
                decision={decision}
                part={part}
                holder={holder}
                name={holderName(book, words, holder)}
              />
            ))
        : null}
    </section>
  );
}

const isFrom = (voice: Entry<'voiced'>, { body, role }: Holder): boolean =>
  role ? voice.role === role : voice.body === body;

interface VoiceProps {
  readonly decision: Entry<'decision'>;
  readonly part: Part;
  readonly holder: Holder;
  readonly name: string;
}

function Voice({ decision, part, holder, name }: VoiceProps) {
  const words = useWords();
  const act = useAct();
  const [says, setSays] = useState<Saying>(part === 'input' ? 'noted' : 'yes');
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const keep = async () => {
    const { opened } = useDesk.getState();
    if (!opened) return;
    const made = await act(hearParty, {
      decision: decision.id,
      part,
      ...(holder.body && { body: holder.body }),
      ...(holder.role && { role: holder.role }),
      ...(holder.people[0] && { person: holder.people[0] }),
      on: today(opened.ctx),
      says,
      ...(note.trim() && { note: note.trim() }),
    });
    setFault(made.ok ? undefined : words.problem(made.problem));
  };
  const label = `${words.sayAny(`part.${part}`)}: ${name}`;
  return (
    <div className={styles.grid}>
      <Select
        label={label}
        data={SAYINGS.map((value) => ({ value, label: words.sayAny(`saying.${value}`) }))}
        value={says}
        allowDeselect={false}
        error={fault}
        onChange={(value) => setSays((value ?? 'noted') as Saying)}
      />
      <TextInput
        label={words.field('note')}
        value={note}
        dir="auto"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button variant="default" aria-label={words.say('decision.noteVoiceOf', { name })} onClick={() => void keep()}>
        {words.say('decision.noteVoice')}
      </Button>
    </div>
  );
}
