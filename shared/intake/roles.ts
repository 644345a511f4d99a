// Which header means which field: the alias table, and the unit a header states.
import { foldText } from '#shared/kit/order.ts';
import { headerWords } from './header.ts';
import { monthNamed } from './months.ts';
import type { RegisterRole } from './register-roles.ts';

/** What a column may be. `year` dates the publication; `note` is commentary that stays in the file. */
export const ROLES = [
  'id',
  'name',
  'level',
  'parent',
  'organisation',
  'category',
  'description',
  'sponsor',
  'deliveryLead',
  'stage',
  'start',
  'end',
  'confidence',
  'sponsorConfidence',
  'wholeLifeCost',
  'costToDate',
  'costPlan',
  'costForecast',
  'benefit',
  'year',
  'note',
  'ignore',
] as const;
/** A register of benefits has its own (see register-roles.ts). */
export type Role = (typeof ROLES)[number] | RegisterRole;

export const MONEY_ROLES: readonly Role[] = [
  'wholeLifeCost',
  'costToDate',
  'costPlan',
  'costForecast',
  'benefit',
  'benefitValue',
];
export const RATING_ROLES: readonly Role[] = ['confidence', 'sponsorConfidence'];
export const DATE_ROLES: readonly Role[] = ['start', 'end'];
/** Roles that several columns may have: one a fiscal year. */
export const PERIOD_ROLES: readonly Role[] = ['costPlan', 'costForecast'];

/** Tried in order; the first that fits names the column. */
const ALIASES: readonly (readonly [Role, RegExp])[] = [
  ['note', /\b(comment(s|ary)?|narrative|notes?|remarks?)\b|ملاحظات|تعليق/],
  ['ignore', /\b(variance|%)\b|%/],
  ['sponsorConfidence', /^(sro|sponsor( s)?) (delivery confidence|rating|rag)|^sponsor confidence/],
  [
    'confidence',
    /^(ipa|mpa|nista|authority( s)?)? ?(delivery confidence|rag( rating)?|colou?r rating|confidence)( assessment| rating)?$|^(ipa|mpa) (delivery|rag)|^rating$|التقييم|الثقه في التنفيذ/,
  ],
  ['year', /^(publication |reporting )?year$|^السنه$/],
  [
    'id',
    /^(gmpp |project |programme |program |initiative |component |source )?(id|number|no|ref|reference|code|identifier)( number)?$|^رقم (المشروع|المبادره|المكون)|^الرمز$/,
  ],
  [
    'name',
    /^(project|programme|program|initiative|component|portfolio)( |$)?(name|title)?$|^(name|title)$|^(اسم )?(المشروع|المبادره|البرنامج|المكون)$|^الاسم$/,
  ],
  ['level', /^(level|component level|tier)$|^المستوى$|^المستوي$/],
  ['parent', /^(parent|part of|belongs to)( (id|name|programme|portfolio))?$|^ضمن$/],
  [
    'organisation',
    /^(lead )?(department|organi[sz]ation|ministry|agency|entity|body|sector owner)$|^(الجهه|الوزاره|القطاع|الاداره)$/,
  ],
  ['category', /^(annual )?(report )?(category|type|theme)$|^(الفئه|التصنيف)$/],
  ['description', /^(description|aims?|summary|scope)( |$)|الوصف/],
  ['sponsor', /^(sponsor|senior responsible owner|sro|executive sponsor)( name)?$|^الراعي$/],
  [
    'deliveryLead',
    /^(delivery lead|project (manager|director)|programme (manager|director)|lead)( name)?$|^(مدير|قائد) /,
  ],
  ['stage', /^(stage|phase|gate)$|^المرحله$/],
  ['start', /\bstart( date)?$|^(تاريخ )?(البدايه|البدء)$/],
  ['end', /\b(end|finish|completion)( date)?$|^(تاريخ )?(النهايه|الانتهاء)$/],
  ['benefit', /\bbenefits?( value| total)?$|^(المنافع|المنفعه)/],
  [
    'wholeLifeCost',
    /\b(whole life|wlc|lifetime|life cycle)\b|^total (budget|cost)$|^(budget|cost)$|التكلفه الكليه|اجمالي التكلفه|^التكلفه$|^الميزانيه$/,
  ],
  ['costToDate', /\b(cost|spend|spent|expenditure) to date\b|^(actual cost|spent)$|المصروف/],
  ['costForecast', /^(total |yearly |annual |financial year |fy )?forecast( incl ng[co])?$|^\d{4} ?\d{2,4} forecast$/],
  ['costPlan', /^(total |yearly |annual |financial year |fy )?(baseline|budget)$|^\d{4} ?\d{2,4} (budget|baseline)$/],
];

export function roleOf(header: string): Role | undefined {
  const words = headerWords(header.replace(/_/g, ' '));
  return words === '' ? undefined : ALIASES.find(([, alias]) => alias.test(words))?.[0];
}

/** The fiscal year or month a header names: "2023/24", "FY2023", "Apr 2023", "2023-04". */
export interface PeriodHeader {
  readonly kind: 'fiscalYear' | 'month';
  readonly year: number;
  readonly month?: number;
}

export function periodOf(header: string): PeriodHeader | undefined {
  const text = foldText(header).trim();
  const span = /^(?:fy ?)?((?:19|20)\d{2})\s?[/–-]\s?((?:19|20)?\d{2})\b/.exec(text);
  if (span) {
    const first = Number(span[1]);
    const last = Number(span[2]);
    const end = last < 100 ? first - (first % 100) + last : last;
    if (end === first + 1) return { kind: 'fiscalYear', year: end };
    const isMonth = text.length <= 7 && last >= 1 && last <= 12;
    return isMonth ? { kind: 'month', year: first, month: last } : undefined;
  }
  const bare = /^(?:fy ?)?((?:19|20)\d{2})$/.exec(text);
  if (bare) return { kind: 'fiscalYear', year: Number(bare[1]) };
  const named = /^(\p{L}+(?: \p{L}+)?)\.?[ '-]+((?:19|20)?\d{2})$/u.exec(text);
  const month = named ? monthNamed(named[1] as string) : undefined;
  const year = Number(named?.[2]);
  return month ? { kind: 'month', year: year < 100 ? 2000 + year : year, month } : undefined;
}

export interface HeaderUnit {
  readonly currency?: string;
  /** Power of ten. */
  readonly scale: number;
  /** True where the currency sign arrived damaged and was recognised for what it was. */
  readonly repaired?: boolean;
}

const SIGNS: Readonly<Record<string, string>> = { '£': 'GBP', '€': 'EUR', $: 'USD', '﷼': 'SAR' };

/** The unit in a header's text: "(£m)", "USD million", "SAR '000". A broken "£" (Ł, Å, Â£) before an m is still a pound. */
export function unitOf(header: string): HeaderUnit | undefined {
  const match =
    /(?:Â?(£|€|\$|﷼)|(Ł|Å.?|Ã.?|�)|\b([A-Z]{3})\b)?\s?['’]?(m|mn|million|bn|billion|k|000s?|thousands?|مليون|مليار|الف|ألف)(?![a-z])/iu;
  for (const part of header.match(/\([^)]*\)|[^()]+/g) ?? []) {
    const found = match.exec(part);
    if (!found) continue;
    const [, sign, broken, code, word] = found;
    if (
      !sign &&
      !broken &&
      !code &&
      !/^\(?['\s]*(m|mn|million|bn|billion|k|000s?|thousands?|مليون|مليار|الف|ألف)\s*\)?$/iu.test(part.trim())
    )
      continue;
    const scale = /^(bn|billion|مليار)$/i.test(word ?? '') ? 9 : /^(m|mn|million|مليون)$/i.test(word ?? '') ? 6 : 3;
    const currency = sign ? SIGNS[sign] : broken ? 'GBP' : code;
    return { scale, ...(currency ? { currency } : {}), ...(broken || part.includes('Â£') ? { repaired: true } : {}) };
  }
  const bare = /\((£|€|\$|﷼|[A-Z]{3})\)/.exec(header)?.[1];
  return bare ? { scale: 0, currency: SIGNS[bare] ?? bare } : undefined;
}
