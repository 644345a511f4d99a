// How a form keeps a field: typed text through the rules of intake, then through the act.

import { useAct } from '#renderer/desk/act.ts';
import { useWords } from '#renderer/desk/prefs.ts';
import { editField } from '#shared/acts/edit-field.ts';
import type { Kind } from '#shared/domain/book.ts';
import { type TypedKind, typedValue } from '#shared/intake/typed.ts';
import type { RecordId } from '#shared/kit/ids.ts';

export interface Keep {
  /** Keeps what was typed; the sentence of a refusal, or undefined. */
  readonly typed: (field: string, as: TypedKind, text: string) => Promise<string | undefined>;
  readonly value: (field: string, value: unknown) => Promise<string | undefined>;
}

export function useKeep(kind: Kind, record: RecordId): Keep {
  const act = useAct();
  const words = useWords();
  const value = async (field: string, given: unknown) => {
    const result = await act(editField, { kind, record, values: { [field]: given } });
    return result.ok ? undefined : words.problem(result.problem);
  };
  return {
    value,
    typed: async (field, as, text) => {
      const read = typedValue(as, text, field);
      return read.ok ? value(field, read.value) : words.problem({ ...read.problem, path: `${kind}/${field}` });
    },
  };
}
