// The agenda: decisions first, each item with the time it starts, moved by buttons, timed in minutes.
import { ActionIcon, CloseButton, NumberInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { TextField } from '#renderer/controls/fields.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { orderAgenda } from '#shared/acts/hold-meeting.ts';
import { minutesFor } from '#shared/counsel/agenda.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import type { AgendaKind } from '#shared/domain/meeting.ts';
import styles from './meeting.module.css';

interface AgendaProps {
  readonly book: Book;
  readonly meeting: Entry<'meeting'>;
  readonly agenda: readonly Entry<'agendaItem'>[];
}

/** Where the subject of an item is shown; an exception is a benefit. */
const PLACES: Partial<Record<AgendaKind, 'decision' | 'benefit' | 'risks'>> = {
  decision: 'decision',
  review: 'decision',
  exception: 'benefit',
  risk: 'risks',
};

export function Agenda({ book, meeting, agenda }: AgendaProps) {
  const words = useWords();
  const add = useAdd();
  const open = meeting.closed === undefined;
  const has = meeting.minutes ?? book.get('board', meeting.board)?.minutes ?? 90;
  const needs = agenda.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  const addTopic = async (title: string) => {
    const values = { meeting: meeting.id, kind: 'topic', title, minutes: minutesFor('topic'), order: agenda.length };
    const made = await add('agendaItem', values);
    return made.ok ? undefined : words.problem(made.problem);
  };
  let after = 0;
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>{words.say('meeting.agenda')}</h2>
      <p className={needs > has ? styles.over : styles.soft}>
        {words.say(needs > has ? 'meeting.tooLong' : 'meeting.fits', {
          needs: words.number(needs),
          has: words.number(has),
        })}
      </p>
      {agenda.length === 0 ? <p className={styles.soft}>{words.say('meeting.noAgenda')}</p> : null}
      <ol className={styles.items}>
        {agenda.map((item, i) => {
          const start = startOf(meeting.at, after);
          after += item.minutes ?? 0;
          return <Item key={item.id} item={item} place={i} last={agenda.length - 1} start={start} open={open} />;
        })}
      </ol>
      {open ? (
        <AddLine label={words.say('meeting.newTopic')} button={words.say('meeting.addTopic')} onAdd={addTopic} />
      ) : null}
    </section>
  );
}

/** "09:45"; without a start, minutes from it: "+15". */
export function startOf(at: string | undefined, after: number): string {
  if (!at) return `+${after}`;
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  const all = hours * 60 + minutes + after;
  return `${String(Math.floor(all / 60) % 24).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}

interface ItemProps {
  readonly item: Entry<'agendaItem'>;
  readonly place: number;
  readonly last: number;
  readonly start: string;
  readonly open: boolean;
}

function Item({ item, place, last, start, open }: ItemProps) {
  const words = useWords();
  const act = useAct();
  const screen = PLACES[item.kind];
  const move = (to: number) => void act(orderAgenda, { item: item.id, to });
  const time = (minutes: number | string) =>
    void act(editField, {
      kind: 'agendaItem',
      record: item.id,
      values: { minutes: typeof minutes === 'number' ? minutes : null },
    });
  return (
    <li className={styles.item} data-decision={item.kind === 'decision' || undefined}>
      <span className={styles.time}>{start}</span>
      <span>
        <span className={styles.soft}>{words.sayAny(`agendaKind.${item.kind}`)}</span>{' '}
        {screen ? (
          <a href={address(screen, screen === 'risks' ? '' : (item.subject ?? ''))}>
            <bdi>{item.title}</bdi>
          </a>
        ) : (
          <bdi>{item.title}</bdi>
        )}
      </span>
      {open ? (
        <span className={styles.tools}>
          <NumberInput
            aria-label={words.say('meeting.minutesOf', { title: item.title })}
            value={item.minutes ?? ''}
            min={1}
            max={240}
            w={72}
            size="xs"
            onChange={time}
          />
          <ActionIcon
            variant="subtle"
            disabled={place === 0}
            aria-label={words.say('meeting.earlier', { title: item.title })}
            onClick={() => move(place - 1)}
          >
            <IconArrowUp size={16} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            disabled={place === last}
            aria-label={words.say('meeting.later', { title: item.title })}
            onClick={() => move(place + 1)}
          >
            <IconArrowDown size={16} aria-hidden="true" />
          </ActionIcon>
          <CloseButton
            size="sm"
            aria-label={words.say('meeting.dropItem', { title: item.title })}
            onClick={() => void act(deleteRecord, { kind: 'agendaItem', record: item.id })}
          />
        </span>
      ) : null}
      {item.kind === 'decision' || !open ? (
        item.said ? (
          <p className={styles.said}>{item.said}</p>
        ) : null
      ) : (
        <div className={styles.said}>
          <TextField kind="agendaItem" record={item.id} field="said" multiline />
        </div>
      )}
    </li>
  );
}
