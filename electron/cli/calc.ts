// `mizan calc --cashflow=… --rate …`: every figure of one stream of yearly flows, with how it was counted.
import { internalRate, modifiedInternalRate } from '#shared/value/irr.ts';
import { discountedPayback, payback } from '#shared/value/payback.ts';
import { flatRate, type RateSchedule, type Timing, UK_PUBLIC_REAL } from '#shared/value/rate.ts';
import { benefitCostRatio, discountedReturn, netPresentValue, simpleReturn } from '#shared/value/worth.ts';
import type { Answer, Call } from './call.ts';
import { Refusal, words } from './context.ts';
import { irrText, paybackText } from './figures.ts';

const TIMINGS: readonly Timing[] = ['start', 'mid', 'end'];

export async function calcCommand({ options }: Call): Promise<Answer> {
  const flows = flowsOf(options.cashflow);
  const { schedule, name } = scheduleOf(options.rate);
  const timing = timingOf(options.timing);
  const first = schedule[0].rate;
  const finance = options.finance === undefined ? first : rateOf(options.finance);
  const reinvest = options.reinvest === undefined ? first : rateOf(options.reinvest);
  const npv = netPresentValue(flows, schedule, timing);
  const irr = internalRate(flows);
  return {
    data: {
      ok: true,
      cashflow: flows,
      rate: name,
      timing,
      npv,
      bcr: benefitCostRatio(flows, schedule, timing) ?? null,
      irr,
      mirr: {
        rate: modifiedInternalRate(flows, finance, reinvest) ?? null,
        financeRate: finance,
        reinvestmentRate: reinvest,
      },
      payback: payback(flows),
      discountedPayback: discountedPayback(flows, schedule, timing),
      roiSimple: simpleReturn(flows) ?? null,
      roiDiscounted: discountedReturn(flows, schedule, timing) ?? null,
    },
    sentence: words.say('cli.calc', {
      npv: words.number(npv, 4),
      rate: name,
      timing: words.sayAny(`cli.timing.${timing}`),
      irr: irrText(irr),
      payback: paybackText(payback(flows)),
    }),
  };
}

function flowsOf(text: string | undefined): number[] {
  const parts = (text ?? '').split(',').map((part) => part.trim());
  const flows = parts.map(Number);
  const bad = parts.findIndex((part, i) => part === '' || !Number.isFinite(flows[i]));
  if (bad >= 0) throw new Refusal({ code: 'cli.badFlow', args: { place: bad + 1, text: parts[bad] ?? '' } });
  return flows;
}

function scheduleOf(text: string | undefined): { schedule: RateSchedule; name: string } {
  if (text === undefined || text === 'uk') return { schedule: UK_PUBLIC_REAL, name: 'uk' };
  return { schedule: flatRate(rateOf(text)), name: text };
}

/** A rate as a share: 0.10 is ten per cent. */
function rateOf(text: string): number {
  const rate = Number(text);
  if (text.trim() === '' || !Number.isFinite(rate) || rate <= -1 || rate > 10)
    throw new Refusal({ code: 'cli.badRate', args: { text } });
  return rate;
}

function timingOf(text: string | undefined): Timing {
  const timing = TIMINGS.find((known) => known === (text ?? 'start'));
  if (!timing) throw new Refusal({ code: 'cli.badTiming', args: { text: text ?? '' } });
  return timing;
}
