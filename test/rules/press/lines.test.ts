// Lines over time: valid and editable on slides, the same on paper, labels apart, the band true to low and high.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { LinesBlock } from '#shared/deck/model.ts';
import { boxOf, SIZE, underHeading } from '#shared/deck/theme.ts';
import { pressHtml } from '#shared/press/html.ts';
import { planLines } from '#shared/press/linesPlan.ts';
import { pressPptx } from '#shared/press/pptx.ts';
import { readWorkbook } from '#shared/sheet/read.ts';
import { textWidth } from '#shared/words/measure.ts';
import { must } from '#test/kit/book.ts';
import { lacks } from '#test/kit/lacks.ts';
import { lineDeck, trajectory } from '#test/kit/lines.ts';
import { NO_SCHEMAS, schemaFaults, schemasHere } from '#test/kit/office.ts';

const boxFor = (block: LinesBlock) => underHeading(boxOf(block.area), block.heading);
const parts = async (language: 'en' | 'ar') => unzipSync(await pressPptx(lineDeck(language)));
const chart = async (language: 'en' | 'ar') =>
  strFromU8((await parts(language))['ppt/charts/chart1.xml'] as Uint8Array);

describe.each(['en', 'ar'] as const)('lines on slides: %s', (language) => {
  test('are valid against ISO 29500', async (ctx) => {
    if (!schemasHere) console.warn(NO_SCHEMAS);
    if (!schemasHere || lacks('xmllint')) ctx.skip();
    expect(schemaFaults(await pressPptx(lineDeck(language)))).toEqual([]);
  });
  test('name each line at its last point and need no legend', async () => {
    const xml = await chart(language);
    expect(xml).not.toContain('<c:legend>');
    expect(xml.match(/<c:showSerName val="1"\/>/g)?.length).toBe(trajectory(language).series.length);
    expect(xml).toContain('<a:prstDash val="dash"/>');
    expect(xml).toContain('<a:prstDash val="sysDot"/>');
    expect(xml).toContain('<c:symbol val="circle"/>');
  });
  test('keep labels apart and inside the chart', () => {
    const block = trajectory(language);
    const box = boxFor(block);
    const plan = planLines(block, box, language === 'ar');
    const spots = [...plan.labels.values()].map(({ text, centre }) => ({
      ...centre,
      half: textWidth(text, { size: SIZE.least }) / 2,
    }));
    for (const [i, a] of spots.entries()) {
      expect(a.x - a.half).toBeGreaterThanOrEqual(0);
      expect(a.x + a.half).toBeLessThanOrEqual(box.w);
      for (const b of spots.slice(i + 1))
        expect(Math.abs(a.y - b.y) >= 0.199 || Math.abs(a.x - b.x) >= a.half + b.half).toBe(true);
    }
  });
});

describe('the time axis', () => {
  test('runs from the right in Arabic only', async () => {
    expect(await chart('ar')).toContain('<c:catAx><c:axId val="301"/><c:scaling><c:orientation val="maxMin"/>');
    expect(await chart('en')).not.toContain('maxMin');
  });
  test('carries two marks of one period together', () => {
    const block = { ...trajectory('en'), marks: [3, 3].map((at, i) => ({ at, label: `${i + 1}` })) };
    expect(planLines(block, boxFor(block), false).marks.map(({ text }) => text)).toEqual(['1 · 2']);
  });
});

describe('the band', () => {
  test('is the workbook’s low and its width a formula over low and high', async () => {
    const book = (await parts('en'))['ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx'] as Uint8Array;
    const [sheet] = must(await readWorkbook(book));
    const head = sheet?.rows[0] ?? [];
    const last = sheet?.rows[16] ?? [];
    const at = (name: string) => last[head.indexOf(name)];
    expect(at('High (P90) − Low (P10)')).toBeCloseTo((at('High (P90)') as number) - (at('Low (P10)') as number), 9);
    const xml = strFromU8(unzipSync(book)['xl/worksheets/sheet1.xml'] as Uint8Array);
    expect(xml).toMatch(/<f>C17-B17<\/f>/);
  });
  test('opens from the forecast a period before, and is edges alone where it would not be true', () => {
    const block = trajectory('en');
    const band = (series: LinesBlock['series']) => planLines({ ...block, series }, boxFor(block), false).band;
    const forecast = block.series.find(({ role }) => role === 'forecast');
    expect(band(block.series)).toMatchObject({ from: 6, to: 15, anchor: forecast?.values[5] });
    const broken = block.series.map((one) =>
      one.role === 'forecastHigh' ? { ...one, values: one.values.map((value, at) => (at === 15 ? null : value)) } : one,
    );
    expect(band(broken)).toBeUndefined();
    expect(band(block.series.filter(({ role }) => role.startsWith('forecastL') || role === 'forecastHigh'))).toBe(
      undefined,
    );
  });
});

test('paper shows the same lines, a value alone between gaps as a point', () => {
  const html = pressHtml(lineDeck('en'));
  expect(html).not.toMatch(/NaN|undefined/);
  expect(html.match(/<polygon /g)?.length).toBe(1);
  expect(html).toContain('Verified actual</text>');
  const net = html.split('<svg ').find((svg) => svg.includes('>Net flow</desc>')) ?? '';
  expect(net.match(/<circle /g)?.length).toBe(2);
});

test('a chart without a single value is still whole', async () => {
  const deck = lineDeck('en');
  const empty = { ...trajectory('en'), categories: [], series: [], marks: [] };
  const slides = deck.slides.slice(0, 1).map((slide) => ({ ...slide, blocks: [empty] }));
  expect(pressHtml({ ...deck, slides })).not.toMatch(/NaN|Infinity/);
  const pptx = await pressPptx({ ...deck, slides });
  if (schemasHere && !lacks('xmllint')) expect(schemaFaults(pptx)).toEqual([]);
});
