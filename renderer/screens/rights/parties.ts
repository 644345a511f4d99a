// The columns of the matrix, bodies and then roles, and what a cell of it holds.

import type { PartyWish } from '#shared/acts/set-right.ts';
import type { Book } from '#shared/domain/book.ts';
import { PARTS, type Part, ROLES } from '#shared/domain/right.ts';
import type { RightWithParties } from '#shared/govern/rights.ts';
import { partyKey } from '#shared/govern/rights-finding.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Words } from '#shared/words/words.ts';

export interface Column {
  readonly key: string;
  readonly wish: PartyWish;
  readonly name: string;
}

export function columnsOf(book: Book, words: Words): Column[] {
  const boards = [...book.all('board')].sort((a, b) => (a.order ?? 999) - (b.order ?? 999));
  return [
    ...boards.map(({ id, title }) => ({ key: id as string, wish: { body: id }, name: title })),
    ...ROLES.map((role) => ({ key: partyKey({ role }), wish: { role }, name: words.say(`rightsScreen.role.${role}`) })),
  ];
}

/** What a party does in a right, who decides first. */
export const partsIn = ({ parties }: RightWithParties, column: string): Part[] =>
  (['decide', ...PARTS.filter((part) => part !== 'decide')] as Part[]).filter((part) =>
    parties[part].some((party) => partyKey(party) === column),
  );

/** The parties of a part once one of them is put in or taken out; who decides is one, so another gives way. */
export function toggled({ parties }: RightWithParties, part: Part, { key, wish }: Column): PartyWish[] {
  const others = parties[part].filter((party) => partyKey(party) !== key);
  const kept: PartyWish[] = others.map(({ body, role }) => (role ? { role } : { body }));
  if (others.length < parties[part].length) return kept;
  return part === 'decide' ? [wish] : [...kept, wish];
}

export interface Cell {
  readonly right: RecordId;
  readonly column: string;
}
