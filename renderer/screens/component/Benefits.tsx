// What the component is expected to return: each benefit with its stated worth, owner and measures.
import { Button, Checkbox, Select } from '@mantine/core';
import { useKeep } from '#renderer/controls/keep.ts';
import { PersonField } from '#renderer/controls/PersonField.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { FieldText } from '#renderer/parts/FieldText.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { BENEFIT_CATEGORIES } from '#shared/domain/benefit.ts';
import type { Entry } from '#shared/domain/book.ts';
import { isAbsent, known } from '#shared/kit/absent.ts';
import { decimalOf } from '#shared/kit/money.ts';
import styles from './component.module.css';

const SCALE = 6;

export function Benefits({ component }: { component: Entry<'component'> }) {
  const words = useWords();
  const book = useBook();
  const addTo = useAdd();
  const benefits = [...(book?.all('benefit') ?? [])].filter((benefit) => benefit.component === component.id);
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
  const measures = [...(book?.all('measure') ?? [])].filter((measure) => measure.benefit === benefit.id);
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
        <MeasureFields key={measure.id} measure={measure} />
      ))}
      <div className={styles.cardButtons}>
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

function MeasureFields({ measure }: { measure: Entry<'measure'> }) {
  const words = useWords();
  const act = useAct();
  const keep = useKeep('measure', measure.id);
  const number = (field: 'startValue' | 'target') => (
    <FieldText
      label={words.field(field)}
      value={measure[field] === undefined ? '' : String(measure[field])}
      onKeep={(text) => keep.value(field, text.trim() === '' ? null : Number(text.replace(/,/g, '')))}
    />
  );
  return (
    <fieldset className={styles.measure}>
      <legend>{words.say('kind.measure')}</legend>
      <FieldText
        label={words.field('name')}
        value={measure.name}
        onKeep={(text) => keep.typed('name', { kind: 'text' }, text)}
      />
      <FieldText
        label={words.field('unit')}
        value={measure.unit ?? ''}
        onKeep={(text) => keep.typed('unit', { kind: 'text' }, text)}
      />
      <Select
        label={words.field('direction')}
        data={[
          { value: '1', label: words.say('measure.up') },
          { value: '-1', label: words.say('measure.down') },
        ]}
        value={measure.direction ? String(measure.direction) : null}
        allowDeselect={false}
        onChange={(direction) => void keep.value('direction', Number(direction))}
      />
      {number('startValue')}
      {number('target')}
      <FieldText
        label={words.field('source')}
        value={measure.source ?? ''}
        onKeep={(text) => keep.typed('source', { kind: 'text' }, text)}
      />
      <Button
        className={styles.check ?? ''}
        size="compact-md"
        variant="subtle"
        color="red"
        onClick={() => void act(deleteRecord, { kind: 'measure', record: measure.id })}
      >
        {words.say('measure.delete')}
      </Button>
    </fieldset>
  );
}
