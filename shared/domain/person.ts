// Person: someone who sponsors, leads, owns or decides.
import { type Fields, text, title } from './field.ts';

export interface Person {
  readonly name: string;
  readonly role?: string;
  readonly organisation?: string;
  readonly email?: string;
}

export const personFields: Fields = { name: title, role: text, organisation: text, email: text };
