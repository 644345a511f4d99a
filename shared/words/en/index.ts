// All English sentences, by room; a key stands in exactly one file.
import { deck } from './deck.ts';
import { domain } from './domain.ts';
import { problems } from './problems.ts';

export const english = { ...domain, ...deck, ...problems } as const;
