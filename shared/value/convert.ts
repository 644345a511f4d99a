// Money of another currency or price level, made the book's own by dated rates and price levels; never by guessing.
import type { Book, Entry } from '#shared/domain/book.ts';
import type { PriceBase } from '#shared/kit/money.ts';
import { fiscalYearOf, lastDay, type MonthIndex } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';

/** One multiplication, for the working: what was applied, from when, from where. */
export interface ConversionStep {
  readonly kind: 'rate' | 'prices';
  readonly factor: number;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly source: string;
}

export type Conversion = { readonly factor: number; readonly steps: readonly ConversionStep[] } | Problem;

export const isProblem = (x: Conversion): x is Problem => 'code' in x;

const baseName = (base: PriceBase): string => (base.kind === 'real' ? String(base.year) : 'nominal');

/** Turns amounts into the book's currency and price base. One is made for a book's prices and kept while they stand. */
export class Converter {
  /** By currency, then price base, then month. */
  private readonly known = new Map<string, Map<string, Map<MonthIndex, Conversion>>>();
  /** Each step once, so that months which share it share the object. */
  private readonly steps = new Map<string, ConversionStep>();
  private readonly rates: readonly Entry<'exchangeRate'>[];
  private readonly levels: ReadonlyMap<number, Entry<'deflator'>>;

  constructor(
    readonly currency: string,
    readonly base: PriceBase | undefined,
    readonly fiscalYearStart: number,
    rates: readonly Entry<'exchangeRate'>[],
    deflators: readonly Entry<'deflator'>[],
  ) {
    this.rates = [...rates].sort((a, b) => (a.on < b.on ? 1 : -1));
    this.levels = new Map(deflators.map((level) => [level.year, level]));
  }

  /** What an amount of a month is multiplied with. A price base that was not said is the book's. */
  convert(currency: string, base: PriceBase | undefined, month: MonthIndex): Conversion {
    if (currency === this.currency && (!base || !this.base || sameBase(base, this.base))) return AS_IT_IS;
    const months = inner(inner(this.known, currency), base ? baseName(base) : '');
    let found = months.get(month);
    if (!found) {
      found = this.find(currency, base, month);
      months.set(month, found);
    }
    return found;
  }

  private find(currency: string, base: PriceBase | undefined, month: MonthIndex): Conversion {
    const steps: ConversionStep[] = [];
    if (currency !== this.currency) {
      const rate = this.rateOf(currency, month);
      if (!rate) return { code: 'value.noRate', args: { from: currency, to: this.currency } };
      steps.push(this.once(rate));
    }
    if (base && this.base && !sameBase(base, this.base)) {
      const step = this.pricesOf(base, this.base, month);
      if ('code' in step) return step;
      steps.push(this.once(step));
    }
    return { factor: steps.reduce((product, step) => product * step.factor, 1), steps };
  }

  private once(step: ConversionStep): ConversionStep {
    const key = `${step.kind} ${step.from} ${step.on}`;
    const known = this.steps.get(key) ?? step;
    this.steps.set(key, known);
    return known;
  }

  /** The latest rate known by the month's end, else the first there is; the other way round where only that was given. */
  private rateOf(from: string, month: MonthIndex): ConversionStep | undefined {
    const fits = this.rates.filter(
      (rate) => (rate.from === from && rate.to === this.currency) || (rate.to === from && rate.from === this.currency),
    );
    const end = lastDay(month);
    const rate = fits.find(({ on }) => on <= end) ?? fits.at(-1);
    if (!rate) return undefined;
    const factor = rate.from === from ? rate.rate : 1 / rate.rate;
    return { kind: 'rate', factor, from, to: this.currency, on: rate.on, source: rate.source ?? '' };
  }

  private pricesOf(from: PriceBase, to: PriceBase, month: MonthIndex): ConversionStep | Problem {
    const ownYear = fiscalYearOf(month, this.fiscalYearStart);
    const [fromYear, toYear] = [from.kind === 'real' ? from.year : ownYear, to.kind === 'real' ? to.year : ownYear];
    const below = this.levels.get(fromYear ?? ownYear);
    const above = this.levels.get(toYear ?? ownYear);
    if (!below || !above)
      return {
        code: 'value.noDeflator',
        args: { year: String(below ? toYear : fromYear), from: baseName(from), to: baseName(to) },
      };
    return {
      kind: 'prices',
      factor: above.index / below.index,
      from: baseName(from),
      to: baseName(to),
      on: String(ownYear),
      source: above.source ?? below.source ?? '',
    };
  }
}

const AS_IT_IS: Conversion = { factor: 1, steps: [] };

/** The map inside a map, made where there was none. */
function inner<K, V>(outer: Map<string, Map<K, V>>, key: string): Map<K, V> {
  let found = outer.get(key);
  if (!found) {
    found = new Map();
    outer.set(key, found);
  }
  return found;
}

const sameBase = (a: PriceBase, b: PriceBase): boolean =>
  a.kind === b.kind && (a.kind === 'nominal' || a.year === b.year);

interface Kept {
  readonly parts: readonly unknown[];
  readonly converter: Converter;
}
const kept = new WeakMap<object, Kept>();

/** The converter of a book: the same one while its currency, price base and tables stand. */
export function converterOf(book: Book): Converter {
  const { currency, priceBase, fiscalYearStart } = book.office;
  const rates = [...book.all('exchangeRate')];
  const deflators = [...book.all('deflator')];
  const parts = [currency, priceBase, fiscalYearStart, ...rates, ...deflators];
  const held = kept.get(book.state);
  if (held && held.parts.length === parts.length && held.parts.every((part, i) => part === parts[i]))
    return held.converter;
  const converter = new Converter(currency, priceBase, fiscalYearStart, rates, deflators);
  kept.set(book.state, { parts, converter });
  return converter;
}
