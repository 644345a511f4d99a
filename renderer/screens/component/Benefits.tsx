// What the component is expected to return: each benefit with its stated worth, owner and measures.

import { Button, Checkbox, Select } from '@mantine/core';
import { useKeep } from '#renderer/controls/keep.ts';
import { MeasureFields } from '#renderer/controls/MeasureFields.tsx';
import { PersonField } from '#renderer/controls/PersonField.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { address } from '#renderer/desk/route.ts';
import { FieldText } from '#renderer/parts/FieldText.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { BENEFIT_CATEGORIES } from '#shared/domain/benefit.ts';
import type { Entry } from '#shared/domain/book.ts';
import { measuresOf, where } from '#shared/domain/lookup.ts';
import { isAbsent, known } from '#shared/kit/absent.ts';
import { decimalOf } from '#shared/kit/money.ts';
import styles from './component.module.css';

const SCALE = 6;

export function Benefits({ component }: { component: Entry<'component'> }) {
  const words = useWords();
  const book = useBook();
  const addTo = useAdd();
  const benefits = book ? where(book, 'benefit', 'component', component.id) : [];
  const add = () => {
    void addTo('benefit', { title: words.say('benefit.unnamed'), component: component.id });
  };
  return (
    <div className={styles.stack}>
      {benefits.length === 0 ? <p className={styles.soft}>{words.say('benefit.none')}</p> : null}
      {benefits.map((benefit) => (
        <BenefitCard key={benefit.id} benefit={benefit} />
      ))}
      <div>
        <Button variant="default" onClick={add}>
          {words.say('benefit.add')}
        </Button>
      </div>
    </div>
  );
}

function BenefitCard({ benefit }: { benefit: Entry<'benefit'> }) {
  const words = useWords();
  const book = useBook();
  const act = useAct();
  const addTo = useAdd();
  const keep = useKeep('benefit', benefit.id);
  const value = known(benefit.value);
  const currency = value?.currency ?? book?.office.currency ?? 'USD';
  const absent = isAbsent(benefit.value) ? benefit.value : undefined;
  const measures = book ? measuresOf(book, benefit) : [];
  const addMeasure = () => {
    void addTo('measure', { name: words.say('measure.unnamed'), benefit: benefit.id, direction: 1 });
  };
  return (
    <section className={styles.card} aria-label={benefit.title}>
      <div className={styles.fields}>
        <FieldText
          label={words.field('title')}
          value={benefit.title}
          onKeep={(text) => keep.typed('title', { kind: 'text' }, text)}
        />
        <FieldText
          label={`${words.field('value')} (${words.unit(currency, SCALE)})`}
          value={value ? decimalOf(value, SCALE) : (absent?.text ?? '')}
          shown={value ? words.amount(value, SCALE, 8) : undefined}
          {...(absent ? { description: words.sayAny(`absent.${absent.absent}`) } : {})}
          onKeep={(text) => keep.typed('value', { kind: 'money', currency, scale: SCALE }, text)}
        />
        <Select
          label={words.field('category')}
          data={BENEFIT_CATEGORIES.map((category) => ({
            value: category,
            label: words.sayAny(`benefitCategory.${category}`),
          }))}
          value={benefit.category ?? null}
          placeholder="—"
          clearable
          onChange={(category) => void keep.value('category', category)}
        />
        <FieldText
          label={words.field('beneficiary')}
          value={benefit.beneficiary ?? ''}
          onKeep={(text) => keep.typed('beneficiary', { kind: 'text' }, text)}
        />
        <PersonField
          label={words.field('owner')}
          value={benefit.owner}
          onKeep={(person) => keep.value('owner', person)}
        />
        <Checkbox
          className={styles.check ?? ''}
          label={words.field('disbenefit')}
          checked={benefit.disbenefit ?? false}
          onChange={(event) => void keep.value('disbenefit', event.currentTarget.checked || null)}
        />
      </div>
      {measures.map((measure) => (
        <fieldset key={measure.id} className={styles.measureBox}>
          <legend>{words.say('kind.measure')}</legend>
          <MeasureFields measure={measure} />
        </fieldset>
      ))}
      <div className={styles.cardButtons}>
        <Button size="compact-md" variant="default" component="a" href={address('benefit', benefit.id)}>
          {words.say('benefit.open')}
        </Button>
        <Button size="compact-md" variant="default" onClick={addMeasure}>
          {words.say('measure.add')}
        </Button>
        <Button
          size="compact-md"
          variant="subtle"
          color="red"
          onClick={() => void act(deleteRecord, { kind: 'benefit', record: benefit.id })}
        >
          {words.say('benefit.delete')}
        </Button>
      </div>
    </section>
  );
}
