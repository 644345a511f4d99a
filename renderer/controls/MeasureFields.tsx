// A measure's own fields: what is measured, in which unit, which way is good, from where to where, who verifies.

import { useBook } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Entry } from '#shared/domain/book.ts';
import { measuresOf } from '#shared/domain/lookup.ts';
import { CADENCES, ROLES, ROLL_UPS } from '#shared/domain/measure.ts';
import styles from './controls.module.css';
import { ChoiceField, choicesOf, DayField, NumberField, TextField } from './fields.tsx';
import { useKeep } from './keep.ts';
import { PersonField } from './PersonField.tsx';

export function MeasureFields({ measure, full }: { measure: Entry<'measure'>; full?: boolean }) {
  const words = useWords();
  const book = useBook();
  const keep = useKeep('measure', measure.id);
  const of = { kind: 'measure', record: measure.id } as const;
  const benefit = book?.get('benefit', measure.benefit);
  const others = benefit && book ? measuresOf(book, benefit).filter(({ id }) => id !== measure.id) : [];
  return (
    <div className={styles.fields}>
      <TextField {...of} field="name" />
      <TextField {...of} field="unit" />
      <ChoiceField
        {...of}
        field="direction"
        asNumber
        choices={[
          { value: '1', label: words.say('direction.up') },
          { value: '-1', label: words.say('direction.down') },
        ]}
      />
      <NumberField {...of} field="startValue" />
      <NumberField {...of} field="target" />
      <TextField {...of} field="source" />
      <ChoiceField {...of} field="cadence" choices={choicesOf(CADENCES, 'cadence', words)} />
      <ChoiceField {...of} field="rollUp" choices={choicesOf(ROLL_UPS, 'rollUp', words)} />
      {full ? (
        <>
          <DayField {...of} field="startOn" />
          <DayField {...of} field="targetOn" />
          <ChoiceField {...of} field="role" choices={choicesOf(ROLES, 'role', words)} />
          {measure.role === 'leading' ? (
            <>
              <ChoiceField
                {...of}
                field="foretells"
                choices={others.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <NumberField {...of} field="leadMonths" />
            </>
          ) : null}
          <div data-field="verifier">
            <PersonField
              label={words.field('verifier')}
              value={measure.verifier}
              onKeep={(person) => keep.value('verifier', person)}
            />
          </div>
          <div data-field="financeVerifier">
            <PersonField
              label={words.field('financeVerifier')}
              value={measure.financeVerifier}
              onKeep={(person) => keep.value('financeVerifier', person)}
            />
          </div>
          <TextField {...of} field="budgetLine" />
        </>
      ) : null}
    </div>
  );
}
