// `mizan map` as a person runs it: maps and their findings, lines of sight, and what stops with what, in the ledger's money.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebaseline } from '#shared/acts/rebaseline.ts';
import { writeBook } from '#shared/file/body.ts';
import { type BookId, idFromBytes, type RecordId } from '#shared/kit/ids.ts';
import { act, must } from '#test/kit/book.ts';
import { buildCli, mizan, newFolder, removeFolder } from '#test/kit/cli.ts';
import { type Desk, desk, month } from '#test/kit/ledger.ts';

let folder = '';
let ids: Record<'map' | 'portal' | 'forms' | 'clinics' | 'waits' | 'city' | 'training' | 'layla', RecordId>;
beforeAll(async () => {
  await buildCli();
  folder = newFolder();
  await bookNamed('necessary.mizan', true);
  await bookNamed('partly.mizan', false);
});
afterAll(() => removeFolder(folder));

/** Two enablers at 50 % each of one change, which alone brings a benefit of £1,200 still to come. */
async function bookNamed(file: string, necessary: boolean): Promise<void> {
  const at = await desk(7, { reportingDate: '2025-12-31' });
  const layla = await at.add('person', { name: 'Layla' });
  const clinics = await at.add('component', { name: 'Clinics' });
  const map = await at.add('benefitMap', { title: 'Shorter waits' });
  await at.add('benefitMap', { title: 'Empty' });
  const city = await at.add('objective', { name: 'Healthier city' });
  const waits = await at.add('benefit', {
    title: 'Shorter waits',
    state: 'identified',
    owner: layla,
    category: 'nonCashable',
    start: '2026-01-01',
    confidence: 50,
  });
  const training = await at.add('businessChange', { title: 'Book online', owner: layla });
  const portal = await at.add('enabler', { title: 'Portal', component: clinics });
  const forms = await at.add('enabler', { title: 'Forms' });
  await at.add('enabler', { title: 'Old portal' });
  for (const title of ['Kiosk', 'kiosk']) await at.add('enabler', { title });
  for (const node of [city, waits, training, portal, forms]) await at.add('mapPlace', { map, node });
  for (const from of [portal, forms])
    await at.add('contribution', { from, to: training, weight: 50, ...(necessary && { necessary }) });
  await at.add('contribution', { from: training, to: waits, weight: 100, necessary });
  await at.add('contribution', { from: waits, to: city, weight: 80 });
  await planned(at, waits);
  ids = { map, portal, forms, clinics, waits, city, training, layla };
  const changes = (await at.open.store.readSince(0)).map(({ change }) => change);
  writeFileSync(join(folder, file), writeBook({ book: idFromBytes(new Uint8Array(16)) as BookId, changes }));
}

async function planned(at: Desk, benefit: RecordId): Promise<void> {
  const measure = await at.add('measure', {
    name: 'Visits avoided',
    benefit,
    unit: 'GBP',
    direction: 1,
    startValue: 0,
    rollUp: 'flow',
  });
  const values = Array.from({ length: 12 }, () => 100);
  must(await act(at.open, at.ctx, rebaseline, { measure, reason: 'First plan', from: month('2026-01'), values }));
}

async function ask<T>(...said: string[]): Promise<T> {
  const ran = await mizan(folder, ['map', ...said, '--json']);
  expect([ran.code, ran.err]).toEqual([0, '']);
  return JSON.parse(ran.out) as T;
}
const refused = async (...said: string[]): Promise<string> => {
  const ran = await mizan(folder, ['map', 'necessary.mizan', ...said]);
  expect([ran.code, ran.out]).toEqual([1, '']);
  return ran.err;
};

const ALL = { cashable: 0, nonCashable: 120_000, social: 0 };
const HALF = { cashable: 0, nonCashable: 60_000, social: 0 };

interface Without {
  readonly without: Record<'lost' | 'currency' | 'stopped', unknown> &
    Record<'benefits' | 'byObjective' | 'byOwner', unknown[]>;
}

describe('what stops with what', () => {
  test('two enablers at 50 %, both necessary: stopping one loses all', async () => {
    const { without } = await ask<Without>('necessary.mizan', '--without', 'portal');
    expect(without).toMatchObject({
      stopped: { id: expect.any(String), type: 'enabler', title: 'Portal' },
      currency: 'GBP',
      lost: ALL,
      benefits: [{ title: 'Shorter waits', basis: 'necessary', share: 1, lost: ALL, unverified: ALL }],
      byObjective: [{ name: 'Healthier city', lost: ALL }],
      byOwner: [{ name: 'Layla', lost: ALL }],
    });
  });

  test('neither: stopping one loses half', async () => {
    const { without } = await ask<Without>('partly.mizan', '--without', ids.forms);
    expect(without).toMatchObject({
      lost: HALF,
      benefits: [{ basis: 'path', share: 0.5, lost: HALF, unverified: ALL }],
    });
  });

  test('a component stops what it puts out; said in sentences', async () => {
    const { without } = await ask<Without>('necessary.mizan', '--without', 'Clinics');
    expect(without).toMatchObject({ stopped: { type: 'component' }, lost: ALL });
    const { out } = await mizan(folder, ['map', 'partly.mizan', '--without', 'Portal']);
    expect(out).toContain('Without “Portal”: 1 benefit loses value still to come: Non-cashable financial £600.');
    expect(out).toContain('Shorter waits: Non-cashable financial £600. Its paths bring 50%');
    expect(out).toContain('By owner:\n  Layla: Non-cashable financial £600');
    const none = await mizan(folder, ['map', 'partly.mizan', '--without', 'Old portal']);
    expect(none.out).toBe('Without “Old portal”: No benefit is lost with it.\n');
  });
});

test('a line of sight: shares over paths, money by class, other feeders', async () => {
  const { trace } = await ask<{ trace: unknown }>('partly.mizan', '--trace', 'Portal');
  expect(trace).toMatchObject({
    node: { type: 'enabler', title: 'Portal' },
    leadsTo: [
      { title: 'Book online', share: { percent: 50 }, value: null, otherFeeders: [{ title: 'Forms', weight: 50 }] },
      { title: 'Shorter waits', share: { percent: 50 }, value: { currency: 'GBP', nonCashable: { gross: 120_000 } } },
      { title: 'Healthier city', share: { percent: expect.closeTo(40, 9), isPartial: false } },
    ],
    comesFrom: [],
  });
  const { out } = await mizan(folder, ['map', 'partly.mizan', '--trace', 'Healthier city', '--map', 'shorter waits']);
  expect(out).toContain('Objective “Healthier city” leads to: nothing.');
  expect(out).toContain('  Enabler “Portal”: 40%');
});

describe('findings', () => {
  interface Checked {
    readonly errors: number;
    readonly warnings: number;
    readonly findings: {
      rule: string;
      sentence: string;
      nodes: { id: string; title: string }[];
      remedies: unknown[];
    }[];
  }

  test('of the whole book, as data and as sentences', async () => {
    const told = await ask<Checked>('necessary.mizan', '--check');
    expect(told.errors).toBe(0);
    expect(told.findings).toHaveLength(told.warnings);
    const idle = told.findings.find(({ nodes }) => nodes[0]?.title === 'Old portal');
    expect(idle).toMatchObject({
      rule: 'idleEnabler',
      severity: 'warning',
      sentence: 'The enabler “Old portal” reaches no benefit: a candidate to stop.',
      remedies: [{ step: 'leadOn', sentence: 'Say what it leads to' }],
    });
    const { out } = await mizan(folder, ['map', 'necessary.mizan', '--check']);
    expect(out).toContain('Whole book: 0 errors, 4 unproven.\n');
    expect(out).toContain('Unproven: The enabler “Old portal” reaches no benefit');
  });

  test('of one map, by its name or id', async () => {
    for (const map of ['shorter WAITS', ids.map]) {
      const told = await ask<Checked & { map: unknown }>('partly.mizan', '--check', '--map', map);
      expect(told).toMatchObject({ map: { id: ids.map, title: 'Shorter waits' }, findings: [{ rule: 'claimGap' }] });
    }
  });
});

test('without a question: each map and the whole book', async () => {
  expect(await ask('necessary.mizan')).toMatchObject({
    asAt: '2025-12-31',
    maps: [
      { title: 'Shorter waits', preset: 'network', nodes: 5, links: 4, errors: 0, warnings: 1 },
      { title: 'Empty', nodes: 0 },
    ],
    wholeBook: { nodes: 8, links: 4, warnings: 4 },
  });
  const { out } = await mizan(folder, ['map', 'necessary.mizan']);
  expect(out).toContain('Shorter waits: 5 nodes, 4 links, 0 errors, 1 unproven.');
});

test('what is not found or may be two is said, with who else it may be', async () => {
  expect(await refused('--trace', 'Portals old')).toMatch(
    /^Nothing here is called “Portals old”. It may be one of: “Old portal” \(Enabler, /,
  );
  expect(await refused('--trace', 'Xyzzy quux')).toMatch(/^Nothing here is called “Xyzzy quux”/);
  expect(await refused('--without', 'Kiosk')).toMatch(
    /^“Kiosk” may be one of: “Kiosk” \(Enabler, [\w-]{22}\), “kiosk” \(Enabler/,
  );
  expect(await refused('--trace', 'Clinics')).toContain('“Clinics” is a component');
  expect(await refused('--trace', 'Old portal', '--map', 'Shorter waits')).toContain(
    'is in the book but not on this map',
  );
  expect(await refused('--map', 'Wards')).toContain('It may be one of: “Shorter waits” (Map');
  const json = await mizan(folder, ['map', 'necessary.mizan', '--trace', 'Kiosk', '--json']);
  expect(JSON.parse(json.out)).toMatchObject({ ok: false, problem: { code: 'cli.mapAmbiguous' } });
});
