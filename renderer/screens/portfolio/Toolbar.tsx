// What is looked at: search, filters, columns, saved views; and adding a component.
import { Button, Menu, Select, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { keepViews, keptViews } from '#renderer/desk/views.ts';
import type { GridColumn } from '#renderer/parts/grid/types.ts';
import { addRecord } from '#shared/acts/add-record.ts';
import { RATINGS } from '#shared/domain/confidence.ts';
import type { PortfolioRow } from '#shared/domain/portfolio.ts';
import { newRecordId } from '#shared/kit/context.ts';
import styles from './portfolio.module.css';
import { type Filters, type PortfolioView, type SavedView, savedViews, valuesOf } from './view.ts';

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

export function Toolbar({ all, columns, view, onView, onReset, filtered, inspecting, onInspecting }: ToolbarProps) {
  const words = useWords();
  const { filters } = view;
  const set = (change: Partial<Filters>) => onView({ ...view, filters: { ...filters, ...change } });
  const pick = (
    label: string,
    value: string,
    data: { value: string; label: string }[],
    onChange: (value: string) => void,
    width = 150,
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
  const plain = (values: string[]) => values.map((value) => ({ value, label: value }));
  const past = all.some((row) => !row.current);
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={words.say('portfolio.toolbar')}>
      <TextInput
        aria-label={words.say('portfolio.find')}
        placeholder={words.say('portfolio.find')}
        value={filters.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        size="xs"
        w={190}
      />
      {pick(
        words.field('organisation'),
        filters.organisation,
        plain(valuesOf(all, (row) => row.organisation)),
        (organisation) => set({ organisation }),
        130,
      )}
      {pick(words.field('category'), filters.category, plain(valuesOf(all, (row) => row.category)), (category) =>
        set({ category }),
      )}
      {pick(
        words.say('portfolio.rating'),
        filters.rating,
        [
          ...RATINGS.map((rating) => ({ value: rating, label: words.sayAny(`rating.${rating}`) })),
          { value: 'none', label: words.say('portfolio.noRating') },
        ],
        (rating) => set({ rating }),
        140,
      )}
      {pick(
        words.say('portfolio.value'),
        filters.value,
        (['onTrack', 'offTrack', 'exempt', 'notReported'] as const).map((value) => ({
          value,
          label: words.sayAny(`valueCase.${value}`),
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
            150,
          )
        : null}
      {filtered ? (
        <Button size="compact-sm" variant="subtle" onClick={onReset}>
          {words.say('portfolio.clear')}
        </Button>
      ) : null}
      <span className={styles.grow} />
      <ColumnMenu columns={columns} view={view} onView={onView} />
      <ViewMenu view={view} onView={onView} />
      <Button
        size="compact-sm"
        variant="default"
        aria-pressed={inspecting}
        title={words.say('portfolio.detailsHint')}
        onClick={() => onInspecting(!inspecting)}
      >
        {words.say('portfolio.details')}
      </Button>
      <AddButton />
    </div>
  );
}

function ColumnMenu({ columns, view, onView }: Pick<ToolbarProps, 'columns' | 'view' | 'onView'>) {
  const words = useWords();
  const { hidden, grouping } = view.grid;
  const toggle = (id: string) =>
    onView({
      ...view,
      grid: { ...view.grid, hidden: hidden.includes(id) ? hidden.filter((x) => x !== id) : [...hidden, id] },
    });
  return (
    <Menu closeOnItemClick={false} position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          {words.say('portfolio.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.say('portfolio.columnsShown')}</Menu.Label>
        {columns
          .filter((column) => column.canHide !== false)
          .map((column) => (
            <Menu.Item
              key={column.id}
              role="menuitemcheckbox"
              aria-checked={!hidden.includes(column.id)}
              leftSection={<span aria-hidden="true">{hidden.includes(column.id) ? '☐' : '☑'}</span>}
              onClick={() => toggle(column.id)}
            >
              {column.label}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Label>{words.say('portfolio.groupBy')}</Menu.Label>
        {[{ id: '', label: words.say('portfolio.noGroup') }, ...columns.filter((column) => column.groupLabel)].map(
          ({ id, label }) => {
            const on = id === '' ? grouping.length === 0 : grouping.includes(id);
            return (
              <Menu.Item
                key={id}
                role="menuitemradio"
                aria-checked={on}
                leftSection={<span aria-hidden="true">{on ? '◉' : '○'}</span>}
                onClick={() => onView({ ...view, grid: { ...view.grid, grouping: id ? [id] : [] } })}
              >
                {label}
              </Menu.Item>
            );
          },
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function ViewMenu({ view, onView }: Pick<ToolbarProps, 'view' | 'onView'>) {
  const words = useWords();
  const [views, setViews] = useState<SavedView[]>([]);
  const [name, setName] = useState('');
  useEffect(() => {
    void keptViews('portfolio').then((raw) => setViews(savedViews(raw)));
  }, []);
  const store = (next: SavedView[]) => {
    setViews(next);
    void keepViews('portfolio', next);
  };
  const save = () => {
    if (name.trim() === '') return;
    store([...views.filter((saved) => saved.name !== name.trim()), { name: name.trim(), view }]);
    setName('');
  };
  return (
    <Menu position="bottom-end" withinPortal trapFocus>
      <Menu.Target>
        <Button size="compact-sm" variant="default">
          {words.say('portfolio.views')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.say('portfolio.views')}</Menu.Label>
        {views.length === 0 ? <Menu.Item disabled>{words.say('portfolio.noViews')}</Menu.Item> : null}
        {views.map((saved) => (
          <Menu.Item key={saved.name} onClick={() => onView(saved.view)}>
            {saved.name}
          </Menu.Item>
        ))}
        {views.map((saved) => (
          <Menu.Item
            key={`forget ${saved.name}`}
            color="gray"
            onClick={() => store(views.filter((other) => other !== saved))}
          >
            {words.say('portfolio.forgetView', { name: saved.name })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <form
          className={styles.saveView}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <TextInput
            size="xs"
            aria-label={words.say('portfolio.viewName')}
            placeholder={words.say('portfolio.viewName')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => event.stopPropagation()}
          />
          <Button size="compact-sm" type="submit" disabled={name.trim() === ''}>
            {words.say('portfolio.saveView')}
          </Button>
        </form>
      </Menu.Dropdown>
    </Menu>
  );
}

function AddButton() {
  const words = useWords();
  const act = useAct();
  const add = async () => {
    const { opened } = useDesk.getState();
    if (!opened) return;
    const record = newRecordId(opened.ctx);
    const result = await act(addRecord, {
      kind: 'component',
      record,
      values: { name: words.say('component.unnamed'), level: 'project' },
    });
    if (result.ok) go('component', record);
  };
  return (
    <Button size="compact-sm" onClick={() => void add()}>
      {words.say('portfolio.add')}
    </Button>
  );
}
