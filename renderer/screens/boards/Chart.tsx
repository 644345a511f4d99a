// The chart of bodies: who answers to whom, each box a link to its body; the table below says the same.
import { useMemo } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import type { Day } from '#shared/kit/period.ts';
import styles from './chart.module.css';
import { fillOf } from './fill.ts';
import { BOX_WIDTH, chartOf } from './layout.ts';

interface ChartProps {
  readonly book: Book;
  readonly on: Day;
}

export function Chart({ book, on }: ChartProps) {
  const words = useWords();
  const chart = useMemo(() => chartOf(book), [book]);
  return (
    <section className={styles.card} aria-label={words.say('boards.chart')}>
      <div className={styles.key} aria-hidden="true">
        <span>
          <i className={styles.solidKey} /> {words.say('boards.solidLine')}
        </span>
        {chart.hasDotted ? (
          <span>
            <i className={styles.dottedKey} /> {words.say('boards.dottedLine')}
          </span>
        ) : null}
        <span>
          <b className={styles.vacant}>▲</b> {words.say('boards.vacantKey')}
        </span>
      </div>
      <div className={styles.chartPlace}>
        <div className={styles.chart} style={{ width: chart.width, height: chart.height }}>
          <svg
            width={chart.width}
            height={chart.height}
            aria-hidden="true"
            className={styles.lines}
            data-mirrored={words.direction === 'rtl' || undefined}
          >
            <marker id="informs" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0L8 4L0 8Z" className={styles.head} />
            </marker>
            {chart.lines.map(({ id, dotted, path }) => (
              <path
                key={id}
                d={path}
                className={dotted ? styles.dotted : styles.solid}
                {...(dotted ? { markerEnd: 'url(#informs)' } : {})}
              />
            ))}
          </svg>
          {chart.boxes.map(({ board, x, y, height }) => (
            <Box key={board.id} book={book} on={on} board={board} place={{ x, y, height }} />
          ))}
        </div>
      </div>
    </section>
  );
}

interface BoxProps extends ChartProps {
  readonly board: Entry<'board'>;
  readonly place: { readonly x: number; readonly y: number; readonly height: number };
}

function Box({ book, on, board, place: { x, y, height } }: BoxProps) {
  const words = useWords();
  const { seats, vacant } = fillOf(book, board, on);
  return (
    <a
      href={address('boards', board.id)}
      className={styles.box}
      data-form={board.form}
      style={{ insetInlineStart: x, insetBlockStart: y, width: BOX_WIDTH, height }}
    >
      <strong>
        <bdi>{board.title}</bdi>
      </strong>
      <span className={styles.boxLine}>{words.sayAny(`bodyForm.${board.form}`)}</span>
      <span className={vacant > 0 ? styles.vacant : styles.boxLine}>
        {vacant > 0 ? '▲ ' : ''}
        {words.say('boards.seatsInBox', { filled: words.number(seats - vacant), seats: words.number(seats) })}
      </span>
    </a>
  );
}
