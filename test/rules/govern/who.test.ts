// Who decides by the template, case by case; what no right settles; and the sentences that say so in both languages.
import { beforeAll, describe, expect, test } from 'vitest';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import { holderName } from '#shared/govern/right-text.ts';
import { whoDecides } from '#shared/govern/rights.ts';
import { whoText } from '#shared/govern/who-text.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { act, must } from '#test/kit/book.ts';
import { AR, bound, EN, gbp, ON, rightWrites, type TemplateDesk, templateDesk, writeAll } from './rights-book.ts';

const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '');

let at: TemplateDesk;
let clinics: RecordId;
let safety: RecordId;
beforeAll(async () => {
  at = await templateDesk();
  const sponsor = await at.add('person', { name: 'Layla' });
  clinics = await at.add('component', { name: 'Clinics', sponsor });
  safety = await at.add('component', { name: 'Safety', law: 'Fire code' });
});

describe('the template', () => {
  const cases: [DecisionType, number | undefined, 'clinics' | 'safety', string, string, string][] = [
    ['fund', 49_999.99, 'clinics', 'Portfolio manager', '', 'the delivery lead'],
    ['fund', 50_000, 'clinics', 'the sponsor', 'Finance', 'the delivery lead'],
    ['approve', 250_000, 'clinics', 'the sponsor', 'Finance', 'the delivery lead'],
    ['fund', 250_000.01, 'clinics', 'Steering committee', 'Finance', 'Value management office'],
    ['fund', 10_000, 'safety', 'Steering committee', 'Finance', 'Value management office'],
    ['fund', undefined, 'safety', 'Steering committee', 'Finance', 'Value management office'],
    ['stop', undefined, 'clinics', 'Steering committee', '', 'Value management office'],
    ['acceptTransition', 90_000, 'clinics', 'Accountable executive', 'Operations', ''],
    ['changeOwner', undefined, 'clinics', 'Accountable executive', 'Operations', ''],
  ];
  test.each(cases)('%s %s of %s: %s decides', (type, amount, name, decides, agrees, recommends) => {
    const component = name === 'clinics' ? clinics : safety;
    const matter = { type, component, amount: amount === undefined ? undefined : gbp(amount) };
    const who = whoDecides(at.book, matter, ON);
    const names = (list: typeof who.parts.agree) => list.map((each) => plain(holderName(at.book, EN, each))).join();
    expect([who.decides && plain(holderName(at.book, EN, who.decides)), names(who.parts.agree)]).toEqual([
      decides,
      agrees,
    ]);
    expect(names(who.parts.recommend)).toBe(recommends);
    expect(names(who.parts.input)).toBe('the benefit owners');
  });

  test('without the amount, where it hangs on the amount, nobody is named', () =>
    expect(whoDecides(at.book, { type: 'fund', component: clinics }, ON).unresolved).toBe('amountNeeded'));
});

describe('narrower rights', () => {
  test('money of another currency further off does not disturb the closest right', async () => {
    const own = await templateDesk();
    const part = await own.add('component', { name: 'Part' });
    const [id, writes] = rightWrites(own, { type: 'fund', component: part }, [{ part: 'decide', role: 'sponsor' }]);
    await writeAll(own, writes);
    const usd = { minor: 100, currency: 'USD' };
    expect(whoDecides(own.book, { type: 'fund', component: part, amount: usd }, ON).right?.id).toBe(id);
    expect(whoDecides(own.book, { type: 'fund', component: part }, ON).right?.id).toBe(id);
    expect(whoDecides(own.book, { type: 'fund', amount: usd }, ON).unresolved).toBe('unlikeMoney');
  });

  test('where the closest does not cover the amount, the next does', async () => {
    const own = await templateDesk();
    const part = await own.add('component', { name: 'Part' });
    const narrow = { type: 'fund', component: part, to: bound(1_000, true) } as const;
    const [id, writes] = rightWrites(own, narrow, [{ part: 'decide', role: 'sponsor' }]);
    await writeAll(own, writes);
    const of = (units: number) => whoDecides(own.book, { type: 'fund', component: part, amount: gbp(units) }, ON).right;
    expect(of(1_000)?.id).toBe(id);
    expect(of(1_000.01)?.id).toBe(own.right('fund').id);
  });
});

test('a delegate decides while the delegation runs, and only while it is in the book', async () => {
  const own = await templateDesk();
  const right = own.right('changeOwner').id;
  const delegate = await own.add('board', { title: 'Deputy', form: 'post' });
  const names = () => {
    const { decides, delegatedBy } = whoDecides(own.book, { type: 'changeOwner' }, ON);
    return [decides, delegatedBy].map((each) => own.book.get('board', each?.body)?.title);
  };
  await own.set('decisionRight', right, { delegate, delegateFrom: '2027-03-15', delegateUntil: '2027-03-15' });
  expect(names()).toEqual(['Deputy', 'Accountable executive']);
  await own.drop('board', delegate);
  expect(names()).toEqual(['Accountable executive', undefined]);
});

describe('in sentences', () => {
  test('who, by which right and why; vacancy; no objective, no funding', () => {
    const said = whoText(
      at.book,
      EN,
      whoDecides(at.book, { type: 'fund', component: clinics, amount: gbp(300_000) }, ON),
    );
    expect(said.map(plain)).toEqual([
      'Fund, £300,000, “Clinics”: decided by Steering committee (P steeringChair, P steeringFinance, P steeringOperations, P steeringStrategy, P steeringBenefitOwner).',
      'Recommends: Value management office (P office).',
      'Must agree: Finance (P finance).',
      'Gives input: the benefit owners (vacant).',
      'Performs: the delivery lead (vacant).',
      'By the right “Fund, above £250,000, ordinary work”: £300,000 over the whole life lies in its range (above £250,000); its scope is ordinary work.',
      'Without an answer it goes to Accountable executive.',
      'No objective: no funding. “Clinics” serves no objective and names no law.',
    ]);
    const law = whoText(at.book, EN, whoDecides(at.book, { type: 'fund', component: safety, amount: gbp(60_000) }, ON));
    expect(plain(law.at(-1) ?? '')).toContain('names its law instead of an objective: Fire code.');
    const nobody = whoDecides(
      at.book,
      { type: 'fund', component: safety, amount: gbp(60_000), isRegulatory: false },
      ON,
    );
    expect(nobody.lane).toBe('regulatory');
  });

  test('a sponsor nobody named is told', async () => {
    const own = await templateDesk();
    const orphan = await own.add('component', { name: 'Orphan' });
    const said = whoText(
      own.book,
      EN,
      whoDecides(own.book, { type: 'fund', component: orphan, amount: gbp(60_000) }, ON),
    );
    expect(said.map(plain)).toContain('“Orphan” names nobody as the sponsor. Name one before this can be decided.');
  });

  test('of what is not settled, and all of it in Arabic', async () => {
    const own = await templateDesk();
    must(await act(own.open, own.ctx, deleteRecord, { kind: 'decisionRight', record: own.right('fund', 1).id }));
    const gap = whoDecides(own.book, { type: 'fund', amount: gbp(60_000) }, ON);
    expect(gap.unresolved).toBe('gap');
    expect(whoText(own.book, EN, gap)).toEqual([
      'Fund, £60,000: nobody decides. The amount falls between the thresholds (ordinary work).',
    ]);
    for (const amount of [60_000, 300_000])
      for (const sentence of whoText(own.book, AR, whoDecides(own.book, { type: 'fund', amount: gbp(amount) }, ON))) {
        expect(sentence).toMatch(/[\u0600-\u06ff]/);
        expect(sentence).not.toMatch(/\{\{|who\.|rights\./);
      }
  });
});
