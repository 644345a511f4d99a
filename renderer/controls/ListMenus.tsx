// The menus of a list: which columns are shown and by which the rows are grouped; and views saved by name on this laptop.
import { Button, Menu, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import { keepViews, keptViews } from '#renderer/desk/views.ts';
import type { GridColumn, GridView } from '#renderer/parts/grid/types.ts';
import { isObject } from '#shared/kit/json.ts';
import styles from './controls.module.css';

/** What a person arranged in a list: its filters and its grid. */
export interface ListView<Filters> {
  readonly filters: Filters;
  readonly grid: GridView;
}

interface MenuProps<View> {
  readonly view: View;
  readonly onView: (view: View) => void;
}

interface ColumnMenuProps<Row, View> extends MenuProps<View> {
  readonly columns: readonly GridColumn<Row>[];
}

export function ColumnMenu<Row, View extends ListView<unknown>>({ columns, view, onView }: ColumnMenuProps<Row, View>) {
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
      <Menu.Dropdown className={styles.menu ?? ''}>
        <Menu.Label>{words.say('portfolio.groupBy')}</Menu.Label>
        <Menu.RadioGroup
          value={grouping[0] ?? ''}
          onChange={(id) => onView({ ...view, grid: { ...view.grid, grouping: id ? [id] : [] } })}
        >
          <Menu.RadioItem value="">{words.say('portfolio.noGroup')}</Menu.RadioItem>
          {columns
            .filter((column) => column.groupLabel)
            .map(({ id, label }) => (
              <Menu.RadioItem key={id} value={id}>
                {label}
              </Menu.RadioItem>
            ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{words.say('portfolio.columnsShown')}</Menu.Label>
        {columns
          .filter((column) => column.canHide !== false)
          .map(({ id, label }) => (
            <Menu.CheckboxItem key={id} checked={!hidden.includes(id)} onChange={() => toggle(id)}>
              {label}
            </Menu.CheckboxItem>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface SavedView<View> {
  readonly name: string;
  readonly view: View;
}

/** Views as this laptop kept them; anything that is not one is left out. */
function savedViews<View>(raw: unknown): SavedView<View>[] {
  if (!Array.isArray(raw)) return [];
  return raw.filter(
    (x): x is SavedView<View> =>
      isObject(x) &&
      typeof x.name === 'string' &&
      isObject(x.view) &&
      isObject(x.view.filters) &&
      isObject(x.view.grid),
  );
}

/** @param screen the screen the views belong to */
export function ViewMenu<View extends ListView<unknown>>({
  screen,
  view,
  onView,
}: MenuProps<View> & { screen: string }) {
  const words = useWords();
  const [views, setViews] = useState<SavedView<View>[]>([]);
  const [name, setName] = useState('');
  useEffect(() => {
    void keptViews(screen).then((raw) => setViews(savedViews<View>(raw)));
  }, [screen]);
  const store = (next: SavedView<View>[]) => {
    setViews(next);
    void keepViews(screen, next);
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
      <Menu.Dropdown className={styles.menu ?? ''}>
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
