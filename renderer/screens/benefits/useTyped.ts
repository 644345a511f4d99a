// What is typed or pasted into the register, read by each field's own rules: names become people, words become choices.
import { useCallback } from 'react';
import { useAct } from '#renderer/desk/act.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { addRecord } from '#shared/acts/add-record.ts';
import { editMany } from '#shared/acts/edit-many.ts';
import { BENEFIT_CATEGORIES } from '#shared/domain/benefit.ts';
import type { Book } from '#shared/domain/book.ts';
import { typedPercent } from '#shared/intake/series-paste.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { foldText } from '#shared/kit/order.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import type { Words } from '#shared/words/words.ts';

/** Keeps one text into a field of the benefits given, as one change; the sentence of a refusal, or undefined. */
export type KeepFor = (records: readonly RecordId[], field: string, text: string) => Promise<string | undefined>;

export function useTyped(): KeepFor {
  const act = useAct();
  const words = useWords();
  return useCallback<KeepFor>(
    async (records, field, text) => {
      const { opened, book } = useDesk.getState();
      if (!opened || !book) return words.say('app.opening');
      let read = valueFor(book, field, text, words);
      if (field === 'owner' && read.ok && read.value === undefined) {
        // a name nobody has yet: the person comes into the book first
        const person = newRecordId(opened.ctx);
        const added = await act(addRecord, { kind: 'person', record: person, values: { name: text.trim() } });
        read = added.ok ? done(person) : added;
      }
      if (!read.ok) return words.problem({ ...read.problem, path: `benefit/${field}` });
      const values = { [field]: read.value };
      const result = await act(
        editMany,
        records.map((record) => ({ kind: 'benefit' as const, record, values })),
      );
      return result.ok ? undefined : words.problem(result.problem);
    },
    [act, words],
  );
}

/** The value of a field as typed; undefined for a person the book does not know. */
function valueFor(book: Book, field: string, text: string, words: Words): Result<unknown> {
  const typed = text.trim();
  if (typed === '') return field === 'title' ? refuse('field.empty', { field }) : done(null);
  const same = (name: string) => foldText(name) === foldText(typed);
  switch (field) {
    case 'owner':
      return done([...book.all('person')].find(({ name }) => same(name))?.id);
    case 'component': {
      const found = [...book.all('component')].find(({ name, id }) => id === typed || same(name));
      return found ? done(found.id) : refuse('field.notALink', { field });
    }
    case 'category': {
      const found = BENEFIT_CATEGORIES.find(
        (value) => value === typed || same(words.sayAny(`benefitCategory.${value}`)),
      );
      return found ? done(found) : refuse('field.notAChoice', { field });
    }
    case 'confidence':
    case 'tolerance': {
      const number = typedPercent(typed);
      return number === undefined ? refuse('field.notANumber', { field }) : done(number);
    }
    default:
      return done(typed);
  }
}
