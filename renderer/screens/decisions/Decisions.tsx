// The decisions of the book: what is open and late, what was recorded, and how well decisions are made, as figures.
import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { SyntheticNote } from '#renderer/controls/SyntheticNote.tsx';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { EmptyList, ListScreen } from '#renderer/parts/ListScreen.tsx';
import { counselOf } from '#shared/counsel/counsel.ts';
import { decisionRight } from '#shared/counsel/evidence.ts';
import { type RegisterRow, registerFigures, registerRows } from '#shared/counsel/register.ts';
import type { Book } from '#shared/domain/book.ts';
import { recordName } from '#shared/domain/naming.ts';
import { holderName } from '#shared/govern/right-text.ts';
import { amountWithheld, isOpen } from '#shared/govern/standing.ts';
import type { Day } from '#shared/kit/period.ts';
import styles from './decisions.module.css';
import { Effectiveness } from './Effectiveness.tsx';
import { Raise } from './Raise.tsx';

const VIEWS = ['open', 'recorded', 'all'] as const;
type View = (typeof VIEWS)[number];

export function Decisions() {
  const words = useWords();
  const book = useBook();
  const [view, setView] = useState<View>('open');
  const on = book && asAtOf(book);
  const rows = useMemo(() => (book && on ? registerRows(book, on) : []), [book, on]);
  if (!book || !on) return <output>{words.say('app.opening')}</output>;
  if (rows.length === 0)
    return (
      <EmptyList title={words.say('decisions.emptyTitle')} text={words.say('decisions.emptyText')}>
        <Raise book={book} />
      </EmptyList>
    );
  const figures = registerFigures(rows, on);
  const shown = rows.filter(({ decision }) => view === 'all' || (view === 'open') === isOpen(decision));
  const late = rows.filter(({ decision, late }) => isOpen(decision) && late !== undefined).length;
  return (
    <ListScreen
      sentence={`${words.say('decisions.open', { count: figures.open })}${late > 0 ? words.say('decisions.late', { count: late }) : ''}`}
      tools={<Raise book={book} />}
      side={null}
    >
      <div className={styles.place}>
        <SyntheticNote />
        <Effectiveness book={book} figures={figures} />
        <SegmentedControl
          className={styles.views ?? ''}
          aria-label={words.say('decisions.view')}
          data={VIEWS.map((value) => ({ value, label: words.sayAny(`decisions.view.${value}`) }))}
          value={view}
          onChange={(value) => setView(value as View)}
        />
        <Register book={book} rows={shown} on={on} />
      </div>
    </ListScreen>
  );
}

function Register({ book, rows, on }: { book: Book; rows: readonly RegisterRow[]; on: Day }) {
  const words = useWords();
  const counsel = counselOf(book, asAtOf(book));
  if (rows.length === 0) return <p className={styles.soft}>{words.say('decisions.none')}</p>;
  return (
    <div className={styles.tablePlace}>
      <table className={styles.table} aria-label={words.say('decisions.register')}>
        <thead>
          <tr>
            <th scope="col">{words.say('kind.decision')}</th>
            <th scope="col">{words.say('decisions.type')}</th>
            <th scope="col">{words.say('kind.component')}</th>
            <th scope="col">{words.say('part.decide')}</th>
            <th scope="col">{words.say('decisions.standing')}</th>
            <th scope="col">{words.say('decisions.when')}</th>
            <th scope="col">{words.say('decisions.days')}</th>
            <th scope="col">{words.say('decision.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(
            ({ decision, standing, age, late, deferrals, isWaiver, isReversal, actions, actionsDone, actionsLate }) => {
              const { taken } = decision;
              const holder = taken ?? decisionRight(counsel, decision, on).decides;
              return (
                <tr key={decision.id}>
                  <th scope="row">
                    <a href={address('decision', decision.id)}>
                      <bdi>{decision.title}</bdi>
                    </a>
                  </th>
                  <td>{words.sayAny(`decisionType.${decision.type}`)}</td>
                  <td>
                    <bdi>{recordName(book, 'component', decision.component)}</bdi>
                  </td>
                  <td>
                    {holder
                      ? holderName(book, words, holder)
                      : amountWithheld(book, decision)
                        ? words.say('withheld.decider')
                        : `■ ${words.say('decisions.nobody')}`}
                  </td>
                  <td>
                    {taken
                      ? `${words.sayAny(`outcome.${taken.outcome}`)} · ${taken.number}`
                      : words.sayAny(`standing.${standing}`)}
                    {isWaiver ? <span className={styles.tag}>▲ {words.say('decisions.exception')}</span> : null}
                    {isReversal ? <span className={styles.tag}>{words.say('decisions.reversal')}</span> : null}
                    {deferrals > 0 ? (
                      <span className={styles.tag}>{words.say('decisions.deferred', { count: deferrals })}</span>
                    ) : null}
                  </td>
                  <td>
                    {taken
                      ? words.date(taken.on)
                      : decision.neededBy
                        ? words.say('decisions.by', { on: words.date(decision.neededBy) })
                        : '—'}
                    {late === undefined ? null : (
                      <span className={styles.late}>■ {words.say('decisions.lateBy', { count: late })}</span>
                    )}
                  </td>
                  <td data-number>{age === undefined ? '—' : words.number(age)}</td>
                  <td data-number>
                    {actions === 0
                      ? '—'
                      : words.say('decisions.doneOf', { done: words.number(actionsDone), all: words.number(actions) })}
                    {actionsLate > 0 ? (
                      <span className={styles.late}>
                        ■ {words.say('decisions.actionsLate', { count: actionsLate })}
                      </span>
                    ) : null}
                  </td>
                </tr>
              );
            },
          )}
        </tbody>
      </table>
    </div>
  );
}
