// Merging: 16,000 records of twelve fields, two copies edited apart, a tenth of the edits in the same fields, whole log kept.
import { stateOfChanges } from '#shared/change/asat.ts';
import { type OpenBook, openBook, stampDraft } from '#shared/change/commit.ts';
import { memoryStore } from '#shared/change/memory.ts';
import type { Change, Draft } from '#shared/change/model.ts';
import type { State } from '#shared/change/state.ts';
import { kindTable } from '#shared/domain/book.ts';
import { readBook, writeBook } from '#shared/file/body.ts';
import type { Context } from '#shared/kit/context.ts';
import type { ActorId, BookId, RecordId } from '#shared/kit/ids.ts';
import { clashesOf } from '#shared/merge/clashes.ts';
import { planMerge } from '#shared/merge/plan.ts';
import { plainRecords, RECORDS, wholeBook } from './book.ts';
import { automerge, type Edit, type Library, loro, type Plain, yjs } from './merge-libraries.ts';

export const EDITS = 10_000;
/** Every tenth edit of one copy is in a field the other edits too. */
const SHARED = 10;
const FIELDS = ['name', 'organisation', 'category', 'stage'] as const;

/** @param side 0 or 1: edits of the two copies meet in every tenth field only */
const editsOf = (side: number): Edit[] =>
  Array.from({ length: EDITS }, (_, i) => {
    const meets = i % SHARED === 0;
    const at = meets ? i : 2 * i + side;
    return {
      record: `record-${String((at * 7) % RECORDS).padStart(16, '0')}`,
      field: meets ? 'sourceId' : (FIELDS[(at >> 3) % FIELDS.length] ?? 'name'),
      value: `Said by ${side} as number ${i}`,
    };
  });
/** Fields both copies wrote: told from the edits themselves. */
export const expectedConflicts = (): number => {
  const keys = (side: number) => new Set(editsOf(side).map(({ record, field }) => `${record}/${field}`));
  const other = keys(1);
  return [...keys(0)].filter((key) => other.has(key)).length;
};

const plainBook = (): Plain =>
  Object.fromEntries(
    plainRecords().map(({ id, ...fields }) => [
      id,
      Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]),
      ),
    ]),
  );

export type Times = Record<string, number[]>;
export interface Measured {
  readonly file: Times;
  readonly delta: Times;
  readonly save: Times;
  readonly load: Times;
  readonly bytes: Times;
  readonly conflicts: Times;
}

let count = 0;
/** @param by also the actor */
const contextOf = (by: string, startMs: number): Context => ({
  now: () => startMs + count,
  random: (length) => Uint8Array.from({ length }, (_, i) => ((count++ * 2_654_435_761) >>> (i % 24)) & 255),
  actor: by as ActorId,
  by,
});

interface Own {
  readonly changes: Change[];
  readonly state: State;
}

const BOOK = 'bench-book' as BookId;

function written(state: State, ctx: Context, draft: Draft): Change {
  const stamped = stampDraft(state, kindTable, ctx, draft);
  if (!stamped.ok || !stamped.value) throw new Error('an edit of the bench was refused');
  state.apply(stamped.value.change, ctx.now());
  return stamped.value.change;
}

async function ownCopies(): Promise<{ base: readonly Change[]; mine: Own; theirs: Own }> {
  const open: OpenBook = await openBook(memoryStore(), kindTable, 0);
  const base = [written(open.state, contextOf('base', 1_700_000_000_000), wholeBook())];
  const edited = (side: number): Own => {
    const ctx = contextOf(`side${side}`, 1_700_100_000_000);
    const state = stateOfChanges(base, ctx.now());
    const changes = [...base];
    for (const { record, field, value } of editsOf(side))
      changes.push(
        written(state, ctx, {
          act: 'act.editField',
          writes: [{ kind: 'component', record: record as RecordId, field, value }],
        }),
      );
    return { changes, state };
  };
  return { base, mine: edited(0), theirs: edited(1) };
}

/** @param rounds how often everything is measured; documents are made once a library */
export async function measureMerge(rounds: number, say: (line: string) => void): Promise<Measured> {
  const measured: Measured = { file: {}, delta: {}, save: {}, load: {}, bytes: {}, conflicts: {} };
  const note = (of: Times, name: string, value: number) => {
    of[name] = [...(of[name] ?? []), value];
  };
  const timed = <T>(of: Times, name: string, work: () => T): T => {
    globalThis.gc?.();
    const from = performance.now();
    const result = work();
    note(of, name, performance.now() - from);
    return result;
  };

  say('own');
  const { base, mine, theirs } = await ownCopies();
  const file = writeBook({ book: BOOK, changes: theirs.changes });
  const now = Date.parse('2026-01-01');
  for (let round = 0; round < rounds; round++) {
    const plan = timed(measured.file, 'own', () => {
      const read = readBook(file);
      if (!read.ok) throw new Error(read.problem.code);
      const made = planMerge({ book: BOOK, changes: mine.changes }, [read.value], now);
      if (!made.ok) throw new Error(made.problem.code);
      return made.value;
    });
    const live = stateOfChanges(mine.changes, now);
    const fresh = theirs.changes.slice(base.length);
    timed(measured.delta, 'own', () => {
      for (const change of fresh) live.apply(change, now);
    });
    const bytes = timed(measured.save, 'own', () => writeBook({ book: BOOK, changes: plan.changes }));
    timed(measured.load, 'own', () => {
      const read = readBook(bytes);
      if (read.ok) stateOfChanges(read.value.changes, now);
    });
    note(measured.bytes, 'own', bytes.length);
    note(measured.conflicts, 'own', clashesOf(plan.merged, plan.changes).length);
  }
  const measureLibrary = <Copy>(library: Library<Copy>) => {
    const { name } = library;
    say(name);
    const whole = library.load(library.save(library.make(plainBook())));
    const [left, right] = [0, 1].map((side) =>
      library.edit(library.copy(whole), editsOf(side).slice(0, library.edits)),
    ) as [Copy, Copy];
    const bytes = library.save(right);
    const kept = library.save(left);
    for (let round = 0; round < rounds; round++) {
      const live = library.load(kept);
      const merged = timed(measured.file, name, () => library.mergeFile(live, bytes));
      const delta = library.delta(right, whole);
      const other = library.load(kept);
      const taken = timed(measured.delta, name, () => library.takeDelta(other, delta));
      const saved = timed(measured.save, name, () => library.save(merged));
      timed(measured.load, name, () => library.load(saved));
      note(measured.bytes, name, saved.length);
      note(measured.conflicts, name, library.conflicts(merged));
      // what was taken into is the same copy still
      for (const copy of [merged, taken]) library.free?.(copy);
    }
    for (const copy of [whole, left, right]) library.free?.(copy);
  };
  measureLibrary(yjs);
  measureLibrary(loro);
  measureLibrary(automerge);
  return measured;
}

/** Holds the merged book and nothing else, so that the process can say what it weighs. */
export async function holdMerged(name: string): Promise<unknown> {
  if (name === 'own') {
    const { mine, theirs } = await ownCopies();
    const made = planMerge({ book: BOOK, changes: mine.changes }, [{ book: BOOK, changes: theirs.changes }], 0);
    // the log lies on the disk: what is held is the book with its heads
    return made.ok ? made.value.merged : undefined;
  }
  const hold = <Copy>(library: Library<Copy>) => {
    const whole = library.make(plainBook());
    const [left, right] = [0, 1].map((side) =>
      library.edit(library.copy(whole), editsOf(side).slice(0, library.edits)),
    ) as [Copy, Copy];
    return library.load(library.save(library.mergeFile(left, library.save(right))));
  };
  return name === 'Yjs' ? hold(yjs) : name === 'Loro' ? hold(loro) : name === 'Automerge' ? hold(automerge) : undefined;
}
