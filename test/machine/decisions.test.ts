// `mizan decisions` as a person runs it: each decision with its standing and holder, and whether its evidence re-opens as it was.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeDecision } from '#shared/acts/take-decision.ts';
import type { Frozen } from '#shared/domain/decision.ts';
import { writeBook } from '#shared/file/body.ts';
import { type BookId, idFromBytes, type RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { act, must } from '#test/kit/book.ts';
import { buildCli, mizan, newFolder, removeFolder } from '#test/kit/cli.ts';
import {
  AS_AT,
  bodyNamed,
  bookOf,
  forwarded,
  governed,
  holderIn,
  optionIn,
  raised,
  withRights,
} from '#test/kit/govern.ts';

let folder = '';
let [funded, asked]: RecordId[] = [];
beforeAll(async () => {
  await buildCli();
  folder = newFolder();
  const made = await withRights(await governed());
  const save = async (file: string) => {
    const changes = (await made.at.open.store.readSince(0)).map(({ change }) => change);
    writeFileSync(join(folder, file), writeBook({ book: idFromBytes(new Uint8Array(16)) as BookId, changes }));
  };
  await save('bare.mizan');
  funded = await forwarded(made, 'fund', 30_000);
  const taking = {
    decision: funded,
    on: '2025-09-20' as Day,
    asAt: AS_AT,
    outcome: 'agreed' as const,
    option: optionIn(made, funded, 'asAsked'),
    rationale: 'It pays back.',
    resolution: 'Agreed.',
    reviewOn: '2026-03-31' as Day,
    body: bodyNamed(made, 'Portfolio manager'),
    person: holderIn(made, 'Portfolio manager'),
    exceptions: { aimless: 'Aim follows.', ownerNotHeard: 'Away.' },
    actions: [{ title: 'Hire', person: made.owner, due: '2025-09-25' as Day }],
  };
  must(await act(made.at.open, made.at.ctx, takeDecision, taking));
  asked = await forwarded(made, 'stop');
  await made.at.set('decision', asked, { neededBy: '2025-09-20' });
  await raised(made, 'pause');
  // what comes later does not move what was known
  await made.at.set('component', made.component, { exitCost: { minor: 7, currency: 'GBP' } });
  await save('office.mizan');
  const { frozen } = bookOf(made).get('decision', asked) as { frozen: Frozen };
  await made.at.set('decision', asked, {
    frozen: { ...frozen, evidence: frozen.evidence.replace('Clinics', 'Clinicz') },
  });
  await save('bent.mizan');
});
afterAll(() => removeFolder(folder));

const data = async (file: string) => {
  const ran = await mizan(folder, ['decisions', file, '--json']);
  expect([ran.code, ran.err]).toEqual([0, '']);
  return JSON.parse(ran.out) as { decisions: { id: string; holds: boolean; evidence: object }[] };
};
const of = async (file: string, id: RecordId | undefined) =>
  (await data(file)).decisions.find((each) => each.id === id);

describe('mizan decisions', () => {
  test('what was recorded: number, outcome, exceptions in words, actions, review', async () => {
    expect(await of('office.mizan', funded)).toMatchObject({
      title: 'fund the clinics',
      type: 'fund',
      component: { name: 'Clinics' },
      amount: { minor: 3_000_000, currency: 'GBP' },
      standing: 'taken',
      holder: 'Portfolio manager',
      number: '2026-001',
      outcome: 'agreed',
      exceptions: [
        { code: 'ownerNotHeard', sentence: 'The owner of the benefits was not heard.' },
        { code: 'aimless' },
      ],
      evidence: { hash: expect.stringMatching(/^[0-9a-f]{64}$/), reopened: 'asFrozen' },
      holds: true,
      actions: { done: 0, open: 1, late: 1 },
      reviewDue: '2026-03-31',
    });
  });

  test('what is open: who holds it, by when, how late', async () => {
    expect(await of('office.mizan', asked)).toMatchObject({
      standing: 'before',
      holder: 'Steering committee',
      neededBy: '2025-09-20',
      lateDays: 10,
      number: null,
      evidence: { reopened: 'asFrozen' },
    });
  });

  test('the register’s figures and the return by year', async () => {
    expect(await data('office.mizan')).toMatchObject({
      ok: true,
      on: AS_AT,
      figures: { taken: 1, open: 2, waivers: 1, actions: 1, actionsLate: 1 },
      returns: [{ year: 2026 }],
    });
  });

  test('one changed letter is told, as data and as a sentence', async () => {
    expect(await of('bent.mizan', asked)).toMatchObject({ holds: false, evidence: { reopened: 'changed' } });
    const ran = await mizan(folder, ['decisions', 'bent.mizan']);
    expect(ran.out).toContain('1 record is not as it was');
    expect(ran.out).toContain('its record is not as it was');
  });

  test('as sentences', async () => {
    const ran = await mizan(folder, ['decisions', 'office.mizan']);
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toMatch(/^3 decisions: 1 recorded, 2 open\./);
    expect(ran.out).toContain(
      'stop the clinics (Before its body): Steering committee; needed by 20 Sept 2025, 10 days late',
    );
    expect(ran.out).toContain('number 2026-001, Agreed on 20 Sept 2025');
    expect(ran.out).not.toMatch(/[\u2066-\u2069]/);
    expect((await mizan(folder, ['decisions', 'bare.mizan'])).out).toBe('This book has no decisions yet.\n');
  });

  test('a date that is none is refused in one sentence', async () => {
    const ran = await mizan(folder, ['decisions', 'office.mizan', '--as-at', 'soon']);
    expect(ran.code).toBe(1);
    expect(ran.err.trim().split('\n')).toHaveLength(1);
  });
});
