// The verifier's queue: each reading with its evidence, to verify or to return with a reason.
import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { remembered } from '#renderer/desk/view-state.ts';
import { judgeReading } from '#shared/acts/judge-reading.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { firstDay } from '#shared/kit/period.ts';
import type { WaitingReading } from './queues.ts';
import styles from './todo.module.css';

const useVerifier = remembered<RecordId | undefined>(undefined);
const MOST = 100;

export function Verify({ items }: { items: readonly WaitingReading[] }) {
  const words = useWords();
  const book = useBook();
  const [verifier, setVerifier] = useVerifier();
  if (!book) return null;
  const verifiers = [...book.all('person')]
    .map(({ id, name }) => ({
      id,
      name,
      count: items.filter((item) => item.verifier === id || item.finance === id).length,
    }))
    .filter(({ count }) => count > 0);
  // a measure that names nobody can be verified by anybody but its owner
  const mine = items.filter(
    (item) =>
      verifier !== undefined &&
      item.benefit.owner !== verifier &&
      (item.verifier === undefined || item.verifier === verifier || item.finance === verifier),
  );
  return (
    <div className={styles.stack}>
      <div className={styles.buttons}>
        <span>{words.say('verify.who')}</span>
        {verifiers.map(({ id, name, count }) => (
          <Button
            key={id}
            size="compact-md"
            variant={verifier === id ? 'filled' : 'default'}
            aria-pressed={verifier === id}
            onClick={() => setVerifier(id)}
          >
            {name} ({words.number(count)})
          </Button>
        ))}
        <Select
          aria-label={words.say('verify.other')}
          placeholder={words.say('verify.other')}
          data={[...book.all('person')].map(({ id, name }) => ({ value: id as string, label: name }))}
          value={verifier && !verifiers.some(({ id }) => id === verifier) ? verifier : null}
          searchable
          size="xs"
          w={200}
          onChange={(id) => setVerifier((id ?? undefined) as RecordId | undefined)}
        />
      </div>
      <p className={styles.soft}>{words.say('verify.whoHint')}</p>
      {verifier === undefined ? (
        <ul className={styles.items}>
          {items.slice(0, MOST).map((item) => (
            <Waiting key={`${item.measure.id} ${item.month}`} item={item} by={undefined} />
          ))}
        </ul>
      ) : mine.length === 0 ? (
        <p className={styles.soft}>{words.say('verify.none')}</p>
      ) : (
        <ul className={styles.items}>
          {mine.slice(0, MOST).map((item) => (
            <Waiting key={`${item.measure.id} ${item.month}`} item={item} by={verifier} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Waiting({ item, by }: { item: WaitingReading; by: RecordId | undefined }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const [returning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const { measure, benefit, month, value, evidence } = item;
  const judge = async (verdict: 'verified' | 'returned') => {
    if (by === undefined) return;
    const result = await act(judgeReading, {
      measure: measure.id,
      month,
      verdict,
      by,
      ...(verdict === 'returned' ? { reason } : {}),
    });
    if (!result.ok) return setFault(words.problem(result.problem));
    setReturning(false);
    say({
      tone: 'done',
      text: words.say(verdict === 'verified' ? 'verify.done' : 'verify.sentBack', {
        name: measure.name,
        month: words.month(firstDay(month)),
      }),
    });
  };
  return (
    <li className={styles.reading}>
      <div>
        <a href={address('measure', measure.id)}>
          <bdi>{measure.name}</bdi>
        </a>{' '}
        <span className={styles.soft}>
          <bdi>{benefit.title}</bdi> · {words.field('owner')}:{' '}
          <bdi>{book?.get('person', benefit.owner)?.name ?? '—'}</bdi>
        </span>
        <div>
          {words.month(firstDay(month))}:{' '}
          <strong>
            {words.number(value, 4)} {measure.unit}
          </strong>
        </div>
        <div className={styles.soft} dir="auto">
          {evidence || words.say('verify.noEvidence')}
        </div>
        {item.returned === undefined ? null : (
          <div className={styles.fault}>{words.say('verify.returnedFor', { reason: item.returned })}</div>
        )}
      </div>
      {by === undefined ? null : (
        <div className={styles.buttons}>
          <Button size="compact-md" onClick={() => void judge('verified')}>
            {words.say('verify.button')}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            aria-expanded={returning}
            onClick={() => setReturning(!returning)}
          >
            {words.say('verify.return')}
          </Button>
        </div>
      )}
      {returning ? (
        <form
          className={styles.buttons}
          onSubmit={(event) => {
            event.preventDefault();
            void judge('returned');
          }}
        >
          <TextInput
            label={words.field('reason')}
            value={reason}
            error={fault}
            dir="auto"
            w={360}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" size="compact-md">
            {words.say('verify.sendBack')}
          </Button>
        </form>
      ) : fault ? (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      ) : null}
    </li>
  );
}
