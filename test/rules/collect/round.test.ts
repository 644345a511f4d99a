// A whole round: everyone with something due is written to, a folder of returns is read at once, the silent are named.
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { markSent, remindOwners } from '#shared/acts/mark-requests.ts';
import { openRound } from '#shared/acts/open-round.ts';
import { type ReturnedFile, readReturns } from '#shared/collect/returns.ts';
import { differenceText } from '#shared/collect/said.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { roundStanding, silentOwners } from '#shared/value/rounds.ts';
import { createWords } from '#shared/words/words.ts';
import { act, must } from '#test/kit/book.ts';
import { BOOK_ID, type Collecting, collecting, filled, ON, take } from '#test/kit/collecting.ts';

const context = ({ book }: Collecting) => ({ book: book(), bookId: BOOK_ID, on: ON });
const firstReading = (who: string, round: Collecting): string => {
  const owner = [...round.book().all('person')].find((person) => person.name === who)?.id ?? '';
  return `${owner.replace('o', 'm')}-0.2027-01`;
};
const answered = async (round: Collecting, count: number): Promise<ReturnedFile[]> =>
  Promise.all(
    round.parcels.slice(0, count).map(async ({ file, who, workbook }, at) => ({
      name: `${file}.xlsx`,
      bytes: await filled(workbook, [[firstReading(who, round), 'value', 30 + at / 4]]),
    })),
  );

describe('a round of 40 owners with 33 files back, 2 damaged and 1 sent twice', () => {
  test('30 read, 10 named, each with its reason; read again, nothing changes', async () => {
    const round = await collecting(40);
    expect(round.parcels).toHaveLength(40);
    const files = await answered(round, 32);
    const damaged = files.slice(30).map(({ name, bytes }) => ({ name, bytes: bytes.subarray(0, bytes.length >> 1) }));
    const twice = { name: `Copy of ${files[0]?.name}`, bytes: files[0]?.bytes as Uint8Array };
    const folder = [...files.slice(0, 30), ...damaged, twice];
    expect(folder).toHaveLength(33);
    const back = await readReturns(context(round), folder);
    expect(back.read).toHaveLength(30);
    expect(back.duplicates).toHaveLength(1);
    expect(back.refused.map(({ name, problem, who }) => [name, problem.code, who !== undefined])).toEqual(
      damaged.map(({ name }) => [name, 'sheet.damaged', true]),
    );
    expect(back.unheard).toHaveLength(10);
    expect(back.unheard.filter(({ file }) => file !== undefined).map(({ file }) => file)).toEqual(
      expect.arrayContaining(damaged.map(({ name }) => name)),
    );
    const heard = new Set(back.read.map(({ who }) => who));
    expect(back.unheard.every(({ name }) => name !== '' && !heard.has(name))).toBe(true);
    const taken = await take(round, ...back.read);
    expect(taken.change?.writes.filter(({ field }) => field.startsWith('actual@'))).toHaveLength(30);
    expect(silentOwners(round.book(), round.round, ON)).toHaveLength(10);
    const again = await readReturns(context(round), folder);
    expect(again.read.flatMap(({ plan }) => [...plan.differences, ...plan.clashes])).toEqual([]);
    expect((await take(round, ...again.read)).change).toBeUndefined();
    expect(again.unheard).toHaveLength(10);
  }, 60_000);

  test('two returns that differ are both named; an empty one beside a filled one counts for nothing', async () => {
    const round = await collecting(3);
    const [first] = round.parcels;
    const id = firstReading(first?.who ?? '', round);
    const workbook = first?.workbook as Uint8Array;
    const one = { name: 'one.xlsx', bytes: await filled(workbook, [[id, 'value', 31]]) };
    const two = { name: 'two.xlsx', bytes: await filled(workbook, [[id, 'value', 32]]) };
    const differ = await readReturns(context(round), [one, two]);
    expect(differ.refused.map(({ problem }) => problem.code)).toEqual(['collect.twoReturns', 'collect.twoReturns']);
    expect(differ.read).toEqual([]);
    const same = await readReturns(context(round), [one, { name: 'blank.xlsx', bytes: workbook }]);
    expect([same.read.map(({ returned }) => returned.name), same.duplicates]).toEqual([
      ['one.xlsx'],
      [{ name: 'blank.xlsx', of: 'one.xlsx' }],
    ]);
  });

  test('what is wrong in its cells keeps a workbook out whole', async () => {
    const round = await collecting(2);
    const [first] = round.parcels;
    const id = firstReading(first?.who ?? '', round);
    const bytes = await filled(first?.workbook as Uint8Array, [
      [id, 'value', 'many'],
      [id.replace('01', '02'), 'value', 35],
    ]);
    const back = await readReturns(context(round), [
      { name: 'bad.xlsx', bytes },
      { name: 'note.docx', bytes: strToU8('hello') },
    ]);
    expect(back.read).toEqual([]);
    expect(back.refused.map(({ problem, faults }) => [problem.code, faults.length])).toEqual([
      ['sheet.notAnArchive', 0],
      ['collect.faulty', 1],
    ]);
    expect(back.unheard).toHaveLength(2);
  });
});

describe('a round', () => {
  test('opened again adds only who has come to owe since', async () => {
    const round = await collecting(3);
    const again = { period: '2027-Q1', by: 'owner' as const, opened: ON, due: ON };
    expect(must(await act(round.open, round.ctx, openRound, again)).change).toBeUndefined();
    const bad = await act(round.open, round.ctx, openRound, { ...again, period: '2027-Q5' });
    expect(bad.ok ? '' : bad.problem.code).toBe('collect.badPeriod');
    const early = await act(round.open, round.ctx, openRound, { ...again, period: '2027' });
    expect(early.ok).toBe(true);
  });

  test('by programme is one workbook each, with the owners named in it', async () => {
    const round = await collecting(4, 'programme');
    expect(round.parcels.map(({ who }) => who)).toEqual(['Digital Front Door', 'Healthy Workplaces']);
    const workbook = round.parcels[0]?.workbook as Uint8Array;
    const bytes = await filled(workbook, [['b1-0.o1', 'statement', 'Well']]);
    const back = await readReturns(context(round), [{ name: 'a.xlsx', bytes }]);
    await take(round, ...back.read);
    expect([...round.book().all('attestation')]).toMatchObject([{ owner: 'o1', benefit: 'b1-0' }]);
    expect(back.unheard.map(({ name }) => name)).toEqual(['Healthy Workplaces']);
  });

  test('knows who was sent, reminded, late and returned', async () => {
    const round = await collecting(3);
    const ids = round.parcels.map(({ request }) => request);
    const states = (on: string) =>
      roundStanding(round.book(), round.round, on as Day)
        .map(({ state }) => state)
        .sort();
    expect(states('2027-04-03')).toEqual(['open', 'open', 'open']);
    must(await act(round.open, round.ctx, markSent, { requests: ids, on: ON }));
    const [file] = await answered(round, 1);
    const back = await readReturns(context(round), [file as ReturnedFile]);
    await take(round, ...back.read);
    must(await act(round.open, round.ctx, remindOwners, { requests: ids, on: '2027-04-20' as Day }));
    must(await act(round.open, round.ctx, remindOwners, { requests: ids, on: '2027-04-25' as Day }));
    expect(states('2027-04-10')).toEqual(['returned', 'sent', 'sent']);
    expect(states('2027-04-17')).toEqual(['overdue', 'overdue', 'returned']);
    const silent = silentOwners(round.book(), round.round, '2027-04-26' as Day);
    expect(silent.map(({ reminded, lastReminded, readings }) => [reminded, lastReminded, readings])).toEqual([
      [2, '2027-04-25', 7],
      [2, '2027-04-25', 7],
    ]);
    const gone = await act(round.open, round.ctx, markSent, { requests: ['x' as RecordId], on: ON });
    expect(gone.ok).toBe(false);
  });

  test('says its differences in both languages', async () => {
    const round = await collecting(2);
    const [file] = await answered(round, 1);
    const back = await readReturns(context(round), [file as ReturnedFile]);
    for (const language of ['en', 'ar'] as const) {
      const said = back.read[0]?.plan.differences.map((each) =>
        differenceText(createWords({ language }), round.book(), each),
      );
      expect(said?.[0]?.what).toContain('Fewer days lost to sickness');
      expect(JSON.stringify(said)).not.toMatch(/\{\{|undefined|collect\./);
    }
  });
});
