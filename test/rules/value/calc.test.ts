// The command line's figures for one stream: the same vectors, through the words of the command.
import { expect, test } from 'vitest';
import { calcCommand } from '../../../electron/cli/calc.ts';

const calc = (options: Record<string, string>) => calcCommand({ files: [], options });

test('every figure of the worked stream', async () => {
  const { data, sentence } = await calc({ cashflow: '-1000,300,400,500,200', rate: '0.10' });
  expect(data).toMatchObject({
    npv: expect.closeTo(115.5659, 4),
    bcr: expect.closeTo(1.115566, 6),
    irr: { kind: 'one', rate: expect.closeTo(0.153221, 6) },
    mirr: { rate: expect.closeTo(0.130489, 6), financeRate: 0.1, reinvestmentRate: 0.1 },
    payback: { kind: 'years', years: expect.closeTo(2.6, 9) },
    discountedPayback: { kind: 'years', years: expect.closeTo(3.154, 3) },
    roiSimple: expect.closeTo(0.4, 9),
    roiDiscounted: expect.closeTo(0.115566, 6),
  });
  expect(sentence).toBe(
    'NPV 115.5659 at rate 0.10, flows at the start of the year; IRR 15.3221%; payback 2.6 years from first spend.',
  );
});

test('two rates, no rate and no payback are said', async () => {
  expect((await calc({ cashflow: '-100,230,-132', rate: '0.1' })).sentence).toContain('not unique: use MIRR');
  const none = await calc({ cashflow: '-100,30', rate: 'uk', timing: 'end' });
  expect(none.sentence).toContain('does not pay back within the horizon');
  expect((await calc({ cashflow: '100,30' })).sentence).toContain('none: no rate makes the NPV zero');
});

test.each([
  [{ cashflow: '-100,abc' }, 'Flow 2 (“abc”) is not a number'],
  [{}, 'Flow 1 (“”) is not a number'],
  [{ cashflow: '1', rate: 'ten' }, '“ten” is not a rate'],
  [{ cashflow: '1', timing: 'late' }, '“late” is not a timing'],
])('%o is refused with its place', async (options, sentence) => {
  await expect(calc(options as Record<string, string>)).rejects.toThrow(sentence);
});
