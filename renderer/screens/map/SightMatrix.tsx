// The line of sight on one page: which programme serves which objective with how much value, where there is only a word, and what is spent.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { useBookValue } from '#renderer/desk/value.ts';
import { moneyOf } from '#renderer/desk/value-words.ts';
import { lineOfSight, type SightCell } from '#shared/sight/line-of-sight.ts';
import type { Words } from '#shared/words/words.ts';
import styles from './matrix.module.css';

const FIRST = 15;

export function SightMatrix() {
  const words = useWords();
  const book = useBook();
  const value = useBookValue();
  const [all, setAll] = useState(false);
  const sight = useMemo(() => book && value && lineOfSight(book, value), [book, value]);
  if (!book || !sight) return null;
  const { objectives, programmes, spend } = sight;
  const currency = book.office.currency;
  const money = (minor: number) => words.money(moneyOf(minor, currency));
  const none = spend.find(({ alignedness }) => alignedness === 'none');
  if (objectives.length === 0 || programmes.length === 0)
    return (
      <p className={styles.empty}>{words.say(objectives.length === 0 ? 'sight.noObjectives' : 'sight.noProgrammes')}</p>
    );
  const shown = all ? programmes : programmes.slice(0, FIRST);
  return (
    <div className={styles.page}>
      <p className={styles.soft}>
        {words.say('sight.legend', { perspective: words.sayAny(`perspective.${book.office.perspective}`) })}
      </p>
      <section className={styles.scroll} tabIndex={0} aria-label={words.say('sight.label')}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{words.say('sight.programme')}</th>
              {objectives.map(({ id, name }) => (
                <th scope="col" key={id}>
                  <bdi>{name}</bdi>
                </th>
              ))}
              <th scope="col">{words.say('sight.total')}</th>
              <th scope="col">{words.say('sight.cost')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((programme) => (
              <tr key={programme.id}>
                <th scope="row">
                  <a href={address('component', programme.id)}>
                    <bdi>{programme.name}</bdi>
                  </a>
                </th>
                {programme.cells.map((cell, i) => (
                  <td key={objectives[i]?.id} data-standing={cell.standing}>
                    {cellText(cell, money, words)}
                  </td>
                ))}
                <td className={styles.total}>{programme.attributed === 0 ? '—' : money(programme.attributed)}</td>
                <td>
                  {programme.cost.sums.length > 0
                    ? programme.cost.sums.map((sum) => words.money(sum)).join(' + ')
                    : '—'}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.say('sight.all', { count: programmes.length })}</th>
              {objectives.map(({ id, attributed, benefits }) => (
                <td key={id} className={styles.total} data-standing={benefits === 0 ? 'unserved' : undefined}>
                  {benefits === 0
                    ? words.say('sight.unserved')
                    : attributed === 0
                      ? words.say('sight.benefits', { count: benefits })
                      : money(attributed)}
                </td>
              ))}
              <td />
              <td />
            </tr>
          </tfoot>
        </table>
      </section>
      {programmes.length > FIRST ? (
        <Button variant="default" size="compact-sm" onClick={() => setAll(!all)}>
          {words.say(all ? 'sight.fewer' : 'sight.more', { count: programmes.length - FIRST })}
        </Button>
      ) : null}
      {none && none.rows.length > 0 ? (
        <p className={styles.none}>
          {words.say('sight.none', {
            count: none.rows.length,
            cost: none.cost.sums.length > 0 ? none.cost.sums.map((sum) => words.money(sum)).join(' + ') : '—',
          })}
        </p>
      ) : null}
    </div>
  );
}

/** "● £12m", "● 2 benefits", "△ said only". */
function cellText(cell: SightCell, money: (minor: number) => string, words: Words): string {
  if (cell.standing === 'none') return '';
  if (cell.standing === 'gap') return `△ ${words.say('sight.gap')}`;
  // proven by what another component brings about: no value of its own stands here
  if (cell.benefits === 0) return `● ${words.say('sight.byPath')}`;
  return `● ${cell.attributed === 0 ? words.say('sight.benefits', { count: cell.benefits }) : money(cell.attributed)}`;
}
