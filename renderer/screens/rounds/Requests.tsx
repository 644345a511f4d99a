// The requests of a round: who, what is still due, how each stands, and what can be done for one alone.
import { ActionIcon, Menu } from '@mantine/core';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { type StatusName, StatusWord } from '#renderer/parts/Status.tsx';
import { isAddress } from '#shared/collect/mail.ts';
import { countsOf } from '#shared/collect/parcel.ts';
import type { Book } from '#shared/domain/book.ts';
import { attestationOf } from '#shared/domain/lookup.ts';
import type { Day } from '#shared/kit/period.ts';
import type { RequestStanding, RequestState } from '#shared/value/rounds.ts';
import type { Words } from '#shared/words/words.ts';
import { letterKind } from './make.ts';
import styles from './rounds.module.css';

/** Sent is neither good nor bad: it waits for its day. */
const SHAPE: Readonly<Record<RequestState, StatusName>> = {
  open: 'notDue',
  sent: 'exempt',
  overdue: 'offTrack',
  returned: 'onTrack',
};

export interface RequestActions {
  readonly copy: (one: RequestStanding) => void;
  readonly make: (one: RequestStanding) => void;
  readonly sent: (one: RequestStanding) => void;
  readonly remind: (one: RequestStanding) => void;
}

export function Requests({
  book,
  period,
  standing,
  actions,
}: {
  book: Book;
  /** What attestations of this round are filed under. */
  period: string;
  standing: readonly RequestStanding[];
  actions: RequestActions;
}) {
  const words = useWords();
  return (
    <section className={styles.tablePlace} aria-label={words.say('rounds.table')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.say('rounds.who')}</th>
            <th scope="col">{words.say('rounds.dueCounts')}</th>
            <th scope="col">{words.say('rounds.state')}</th>
            <th scope="col">{words.say('rounds.sent')}</th>
            <th scope="col">{words.say('rounds.back')}</th>
            <th scope="col">{words.say('rounds.reminded')}</th>
            <th scope="col">
              <span className="visually-hidden">{words.say('rounds.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {standing.map((one) => (
            <Request key={one.request.id} {...{ book, period, one, actions }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Request({
  book,
  period,
  one,
  actions,
}: {
  book: Book;
  period: string;
  one: RequestStanding;
  actions: RequestActions;
}) {
  const words = useWords();
  const { request, name, state } = one;
  const day = (on: Day | undefined) => (on ? words.date(on) : '—');
  const isHeard = state === 'returned';
  const silent = request.person && !isAddress(book.get('person', request.person)?.email);
  return (
    <tr>
      <th scope="row">
        <a href={request.component ? address('component', request.component) : address('owner', request.person)}>
          <bdi>{name || '—'}</bdi>
        </a>
        {silent ? <span className={styles.hint}>{words.say('rounds.noAddress')}</span> : null}
      </th>
      <td>{askedText(book, period, one, words)}</td>
      <td>
        <StatusWord status={SHAPE[state]} label={words.sayAny(`requestState.${state}`)} />
      </td>
      <td>{day(request.sent)}</td>
      <td>{day(request.returned)}</td>
      <td>
        {request.reminded && request.lastReminded
          ? words.say('rounds.remindedOn', { n: words.number(request.reminded), on: words.date(request.lastReminded) })
          : '—'}
      </td>
      <td className={styles.actions}>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" aria-label={words.say('rounds.more', { name })}>
              <span aria-hidden="true">⋯</span>
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {isHeard ? null : (
              <Menu.Item onClick={() => actions.copy(one)}>
                {words.say(letterKind(one) === 'first' ? 'rounds.copyLetter' : 'rounds.copyReminder')}
              </Menu.Item>
            )}
            <Menu.Item onClick={() => actions.make(one)}>{words.say('rounds.makeOne')}</Menu.Item>
            {isHeard || request.sent ? null : (
              <Menu.Item onClick={() => actions.sent(one)}>{words.say('rounds.markSent')}</Menu.Item>
            )}
            {isHeard || !request.sent ? null : (
              <Menu.Item onClick={() => actions.remind(one)}>{words.say('rounds.remind')}</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}

/** What was asked for, and how much of it is in the book by now. */
function askedText(book: Book, period: string, { due }: RequestStanding, words: Words): string {
  const counts = countsOf(due);
  const there: Partial<Record<keyof typeof counts, number>> = {
    readings: due
      .flatMap((each) => each.readings)
      .filter((each) => each.standing !== null && each.returned === undefined).length,
    attestations: due.filter(
      ({ benefit, owner, attestation }) => attestation && attestationOf(book, benefit.id, owner.id, period),
    ).length,
  };
  const parts = (['readings', 'forecasts', 'attestations', 'acceptances'] as const)
    .filter((what) => counts[what] > 0)
    .map((what) => {
      const asked = words.say(`rounds.${what}`, { count: counts[what] });
      const n = there[what] ?? 0;
      return n > 0 ? words.say('rounds.partIn', { what: asked, n: words.number(n) }) : asked;
    });
  return parts.join(' · ') || words.say('rounds.dueNothing');
}
