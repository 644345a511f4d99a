// Months as people paste them: rows, columns, with and without names, in two scripts; bad ones told at their place.
import { describe, expect, test } from 'vitest';
import { readSeries, typedMonth, typedNumber } from '#shared/intake/series-paste.ts';
import { must } from '#test/kit/book.ts';
import { month } from '#test/kit/ledger.ts';

describe('a number', () => {
  test.each([
    ['1,065.90', 1065.9],
    ['٣٠', 30],
    ['(12.5)', -12.5],
    ['-3', -3],
    ['−3.5', -3.5],
    ['+4', 4],
    ['1\u00a0200', 1200],
  ])('%s', (text, value) => expect(typedNumber(text)).toBe(value));
  test.each(['', 'abc', '1.2.3', '12 apples'])('%s is none', (text) => expect(typedNumber(text)).toBeUndefined());
});

describe('a month', () => {
  test.each(['Apr 2025', 'April 2025', '2025-04', '04/2025', '1 Apr 2025', 'Apr-25', 'أبريل 2025', '٢٠٢٥-٠٤'])(
    '%s',
    (text) => expect(typedMonth(text)).toBe(month('2025-04')),
  );
  test.each(['40', '39.4', 'Plan', '2025', 'Foo 2025'])('%s is none', (text) =>
    expect(typedMonth(text)).toBeUndefined(),
  );
});

describe('what is pasted', () => {
  const sixty = Array.from({ length: 60 }, (_, i) => i);

  test('a column or a row of sixty', () => {
    for (const text of [sixty.join('\n'), `${sixty.join('\t')}\n`, sixty.join('\r\n')])
      expect(must(readSeries(text))).toEqual({ from: undefined, values: sixty, sorted: false });
  });

  test('empty cells clear their month', () => {
    expect(must(readSeries('1\n\n3')).values).toEqual([1, null, 3]);
  });

  test('two columns or two rows name their months, with a heading or without', () => {
    const wanted = { from: month('2025-01'), values: [1, 2], sorted: false };
    for (const text of [
      'Jan 2025\t1\nFeb 2025\t2',
      'Month\tValue\nJan 2025\t1\nFeb 2025\t2',
      'Jan 2025\tFeb 2025\n1\t2',
    ])
      expect(must(readSeries(text)), text).toEqual(wanted);
    expect(must(readSeries('Jan 2025\t1'))).toEqual({ from: month('2025-01'), values: [1], sorted: false });
  });

  test('out of order is put in order and said; a gap is left empty', () => {
    expect(must(readSeries('Mar 2025\t3\nJan 2025\t1\nApr 2025\t4'))).toEqual({
      from: month('2025-01'),
      values: [1, null, 3, 4],
      sorted: true,
    });
  });

  test.each([
    ['', 'series.pasteEmpty', undefined],
    ['1\nx\n3', 'series.pasteNotNumber', { place: 2, text: 'x' }],
    ['Jan 2025\t1\nJan 2025\t2\nFeb 2025\t3', 'series.pasteTwice', { month: '2025-01-01' }],
    ['Jan 2025\t1\nlater\t2\nFeb 2025\t3', 'series.pasteNoMonth', { place: 2, text: 'later' }],
  ])('%j is refused: %s', (text, code, args) => {
    const read = readSeries(text);
    expect(read.ok ? undefined : read.problem).toEqual(args === undefined ? { code } : { code, args });
  });
});
