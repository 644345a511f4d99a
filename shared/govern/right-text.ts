// Rights, their holders and their scope as people say them: one wording for lint, X-ray, screens and the command line.
import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Words } from '#shared/words/words.ts';
import { boundsText } from './ranges.ts';
import type { Holder, Right } from './rights.ts';

/** A name keeps its own direction inside a sentence of the other. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

/** Names, or what stands for names, one after another. */
export const listed = (words: Words, names: readonly string[]): string => names.join(words.say('rights.comma'));

export const bodyName = (book: Book, words: Words, id: RecordId | undefined): string => {
  const title = book.get('board', id)?.title;
  return title === undefined ? words.say('rights.bodyGone') : isolated(title);
};

export const componentName = (book: Book, words: Words, id: RecordId | undefined): string => {
  const name = book.get('component', id)?.name;
  return name === undefined ? words.say('rights.componentGone') : isolated(name);
};

export const holderName = (book: Book, words: Words, { body, role }: Pick<Holder, 'body' | 'role'>): string =>
  role ? words.sayAny(`rights.role.${role}`) : bodyName(book, words, body);

/** "Steering committee (Layla, Omar)", or that nobody holds it. */
export function holderText(book: Book, words: Words, holder: Holder): string {
  const who = holderName(book, words, holder);
  const people = holder.people.flatMap((id) => book.get('person', id)?.name ?? []).map(isolated);
  return people.length > 0
    ? words.say('rights.holder', { who, people: listed(words, people) })
    : words.say('rights.holderVacant', { who });
}

/** What a right is cut to: "all work", "“Clinics” and its parts, regulatory work". */
export function scopeText(
  book: Book,
  words: Words,
  right: Pick<Right, 'component' | 'category' | 'level' | 'lane'>,
): string {
  const cut = [
    right.component && words.say('rights.scope.component', { name: componentName(book, words, right.component) }),
    right.category && words.say('rights.scope.category', { name: isolated(right.category) }),
    right.level && words.say('rights.scope.level', { level: words.sayAny(`level.${right.level}`) }),
    right.lane && right.lane !== 'any' && words.sayAny(`rights.lane.${right.lane}`),
  ].filter((part): part is string => Boolean(part));
  return cut.length > 0 ? listed(words, cut) : words.say('rights.scope.all');
}

/** A right by its own title, else by its type, range and scope. */
export function rightName(book: Book, words: Words, right: Right): string {
  const type = words.sayAny(`decisionType.${right.type}`);
  const what = { type, range: boundsText(words, right), scope: scopeText(book, words, right) };
  return right.title
    ? words.say('rights.namedRight', { ...what, title: isolated(right.title) })
    : words.say('rights.right', what);
}
