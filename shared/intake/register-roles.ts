// Which header of a benefits register means which field, and which month of which series a header names.
import { foldText } from '#shared/kit/order.ts';
import type { MonthIndex } from '#shared/kit/period.ts';
import { headerWords } from './header.ts';
import { typedMonth } from './series-paste.ts';

/** What a column of a register may be. A `month` holds what its row's series column says, or what the mapping says. */
export const REGISTER_ROLES = [
  'id',
  'benefitTitle',
  'component',
  'description',
  'benefitCategory',
  'beneficiary',
  'owner',
  'ownerEmail',
  'accountable',
  'state',
  'benefitConfidence',
  'benefitValue',
  'benefitStart',
  'measure',
  'unit',
  'direction',
  'startValue',
  'startOn',
  'target',
  'targetOn',
  'dataSource',
  'cadence',
  'rollUp',
  'series',
  'month',
  'monthPlan',
  'monthForecast',
  'monthActual',
  'note',
  'ignore',
] as const;
export type RegisterRole = (typeof REGISTER_ROLES)[number];

/** Roles that many columns have: one a month. */
export const MONTH_ROLES: readonly string[] = ['month', 'monthPlan', 'monthForecast', 'monthActual'];

/** What is written month by month. */
export type RegisterSeries = 'plan' | 'forecast' | 'actual' | 'counterfactual';

/** Tried in order on a header's folded words; the first that fits names the column. */
const ALIASES: readonly (readonly [RegisterRole, RegExp])[] = [
  ['note', /\b(comment(s|ary)?|narrative|notes?|remarks?)\b|ملاحظات|تعليق/],
  [
    'ownerEmail',
    /^(benefit )?owner( s)? (e ?mail|mail)( address)?$|^e ?mail( address)?$|^(بريد المالك|بريد مالك المنفعه|البريد الالكتروني)/,
  ],
  [
    'id',
    /^(benefit |source |register )?(id|number|no|ref|reference|code|identifier)( number)?$|^(رقم|رمز)( المنفعه)?$|^الرمز$|^الرقم$/,
  ],
  [
    'benefitValue',
    /^(benefit|total|stated|whole life|annual)( benefit)? (value|worth|amount)$|^(financial|monetary|monetised|cash) (value|benefit)$|^value$|^(القيمه|قيمه المنفعه)( الماليه)?$/,
  ],
  [
    'benefitTitle',
    /^(benefit|disbenefit|outcome)( (title|name))?$|^(title|name) of (the )?(benefit|outcome)$|^(title|name)$|^(اسم |عنوان )?(المنفعه|النتيجه|المنافع)$|^العنوان$/,
  ],
  ['accountable', /^accountable( executive| person| officer)?$|^(المسؤول|المسوول|المساءل)( عن المنفعه)?$/],
  ['owner', /^(benefit |business )?owner( name)?$|^(مالك المنفعه|المالك|مالك)$/],
  [
    'component',
    /^(parent |source |delivering |enabling )?(component|programme|program|project|initiative|portfolio)( (name|title|id|code|ref))?$|^(اسم )?(البرنامج|المشروع|المبادره|المكون)$/,
  ],
  [
    'benefitCategory',
    /^(benefit )?(category|classification|class)$|^benefit type$|^(الفئه|فئه المنفعه|تصنيف المنفعه|التصنيف)$|^نوع المنفعه$/,
  ],
  ['beneficiary', /^(beneficiar(y|ies)|for whom|who benefits|stakeholders?)$|^(المستفيد(ون|ين)?|الفئه المستفيده)$/],
  ['description', /^(benefit )?(description|summary|definition|detail(s)?)$|^(الوصف|وصف المنفعه)$/],
  ['state', /^(benefit )?(state|status|stage|lifecycle( stage)?)$|^(الحاله|حاله المنفعه|المرحله)$/],
  [
    'benefitConfidence',
    /^(owner |benefit |delivery )?(confidence|probability|likelihood)( level)?( %)?$|^%? ?confidence$|^(درجه |نسبه )?الثقه( %)?$/,
  ],
  [
    'benefitStart',
    /^(benefit |profile |realisation |realization )?(start|starts|start date|starts on|from)$|^(تاريخ )?(البدايه|البدء|بدايه التحقيق)$/,
  ],
  ['dataSource', /^(data |measure |evidence )?source( of data)?$|^مصدر( البيانات)?$|^المصدر$/],
  [
    'measure',
    /^(benefit |lead )?(measure|kpi|metric|indicator|measurement)( name)?$|^(مؤشر|موشر)( القياس| الاداء)?$|^(المؤشر|الموشر)$/,
  ],
  ['unit', /^(unit|units|uom|unit of measure(ment)?|measure unit)$|^(الوحده|وحده القياس)$/],
  ['direction', /^(direction|polarity|good is|desired direction|trend)$|^(الاتجاه|الاتجاه المرغوب)$/],
  ['startOn', /^(baseline|start value) (date|on|as at)$|^(baseline date|measured on)$|^تاريخ خط الاساس$/],
  [
    'startValue',
    /^(baseline|start|starting|current|initial|as is)( (value|level|figure))?$|^(خط الاساس|القيمه الحاليه|قيمه خط الاساس)$/,
  ],
  ['targetOn', /^target (date|by|on|year end)$|^(due|achieve|achieved) by$|^تاريخ (المستهدف|الهدف)$/],
  ['target', /^(target|goal|to be)( (value|level|figure))?$|^(المستهدف|القيمه المستهدفه|الهدف)$/],
  [
    'cadence',
    /^(cadence|frequency|reporting frequency|measurement frequency|how often|measured)$|^(الدوريه|دوريه القياس|التكرار)$/,
  ],
  ['rollUp', /^(roll ?up|aggregation|aggregate|cumulative|accumulation|how months add up)$|^(التجميع|طريقه التجميع)$/],
  ['series', /^(series|row type|type|line|data type|value type|scenario)$|^(السلسله|النوع|نوع القيمه|البند)$/],
];

/** The role a register's header names; months are found by `monthHeader`. */
export function registerRoleOf(header: string): RegisterRole | undefined {
  const words = headerWords(header.replace(/_/g, ' '));
  return words === '' ? undefined : ALIASES.find(([, alias]) => alias.test(words))?.[0];
}

const SERIES_WORDS: readonly (readonly [RegisterSeries | 'baseline', RegExp])[] = [
  ['plan', /^(plan|planned|target profile|مخطط|المخطط|الخطه|خطه)$/],
  ['forecast', /^(forecast|forecasted|fcst|expected|outturn|متوقع|المتوقع|التوقع|توقع)$/],
  ['actual', /^(actual|actuals|achieved|realised|realized|reading|readings|فعلي|الفعلي|القراءه|المتحقق|محقق)$/],
  ['counterfactual', /^(counterfactual|do nothing|without( it)?|business as usual|bau|بدونها|الوضع القائم|دون تدخل)$/],
  ['baseline', /^(baseline|baselined|baseline plan|خط الاساس|الاساس)$/],
];

/** Which series a word names. What a register calls its baseline is settled by what else stands there. */
export function seriesWord(text: string): RegisterSeries | 'baseline' | undefined {
  const word = foldText(text)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return SERIES_WORDS.find(([, words]) => words.test(word))?.[0];
}

export interface MonthHeader {
  readonly month: MonthIndex;
  readonly series?: RegisterSeries | 'baseline';
}

/** 'Apr 2025', '2025-04', '04/2025', a date; alone or with its series before or behind: 'Plan Apr 2025', 'Apr 2025 (actual)'. */
export function monthHeader(header: string): MonthHeader | undefined {
  const text = header
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length > 60 || !/[\d٠-٩۰-۹]/.test(text)) return undefined;
  const bare = typedMonth(text);
  if (bare !== undefined) return { month: bare };
  const words = text.split(/[\s:()[\]–—_|]+|(?<=\p{L})-|(?<=\d) ?- ?(?=\p{L})/u).filter(Boolean);
  for (const take of [1, 2, 3]) {
    for (const [said, rest] of [
      [words.slice(0, take), words.slice(take)],
      [words.slice(-take), words.slice(0, -take)],
    ] as const) {
      const series = seriesWord(said.join(' '));
      const month = series && rest.length > 0 ? typedMonth(rest.join(' ')) : undefined;
      if (series && month !== undefined) return { month, series };
    }
  }
  return undefined;
}

/** Fields only a register of benefits has beside a title: without one of them a table speaks of components. */
const TELLING: ReadonlySet<RegisterRole> = new Set([
  'measure',
  'startValue',
  'target',
  'direction',
  'cadence',
  'rollUp',
  'beneficiary',
  'owner',
  'benefitCategory',
]);

/** How surely a row of headers is a register's: the number of fields it names; 0 where it is none. */
export function registerScore(headers: readonly string[]): number {
  const roles = new Set<RegisterRole>();
  let isTitled = false;
  let months = 0;
  for (const header of headers) {
    // a month may be told by a date; no word of a field is
    if (monthHeader(header)) months++;
    else {
      const role = registerRoleOf(header);
      if (!role || role === 'note') continue;
      roles.add(role);
      if (role === 'benefitTitle' && isBenefitWord(header)) isTitled = true;
    }
  }
  const telling = [...roles].filter((role) => TELLING.has(role)).length;
  if (!isTitled || telling + Math.min(months, 1) < 2) return 0;
  return roles.size + Math.min(months, 3);
}

/** "Title" alone may head any table; a register says of what. A sum of money in brackets is no title either. */
const isBenefitWord = (header: string): boolean =>
  /benefit|outcome|منفع|نتيج|منافع/.test(foldText(header)) && !/[£€$﷼]|\b[A-Z]{3}\b/.test(header);
