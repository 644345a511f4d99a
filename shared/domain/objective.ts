// Objective: a strategic aim, in a tree; and which component serves it.
import type { RecordId } from '#shared/kit/ids.ts';
import { type Fields, link, text, title } from './field.ts';

export interface Objective {
  readonly name: string;
  readonly description?: string;
  readonly parent?: RecordId;
  /** The named strategy it belongs to, say a national vision. */
  readonly strategy?: string;
}

export const objectiveFields: Fields = { name: title, description: text, parent: link, strategy: text };

/** A link is a record: one component serves one objective. */
export interface Alignment {
  readonly component: RecordId;
  readonly objective: RecordId;
}

export const alignmentFields: Fields = { component: link, objective: link };
