// Who claims which share of a measure; more than all of it is an error shown here until it is resolved.
import { Button, CloseButton, Select } from '@mantine/core';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { moneyOf } from '#renderer/desk/value-words.ts';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { editMany } from '#shared/acts/edit-many.ts';
import { firstDay } from '#shared/kit/period.ts';
import type { MeasureValue } from '#shared/value/measure-value.ts';
import styles from './controls.module.css';
import { NumberField } from './fields.tsx';

export function Claims({ value }: { value: MeasureValue }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const add = useAdd();
  if (!book) return null;
  const { measure, shares, claims, overClaims } = value;
  const currency = book.office.currency;
  const open = shares.filter(({ claim }) => claim !== undefined);
  const implied = shares.find(({ claim }) => claim === undefined);
  const claimed = open.reduce((sum, { percent }) => sum + percent, 0);
  const free = [...book.all('component')].filter(({ id }) => !open.some(({ component }) => component === id));
  const scaleDown = () =>
    act(
      editMany,
      open.map(({ claim, percent }) => ({
        kind: 'claim' as const,
        record: claim as NonNullable<typeof claim>,
        values: { share: Math.floor((percent * 1_000_000) / claimed) / 10_000 },
      })),
    );
  return (
    <section data-field="claims">
      <h3 className={styles.heading}>{words.say('claims.title', { measure: measure.name })}</h3>
      {overClaims.length > 0 ? (
        <div role="alert" className={styles.alert}>
          <p>
            {words.say('claims.over', {
              percent: words.percent(Math.max(...overClaims.map(({ percent }) => percent)) / 100),
              from: words.month(firstDay(overClaims[0]?.from ?? 0)),
              until: words.month(firstDay(overClaims.at(-1)?.until ?? 0)),
            })}
          </p>
          <Button size="compact-sm" variant="default" onClick={() => void scaleDown()}>
            {words.say('claims.scale')}
          </Button>
        </div>
      ) : null}
      {implied ? (
        <p className={styles.soft}>
          {words.say('claims.implied', { name: book.get('component', implied.component)?.name ?? '' })}
        </p>
      ) : null}
      <ul className={styles.claims}>
        {open.map(({ claim, component }) => {
          const id = claim as NonNullable<typeof claim>;
          const name = book.get('component', component)?.name ?? '—';
          const own = claims.find(({ share }) => share.claim === claim);
          return (
            <li key={id}>
              <bdi>{name}</bdi>
              <NumberField kind="claim" record={id} field="share" />
              <span className={styles.figure}>{own ? words.moneyExact(moneyOf(own.attributed, currency)) : '—'}</span>
              <CloseButton
                size="sm"
                aria-label={words.say('claims.drop', { name })}
                onClick={() => void act(deleteRecord, { kind: 'claim', record: id })}
              />
            </li>
          );
        })}
      </ul>
      <Select
        aria-label={words.say('claims.add')}
        placeholder={words.say('claims.add')}
        data={free.map(({ id, name }) => ({ value: id as string, label: name }))}
        value={null}
        searchable
        limit={50}
        w={320}
        onChange={(component) =>
          component
            ? void add('claim', { component, measure: measure.id, share: Math.max(0, Math.min(100, 100 - claimed)) })
            : undefined
        }
      />
    </section>
  );
}
