// The dozen benefits of the test portfolio: one of every kind, each said by how it comes against its plan.
import type { Fields } from './books.ts';

export interface Made {
  readonly title: readonly [en: string, ar: string];
  readonly component: number;
  readonly owner?: number;
  readonly category?: string;
  /** Each month's plan at its height, in pounds or units. */
  readonly height: number;
  /** Actual ÷ plan up to now, and forecast ÷ plan after it. */
  readonly comes: number;
  readonly ahead?: number;
  readonly unit?: string;
  readonly rollUp?: string;
  readonly startValue?: number;
  readonly direction?: 1 | -1;
  /** Months read, of 30 that have passed. */
  readonly read?: number;
  readonly verified?: number;
  readonly confidence?: number | null;
  readonly rebaselined?: boolean;
  readonly unitValue?: number;
  readonly benefit?: Fields;
  readonly attests?: string;
}

export const MADE: readonly Made[] = [
  {
    title: ['Fewer paper returns', 'خفض الإقرارات الورقية'],
    component: 0,
    owner: 0,
    category: 'cashable',
    height: 410_000,
    comes: 0.93,
    verified: 24,
    confidence: 70,
    benefit: { budgetLine: 'HMRC-201', budgetReduced: '2025-04-01', state: 'realising' },
    attests: 'Postage and scanning fell as the paper channel closed in two regions.',
  },
  {
    title: ['Tax gap closed by matching', 'سد الفجوة الضريبية بالمطابقة'],
    component: 0,
    owner: 1,
    category: 'nonCashable',
    height: 900_000,
    comes: 0.71,
    ahead: 0.9,
    verified: 20,
    confidence: 50,
    rebaselined: true,
    benefit: { state: 'realising', critical: true },
  },
  {
    title: ['Shorter waiting for a hearing', 'تقليص انتظار الجلسات'],
    component: 1,
    owner: 2,
    category: 'quantitative',
    height: 26,
    comes: 0.86,
    unit: 'days',
    rollUp: 'stock',
    startValue: 60,
    direction: -1,
    verified: 18,
    confidence: 60,
    unitValue: 90_000,
    benefit: { state: 'realising' },
    attests: 'Two of five courts run the new listing; the others follow in spring.',
  },
  {
    title: ['Court estate given up', 'الاستغناء عن مبانٍ قضائية'],
    component: 1,
    owner: 2,
    category: 'cashable',
    height: 260_000,
    comes: 1.04,
    verified: 26,
    confidence: 85,
    benefit: { budgetLine: 'MOJ-77', budgetReduced: '2025-10-01', state: 'realised' },
  },
  {
    title: ['One finance team for nine bodies', 'فريق مالي واحد لتسع جهات'],
    component: 2,
    owner: 3,
    category: 'cashable',
    height: 520_000,
    comes: 0.62,
    ahead: 0.75,
    read: 24,
    verified: 12,
    confidence: 40,
    benefit: { state: 'realising' },
  },
  {
    title: ['Time freed for case work', 'وقت محرَّر لمعالجة الحالات'],
    component: 2,
    owner: 3,
    category: 'nonCashable',
    height: 300_000,
    comes: 1,
    verified: 6,
    confidence: null,
    benefit: { state: 'realising' },
  },
  {
    title: ['Care nearer to home', 'رعاية أقرب إلى المنزل'],
    component: 3,
    owner: 4,
    category: 'quantitative',
    height: 5_200,
    comes: 0.97,
    unit: 'visits',
    startValue: 0,
    verified: 22,
    confidence: 65,
    unitValue: 42,
    benefit: { state: 'realising' },
    attests: 'Visits held through summer; the eastern clinic opens in January.',
  },
  {
    title: ['Patients who feel listened to', 'مرضى يشعرون بأن صوتهم مسموع'],
    component: 3,
    owner: 4,
    category: 'qualitative',
    height: 20,
    comes: 1.1,
    unit: '%',
    rollUp: 'ratio',
    startValue: 55,
    verified: 0,
    benefit: { state: 'realising' },
  },
  {
    title: ['Energy saved', 'توفير الطاقة'],
    component: 4,
    owner: 5,
    category: 'cashable',
    height: 150_000,
    comes: 0.98,
    verified: 25,
    confidence: 80,
    benefit: {
      budgetLine: 'GPA-9',
      budgetReduced: '2024-10-01',
      state: 'realising',
      override: {
        status: 'watch',
        reason: 'Tariff falls in January and the contract has no floor',
        on: '2026-09-10',
        by: 'Office',
      },
    },
  },
  {
    title: ['Carbon avoided', 'انبعاثات كربونية متجنَّبة'],
    component: 4,
    owner: 5,
    category: 'quantitative',
    height: 900,
    comes: 0.92,
    unit: 't CO₂e',
    startValue: 0,
    verified: 20,
    confidence: 70,
    benefit: { state: 'realising' },
  },
  {
    title: ['Pay runs without corrections', 'مسيرات رواتب بلا تصحيحات'],
    component: 5,
    owner: 6,
    category: 'nonCashable',
    height: 80,
    comes: 1,
    unit: 'runs',
    startValue: 0,
    rollUp: 'stock',
    verified: 24,
    confidence: 75,
    unitValue: 9_000,
    benefit: { state: 'sustaining', handedOver: '2025-07-01', operationalOwner: 'p6', floor: 75 },
  },
  {
    title: ['Fewer payroll staff hours', 'ساعات عمل أقل في الرواتب'],
    component: 5,
    category: 'cashable',
    height: 95_000,
    comes: 1.01,
    verified: 25,
    confidence: 90,
    benefit: {
      budgetLine: 'CAB-3',
      budgetReduced: '2025-04-01',
      state: 'sustaining',
      handedOver: '2025-04-01',
      operationalOwner: 'p6',
      floor: 60_000,
    },
  },
];
