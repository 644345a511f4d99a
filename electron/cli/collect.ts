// `mizan collect BOOK`: a round's workbooks and letters out to owners (--round), and their returns back into a copy (--read).
import { isDay } from '#shared/kit/period.ts';
import type { Answer, Call } from './call.ts';
import { collectIn } from './collectIn.ts';
import { collectOut } from './collectOut.ts';
import { Refusal } from './context.ts';

export async function collectCommand(call: Call): Promise<Answer> {
  const { options } = call;
  if (!options.out) throw new Refusal({ code: 'cli.noOut' });
  if (options.date !== undefined && !isDay(options.date))
    throw new Refusal({ code: 'cli.badDate', args: { text: options.date } });
  if (options.read !== undefined) return collectIn(call, options.read, options.out);
  if (options.round === undefined) throw new Refusal({ code: 'cli.collectHow' });
  return collectOut(call, options.round, options.out);
}
