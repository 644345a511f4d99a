// A deck of lines over time for the press' tests: a long trajectory with everything on it, and the awkward small cases.
import type { Deck, LineSeries, LinesBlock } from '#shared/deck/model.ts';
import type { Day } from '#shared/kit/period.ts';

const LABELS = {
  en: {
    plan1: 'Plan v1',
    plan: 'Plan v3',
    forecast: 'Forecast',
    forecastLow: 'Low (P10)',
    forecastHigh: 'High (P90)',
    actual: 'Actual',
    verified: 'Verified actual',
    unit: '£ m',
    marks: ['1 Re-baseline', '2 Stop North', '3 Scale'],
  },
  ar: {
    plan1: 'الخطة الأولى',
    plan: 'الخطة المعتمدة',
    forecast: 'التوقع',
    forecastLow: 'الحد الأدنى',
    forecastHigh: 'الحد الأعلى',
    actual: 'الفعلي',
    verified: 'الفعلي المعتمد',
    unit: 'مليون ريال سعودي',
    marks: ['1 إعادة خط الأساس', '2 إيقاف', '3 توسيع'],
  },
} as const;

const quarters = Array.from({ length: 16 }, (_, at) => `Q${(at % 4) + 1} ${2024 + Math.floor(at / 4)}`);
const round = (x: number) => Math.round(x * 10) / 10;

/** Sixteen quarters, of which six have passed. */
export function trajectory(language: 'en' | 'ar'): LinesBlock {
  const said = LABELS[language];
  const line = (role: LineSeries['role'], of: (at: number) => number | null): LineSeries => ({
    role,
    label: said[role],
    values: quarters.map((_, at) => {
      const value = of(at);
      return value === null ? null : round(value);
    }),
  });
  const plan = (at: number) => 420 / (1 + Math.exp(-(at - 8) / 2));
  const now = (at: number) => plan(at) * 0.8;
  return {
    kind: 'lines',
    area: { x: 0, y: 0, w: 12, h: 12 },
    heading: language === 'en' ? 'Cumulative value, £ m' : 'القيمة المتراكمة، مليون ريال سعودي',
    altText: 'Plan, forecast and actual by quarter',
    categories: quarters,
    unit: said.unit,
    series: [
      line('plan1', (at) => plan(at + 1)),
      line('plan', plan),
      line('forecast', (at) => (at < 5 ? null : now(at))),
      line('forecastLow', (at) => (at < 6 ? null : now(at) * (1 - 0.03 * (at - 5)))),
      line('forecastHigh', (at) => (at < 6 ? null : now(at) * (1 + 0.02 * (at - 5)))),
      line('actual', (at) => (at > 5 ? null : now(at))),
      line('verified', (at) => (at > 4 || at === 2 ? null : now(at) * 0.9)),
    ],
    marks: said.marks.map((label, i) => ({ at: [2, 3, 9][i] as number, label })),
  };
}

/** Beside one another, smaller: below zero with gaps, and two points. */
const small: LinesBlock[] = [
  {
    kind: 'lines',
    area: { x: 0, y: 0, w: 6, h: 7 },
    heading: 'Net flow by year',
    altText: 'Net flow',
    categories: ['2023/24', '2024/25', '2025/26', '2026/27', '2027/28', '2028/29'],
    unit: 'k',
    series: [
      { role: 'plan', label: 'Plan', values: [-120, -80, 40, 90, 110, 120] },
      { role: 'actual', label: 'Actual', values: [-140, null, 10, null, null, null] },
      { role: 'forecastLow', label: 'Low', values: [null, null, 10, 20, 30, null] },
      { role: 'forecastHigh', label: 'High', values: [null, null, 10, 60, 70, null] },
    ],
  },
  {
    kind: 'lines',
    area: { x: 6, y: 0, w: 6, h: 7 },
    heading: 'Share on target',
    altText: 'Share',
    categories: ['2024', '2025'],
    unit: '',
    series: [
      { role: 'verified', label: 'A label far too long to stand beside any line of a chart', values: [0.2, 0.35] },
    ],
    marks: [
      { at: 1, label: '4' },
      { at: 1, label: '5' },
    ],
  },
];

export function lineDeck(language: 'en' | 'ar'): Deck {
  const slides = [[trajectory(language)], small].map((blocks, at) => ({
    id: `lines-${at}`,
    title: 'Actual runs a fifth below plan: £336 m forecast against £420 m',
    titleSize: 26,
    blocks,
    source: 'Source: made up',
    number: `${at + 1} / 2`,
    notes: [],
  }));
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    title: 'Lines',
    organisation: '',
    colour: '#0F6E6E',
    asAt: '2025-06-30' as Day,
    footer: { classification: '', asAt: '', priceBase: '', snapshot: '' },
    slides,
    sheets: [],
  };
}
