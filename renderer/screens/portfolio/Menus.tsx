// The toolbar's menus: which columns are shown and by which the rows are grouped; and views saved by name.
import { Button, Menu, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import { keepViews, keptViews } from '#renderer/desk/views.ts';
import type { GridColumn } from '#renderer/parts/grid/types.ts';
import type { PortfolioRow } from '#shared/domain/portfolio.ts';
import styles from './portfolio.module.css';
import { type PortfolioView, type SavedView, savedViews } from './view.ts';

interface MenuProps {
  readonly columns: readonly GridColumn<PortfolioRow>[];
  readonly view: PortfolioView;
  readonly onView: (view: PortfolioView) => void;
}

export function ColumnMenu({ columns, view, onView }: MenuProps) {
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

export function ViewMenu({ view, onView }: Omit<MenuProps, 'columns'>) {
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
