// The months in a grid: plan, forecast and readings written in place, pasted as a column, or filled by a shape.
import { useMemo, useState } from 'react';
import { ColumnMenu } from '#renderer/controls/ListMenus.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook } from '#renderer/desk/desk.ts';
import { gridWords } from '#renderer/desk/grid-words.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { asAtOf } from '#renderer/desk/value.ts';
import { Grid } from '#renderer/parts/grid/Grid.tsx';
import type { GridColumn, GridView, KeepMany } from '#renderer/parts/grid/types.ts';
import { StatusWord } from '#renderer/parts/Status.tsx';
import { SERIES, type Series, writeSeries } from '#shared/acts/write-series.ts';
import { approvedVersion } from '#shared/domain/measure.ts';
import { typedNumber } from '#shared/intake/series-paste.ts';
import type { MeasureValue } from '#shared/value/measure-value.ts';
import { anchorOf } from '#shared/value/placed.ts';
import type { Words } from '#shared/words/words.ts';
import styles from './measure.module.css';
import { type MonthRow, monthBeyond, monthRows } from './rows.ts';
import { SeriesTools } from './SeriesTools.tsx';

const FIRST_VIEW: GridView = { sorting: [], grouping: [], hidden: ['counterfactual'] };

type KeepMonth = (row: MonthRow, series: Series, text: string, evidence?: string) => Promise<string | undefined>;

export function Months({ value }: { value: MeasureValue }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const { measure, benefit } = value;
  const [view, setView] = useState(FIRST_VIEW);
  const [selected, setSelected] = useState<string | undefined>();
  const start = book && benefit && anchorOf(book, benefit);
  const rows = useMemo(
    () => (book ? monthRows(measure, benefit, start, asAtOf(book)) : []),
    [book, measure, benefit, start],
  );
  const approved = approvedVersion(measure);
  const columns = useMemo(() => {
    const keep: KeepMonth = async (row, series, text, evidence) => {
      const number = typedNumber(text);
      if (text.trim() !== '' && number === undefined)
        return words.problem({ code: 'series.notANumber', args: { month: row.day } });
      const values = [text.trim() === '' ? null : (number as number)];
      const result = await act(writeSeries, {
        measure: measure.id,
        series,
        from: row.month,
        values,
        ...(evidence === undefined ? {} : { evidence }),
      });
      return result.ok ? undefined : words.problem(result.problem);
    };
    return columnsOf(words, approved, keep);
  }, [words, act, measure.id, approved]);
  /** A block that was pasted: one change a series, its months in order; what is no number is refused at its cell. */
  const keepMany: KeepMany<MonthRow> = async (cells) => {
    const answers: (string | undefined)[] = cells.map(() => undefined);
    for (const series of SERIES) {
      const own = cells.flatMap((cell, i) =>
        cell.column === series ? [{ ...cell, i, number: typedNumber(cell.text) }] : [],
      );
      const good = own.filter(({ text, number }) => text.trim() === '' || number !== undefined);
      for (const { i, row } of own.filter((each) => !good.includes(each)))
        answers[i] = words.problem({ code: 'series.notANumber', args: { month: row.day } });
      if (good.length === 0) continue;
      // one run from the first month to the last, whatever the order of the rows; a month between that was refused stays
      const from = Math.min(...good.map(({ row }) => row.month));
      const until = Math.max(...good.map(({ row }) => row.month));
      const given = new Map(good.map(({ row, number }) => [row.month, number ?? null]));
      const standing = new Map(rows.map((row) => [row.month, row[series]]));
      const values = Array.from({ length: until - from + 1 }, (_, n) => {
        const now = given.get(from + n);
        return now === undefined ? (standing.get(from + n) ?? null) : now;
      });
      const result = await act(writeSeries, { measure: measure.id, series, from, values });
      if (!result.ok) for (const { i } of good) answers[i] = words.problem(result.problem);
    }
    for (const [i, cell] of cells.entries())
      if (!(SERIES as readonly string[]).includes(cell.column)) answers[i] = words.say('series.notPasted');
    return answers;
  };
  if (!book) return null;
  return (
    <div className={styles.months}>
      <div className={styles.over}>
        <SeriesTools value={value} start={start} />
        <ColumnMenu columns={columns} view={{ filters: undefined, grid: view }} onView={({ grid }) => setView(grid)} />
      </div>
      <div className={styles.gridPlace}>
        <Grid<MonthRow>
          rows={rows}
          columns={columns}
          view={view}
          onView={setView}
          words={gridWords(words, 'measure.gridLabel', 'measure.inGroup')}
          selected={selected}
          onSelect={(row) => setSelected(row.id)}
          onInspect={(row) => setSelected(row.id)}
          onOpen={(row) => setSelected(row.id)}
          keepMany={keepMany}
          rowBeyond={monthBeyond}
          onSay={(text) => say({ tone: 'done', text })}
          feet={{ month: words.say('measure.monthsShown', { count: rows.length }) }}
          rightToLeft={words.direction === 'rtl'}
        />
      </div>
    </div>
  );
}

function columnsOf(words: Words, approved: number, keep: KeepMonth): readonly GridColumn<MonthRow>[] {
  const figure = (
    id: 'plan' | 'first' | 'forecast' | 'actual' | 'counterfactual',
    label: string,
    series?: Series,
  ): GridColumn<MonthRow> => ({
    id,
    label,
    width: 132,
    align: 'end',
    value: (row) => row[id] ?? undefined,
    text: (row) => (row[id] === null ? '' : String(row[id])),
    show: (row) => (row[id] === null ? '' : words.number(row[id], 4)),
    ...(series ? { edit: { kind: 'text', keep: (row: MonthRow, text: string) => keep(row, series, text) } } : {}),
  });
  return [
    {
      id: 'month',
      label: words.say('series.month'),
      width: 120,
      align: 'start',
      canHide: false,
      value: (row) => row.month,
      text: (row) => row.day.slice(0, 7),
      show: (row) => words.month(row.day),
    },
    ...(approved > 1 ? [figure('first', words.say('series.first'))] : []),
    figure(
      'plan',
      approved > 0 ? words.say('series.planVersion', { version: String(approved) }) : words.say('series.planDraft'),
      ...(approved > 0 ? [] : (['plan'] as const)),
    ),
    figure('forecast', words.say('series.forecast'), 'forecast'),
    figure('actual', words.say('series.actual'), 'actual'),
    {
      id: 'check',
      label: words.say('series.verified'),
      width: 200,
      align: 'start',
      value: (row) => row.check || undefined,
      text: (row) => (row.check ? words.sayAny(`check.${row.check}`) : ''),
      show: (row) =>
        row.check ? (
          <span title={row.reason}>
            <StatusWord
              status={row.check === 'verified' ? 'onTrack' : row.check === 'returned' ? 'offTrack' : 'notDue'}
              label={words.sayAny(`check.${row.check}`)}
            />
          </span>
        ) : (
          ''
        ),
    },
    {
      id: 'evidence',
      label: words.field('evidence'),
      width: 260,
      align: 'start',
      value: (row) => row.evidence || undefined,
      text: (row) => row.evidence,
      show: (row) => (
        <span dir="auto" title={row.evidence}>
          {row.evidence}
        </span>
      ),
      edit: {
        kind: 'text',
        keep: async (row, text) =>
          row.actual === null ? words.say('series.evidenceFirst') : keep(row, 'actual', String(row.actual), text),
      },
    },
    figure('counterfactual', words.field('counterfactual'), 'counterfactual'),
  ];
}
