// The measures of a benefit: the lead one with its fields at hand, the others beside it, each with its own page.
import { Button } from '@mantine/core';
import { MeasureFields } from '#renderer/controls/MeasureFields.tsx';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { say } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { go } from '#renderer/desk/route.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { editField } from '#shared/acts/edit-field.ts';
import { stateOfBenefit } from '#shared/domain/benefit.ts';
import { rollUpOf } from '#shared/domain/measure.ts';
import type { BenefitValue } from '#shared/value/book-value.ts';
import styles from './benefit.module.css';

export function Measures({ value }: { value: BenefitValue }) {
  const words = useWords();
  const act = useAct();
  const add = useAdd();
  const { benefit, lead, measures } = value;
  const addNamed = async (name: string) => {
    const made = await add('measure', { name, benefit: benefit.id });
    return made.ok ? undefined : words.problem(made.problem);
  };
  const remove = async (record: (typeof measures)[number]['measure']['id'], name: string) => {
    const result = await act(deleteRecord, { kind: 'measure', record });
    say(
      result.ok
        ? { tone: 'done', text: words.say('measure.deleted', { name }) }
        : { tone: 'problem', text: words.problem(result.problem) },
    );
  };
  return (
    <div className={styles.stack}>
      {measures.map(({ measure, progress, ledger }) => (
        <section key={measure.id} className={styles.card} aria-label={measure.name}>
          <div className={styles.cardHead}>
            <h2 className={styles.heading}>
              <bdi>{measure.name}</bdi>
              {measure.id === lead?.measure.id ? (
                <span className={styles.tag}>{words.say('measure.isLead')}</span>
              ) : null}
            </h2>
            <span className={styles.soft}>
              {words.say('measure.standing', {
                count: ledger.readings,
                verified: ledger.verifiedReadings,
                onTrack: progress.onTrack === undefined ? '—' : words.percent(progress.onTrack, 1),
              })}
            </span>
          </div>
          <MeasureFields measure={measure} />
          <div className={styles.buttons}>
            <Button size="compact-md" onClick={() => go('measure', measure.id)}>
              {words.say('measure.openMonths')}
            </Button>
            {measure.id !== lead?.measure.id && measure.role !== 'leading' ? (
              <Button
                size="compact-md"
                variant="default"
                onClick={() =>
                  void act(editField, { kind: 'benefit', record: benefit.id, values: { leadMeasure: measure.id } })
                }
              >
                {words.say('measure.makeLead')}
              </Button>
            ) : null}
            <Button
              size="compact-md"
              variant="subtle"
              color="red"
              onClick={() => void remove(measure.id, measure.name)}
            >
              {words.say('measure.delete')}
            </Button>
          </div>
          {rollUpOf(measure) === 'flow' && stateOfBenefit(benefit) === 'identified' ? (
            <p className={styles.soft}>{words.say('measure.flowHint')}</p>
          ) : null}
        </section>
      ))}
      <div data-field="measure">
        <AddLine
          label={words.say('measure.new')}
          button={words.say('measure.add')}
          onAdd={addNamed}
          first={measures.length === 0}
        />
      </div>
    </div>
  );
}
