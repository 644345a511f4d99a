// `mizan merge A B… --out C`, `mizan diff A B`, `mizan log F`: copies of one book put together, held side by side, and read back.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { saveAtomically } from '#electron/host/save.ts';
import { snapshotName, stateOf, stateOfChanges } from '#shared/change/asat.ts';
import { trailOf } from '#shared/change/trail.ts';
import { Withheld } from '#shared/change/withheld.ts';
import { Book } from '#shared/domain/book.ts';
import { recordName } from '#shared/domain/naming.ts';
import { newerOf } from '#shared/domain/newer.ts';
import type { BookFile } from '#shared/file/body.ts';
import { endOfDay, today } from '#shared/kit/context.ts';
import { type Day, isDay } from '#shared/kit/period.ts';
import { clashesOf } from '#shared/merge/clashes.ts';
import { writtenUntil } from '#shared/merge/moments.ts';
import { newerLines, newerText } from '#shared/merge/newer-said.ts';
import { type MergedRecord, planMerge, recordsOf } from '#shared/merge/plan.ts';
import { clashText, findingText, valueText, withheldReport, withheldText } from '#shared/merge/said.ts';
import { trailSheets } from '#shared/merge/trail-sheet.ts';
import { pressXlsx } from '#shared/press/xlsx.ts';
import { plain } from '#shared/words/plain.ts';
import type { Answer, Call } from './call.ts';
import { must, newContext, Refusal, words } from './context.ts';
import { readBookFile, writeBookFile } from './sealed.ts';
import { mustHaveFolder } from './store.ts';

export async function mergeCommand({ files, options }: Call): Promise<Answer> {
  const out = options.out;
  if (files.length < 2 || !out) throw new Refusal({ code: 'cli.mergeNeeds' });
  mustHaveFolder(out);
  const [mine, ...theirs] = files.map(bookIn) as [BookFile, ...BookFile[]];
  // a book that is there already is merged into, or refused: nothing it holds may go
  const there = existsSync(out) && !files.includes(out) ? [bookIn(out)] : [];
  const now = newContext().now();
  const plan = must(planMerge(mine, [...theirs, ...there], now));
  const { changes, fresh, merged, findings, ahead, holding } = plan;
  const clashes = clashesOf(merged, changes);
  await saveAtomically(out, writeBookFile({ book: plan.book, changes, holding }), { backup: true });
  const book = new Book(merged);
  const said = {
    clashes: clashes.map((clash) => ({ ...clash, sentence: plain(clashText(book, words, clash)) })),
    findings: findings.map((finding) => ({ ...finding, sentence: plain(findingText(book, words, finding)) })),
  };
  const newer = newerOf(merged.order);
  const fromNewer = newerText(words, newer);
  const counts = { all: changes.length, fresh: fresh.length, clashes: clashes.length, findings: findings.length };
  return {
    data: {
      ok: true,
      file: out,
      book: plan.book,
      changes: changes.length,
      fresh: fresh.length,
      snapshot: snapshotName(merged),
      people: plan.people,
      records: plan.records,
      ...said,
      withheld: withheldReport(merged.withheld),
      newer,
      ahead: ahead.map(({ id, by, at }) => ({ id, by, at: at[0] })),
    },
    sentence: [
      words.say('cli.merged', { file: basename(out), ...numbers(counts) }),
      ...[...said.clashes, ...said.findings].map(({ sentence }) => `  ${sentence}`),
      ...(fromNewer ? [fromNewer, ...newerLines(words, newer)].map((line) => `  ${plain(line)}`) : []),
      ...ahead.map(({ by, at }) => `  ${words.say('cli.mergeAhead', { by, when: words.dateTime(at[0]) })}`),
      ...(holding ? [plain(withheldText(merged.withheld, words))] : []),
    ].join('\n'),
  };
}

export async function diffCommand({ files }: Call): Promise<Answer> {
  const [first, second, ...more] = files;
  if (!first || !second || more.length > 0) throw new Refusal({ code: 'cli.diffNeeds' });
  const [left, right] = [bookIn(first), bookIn(second)];
  if (left.book !== right.book) throw new Refusal({ code: 'merge.otherBook' });
  const now = newContext().now();
  const [before, after] = [stateOfChanges(left.changes, now), stateOfChanges(right.changes, now)];
  const [inLeft, inRight] = [left, right].map(({ changes }) => new Set(changes.map(({ id }) => id)));
  const onlyLeft = left.changes.filter(({ id }) => !inRight?.has(id));
  const onlyRight = right.changes.filter(({ id }) => !inLeft?.has(id));
  const records = recordsOf(before, after, [...onlyLeft, ...onlyRight]);
  const [books, old] = [new Book(after), new Book(before)];
  const both = right.changes.length - onlyRight.length;
  const counts = { both, left: onlyLeft.length, right: onlyRight.length, records: records.length };
  return {
    data: {
      ok: true,
      book: left.book,
      both,
      onlyFirst: onlyLeft.map(({ id, by, at, act }) => ({ id, by, at: at[0], act })),
      onlySecond: onlyRight.map(({ id, by, at, act }) => ({ id, by, at: at[0], act })),
      records,
    },
    sentence: plain(
      [
        words.say('cli.diffed', { first: basename(first), second: basename(second), ...numbers(counts) }),
        ...records.map((each) => `  ${recordText(old, books, each)}`),
      ].join('\n'),
    ),
  };
}

function recordText(before: Book, after: Book, { kind, record, what, fields }: MergedRecord): string {
  return words.say('cli.diffRecord', {
    kind: words.kind(kind),
    name: recordName(what === 'deleted' ? before : after, kind, record),
    fields:
      what === 'deleted'
        ? words.sayAny('life.deleted')
        : fields
            .map(({ field, before: old, after: now }) =>
              words.say('cli.diffField', {
                field: words.field(field),
                before: valueText(before, words, field, old),
                after: valueText(after, words, field, now),
              }),
            )
            .join('; '),
  });
}

export async function logCommand({ files, options }: Call): Promise<Answer> {
  const file = bookIn(files[0] as string);
  const wanted = options['as-at'];
  if (wanted !== undefined && !isDay(wanted)) throw new Refusal({ code: 'cli.badDate', args: { text: wanted } });
  const on = (wanted ?? today(newContext())) as Day;
  const rows = file.changes.map((change, i) => ({ seq: i + 1, change, arrived: change.at[0] }));
  const until = wanted === undefined ? Number.POSITIVE_INFINITY : endOfDay(on);
  const shown = writtenUntil(rows, until);
  const state = stateOf(shown, undefined, new Withheld(file.holding));
  const book = new Book(state);
  const trail = trailOf(shown);
  if (options.out !== undefined) {
    if (!options.out.toLowerCase().endsWith('.xlsx')) throw new Refusal({ code: 'cli.logKind' });
    mustHaveFolder(options.out);
    const sheets = trailSheets(book, trail, words);
    await saveAtomically(options.out, await pressXlsx({ sheets, direction: 'ltr', asAt: on }));
  }
  return {
    data: { ok: true, book: file.book, on, snapshot: snapshotName(state), changes: trail },
    sentence: plain(
      [
        words.say('cli.logged', {
          on: words.date(on),
          shown: words.number(shown.length),
          all: words.number(rows.length),
          snapshot: snapshotName(state),
        }),
        ...trail.map(({ at, by, act, records }) => {
          const names = records
            .slice(0, 3)
            .map(({ kind, record }) => recordName(book, kind, record) || words.kind(kind));
          return `  ${words.say('cli.logLine', {
            when: words.dateTime(at),
            by: by || words.say('merge.nobody'),
            act: words.sayAny(act),
            records: `${names.join('; ')}${records.length > 3 ? ' …' : ''}`,
          })}`;
        }),
      ].join('\n'),
    ),
  };
}

export function bookIn(path: string): BookFile {
  if (!existsSync(path)) throw new Refusal({ code: 'cli.noSuchFile', args: { file: path } });
  const read = readBookFile(new Uint8Array(readFileSync(path)));
  if (read.ok) return read.value;
  // of several files, the one that is meant
  const { code } = read.problem;
  throw new Refusal({ code: 'cli.inFile', args: { file: basename(path), code, problem: words.problem(read.problem) } });
}

const numbers = (counts: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, words.number(count)]));
