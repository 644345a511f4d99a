// Who decides this: type, component and amount asked; answered in sentences while it is typed.
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useWords } from '#renderer/desk/prefs.ts';
import type { Book } from '#shared/domain/book.ts';
import { DECISION_TYPES, type DecisionType } from '#shared/domain/right.ts';
import { commitmentOf } from '#shared/govern/commitment.ts';
import { thresholdText } from '#shared/govern/ranges.ts';
import { isolated, listed } from '#shared/govern/right-text.ts';
import { whoDecides } from '#shared/govern/rights.ts';
import { whoText } from '#shared/govern/who-text.ts';
import { typedValue } from '#shared/intake/typed.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { isMoney, type Money } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Words } from '#shared/words/words.ts';
import styles from './rights.module.css';

interface WhoDecidesProps {
  readonly book: Book;
  readonly on: Day;
}

export function WhoDecides({ book, on }: WhoDecidesProps) {
  const words = useWords();
  const [type, setType] = useState<DecisionType>('fund');
  const [component, setComponent] = useState<RecordId | undefined>();
  const [text, setText] = useState('');
  const [isRegulatory, setRegulatory] = useState(false);
  const { currency } = book.office;
  const { asked, fault } = readAmount(words, text, currency);
  const sentences = useMemo(() => {
    const commitment = commitmentOf(book, component, type, asked);
    const answer = whoDecides(book, { type, component, amount: commitment.amount, isRegulatory }, on);
    const { before, amount } = commitment;
    const split =
      asked && amount && before.length > 0
        ? words.say('rightsScreen.before', {
            asked: thresholdText(words, asked),
            amount: thresholdText(words, amount),
            names: listed(
              words,
              before.map(({ title }) => words.say('rights.quoted', { name: isolated(title) })),
            ),
          })
        : !asked && amount
          ? words.say('rightsScreen.byCost', { amount: thresholdText(words, amount) })
          : undefined;
    return [...whoText(book, words, answer), ...(split ? [split] : [])];
  }, [book, words, on, type, component, asked, isRegulatory]);
  const [first, ...rest] = sentences;
  const components = [...book.all('component')].map(({ id, name }) => ({ value: id as string, label: name }));
  return (
    <>
      <div className={styles.asking}>
        <Select
          label={words.say('kind.decision')}
          data={DECISION_TYPES.map((each) => ({ value: each as string, label: words.sayAny(`decisionType.${each}`) }))}
          value={type}
          allowDeselect={false}
          searchable
          limit={20}
          onChange={(next) => (next ? setType(next as DecisionType) : undefined)}
        />
        <TextInput
          label={words.say('rightsScreen.amount', { unit: words.unit(currency, 0) })}
          value={text}
          error={fault}
          inputMode="decimal"
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          label={words.say('kind.component')}
          data={components}
          value={component ?? null}
          placeholder={words.say('rightsScreen.anyComponent')}
          clearable
          searchable
          limit={50}
          onChange={(next) => setComponent((next ?? undefined) as RecordId | undefined)}
        />
        {component ? null : (
          <Checkbox
            label={words.sayAny('lane.regulatory')}
            checked={isRegulatory}
            onChange={(event) => setRegulatory(event.currentTarget.checked)}
          />
        )}
      </div>
      <output className={styles.answer}>
        <p className={styles.first}>{first}</p>
        {rest.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </output>
    </>
  );
}

/** The amount as the rules of intake read it; what cannot be read is told and not asked about. */
function readAmount(words: Words, text: string, currency: string): { asked: Money | undefined; fault?: string } {
  if (text.trim() === '') return { asked: undefined };
  const typed = typedValue({ kind: 'money', currency, scale: 0 }, text, 'amount');
  if (!typed.ok) return { asked: undefined, fault: words.problem(typed.problem) };
  if (isMoney(typed.value) && typed.value.minor >= 0) return { asked: typed.value };
  return { asked: undefined, fault: words.problem({ code: 'field.notMoney', args: { field: 'amount', text } }) };
}
