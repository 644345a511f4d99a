// All English sentences, by room; a key stands in exactly one file.
import { acts } from './acts.ts';
import { cli } from './cli.ts';
import { deck } from './deck.ts';
import { domain } from './domain.ts';
import { problems } from './problems.ts';

export const english = { ...acts, ...cli, ...domain, ...deck, ...problems } as const;
