// The bodies as a table: what the chart draws, for those who read and those who cannot see the drawing.
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { where } from '#shared/domain/lookup.ts';
import { bodyName, listed } from '#shared/govern/right-text.ts';
import type { Day } from '#shared/kit/period.ts';
import styles from './boards.module.css';
import { fillOf } from './fill.ts';
import { boardsOf } from './layout.ts';

interface TableProps {
  readonly book: Book;
  readonly on: Day;
}

export function BodyTable({ book, on }: TableProps) {
  const words = useWords();
  return (
    <div className={styles.tablePlace}>
      <table className={styles.table} aria-label={words.say('boards.list')}>
        <thead>
          <tr>
            <th scope="col">{words.say('kind.board')}</th>
            <th scope="col">{words.field('form', 'board')}</th>
            <th scope="col">{words.say('boards.seats')}</th>
            <th scope="col">{words.say('boards.answersTo')}</th>
            <th scope="col">{words.say('boards.informs')}</th>
            <th scope="col">{words.field('cadence', 'board')}</th>
          </tr>
        </thead>
        <tbody>
          {boardsOf(book).map((board) => (
            <BodyRow key={board.id} book={book} on={on} board={board} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BodyRow({ book, on, board }: TableProps & { readonly board: Entry<'board'> }) {
  const words = useWords();
  const { seats, vacant } = fillOf(book, board, on);
  const lines = where(book, 'reportingLine', 'from', board.id).filter(({ to }) => book.get('board', to));
  const named = (dotted: boolean) => {
    const names = lines.filter((line) => Boolean(line.dotted) === dotted).map(({ to }) => bodyName(book, words, to));
    return names.length > 0 ? listed(words, names) : '—';
  };
  return (
    <tr>
      <th scope="row">
        <a href={address('boards', board.id)}>
          <bdi>{board.title}</bdi>
        </a>
      </th>
      <td>{words.sayAny(`bodyForm.${board.form}`)}</td>
      <td>
        {words.say('boards.seatsOf', { filled: words.number(seats - vacant), seats: words.number(seats) })}
        {vacant > 0 ? (
          <span className={styles.vacant}> ▲ {words.say('boards.vacantSeats', { count: vacant })}</span>
        ) : null}
      </td>
      <td>{named(false)}</td>
      <td>{named(true)}</td>
      <td>{board.cadence ? words.sayAny(`cadence.${board.cadence}`) : '—'}</td>
    </tr>
  );
}
