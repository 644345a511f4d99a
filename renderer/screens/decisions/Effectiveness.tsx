// How effective decisions are: cycle time, lateness, reversals, waivers, follow-through; approved beside realised return by year.
import { useWords } from '#renderer/desk/prefs.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { Figure } from '#renderer/parts/Figure.tsx';
import { roiByYear, roiOf } from '#shared/counsel/afterwards.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import { OLD, type RegisterFigures } from '#shared/counsel/register.ts';
import type { Book } from '#shared/domain/book.ts';
import styles from './decisions.module.css';

export function Effectiveness({ book, figures }: { book: Book; figures: RegisterFigures }) {
  const words = useWords();
  const shown = [
    [
      'cycle',
      figures.cycle === undefined ? '—' : words.say('decisions.inDays', { count: Math.round(figures.cycle) }),
      figures.taken,
    ],
    [
      'lateShare',
      words.say('decisions.of', { part: words.number(figures.late), all: words.number(figures.dated) }),
      figures.dated,
    ],
    ['old', words.number(figures.old), figures.open],
    ['reversals', words.number(figures.reversals), figures.taken],
    ['waivers', words.number(figures.waivers), figures.taken],
    [
      'followed',
      words.say('decisions.of', { part: words.number(figures.actionsDone), all: words.number(figures.actions) }),
      figures.actions,
    ],
  ] as const;
  return (
    <>
      <div className={styles.figures}>
        {shown.map(([key, value, counted]) => (
          <Figure
            key={key}
            value={value}
            label={words.sayAny(`decisions.figure.${key}`)}
            working={{
              title: words.sayAny(`decisions.figure.${key}`),
              formula: words.sayAny(`decisions.formula.${key}`, { days: OLD }),
              inputs: [{ label: words.say('decisions.counted'), value: words.number(counted) }],
              leftOut: [],
              leftOutTitle: '',
            }}
          />
        ))}
      </div>
      <Returns book={book} />
    </>
  );
}

function Returns({ book }: { book: Book }) {
  const words = useWords();
  const years = roiByYear(counselOf(book, asAtOf(book)));
  if (years.length === 0) return null;
  const percent = (roi: number | undefined) => (roi === undefined ? '—' : words.percent(roi, 0));
  return (
    <div className={styles.roi}>
      <table className={styles.table} aria-label={words.say('decisions.returns')}>
        <caption className={styles.caption}>{words.say('decisions.returnsHint')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.say('decisions.year')}</th>
            <th scope="col">{words.say('decisions.fundings')}</th>
            <th scope="col">{words.say('decisions.approvedRoi')}</th>
            <th scope="col">{words.say('decisions.realisedRoi')}</th>
            <th scope="col">{words.say('decisions.withoutFigures')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, decisions, without, approved, realised }) => (
            <tr key={year}>
              <th scope="row">{String(year)}</th>
              <td data-number>{words.number(decisions)}</td>
              <td data-number>{percent(roiOf(approved))}</td>
              <td data-number>{percent(roiOf(realised))}</td>
              <td data-number>{words.number(without)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
