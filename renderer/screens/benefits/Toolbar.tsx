// What of the register is looked at, one value for all that is shown, and the menus beside them.
import { Button, Popover, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ColumnMenu, ViewMenu } from '#renderer/controls/ListMenus.tsx';
import { useWords } from '#renderer/desk/prefs.ts';
import type { GridColumn } from '#renderer/parts/grid/types.ts';
import { BENEFIT_CATEGORIES, BENEFIT_STATES, VALUE_STATUSES } from '#shared/domain/benefit.ts';
import { compareText } from '#shared/kit/order.ts';
import styles from './benefits.module.css';
import { type BenefitFilters, type BenefitRow, type BenefitsView, FIRST_VIEW, isFiltered } from './rows.ts';
import type { KeepFor } from './useTyped.ts';

interface ToolbarProps {
  readonly all: readonly BenefitRow[];
  readonly rows: readonly BenefitRow[];
  readonly columns: readonly GridColumn<BenefitRow>[];
  readonly view: BenefitsView;
  readonly onView: (view: BenefitsView) => void;
  readonly keep: KeepFor;
}

export function Toolbar({ all, rows, columns, view, onView, keep }: ToolbarProps) {
  const words = useWords();
  const { filters } = view;
  const set = (change: Partial<BenefitFilters>) => onView({ ...view, filters: { ...filters, ...change } });
  const pick = (label: string, field: keyof BenefitFilters, data: { value: string; label: string }[], width = 118) => (
    <Select
      aria-label={label}
      placeholder={label}
      data={data}
      value={filters[field] || null}
      onChange={(next) => set({ [field]: next ?? '' })}
      clearable
      searchable={data.length > 8}
      size="xs"
      w={width}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    />
  );
  const owners = [...new Set(all.map(({ owner }) => owner))].filter(Boolean).sort(compareText);
  const under = (values: readonly string[], prefix: string) =>
    values.map((value) => ({ value, label: words.sayAny(`${prefix}.${value}`) }));
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={words.say('benefits.toolbar')}>
      <TextInput
        aria-label={words.say('benefits.find')}
        placeholder={words.say('benefits.find')}
        value={filters.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        size="xs"
        w={140}
      />
      {pick(words.field('state'), 'state', under(BENEFIT_STATES, 'benefitState'))}
      {pick(words.say('value.status'), 'status', under(VALUE_STATUSES, 'status'))}
      {pick(
        words.field('owner'),
        'owner',
        owners.map((value) => ({ value, label: value })),
      )}
      {pick(words.field('category', 'benefit'), 'category', under(BENEFIT_CATEGORIES, 'benefitCategory'), 140)}
      {pick(words.say('benefits.need'), 'need', [
        { value: 'lacking', label: words.say('benefits.needLacking') },
        { value: 'vacant', label: words.say('benefits.needVacant') },
      ])}
      {isFiltered(filters) ? (
        <Button size="compact-sm" variant="subtle" onClick={() => onView({ ...view, filters: FIRST_VIEW.filters })}>
          {words.say('portfolio.clear')}
        </Button>
      ) : null}
      <span className={styles.grow} />
      <SetForAll rows={rows} keep={keep} />
      <ColumnMenu columns={columns} view={view} onView={onView} />
      <ViewMenu screen="benefits" view={view} onView={onView} />
    </div>
  );
}

const FOR_ALL = ['owner', 'component', 'category', 'confidence', 'tolerance', 'beneficiary'] as const;

/** One field, one value, all rows that are shown; one step of undo. */
function SetForAll({ rows, keep }: { rows: readonly BenefitRow[]; keep: KeepFor }) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const [field, setField] = useState<string>('owner');
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const apply = async () => {
    const problem = await keep(
      rows.map(({ id }) => id),
      field,
      text,
    );
    setFault(problem);
    if (problem === undefined) {
      setOpen(false);
      setText('');
    }
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" withinPortal trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button size="compact-sm" variant="default" aria-haspopup="dialog" onClick={() => setOpen(!open)}>
          {words.say('benefits.setForAll')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.say('benefits.setForAll')}>
        <form
          className={styles.forAll}
          onSubmit={(event) => {
            event.preventDefault();
            void apply();
          }}
        >
          <Select
            label={words.say('benefits.whichField')}
            data={FOR_ALL.map((value) => ({ value, label: words.field(value, 'benefit') }))}
            value={field}
            allowDeselect={false}
            onChange={(next) => setField(next ?? 'owner')}
            comboboxProps={{ withinPortal: false }}
          />
          {field === 'category' ? (
            <Select
              label={words.say('benefits.whichValue')}
              data={BENEFIT_CATEGORIES.map((value) => ({ value, label: words.sayAny(`benefitCategory.${value}`) }))}
              value={text || null}
              error={fault}
              onChange={(next) => setText(next ?? '')}
              comboboxProps={{ withinPortal: false }}
            />
          ) : (
            <TextInput
              label={words.say('benefits.whichValue')}
              value={text}
              error={fault}
              dir="auto"
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          <Button type="submit">{words.say('benefits.applyToAll', { count: rows.length })}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
