// One column of the board: its limit, its cards; a card is dragged, or moved by the arrow keys while it has the focus.
import { Button, NumberInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { sideText } from '#renderer/desk/value-words.ts';
import { Status } from '#renderer/parts/Status.tsx';
import { editField } from '#shared/acts/edit-field.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { WORK_STATES, type WorkState } from '#shared/domain/component.ts';
import { where } from '#shared/domain/lookup.ts';
import { OFFICE } from '#shared/domain/office.ts';
import type { PortfolioRow } from '#shared/domain/portfolio.ts';
import { isOpen } from '#shared/govern/standing.ts';
import type { WorkColumn } from '#shared/govern/work.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { BookValue } from '#shared/value/book-value.ts';
import { valueSide } from '#shared/value/pair.ts';
import styles from './work.module.css';

/** Cards drawn before the rest is asked for. */
const MOST = 40;

interface ColumnProps {
  readonly column: WorkColumn;
  readonly book: Book;
  readonly value: BookValue;
  readonly rows: ReadonlyMap<RecordId, PortfolioRow>;
  readonly onMove: (card: Entry<'component'>, to: WorkState) => void;
}

const MIME = 'application/x-mizan-component';

export function Column({ column: { state, cards, limit, isOver }, book, value, rows, onMove }: ColumnProps) {
  const words = useWords();
  const act = useAct();
  const [all, setAll] = useState(false);
  const [over, setOver] = useState(false);
  const name = words.sayAny(`workState.${state}`);
  const setLimit = (next: number | string) => {
    const limits = { ...book.office.workLimits };
    if (typeof next === 'number' && next > 0) limits[state] = next;
    else delete limits[state];
    void act(editField, { kind: 'office', record: OFFICE, values: { workLimits: limits } });
  };
  const shown = all ? cards : cards.slice(0, MOST);
  return (
    <section
      className={styles.column}
      aria-label={name}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(MIME)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const card = book.get('component', event.dataTransfer.getData(MIME) as RecordId);
        if (card) onMove(card, state);
      }}
    >
      <header className={styles.head}>
        <h2 className={styles.name}>{name}</h2>
        <span className={isOver ? styles.tooMany : styles.soft}>
          {isOver ? '▲ ' : ''}
          {limit === undefined
            ? words.number(cards.length)
            : words.say('work.ofLimit', { cards: words.number(cards.length), limit: words.number(limit) })}
        </span>
        <NumberInput
          className={styles.limit ?? ''}
          aria-label={words.say('work.limitOf', { name })}
          placeholder={words.say('work.noLimit')}
          size="xs"
          min={1}
          hideControls
          value={limit ?? ''}
          onBlur={(event) => setLimit(event.currentTarget.value === '' ? '' : Number(event.currentTarget.value))}
        />
      </header>
      <ul className={styles.cards}>
        {shown.map((card) => (
          <Card key={card.id} card={card} state={state} book={book} value={value} rows={rows} onMove={onMove} />
        ))}
      </ul>
      {shown.length < cards.length ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {words.say('work.showAll', { count: cards.length - shown.length })}
        </Button>
      ) : null}
    </section>
  );
}

interface CardProps extends Omit<ColumnProps, 'column'> {
  readonly card: Entry<'component'>;
  readonly state: WorkState;
}

function Card({ card, state, book, value, rows, onMove }: CardProps) {
  const words = useWords();
  const waiting = where(book, 'decision', 'component', card.id).filter(isOpen);
  const row = rows.get(card.id);
  const side = row && valueSide(row, value.components.get(card.id));
  const onKey = (event: KeyboardEvent) => {
    const ahead = words.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = words.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const by = event.key === ahead ? 1 : event.key === back ? -1 : 0;
    const to = WORK_STATES[WORK_STATES.indexOf(state) + by];
    if (by === 0 || !to || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onMove(card, to);
  };
  return (
    <li>
      <a
        className={styles.card}
        href={address('component', card.id)}
        draggable
        aria-description={words.say('work.cardHint')}
        onKeyDown={onKey}
        onDragStart={(event) => {
          event.dataTransfer.setData(MIME, card.id);
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        <bdi>{card.name}</bdi>
        <span className={styles.pair}>
          {row ? (
            <Status
              status={row.delivery}
              letter={words.say('portfolio.d')}
              label={words.sayAny(`status.${row.delivery}`)}
            />
          ) : null}
          {side ? (
            <Status status={side.status} letter={words.say('portfolio.v')} label={sideText(side, words)} />
          ) : null}
        </span>
        {waiting.map(({ id, type }) => (
          <span key={id} className={styles.waits}>
            ⧗ {words.say('work.waitsFor', { type: words.sayAny(`decisionType.${type}`) })}
          </span>
        ))}
      </a>
    </li>
  );
}
