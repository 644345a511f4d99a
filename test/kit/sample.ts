// The sample book as the desk opens it: the published facts and the synthetic layer.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenBook } from '#shared/change/commit.ts';
import { sampleGovernance } from '#shared/sample/governance.ts';
import { addSampleLedger } from '#shared/sample/layer.ts';
import { createWords } from '#shared/words/words.ts';
import { act, emptyBook, importInto, must } from './book.ts';
import { testContext } from './context.ts';

export async function openSample(): Promise<{ open: OpenBook; ctx: ReturnType<typeof testContext> }> {
  const open = await emptyBook();
  const ctx = testContext(3);
  const csv = readFileSync(join(import.meta.dirname, '../../renderer/sample/uk-gmpp-2023.csv'));
  await importInto(open, ctx, 'uk-gmpp-2023.csv', new Uint8Array(csv));
  must(await act(open, ctx, addSampleLedger, undefined));
  const words = createWords({ language: 'en', digits: 'latn', calendar: 'gregory' });
  for (const step of sampleGovernance()) must(await act(open, ctx, step, words));
  return { open, ctx };
}
