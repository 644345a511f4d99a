// What is due in a span: cycles that end within it from the first month of the profile on, the forecast after, statements.
import { describe, expect, test } from 'vitest';
import type { Book } from '#shared/domain/book.ts';
import { monthKey } from '#shared/kit/period.ts';
import { type DueBenefit, debtorsOf, dueIn } from '#shared/value/due.ts';
import { type Span, spanNamed } from '#shared/value/span.ts';
import { must } from '#test/kit/book.ts';
import { bookOf } from '#test/kit/books.ts';
import { ownersRecords } from '#test/kit/owners.ts';

const span = (text: string, start = 1): Span => must(spanNamed(text, start));
const months = (text: string, start: number) => [span(text, start).from, span(text, start).to].map(monthKey);

describe('a span', () => {
  test('is a fiscal quarter, a month or a fiscal year, named by the year it ends in', () => {
    expect(months('2027-Q1', 1)).toEqual(['2027-01', '2027-03']);
    expect(months('2027-q1', 4)).toEqual(['2026-04', '2026-06']);
    expect(months('2027-Q4', 4)).toEqual(['2027-01', '2027-03']);
    expect(months('2027', 4)).toEqual(['2026-04', '2027-03']);
    expect(months('2027-03', 4)).toEqual(['2027-03', '2027-03']);
    expect(['2027-Q5', '2027-13', '27', 'Q1', ''].map((text) => spanNamed(text, 1).ok)).toEqual(
      Array.from({ length: 5 }, () => false),
    );
  });
});

interface Made {
  readonly benefit?: object;
  readonly measure?: object;
}
const bookWith = ({ benefit, measure }: Made): Book =>
  bookOf([
    { kind: 'person', id: 'o', fields: { name: 'Owner' } },
    { kind: 'milestone', id: 'ms', fields: { title: 'Live', plan: '2026-11-15', forecast: '2027-01-15' } },
    { kind: 'benefit', id: 'b', fields: { title: 'B', owner: 'o', state: 'planned', start: '2026-11-01', ...benefit } },
    {
      kind: 'measure',
      id: 'm',
      fields: {
        name: 'M',
        benefit: 'b',
        rollUp: 'flow',
        'plan1@0+12': Array.from({ length: 12 }, (_, at) => at + 1),
        ...measure,
      },
    },
  ]);
const due = (made: Made, text = '2027-Q1'): DueBenefit | undefined => dueIn(bookWith(made), span(text))[0];
const readings = (made: Made, text?: string) =>
  due(made, text)?.readings.map(({ month, plan }) => [monthKey(month), plan]);

describe('readings', () => {
  test('fall due at the end of each cycle, counted from the first month of the profile', () => {
    expect(readings({})).toEqual([
      ['2027-01', 3],
      ['2027-02', 4],
      ['2027-03', 5],
    ]);
    expect(readings({ measure: { cadence: 'quarterly' } })).toEqual([['2027-01', 1 + 2 + 3]]);
    expect(readings({ measure: { cadence: 'quarterly', rollUp: 'stock' } })).toEqual([['2027-01', 3]]);
    expect(readings({ measure: { cadence: 'halfYearly' } })).toEqual([]);
    expect(readings({ measure: { cadence: 'yearly' } }, '2027-10')).toEqual([['2027-10', 78]]);
  });

  test('follow the milestone while the plan is a draft, and stay with an approved plan', () => {
    const slipped = { startMilestone: 'ms', startOffset: 1 };
    expect(readings({ benefit: slipped })).toEqual([
      ['2027-02', 1],
      ['2027-03', 2],
    ]);
    const version = { 'version/1': { on: '2026-10-01', reason: 'Approved', anchor: 2026 * 12 + 10 } };
    expect(readings({ benefit: slipped, measure: version })?.[0]).toEqual(['2027-01', 3]);
  });

  test('end with the profile, unless the benefit is held in operation; none without a profile or an owner', () => {
    expect(readings({}, '2027-Q4')).toEqual([['2027-10', 12]]);
    expect(readings({ benefit: { state: 'sustaining' } }, '2028-Q1')).toHaveLength(3);
    expect(readings({ benefit: { start: undefined } })).toEqual([]);
    expect(due({ benefit: { owner: 'nobody' } })).toBeUndefined();
    expect(due({ benefit: { state: 'closed' } })).toBeUndefined();
  });

  test('show the reading before, and why the verifier sent back what stands', () => {
    const month = 2027 * 12;
    const verdict = { verdict: 'returned', by: 'v', on: '2027-02-03', value: 5, reason: 'Wrong ledger' };
    const found = due({ measure: { [`actual@${month - 1}+2`]: [4, 5], [`check@${month}`]: verdict } })?.readings[0];
    expect(found).toMatchObject({ standing: 5, last: { month: month - 1, value: 4 }, returned: 'Wrong ledger' });
  });
});

describe('forecast, statement, ownership', () => {
  test('the forecast is open for the months after the span, to the end of the profile', () => {
    const [open] = due({})?.forecasts ?? [];
    expect(open?.months.map(({ month }) => monthKey(month))).toEqual([
      '2027-04',
      '2027-05',
      '2027-06',
      '2027-07',
      '2027-08',
      '2027-09',
      '2027-10',
    ]);
    expect(due({ benefit: { start: undefined } })?.forecasts).toEqual([]);
    expect(due({ benefit: { state: 'realised' } })?.forecasts[0]?.months).toHaveLength(12);
  });

  test('a statement is due from validated to sustaining; acceptance while the owner has not accepted', () => {
    const asked = (state: string) => due({ benefit: { state } })?.attestation;
    expect(['identified', 'validated', 'realising', 'sustaining', 'eroded', 'sustained'].map(asked)).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(due({})?.acceptance).toBe(true);
    expect(due({ benefit: { accepted: { by: 'o', on: '2026-01-01' } } })?.acceptance).toBe(false);
    expect(due({ benefit: { accepted: { by: 'x', on: '2026-01-01' } } })?.acceptance).toBe(true);
  });
});

describe('grouped', () => {
  test('by owner, or by the topmost component; who owes nothing is not written to', () => {
    const all = dueIn(bookOf(ownersRecords(4)), span('2027-Q1'));
    expect(
      debtorsOf(all, 'owner')
        .map(({ person }) => person)
        .sort(),
    ).toEqual(['o0', 'o1', 'o2', 'o3']);
    expect(
      debtorsOf(all, 'programme')
        .map(({ component }) => component)
        .sort(),
    ).toEqual(['p0', 'p1']);
    const idle = dueIn(bookWith({ benefit: { state: 'identified', start: undefined } }), span('2027-Q1'));
    expect([idle.length, debtorsOf(idle, 'owner')]).toEqual([1, []]);
  });
});
