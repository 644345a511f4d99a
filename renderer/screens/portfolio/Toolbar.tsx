// What is looked at: search, filters, and the menus beside them; and adding a component.
import { Button, Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { ColumnMenu, ViewMenu } from '#renderer/controls/ListMenus.tsx';
import { useWords } from '#renderer/desk/prefs.ts';
import type { GridColumn } from '#renderer/parts/grid/types.ts';
import { RATINGS } from '#shared/domain/confidence.ts';
import type { PortfolioRow } from '#shared/domain/portfolio.ts';
import { AddComponent } from './AddComponent.tsx';
import styles from './portfolio.module.css';
import { type Filters, type PortfolioView, valuesOf } from './view.ts';

interface ToolbarProps {
  readonly all: readonly PortfolioRow[];
  readonly columns: readonly GridColumn<PortfolioRow>[];
  readonly view: PortfolioView;
  readonly onView: (view: PortfolioView) => void;
  readonly onReset: () => void;
  readonly filtered: boolean;
  readonly inspecting: boolean;
  readonly onInspecting: (open: boolean) => void;
}

const plain = (values: string[]) => values.map((value) => ({ value, label: value }));

export function Toolbar({ all, columns, view, onView, onReset, filtered, inspecting, onInspecting }: ToolbarProps) {
  const words = useWords();
  const { filters } = view;
  const set = (change: Partial<Filters>) => onView({ ...view, filters: { ...filters, ...change } });
  const pick = (
    label: string,
    value: string,
    data: { value: string; label: string }[],
    onChange: (value: string) => void,
    width = 112,
  ) => (
    <Select
      aria-label={label}
      placeholder={label}
      data={data}
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
      clearable
      searchable={data.length > 8}
      size="xs"
      w={width}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    />
  );
  const { organisations, categories, past } = useMemo(
    () => ({
      organisations: plain(valuesOf(all, (row) => row.organisation)),
      categories: plain(valuesOf(all, (row) => row.category)),
      past: all.some((row) => !row.current),
    }),
    [all],
  );
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={words.say('portfolio.toolbar')}>
      <TextInput
        aria-label={words.say('portfolio.find')}
        placeholder={words.say('portfolio.find')}
        value={filters.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        size="xs"
        w={140}
      />
      {pick(
        words.field('organisation'),
        filters.organisation,
        organisations,
        (organisation) => set({ organisation }),
        116,
      )}
      {pick(words.field('category'), filters.category, categories, (category) => set({ category }))}
      {pick(
        words.say('portfolio.rating'),
        filters.rating,
        [
          ...RATINGS.map((rating) => ({ value: rating, label: words.sayAny(`rating.${rating}`) })),
          { value: 'none', label: words.say('portfolio.noRating') },
        ],
        (rating) => set({ rating }),
        128,
      )}
      {pick(
        words.say('value.status'),
        filters.value,
        (['onTrack', 'watch', 'offTrack', 'notDue', 'exempt', 'notReported'] as const).map((value) => ({
          value,
          label: words.sayAny(`status.${value}`),
        })),
        (value) => set({ value }),
      )}
      {past
        ? pick(
            words.say('portfolio.standing'),
            filters.standing,
            (['current', 'past', 'all'] as const).map((value) => ({
              value,
              label: words.sayAny(`portfolio.standing.${value}`),
            })),
            (standing) => set({ standing: (standing || 'current') as Filters['standing'] }),
            118,
          )
        : null}
      {filtered ? (
        <Button size="compact-sm" variant="subtle" onClick={onReset}>
          {words.say('portfolio.clear')}
        </Button>
      ) : null}
      <span className={styles.grow} />
      <ColumnMenu columns={columns} view={view} onView={onView} />
      <ViewMenu screen="portfolio" view={view} onView={onView} />
      <Button
        size="compact-sm"
        variant="default"
        aria-pressed={inspecting}
        title={words.say('portfolio.detailsHint')}
        onClick={() => onInspecting(!inspecting)}
      >
        {words.say('portfolio.details')}
      </Button>
      <AddComponent size="compact-sm" />
    </div>
  );
}
