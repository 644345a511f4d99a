// `mizan rights` as a person runs it: who decides and why, what the lint finds, what a year shows; as sentences and as data.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEMPLATE_SEATS, templateTitles } from '#shared/acts/rights-template.ts';
import { startRights } from '#shared/acts/start-rights.ts';
import { writeBook } from '#shared/file/body.ts';
import { type BookId, idFromBytes, type RecordId } from '#shared/kit/ids.ts';
import { createWords } from '#shared/words/words.ts';
import { act, must } from '#test/kit/book.ts';
import { buildCli, mizan, newFolder, removeFolder } from '#test/kit/cli.ts';
import { desk } from '#test/kit/ledger.ts';

let folder = '';
let clinics: RecordId;
beforeAll(async () => {
  await buildCli();
  folder = newFolder();
  const at = await desk(9, { reportingDate: '2027-03-15' });
  const save = async (file: string) => {
    const changes = (await at.open.store.readSince(0)).map(({ change }) => change);
    writeFileSync(join(folder, file), writeBook({ book: idFromBytes(new Uint8Array(16)) as BookId, changes }));
  };
  await save('bare.mizan');
  const people = {} as Record<(typeof TEMPLATE_SEATS)[number], RecordId>;
  for (const seat of TEMPLATE_SEATS) people[seat] = await at.add('person', { name: `P ${seat}` });
  const sponsor = await at.add('person', { name: 'Layla' });
  clinics = await at.add('component', {
    name: 'Clinics',
    sponsor,
    wholeLifeCost: { minor: 4_000_000, currency: 'GBP' },
  });
  await at.add('component', { name: 'Safety', law: 'Fire code' });
  const titles = templateTitles(createWords({ language: 'en' }));
  must(await act(at.open, at.ctx, startRights, { titles, people }));
  await save('rights.mizan');
  const asked = { type: 'fund', component: clinics, amount: { minor: 4_000_000, currency: 'GBP' } };
  await at.add('decision', { ...asked, title: 'First part', raisedOn: '2027-02-01' });
  await at.add('decision', { ...asked, title: 'Second part', raisedOn: '2027-03-01' });
  const seat = [...at.book.all('seat')].find(({ title }) => title === 'Head of finance');
  const membership = [...at.book.all('membership')].find((each) => each.seat === seat?.id);
  if (membership) await at.set('membership', membership.id, { until: '2027-01-31' });
  await save('split.mizan');
});
afterAll(() => removeFolder(folder));

const data = async (...said: string[]) => {
  const ran = await mizan(folder, ['rights', ...said, '--json']);
  expect([ran.code, ran.err]).toEqual([0, '']);
  return JSON.parse(ran.out) as Record<string, unknown>;
};
const text = async (...said: string[]) => {
  const ran = await mizan(folder, ['rights', ...said]);
  expect([ran.code, ran.err]).toEqual([0, '']);
  return ran.out;
};
const fund = (amount: string, component: string) => [
  '--who',
  '--type',
  'fund',
  '--amount',
  amount,
  '--component',
  component,
];

describe('who decides', () => {
  test('as data, by name or id', async () => {
    for (const name of ['clinics', clinics])
      expect(await data('rights.mizan', ...fund('300000', name))).toMatchObject({
        ok: true,
        who: {
          type: 'fund',
          component: { id: clinics, name: 'Clinics' },
          amount: { minor: 30_000_000, currency: 'GBP' },
          decides: {
            name: 'Steering committee',
            people: expect.arrayContaining([{ id: expect.any(String), name: 'P steeringChair' }]),
          },
          parts: { agree: [{ name: 'Finance' }], recommend: [{ name: 'Value management office' }] },
          unresolved: null,
          lane: 'ordinary',
          isAimless: true,
          before: [],
        },
      });
  });

  test('in sentences: the right, why, and no objective, no funding', async () => {
    const out = await text('rights.mizan', ...fund('60000', 'Clinics'));
    expect(out).toContain('Fund, £60,000, “Clinics”: decided by the sponsor (Layla).\n');
    expect(out).toContain('Must agree: Finance (P finance).\n');
    expect(out).toContain(
      'By the right “Fund, from £50,000 up to £250,000, ordinary work”: £60,000 over the whole life',
    );
    expect(out).toContain('No objective: no funding. “Clinics” serves no objective and names no law.\n');
    expect(out).not.toMatch(/[\u2066-\u2069]/);
    expect(await text('rights.mizan', ...fund('1', 'Safety'))).toContain('decided by Steering committee');
  });

  test('with what was asked for it before, and who is missing', async () => {
    const out = await text('split.mizan', ...fund('10,000', 'Clinics'));
    expect(out).toContain('Fund, £90,000, “Clinics”: decided by the sponsor (Layla).');
    expect(out).toContain(
      'Asked £10,000; with what was asked for it before (“First part”, “Second part”) it commits £90,000.',
    );
    expect(out).toContain('Finance: vacant. Fill the seat before this can be decided.');
  });

  test('without an amount: by the component’s whole-life cost', async () => {
    expect(await data('rights.mizan', '--type', 'approve', '--component', 'Clinics')).toMatchObject({
      who: { amount: { minor: 4_000_000 }, decides: { name: 'Portfolio manager' } },
    });
  });
});

describe('lint', () => {
  test('of the template: nothing; of a split request and an empty post: both, with their remedies', async () => {
    expect(await text('rights.mizan', '--lint')).toBe(
      'Decision rights: 0 errors, 0 warnings.\nNothing is found against it.\n',
    );
    const { lint } = await data('split.mizan', '--lint');
    expect(lint).toMatchObject({
      errors: 1,
      warnings: 1,
      findings: [
        { rule: 'vacancy', sentence: 'Finance: nobody sits in “Head of finance”.', remedy: 'Fill the seat' },
        { rule: 'splitRequest', decisions: [expect.any(String), expect.any(String)] },
      ],
    });
    expect(await text('split.mizan', '--lint')).toContain(
      '  Error: Finance: nobody sits in “Head of finance”.\n  Warning: Fund, “Clinics”',
    );
  });
});

test('a year run through the rights: repeatable, as data and in sentences', async () => {
  const first = await data('rights.mizan', '--xray', '--seed', '3');
  expect(first).toEqual(await data('rights.mizan', '--xray', '--seed', '3'));
  expect(first.xray).toMatchObject({ seed: 3, drawn: 60, own: 0, resolved: 60, gaps: [] });
  const out = await text('split.mizan', '--xray');
  expect(out).toContain('Who decides:\n');
  expect(out).toContain('Finance: vacant.');
});

test('without a question: the rows of the matrix', async () => {
  const out = await text('rights.mizan');
  expect(out).toContain('20 decision rights. Decision rights: 0 errors, 0 warnings.');
  expect(out).toContain('  Fund, below £50,000, ordinary work: Portfolio manager\n');
});

test('what is not understood is refused in a sentence', async () => {
  const refused = async (...said: string[]) => {
    const ran = await mizan(folder, ['rights', ...said]);
    expect([ran.code, ran.out]).toEqual([1, '']);
    return ran.err;
  };
  expect(await refused('bare.mizan', '--lint')).toContain('This book has no decision rights yet.');
  expect(await refused('rights.mizan', '--who')).toMatch(
    /^Say which decision with --type\. Choose from: approve, fund,/,
  );
  expect(await refused('rights.mizan', '--type', 'buy')).toContain('“buy” is no decision.');
  expect(await refused('rights.mizan', ...fund('many', 'Clinics'))).toContain('“many” is not an amount.');
  expect(await refused('rights.mizan', '--type', 'fund', '--amount=-5')).toContain('is not an amount');
  for (const text of ['300.000,50', '1,5', '49999.999', '30,00', '1 000,000', '.5', '5.'])
    expect(await refused('rights.mizan', ...fund(text, 'Clinics'))).toContain(`“${text}” is not an amount.`);
  expect(await refused('rights.mizan', '--amount', '5')).toContain('Say which decision with --type');
  expect(await refused('rights.mizan', ...fund('5', 'Wards'))).toContain('Nothing here is called “Wards”');
  expect(await refused('rights.mizan', '--xray', '--seed', 'x')).toContain('“x” is not a seed.');
});
