// Sets fields of several records of one kind as one change: a block that was pasted, or a value for all that are shown.
import type { DraftWrite } from '#shared/change/model.ts';
import { done } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';
import { editField, type FieldEdit } from './edit-field.ts';

/** All or nothing: the first edit that is refused refuses them all. */
export const editMany: Act<readonly FieldEdit[]> = {
  name: 'act.editMany',
  allowed: always,
  run: (book, edits, ctx) => {
    const writes: DraftWrite[] = [];
    for (const edit of edits) {
      const draft = editField.run(book, edit, ctx);
      if (!draft.ok) return draft;
      writes.push(...draft.value.writes);
    }
    return done({ act: editMany.name, writes });
  },
};
