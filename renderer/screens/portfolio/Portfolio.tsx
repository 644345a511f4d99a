// The portfolio: one sentence that says how things stand, the figures, then every component in a grid.
import { useMemo } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { say, useBook, useDesk } from '#renderer/desk/desk.ts';
import { useEscape } from '#renderer/desk/escape.ts';
import { gridWords } from '#renderer/desk/grid-words.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { useBookValue } from '#renderer/desk/value.ts';
import { Grid } from '#renderer/parts/grid/Grid.tsx';
import { editField } from '#shared/acts/edit-field.ts';
import { stateBenefit } from '#shared/acts/state-benefit.ts';
import { OFFICE_DEFAULTS } from '#shared/domain/office.ts';
import { cover, type PortfolioRow, portfolioRows, portfolioTotals } from '#shared/domain/portfolio.ts';
import { known } from '#shared/kit/absent.ts';
import { valueSide } from '#shared/value/pair.ts';
import { tableScale } from '#shared/words/format.ts';
import { type KeepField, portfolioColumns } from './columns.tsx';
import { EmptyPortfolio } from './EmptyPortfolio.tsx';
import { Figures } from './Figures.tsx';
import { Inspector } from './Inspector.tsx';
import styles from './portfolio.module.css';
import { Toolbar } from './Toolbar.tsx';
import { useInspecting, usePlace, useSelected, useView } from './useView.ts';
import { FIRST_VIEW, filtered, isFiltered } from './view.ts';
import { sumsText } from './workings.ts';

/** Pixels from which the inspector is open at first. */
const WIDE = 1600;

export function Portfolio() {
  const words = useWords();
  const book = useBook();
  const summary = useDesk((desk) => desk.summary);
  const act = useAct();
  const [view, setView] = useView();
  const [selected, setSelected] = useSelected();
  const [place, setPlace] = usePlace();
  // the inspector has a place of its own while it is open: selecting a row never moves a cell under the pointer
  const [chosenInspecting, setInspecting] = useInspecting();
  const inspecting = chosenInspecting ?? window.innerWidth >= WIDE;
  const all = useMemo(() => (book ? portfolioRows(book) : (summary?.rows ?? [])), [book, summary]);
  const totals = useMemo(() => (book ? portfolioTotals(all) : summary?.totals), [book, all, summary]);
  const value = useBookValue();
  const side = useMemo(
    () => (row: PortfolioRow) => (value ? valueSide(row, value.components.get(row.id)) : undefined),
    [value],
  );
  const rows = useMemo(() => filtered(all, view.filters, (row) => side(row)?.status ?? ''), [all, view.filters, side]);
  const currency = (book?.office ?? OFFICE_DEFAULTS).currency;
  const scale = useMemo(() => tableScale(all.flatMap((row) => known(row.cost) ?? [])), [all]);
  const keep = useMemo(
    (): KeepField => (row, field, value) =>
      field === 'benefit'
        ? act(stateBenefit, { component: row.id, value, title: words.say('portfolio.benefit') })
        : act(editField, { kind: 'component', record: row.id, values: { [field]: value } }),
    [act, words],
  );
  const shown = useMemo(
    () => ({ cost: cover(rows, (row) => row.cost), benefit: cover(rows, (row) => row.benefit) }),
    [rows],
  );
  const columns = useMemo(
    () => portfolioColumns({ words, currency, scale, keep, side }),
    [words, currency, scale, keep, side],
  );
  const feet = useMemo(() => {
    const covering = (covered: typeof shown.cost) => (
      <Foot
        figure={sumsText(covered, words)}
        note={words.say('portfolio.covers', { count: covered.count, of: covered.of })}
      />
    );
    const counted = words.say('portfolio.rowsShown', { count: rows.length, all: all.length });
    return {
      name: <Foot figure={counted} note={words.say('portfolio.keys')} />,
      cost: covering(shown.cost),
      benefit: covering(shown.benefit),
    };
  }, [words, rows.length, all.length, shown]);
  useEscape(inspecting ? () => setInspecting(false) : undefined);

  if (!totals || (book && all.length === 0)) return <EmptyPortfolio />;
  const chosen = selected === undefined ? undefined : all.find((row) => row.id === selected);
  return (
    <div className={styles.screen} data-inspecting={inspecting || undefined}>
      <header className={styles.header}>
        <h1 className={styles.sentence}>{standing(totals, words)}</h1>
        <Figures totals={totals} rows={all} book={book} />
      </header>
      <Toolbar
        all={all}
        columns={columns}
        view={view}
        onView={setView}
        onReset={() => setView(FIRST_VIEW)}
        filtered={isFiltered(view.filters)}
        inspecting={inspecting}
        onInspecting={setInspecting}
      />
      <div className={styles.gridPlace}>
        <Grid<PortfolioRow>
          rows={rows}
          columns={columns}
          view={view.grid}
          onView={(grid) => setView({ ...view, grid })}
          words={gridWords(words, 'portfolio.gridLabel', 'grid.rowsInGroup')}
          selected={selected}
          onSelect={(row) => setSelected(row.id)}
          onInspect={(row) => {
            setInspecting(!inspecting || row.id !== selected);
            setSelected(row.id);
          }}
          onOpen={(row) => go('component', row.id)}
          onSay={(text) => say({ tone: 'done', text })}
          muted={(row) => !row.current}
          place={place}
          onLeave={setPlace}
          feet={feet}
          rightToLeft={words.direction === 'rtl'}
        />
      </div>
      {inspecting ? (
        <Inspector row={chosen} side={chosen && side(chosen)} onClose={() => setInspecting(false)} />
      ) : null}
    </div>
  );
}

function Foot({ figure, note }: { figure: string; note: string }) {
  return (
    <span className={styles.foot}>
      <span>{figure}</span>
      <span className={styles.footNote}>{note}</span>
    </span>
  );
}

/** "110 of 244 components state a benefit: £729 bn against £472 bn cost; 32 cost more than they return." */
function standing(totals: NonNullable<ReturnType<typeof portfolioTotals>>, words: ReturnType<typeof useWords>): string {
  const { current, benefit, cost, belowCost } = totals;
  if (cost.missing.withheld && cost.count === 0)
    return words.say('withheld.noFigures', { head: words.say('deck.components', { count: current }) });
  if (benefit.count === 0)
    return words.say('portfolio.sentenceNoBenefit', { count: current, cost: sumsText(cost, words) });
  return words.say('portfolio.sentence', {
    count: benefit.count,
    all: current,
    benefit: sumsText(benefit, words),
    cost: sumsText(cost, words),
    below: belowCost,
  });
}
