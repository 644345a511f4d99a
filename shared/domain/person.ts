// Person: someone who sponsors, leads, owns or decides.
import { choice, type Fields, text, title } from './field.ts';

/** Languages Mizan writes to people in. */
export const LANGUAGES = ['en', 'ar'] as const;

export interface Person {
  readonly name: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly email?: string;
  /** The language workbooks and letters reach them in. */
  readonly language?: (typeof LANGUAGES)[number];
}

export const personFields: Fields = {
  name: title,
  role: text,
  organisation: text,
  email: text,
  language: choice(LANGUAGES),
};
