// The options while they are prepared: what the book works out, what a person states instead, and which is recommended.
import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { OptionTable } from '#renderer/controls/decision/OptionTable.tsx';
import { ChoiceField, choicesOf, MoneyField, NumberField, TextField } from '#renderer/controls/fields.tsx';
import { useKeep } from '#renderer/controls/keep.ts';
import { useAct } from '#renderer/desk/act.ts';
import { useAdd } from '#renderer/desk/add.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { AddLine } from '#renderer/parts/AddLine.tsx';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import type { Counsel } from '#shared/counsel/counsel.ts';
import type { OptionEvidence } from '#shared/counsel/evidence.ts';
import type { Entry } from '#shared/domain/book.ts';
import { OPTION_FORMS } from '#shared/domain/decision.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import styles from './decision.module.css';

interface OptionsProps {
  readonly decision: Entry<'decision'>;
  readonly counsel: Counsel;
  readonly rows: readonly OptionEvidence[];
}

export function Options({ decision, counsel, rows }: OptionsProps) {
  const words = useWords();
  const act = useAct();
  const add = useAdd();
  const keep = useKeep('decision', decision.id);
  const [open, setOpen] = useState<RecordId | undefined>();
  const addOption = async (title: string) => {
    const made = await add('decisionOption', { decision: decision.id, title, form: 'other', order: rows.length });
    if (made.ok) setOpen(made.value);
    return made.ok ? undefined : words.problem(made.problem);
  };
  const editing = open && counsel.book.get('decisionOption', open);
  return (
    <>
      <div className={styles.wide}>
        <OptionTable
          rows={rows}
          tools={(row) => (
            <span className={styles.buttons}>
              {row.isRecommended ? null : (
                <Button size="compact-sm" variant="default" onClick={() => void keep.value('recommended', row.id)}>
                  {words.say('option.recommend')}
                </Button>
              )}
              <Button
                size="compact-sm"
                variant="subtle"
                aria-expanded={open === row.id}
                onClick={() => setOpen(open === row.id ? undefined : row.id)}
              >
                {words.say('option.edit')}
              </Button>
            </span>
          )}
        />
      </div>
      {editing ? (
        <section className={styles.option} aria-label={words.say('option.editOf', { title: editing.title })}>
          <div className={styles.grid}>
            <TextField kind="decisionOption" record={editing.id} field="title" />
            <ChoiceField
              kind="decisionOption"
              record={editing.id}
              field="form"
              clearable={false}
              choices={choicesOf(OPTION_FORMS, 'optionForm', words)}
            />
            <MoneyField
              kind="decisionOption"
              record={editing.id}
              field="value"
              scale={6}
              description={words.say('option.statedHint')}
            />
            <MoneyField
              kind="decisionOption"
              record={editing.id}
              field="cost"
              scale={6}
              description={words.say('option.statedHint')}
            />
            <NumberField kind="decisionOption" record={editing.id} field="months" />
            <TextField kind="decisionOption" record={editing.id} field="risk" />
          </div>
          <TextField kind="decisionOption" record={editing.id} field="note" multiline />
          <span>
            <CloseButton
              aria-label={words.say('option.drop', { title: editing.title })}
              onClick={() => {
                setOpen(undefined);
                void act(deleteRecord, { kind: 'decisionOption', record: editing.id });
              }}
            />
          </span>
        </section>
      ) : null}
      <AddLine label={words.say('option.new')} button={words.say('option.add')} onAdd={addOption} />
    </>
  );
}
