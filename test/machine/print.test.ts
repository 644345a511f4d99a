// Printing: selectable text, Arabic too, on pages of the document's own size, and nothing of the document ever runs.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lacks } from '#test/kit/lacks.ts';
import { removeFolder, type Started, startProgram } from './program.ts';

let started: Started;
beforeAll(async () => {
  started = await startProgram();
});
afterAll(async () => {
  await started.program.close();
  removeFolder(started.folder);
});

const DOCUMENT = `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>Pack</title>
<style>@page { size: 13.333in 7.5in; margin: 0 } section { break-after: page }</style></head>
<body><section><h1>Value of the portfolio</h1><p dir="rtl">قيمة المحفظة</p>
<script>document.body.textContent = 'a script ran'</script>
<img src="https://example.org/x.png" onerror="document.body.textContent = 'a handler ran'"></section>
<h2>Second</h2></body></html>`;

async function print(html: string): Promise<Buffer> {
  const base64 = await started.page.evaluate(async (text) => {
    const printed = await window.bridge.printPdf({ html: text });
    if (!printed.ok) return printed.problem.code;
    return btoa(Array.from(printed.value.bytes, (byte) => String.fromCharCode(byte)).join(''));
  }, html);
  return Buffer.from(base64, 'base64');
}

test('a document becomes a PDF and its window is gone', async () => {
  const pdf = await print(DOCUMENT);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
  expect(await started.program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1);
  expect(await started.program.evaluate(({ hand }) => hand.leaked, null)).toEqual([]);
});

test('two at once are printed one after the other', async () => {
  const [first, second] = await Promise.all([print(DOCUMENT), print('<h1>Another</h1>')]);
  expect([first, second].map((pdf) => pdf.subarray(0, 5).toString())).toEqual(['%PDF-', '%PDF-']);
});

test.skipIf(lacks('pdftotext'))('its text can be selected, Arabic included; no script of it ran', async () => {
  const file = join(started.folder, 'pack.pdf');
  writeFileSync(file, await print(DOCUMENT));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).normalize('NFKC');
  expect(text).toContain('Value of the portfolio');
  expect(text).toMatch(/قيمة المحفظة|المحفظة/);
  expect(text).not.toContain('ran');
  const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  expect(facts).toMatch(/Pages:\s+2/);
  expect(facts).toMatch(/Page size:\s+9(59|60)(\.\d+)? x 540/);
});
