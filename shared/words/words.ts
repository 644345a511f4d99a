// Turns keys into sentences, in the reader's language, with the plural forms of that language.
import i18next, { type i18n } from 'i18next';
import { isDay } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import { arabic } from './ar/index.ts';
import { english } from './en/index.ts';
import { createFormatter, type FormatChoice, type Formatter } from './format.ts';

type PluralForm = '_zero' | '_one' | '_two' | '_few' | '_many' | '_other';
type Base<Key extends string> = Key extends `${infer Stem}${PluralForm}` ? Stem : Key;
/** Every sentence's key. A key with plural forms is named without them. */
export type MessageKey = Base<keyof typeof english & string>;

export type Args = Readonly<Record<string, string | number>>;

export interface Words extends Formatter {
  /**
   * The sentence for `key`. Numbers among `args` are formatted; `count` also picks the plural form and is at hand
   * in the sentence as `{{n}}`.
   */
  readonly say: (key: MessageKey, args?: Args) => string;
  /** As `say`, for a key that came as data (a problem, an act's name); an unknown key is said plainly. */
  readonly sayAny: (key: string, args?: Args) => string;
  readonly problem: (problem: Problem) => string;
  /** A field's name as people know it, by its kind where kinds differ; a year's or version's field says its number. */
  readonly field: (field: string, kind?: string) => string;
  /** What a record of a kind is called; the kind's own name where a newer version brought it. */
  readonly kind: (kind: string) => string;
  readonly has: (key: string) => boolean;
}

let shared: i18n | undefined;

function dictionary(): i18n {
  if (!shared) {
    shared = i18next.createInstance();
    void shared.init({
      resources: { en: { translation: english }, ar: { translation: arabic } },
      fallbackLng: 'en',
      keySeparator: false,
      nsSeparator: false,
      initAsync: false,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  }
  return shared;
}

export function createWords(choice: FormatChoice): Words {
  const format = createFormatter(choice);
  const translate = dictionary().getFixedT(choice.language);
  const has = (key: string) => dictionary().exists(key, { lng: choice.language, count: 1 });
  // a sentence without figures never changes: a grid says the same few hundreds of times
  const plain = new Map<string, string>();
  const sayAny = (key: string, args?: Args): string => {
    if (args) return fill(key, args);
    const known = plain.get(key) ?? fill(key, {});
    plain.set(key, known);
    return known;
  };
  const fill = (key: string, args: Args): string => {
    const spoken: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(args))
      spoken[name] = typeof value === 'number' ? format.number(value, 2) : value;
    const { count } = args;
    if (typeof count === 'number') Object.assign(spoken, { count, n: format.number(count) });
    return has(key) ? translate(key, spoken) : key;
  };
  const field = (name: string, kind = ''): string => {
    const [, series, version] = /^([A-Za-z]+)(\d*)@/.exec(name) ?? [];
    if (series) return version ? sayAny('field.planVersion', { year: version }) : sayAny(`field.${series}`);
    const [family = name, year] = name.split('/');
    const args = { year: year ?? '' };
    if (kind && has(`field.${kind}.${family}`)) return sayAny(`field.${kind}.${family}`, args);
    return has(`field.${family}`) ? sayAny(`field.${family}`, args) : name;
  };
  const spokenArg = (name: string, value: string | number, kind: string): string | number => {
    if (typeof value === 'number') return value;
    if (name === 'field') return field(value, kind);
    if (isDay(value)) return name === 'month' ? format.month(value) : format.date(value);
    // a state or a hint inside a sentence comes as its key
    return value.includes('.') && has(value) ? sayAny(value) : value;
  };
  const spokenArgs = (args: Args = {}, kind = ''): Args =>
    Object.fromEntries(Object.entries(args).map(([name, value]) => [name, spokenArg(name, value, kind)]));
  return {
    ...format,
    has,
    field,
    kind: (kind) => (has(`kind.${kind}`) ? sayAny(`kind.${kind}`) : kind),
    say: sayAny,
    sayAny,
    // a field is called as on its own record: a path that names one begins with its kind
    problem: ({ code, args, path = '' }) =>
      sayAny(has(code) ? code : 'problem.unknown', { path, code, ...spokenArgs(args, path.split('/')[0]) }),
  };
}
