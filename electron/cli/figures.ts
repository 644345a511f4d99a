// How the command line says a rate of return and a payback: the figure, or why there is none.
import type { InternalRate } from '#shared/value/irr.ts';
import type { Payback } from '#shared/value/payback.ts';
import { words } from './context.ts';

export const paybackText = (found: Payback): string =>
  found.kind === 'years'
    ? words.say('cli.paybackYears', { years: words.number(found.years, 3) })
    : words.sayAny(`cli.payback.${found.kind}`);

export const irrText = (irr: InternalRate): string =>
  irr.kind === 'one'
    ? words.percent(irr.rate, 4)
    : words.sayAny(irr.kind === 'several' ? 'cli.irrSeveral' : 'cli.irrNone');
