// The benefits register: how the portfolio's value stands in a sentence, the honest figures, then every benefit.

import { useMemo } from 'react';
import { SyntheticNote } from '#renderer/controls/SyntheticNote.tsx';
import { say, useBook } from '#renderer/desk/desk.ts';
import { gridWords } from '#renderer/desk/grid-words.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { useBookValue } from '#renderer/desk/value.ts';
import { moneyOf } from '#renderer/desk/value-words.ts';
import { remembered } from '#renderer/desk/view-state.ts';
import { Grid } from '#renderer/parts/grid/Grid.tsx';
import type { GridPlace, KeepMany } from '#renderer/parts/grid/types.ts';
import { EmptyList } from '#renderer/parts/ListScreen.tsx';
import { tableScale } from '#shared/words/format.ts';
import styles from './benefits.module.css';
import { Capture } from './Capture.tsx';
import { benefitColumns, type KeepTyped } from './columns.tsx';
import { type BenefitRow, type BenefitsView, benefitRows, FIRST_VIEW, shown } from './rows.ts';
import { Standing, sentenceOf } from './Standing.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useTyped } from './useTyped.ts';

const useView = remembered<BenefitsView>(FIRST_VIEW);
const useSelected = remembered<string | undefined>(undefined);
const usePlace = remembered<GridPlace | undefined>(undefined);

/** @param capture true where the address asks to capture a benefit: its first field has the focus */
export function Benefits({ capture }: { capture: boolean }) {
  const words = useWords();
  const book = useBook();
  const value = useBookValue();
  const typed = useTyped();
  const [view, setView] = useView();
  const [selected, setSelected] = useSelected();
  const [place, setPlace] = usePlace();
  const all = useMemo(() => (book && value ? benefitRows(book, value) : []), [book, value]);
  const rows = useMemo(() => shown(all, view.filters), [all, view.filters]);
  const currency = book?.office.currency ?? 'USD';
  const scale = useMemo(() => tableScale(all.map((row) => moneyOf(row.attributed, currency))), [all, currency]);
  const keep = useMemo((): KeepTyped => (row, field, text) => typed([row.id], field, text), [typed]);
  const columns = useMemo(() => (book ? benefitColumns({ book, words, scale, keep }) : []), [book, words, scale, keep]);
  /** Cells that get the same text in the same column are one change: a filled column is one step of undo. */
  const keepMany: KeepMany<BenefitRow> = async (cells) => {
    const groups = new Map<string, number[]>();
    for (const [i, { column, text }] of cells.entries()) {
      const key = `${column}\n${text}`;
      groups.set(key, [...(groups.get(key) ?? []), i]);
    }
    const answers: (string | undefined)[] = cells.map(() => undefined);
    for (const places of groups.values()) {
      const first = cells[places[0] as number];
      if (!first) continue;
      const ids = places.flatMap((i) => cells[i]?.row.id ?? []);
      const refused = await typed(ids, first.column, first.text);
      for (const i of places) answers[i] = refused;
    }
    return answers;
  };
  if (!book || !value) return <output>{words.say('app.opening')}</output>;
  if (all.length === 0)
    return (
      <EmptyList title={words.say('benefits.emptyTitle')} text={words.say('benefits.emptyText')}>
        <Capture focused={capture} onCaptured={setSelected} />
      </EmptyList>
    );
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <h1 className={styles.sentence}>{sentenceOf(value, words)}</h1>
        <SyntheticNote />
        <Standing value={value} />
        <Capture focused={capture} onCaptured={setSelected} />
      </header>
      <Toolbar all={all} rows={rows} columns={columns} view={view} onView={setView} keep={typed} />
      <div className={styles.gridPlace}>
        <Grid<BenefitRow>
          rows={rows}
          columns={columns}
          view={view.grid}
          onView={(grid) => setView({ ...view, grid })}
          words={gridWords(words, 'benefits.gridLabel', 'benefits.inGroup')}
          selected={selected}
          onSelect={(row) => setSelected(row.id)}
          onInspect={(row) => go('benefit', row.id)}
          onOpen={(row) => go('benefit', row.id)}
          keepMany={keepMany}
          onSay={(text) => say({ tone: 'done', text })}
          place={place}
          onLeave={setPlace}
          feet={{ title: words.say('benefits.rowsShown', { shown: rows.length, all: all.length }) }}
          rightToLeft={words.direction === 'rtl'}
        />
      </div>
    </div>
  );
}
