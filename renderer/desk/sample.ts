// The sample book: published facts of a real government portfolio, put in through the same import as any file,
// and a synthetic layer of owners, measures and months, labelled as such wherever it is shown.

import { editField } from '#shared/acts/edit-field.ts';
import { importFile } from '#shared/acts/import-file.ts';
import { Book } from '#shared/domain/book.ts';
import { OFFICE } from '#shared/domain/office.ts';
import { proposeImport } from '#shared/intake/dryrun.ts';
import { readTable } from '#shared/intake/read.ts';
import type { Result } from '#shared/kit/result.ts';
import { perform } from './act.ts';
import { newBook } from './books.ts';
import { useDesk } from './desk.ts';
import { usePrefs } from './prefs.ts';

const NAME = 'uk-gmpp-2023.csv';

export async function openSample(): Promise<Result<void>> {
  const text = (await import('../sample/uk-gmpp-2023.csv?raw')).default;
  const { addSampleLedger } = await import('#shared/sample/layer.ts');
  const file = await readTable(NAME, new TextEncoder().encode(text));
  if (!file.ok) return file;
  // shown when it is whole: whoever is quick would else work between its steps
  await newBook('welcome');
  const { opened } = useDesk.getState();
  if (!opened) return { ok: false, problem: { code: 'store.failed', args: { detail: '—' } } };
  const choice = proposeImport(new Book(opened.open.state), file.value, opened.ctx);
  const imported = await perform(importFile, { file: file.value, choice });
  if (!imported.ok) return imported;
  const { words } = usePrefs.getState();
  const named = await perform(editField, {
    kind: 'office',
    record: OFFICE,
    values: {
      name: words.say('sample.name'),
      organisation: words.say('sample.organisation'),
      sample: 'uk-gmpp-2023',
      classification: 'public',
    },
  });
  if (!named.ok) return named;
  const layered = await perform(addSampleLedger, undefined);
  if (!layered.ok) return layered;
  const { sampleGovernance } = await import('#shared/sample/governance.ts');
  for (const step of sampleGovernance()) {
    const governed = await perform(step, words);
    if (!governed.ok) return governed;
  }
  // the sample as it came is where undo ends
  useDesk.setState({ phase: 'ready', undo: [], redo: [] });
  return { ok: true, value: undefined };
}
