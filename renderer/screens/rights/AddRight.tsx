// Adds a right for a decision and opens it, to be cut to its range and scope.
import { Select } from '@mantine/core';
import { useAct } from '#renderer/desk/act.ts';
import { say, useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { addRight } from '#shared/acts/set-right.ts';
import type { Book } from '#shared/domain/book.ts';
import { DECISION_TYPES, type DecisionType } from '#shared/domain/right.ts';
import { newRecordId } from '#shared/kit/context.ts';
import { useChosenRight } from './chosen.ts';

export function AddRight({ book }: { book: Book }) {
  const words = useWords();
  const act = useAct();
  const [, choose] = useChosenRight();
  const held = new Set([...book.all('decisionRight')].map(({ type }) => type));
  const add = async (type: string | null) => {
    const { opened } = useDesk.getState();
    if (!type || !opened) return;
    const record = newRecordId(opened.ctx);
    const made = await act(addRight, { record, values: { type: type as DecisionType } });
    if (made.ok) choose(record);
    else say({ tone: 'problem', text: words.problem(made.problem) });
  };
  return (
    <Select
      aria-label={words.say('rightsScreen.addFor')}
      placeholder={words.say('rightsScreen.addFor')}
      data={DECISION_TYPES.map((type) => ({
        value: type as string,
        label: held.has(type)
          ? words.sayAny(`decisionType.${type}`)
          : words.say('rightsScreen.noneYet', { type: words.sayAny(`decisionType.${type}`) }),
      }))}
      value={null}
      searchable
      limit={20}
      onChange={(type) => void add(type)}
    />
  );
}
