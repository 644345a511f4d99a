// A whole portfolio with its value ledger, for the pack's slides: six components, a dozen benefits over four years, of every kind.
import { type Day, monthIndex, monthKey } from '#shared/kit/period.ts';
import type { Fields, Records } from './books.ts';
import { MADE, type Made } from './programmeBenefits.ts';

export const LEDGER_AS_AT = '2026-09-30';
const START = monthIndex('2024-04-01' as Day);
const MONTHS = 48;

const NAMES = {
  en: {
    office: 'Transformation portfolio',
    components: [
      'Digital Tax',
      'Courts Reform',
      'Shared Services',
      'Neighbourhood Clinics',
      'Green Estates',
      'Payroll Renewal',
    ],
    people: [
      'Amal Haddad',
      'Bernard Osei',
      'Clara Jensen',
      'Dina Farouk',
      'Edward Price',
      'Farah Aziz',
      'Vera Quill',
      'Felix Ledger',
    ],
  },
  ar: {
    office: 'محفظة التحول',
    components: [
      'الضريبة الرقمية',
      'تطوير المحاكم',
      'الخدمات المشتركة',
      'عيادات الأحياء',
      'المباني الخضراء',
      'تجديد الرواتب',
    ],
    people: [
      'أمل حداد',
      'برهان العتيبي',
      'كريمة الزهراني',
      'دينا فاروق',
      'عماد القحطاني',
      'فرح عزيز',
      'وليد الشمري',
      'فهد المالكي',
    ],
  },
} as const;

const rise = (at: number): number => Math.min(1, Math.max(0, (at + 1) / 20)) ** 1.3;

function planOf(made: Made, slip = 0): number[] {
  const sign = made.direction ?? 1;
  return Array.from({ length: MONTHS }, (_, at) =>
    round((made.startValue ?? 0) + sign * made.height * rise(at - slip)),
  );
}
const round = (x: number) => Math.round(x * 100) / 100;

/** @param at index of the benefit */
function measureOf(made: Made, at: number, title: string): Fields {
  const plan = planOf(made, made.rebaselined ? 5 : 0);
  const start = made.startValue ?? 0;
  const read = made.read ?? 29;
  const ratio = (value: number, by: number) => round(start + (value - start) * by);
  const eroded = made.benefit?.floor === 75;
  const actual = plan
    .slice(0, read)
    .map((value, m) => (eroded && m >= read - 2 ? 70 + m - read : ratio(value, made.comes)));
  const verdicts = actual
    .slice(0, made.verified ?? 0)
    .map((value) => ({ verdict: 'verified', by: 'p6', on: '2026-09-01', value }));
  const finance = verdicts.map((verdict) => ({ ...verdict, by: 'p7' }));
  const owned = made.owner === 6;
  return {
    name: title,
    benefit: `b${at}`,
    unit: made.unit ?? 'GBP',
    direction: made.direction ?? 1,
    startValue: start,
    target: plan.at(-1),
    rollUp: made.rollUp ?? 'flow',
    cadence: 'monthly',
    source: 'General ledger',
    ...(owned ? {} : { verifier: 'p6' }),
    financeVerifier: 'p7',
    ...(made.unitValue === undefined
      ? {}
      : { [`unitValue/${monthKey(START)}`]: { amount: made.unitValue, currency: 'GBP' } }),
    'version/1': { on: '2024-04-01', reason: 'First plan', anchor: START },
    [`plan1@0+${MONTHS}`]: made.rebaselined ? planOf(made) : plan,
    ...(made.rebaselined
      ? {
          [`plan2@0+${MONTHS}`]: plan,
          'version/2': { on: '2025-06-15', reason: 'Matching law passed five months late', anchor: START },
        }
      : {}),
    [`forecast@0+${MONTHS}`]: plan.map((value) => ratio(value, made.ahead ?? made.comes)),
    [`actual@${START}+${read}`]: actual,
    ...(verdicts.length > 1
      ? {
          [`check@${START}+${verdicts.length}`]: owned ? finance : verdicts,
          [`finance@${START}+${verdicts.length}`]: finance,
        }
      : {}),
  };
}

/** The records of the portfolio, with titles in the language of the pack. */
export function programmeRecords(language: 'en' | 'ar'): Records {
  const names = NAMES[language];
  const which = language === 'en' ? 0 : 1;
  const money = (millions: number) => ({
    minor: Math.round(millions * 100_000_000),
    currency: 'GBP',
    base: { kind: 'real', year: 2025 },
  });
  const costs = [6, 5, 5, 2, 1.5, 0.6];
  const ratings = ['amber', 'red', 'amber', 'green', 'green', 'green'];
  return [
    {
      kind: 'office',
      id: 'office',
      fields: {
        name: names.office,
        organisation: names.office,
        currency: 'GBP',
        fiscalYearStart: 4,
        priceBase: { kind: 'real', year: 2025 },
        reportingDate: LEDGER_AS_AT,
        valuationDate: '2024-04-01',
      },
    },
    ...names.people.map((name, at) => ({ kind: 'person', id: `p${at}`, fields: { name } })),
    ...names.components.map((name, at) => ({
      kind: 'component',
      id: `c${at}`,
      fields: {
        name,
        level: 'programme',
        confidence: { rating: ratings[at], scale: 'three' },
        end: at === 5 ? '2025-06-30' : '2028-03-31',
        wholeLifeCost: money((costs[at] as number) * 3.2),
        ...Object.fromEntries(
          [2025, 2026, 2027, 2028].map((year, y) => [
            `costPlan/${year}`,
            money((costs[at] as number) * ([0.8, 1.1, 0.9, 0.4][y] as number)),
          ]),
        ),
      },
    })),
    ...MADE.flatMap((made, at) => {
      const title = made.title[which];
      const owner = made.owner === undefined ? undefined : `p${made.owner}`;
      return [
        {
          kind: 'benefit',
          id: `b${at}`,
          fields: {
            title,
            component: `c${made.component}`,
            category: made.category,
            start: '2024-04-01',
            ...(owner ? { owner, accepted: { by: owner, on: '2024-05-01' } } : {}),
            ...(typeof made.confidence === 'number' ? { confidence: made.confidence } : {}),
            ...made.benefit,
          },
        },
        { kind: 'measure', id: `m${at}`, fields: measureOf(made, at, title) },
        ...(made.attests
          ? [
              {
                kind: 'attestation',
                id: `a${at}`,
                fields: {
                  benefit: `b${at}`,
                  owner,
                  period: '2027-Q2',
                  statement: made.attests,
                  confidence: made.confidence,
                  on: '2026-09-20',
                },
              },
              {
                kind: 'attestation',
                id: `x${at}`,
                fields: {
                  benefit: `b${at}`,
                  owner,
                  period: '2027-Q1',
                  statement: made.attests,
                  confidence: (made.confidence ?? 0) + 10,
                  on: '2026-06-20',
                },
              },
            ]
          : []),
      ];
    }),
    { kind: 'claim', id: 'k0', fields: { measure: 'm6', component: 'c3', share: 80 } },
    { kind: 'claim', id: 'k1', fields: { measure: 'm6', component: 'c2', share: 45 } },
    { kind: 'review', id: 'r0', fields: { benefit: 'b11', due: '2025-10-01', on: '2025-10-04', verdict: 'kept' } },
    { kind: 'round', id: 'round', fields: { period: '2027-Q2', opened: '2026-09-05', due: '2026-09-25', by: 'owner' } },
    ...[0, 1, 2, 3, 4, 5].map((person) => ({
      kind: 'request',
      id: `q${person}`,
      fields: {
        round: 'round',
        person: `p${person}`,
        sent: '2026-09-05',
        ...(person % 2 === 0 ? { returned: '2026-09-18' } : {}),
        reminded: person % 2,
      },
    })),
  ];
}
