// One right in the matrix: what it is cut to, and the part of each body and role in it.
import { memo } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Book } from '#shared/domain/book.ts';
import { boundsText } from '#shared/govern/ranges.ts';
import { bodyName, isolated, listed, scopeText } from '#shared/govern/right-text.ts';
import type { Right, RightWithParties } from '#shared/govern/rights.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Words } from '#shared/words/words.ts';
import styles from './matrix.module.css';
import { type Cell, type Column, partsIn } from './parties.ts';

interface MatrixRowProps {
  readonly book: Book;
  readonly row: RightWithParties;
  readonly columns: readonly Column[];
  readonly isFirst: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (right: RecordId) => void;
  readonly onOpen: (cell: Cell, button: HTMLElement) => void;
}

export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { book, row, columns, isFirst, isChosen, onChoose, onOpen } = props;
  const words = useWords();
  const { right } = row;
  const range = boundsText(words, right);
  const details = detailsOf(book, words, right);
  return (
    <tr data-chosen={isChosen || undefined}>
      <th scope="row">
        <button
          type="button"
          className={styles.rowHead}
          data-cell
          tabIndex={isFirst ? 0 : -1}
          aria-pressed={isChosen}
          onClick={() => onChoose(right.id)}
        >
          <span>{right.title ? `${isolated(right.title)}: ${range}` : range}</span>
          <span className={styles.details}>{details}</span>
        </button>
      </th>
      {columns.map(({ key, name }) => {
        const parts = partsIn(row, key);
        const spoken = parts.map((part) => words.sayAny(`part.${part}`)).join(words.say('rights.comma'));
        return (
          <td key={key}>
            <button
              type="button"
              className={styles.cell}
              data-cell
              tabIndex={-1}
              aria-haspopup="menu"
              onClick={(event) => onOpen({ right: right.id, column: key }, event.currentTarget)}
            >
              {parts.map((part) => (
                <b key={part} className={styles.letter} data-part={part} aria-hidden="true">
                  {words.say(`rightsScreen.letter.${part}`)}
                </b>
              ))}
              <span className="visually-hidden">
                {words.say('rightsScreen.cell', {
                  name: isolated(name),
                  parts: spoken || words.say('rightsScreen.noPart'),
                })}
              </span>
            </button>
          </td>
        );
      })}
    </tr>
  );
});

/** Scope and lane, then what else is said: days, conditions, where it goes, who stands in. */
function detailsOf(book: Book, words: Words, right: Right): string {
  return listed(words, [
    scopeText(book, words, right),
    ...(right.responseDays === undefined ? [] : [words.say('rightsScreen.days', { count: right.responseDays })]),
    ...(right.conditions ? [words.say('rightsScreen.onCondition', { conditions: isolated(right.conditions) })] : []),
    ...(right.escalatesTo
      ? [words.say('rightsScreen.goesTo', { body: bodyName(book, words, right.escalatesTo) })]
      : []),
    ...(right.delegate ? [words.say('rightsScreen.standsIn', { body: bodyName(book, words, right.delegate) })] : []),
  ]);
}
