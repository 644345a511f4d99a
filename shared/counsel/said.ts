// What counsel found, in words: facts, figures of options, reasons, answers at gates, what does not hold.
import type { DecisionException } from '#shared/domain/decision.ts';
import type { Words } from '#shared/words/words.ts';
import type { Fact, FactValue } from './facts.ts';
import type { GateFact } from './gate.ts';
import type { Amount, OptionFigures } from './options.ts';
import type { StopReason } from './stopping.ts';
import type { Breach } from './taking.ts';

export interface Said {
  readonly label: string;
  readonly value: string;
}

/** "Value at risk: Ground floods" and "£1.2 m". */
export function factSaid(words: Words, { label, name, value }: Fact): Said {
  const key = label.includes('.') && words.has(label) ? label : `evidence.${label}`;
  const said = words.sayAny(words.has(key) ? key : label);
  return { label: name ? `${said}: \u2068${name}\u2069` : said, value: factValue(words, value) };
}

function factValue(words: Words, value: FactValue): string {
  if ('money' in value) return words.money(value.money);
  if ('number' in value) return `${words.number(value.number, 2)}${value.unit ? ` ${value.unit}` : ''}`;
  if ('day' in value) return words.date(value.day);
  return 'word' in value ? words.sayAny(value.word) : value.text;
}

/** "+£3 m", "−£1.5 m", "no change"; "—" where neither the book nor a person says. */
export function changeSaid(words: Words, amount: Amount | undefined): string {
  if (!amount) return '—';
  if (amount.minor === 0) return words.say('option.noChange');
  const money = words.money({ minor: amount.minor, currency: amount.currency });
  // the sign stays before its number, and a cell that judges by its first letter still reads from the right
  const said = amount.minor > 0 ? `\u200e+${money}` : money;
  return words.direction === 'rtl' ? `\u200f${said}` : said;
}

export interface OptionSaid {
  readonly value: string;
  readonly cost: string;
  readonly risk: string;
  readonly time: string;
  /** Which of the figures a person stated. */
  readonly stated: readonly ('value' | 'cost')[];
}

export function optionSaid(words: Words, figures: OptionFigures): OptionSaid {
  const { value, cost, risk, riskSaid, months, until } = figures;
  const atRisk = risk && risk.minor !== 0 ? words.money(risk) : undefined;
  const time =
    months !== undefined && months !== 0
      ? words.say(months > 0 ? 'option.later' : 'option.earlier', { count: Math.abs(months) })
      : until
        ? words.say('option.until', { day: words.date(until) })
        : months === 0
          ? words.say('option.noChange')
          : '—';
  return {
    value: changeSaid(words, value),
    cost: changeSaid(words, cost),
    risk: [atRisk, riskSaid].filter(Boolean).join(' · ') || (risk ? words.say('option.noRisk') : '—'),
    time,
    stated: [
      ...(value?.from === 'stated' ? (['value'] as const) : []),
      ...(cost?.from === 'stated' ? (['cost'] as const) : []),
    ],
  };
}

export const breachSaid = (words: Words, { code, args }: Breach | DecisionException): string =>
  words.problem({ code: `exception.${code}`, ...(args && { args }) });

export const gateSaid = (words: Words, { code, args }: GateFact): string =>
  words.problem({ code, ...(args && { args }) });

export function reasonSaid(words: Words, { code, minor, args }: StopReason, currency: string): string {
  const money = minor === undefined ? {} : { money: words.money({ minor: Math.round(minor), currency }) };
  const times = typeof args?.times === 'number' ? { times: words.percent(args.times, 0) } : {};
  return words.sayAny(code, { ...args, ...money, ...times });
}
