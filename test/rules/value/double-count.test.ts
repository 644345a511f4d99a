// Double-count suspects: each kind is found with its evidence, a cleared one keeps its reason, many stay few and quick.
import { beforeEach, describe, expect, test } from 'vitest';
import { State } from '#shared/change/state.ts';
import { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { bookValue } from '#shared/value/book-value.ts';
import { type Suspicion, suspicions } from '#shared/value/double-count.ts';
import { aChange } from '#test/kit/history.ts';
import { type Desk, desk, month } from '#test/kit/ledger.ts';

const AS_AT = '2025-12-31' as Day;
const suspectsOf = (book: Book): Suspicion[] => suspicions(book, bookValue(book, AS_AT));

describe('one gain told twice', () => {
  let at: Desk;
  let clinics: RecordId;
  beforeEach(async () => {
    at = await desk();
    clinics = await at.add('component', { name: 'Clinics' });
  });

  const gain = async (benefit: Record<string, unknown> = {}, measure?: Record<string, unknown>) => {
    const id = await at.add('benefit', { title: 'Gain', component: clinics, ...benefit });
    if (measure) await at.add('measure', { name: `Of ${id}`, benefit: id, unit: 'calls', ...measure });
    return id;
  };
  const found = (kind: Suspicion['kind']) => suspectsOf(at.book).filter((each) => each.kind === kind);

  test('the same measure by name and unit, however it is written', async () => {
    const ids = [await gain({}, { name: 'Missed Calls' }), await gain({}, { name: 'missed calls', unit: 'CALLS' })];
    await gain({}, { name: 'Missed calls', unit: 'GBP' });
    expect(found('sameMeasure')).toMatchObject([{ benefits: ids.sort(), evidence: 'Missed Calls' }]);
  });

  test('two measures of one benefit are no two benefits', async () => {
    const id = await gain({}, { name: 'Calls' });
    await at.add('measure', { name: 'Calls', benefit: id, unit: 'calls' });
    expect(suspectsOf(at.book)).toEqual([]);
  });

  test('one owner, one unit, the same months; one after the other is no doubt', async () => {
    const owner = await at.add('person', { name: 'Ada' });
    const planned = async (start: string, months: number) => {
      const id = await gain({ owner, start }, { direction: 1, startValue: 0 });
      const [measure] = [...at.book.all('measure')].filter(({ benefit }) => benefit === id);
      await at.set('measure', measure?.id as RecordId, { [`forecast@0+${months}`]: new Array(months).fill(5) });
      return id;
    };
    const together = [await planned('2025-01-01', 6), await planned('2025-04-01', 12), await planned('2025-09-01', 2)];
    await planned('2027-01-01', 6);
    expect(found('sameOwner')).toMatchObject([
      { benefits: together.sort(), evidence: 'calls', months: { from: month('2025-04'), until: month('2025-10') } },
    ]);
  });

  test('the same budget line, of a benefit or of its measure; a saving and an avoidance on it', async () => {
    const ids = [await gain({ budgetLine: 'R-101', category: 'cashable' })];
    ids.push(await gain({ category: 'cashable' }, { budgetLine: 'r-101' }));
    expect(found('sameBudgetLine')).toMatchObject([{ benefits: [...ids].sort(), evidence: 'R-101' }]);
    ids.push(await gain({ budgetLine: 'R-101', category: 'nonCashable' }));
    expect(found('sameBudgetLine')).toEqual([]);
    expect(found('savingAndAvoidance')).toMatchObject([{ benefits: [...ids].sort() }]);
  });

  test('the same posts', async () => {
    const ids = [await gain({ establishment: '3 nurses' }), await gain({ establishment: '3 Nurses ' })];
    expect(found('sameEstablishment')).toMatchObject([{ benefits: ids.sort(), evidence: '3 nurses' }]);
  });

  test('a component and what it is part of claim one measure', async () => {
    const ward = await at.add('component', { name: 'Ward', parent: clinics });
    const id = await gain({}, { name: 'Calls' });
    const [measure] = [...at.book.all('measure')];
    for (const component of [ward, clinics]) await at.add('claim', { measure: measure?.id, component, share: 50 });
    expect(found('parentAndChild')).toMatchObject([{ benefits: [id], components: [ward, clinics], evidence: 'Calls' }]);
  });

  test('what ended or only leads to another is no suspect', async () => {
    await gain({ establishment: '3 nurses' });
    await gain({ establishment: '3 nurses', state: 'merged' });
    await gain({ establishment: '3 nurses', rank: 'intermediate' });
    expect(suspectsOf(at.book)).toEqual([]);
  });

  test('a cleared one keeps its reason; one more benefit with the same evidence is a new doubt', async () => {
    await gain({ establishment: '3 nurses' });
    await gain({ establishment: '3 nurses' });
    const [suspicion] = found('sameEstablishment');
    await at.add('cleared', { suspicion: suspicion?.key, reason: 'Two wards, three each.' });
    expect(found('sameEstablishment')).toMatchObject([{ key: suspicion?.key, cleared: 'Two wards, three each.' }]);
    await gain({ establishment: '3 nurses' });
    expect(found('sameEstablishment')).toMatchObject([{ cleared: undefined }]);
    expect(found('sameEstablishment')[0]?.benefits).toHaveLength(3);
  });
});

test('of 4,000 benefits that share everything each kind is one suspicion, with a name that fits a field', () => {
  const COUNT = 4_000;
  const state = new State();
  const put = (kind: string, record: string, values: Record<string, unknown>) =>
    Object.entries({ $life: 'here', ...values }).map(([field, value]) => ({
      kind,
      record: record as RecordId,
      field,
      value,
    }));
  const writes = Array.from({ length: COUNT }, (_, i) => [
    ...put('benefit', `b${i}`, {
      title: 'Gain',
      owner: 'p',
      start: '2025-01-01',
      budgetLine: 'L',
      category: i % 2 ? 'cashable' : 'nonCashable',
      establishment: '3 nurses',
    }),
    ...put('measure', `m${i}`, { name: 'Calls', benefit: `b${i}`, unit: 'calls', 'forecast@0+2': [1, 2] }),
  ]).flat();
  state.apply(aChange('all', writes), 8e15);
  const book = new Book(state);
  const all = suspectsOf(book);
  expect(all.map(({ kind }) => kind).sort()).toEqual([
    'sameEstablishment',
    'sameMeasure',
    'sameOwner',
    'savingAndAvoidance',
  ]);
  for (const { benefits, key } of all) {
    expect(benefits).toHaveLength(COUNT);
    expect(key.length).toBeLessThan(200);
  }
});
