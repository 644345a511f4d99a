// Puts a publication into the book as one change that speaks of the publication's date.

import { dryRun, type ImportChoice } from '#shared/intake/dryrun.ts';
import type { ReadFile } from '#shared/intake/read.ts';
import { done } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';

export interface FileImport {
  readonly file: ReadFile;
  readonly choice: ImportChoice;
}

export const importFile: Act<FileImport> = {
  name: 'act.importFile',
  allowed: always,
  run: (book, { file, choice }, ctx) => {
    // planned anew on the newest book: the preview may be older than another window's last edit
    const plan = dryRun(book, file, choice, ctx);
    const problem = plan.problems[0];
    if (problem) return { ok: false, problem };
    return done({ act: importFile.name, asAt: plan.asAt, writes: plan.writes });
  },
};
