// All Arabic sentences, by room; the same keys as in English, with the plural forms Arabic has.
import { acts } from './acts.ts';
import { cli } from './cli.ts';
import { deck } from './deck.ts';
import { domain } from './domain.ts';
import { problems } from './problems.ts';

export const arabic: Readonly<Record<string, string>> = { ...acts, ...cli, ...domain, ...deck, ...problems };
