// One book stored in another order says the same: lint and X-ray do not hang on which record came first.
import { expect, test } from 'vitest';
import { type Book, KINDS, type Kind } from '#shared/domain/book.ts';
import { lintRights } from '#shared/govern/rights-lint.ts';
import { xrayRights } from '#shared/govern/xray.ts';
import { bookOf, type Records } from '#test/kit/books.ts';
import { bound, gbp, ON, type TemplateDesk, templateDesk } from './rights-book.ts';

const recordsOf = (book: Book): Records =>
  (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
    [...book.all(kind)].map(({ id, ...fields }) => ({ kind, id, fields: fields as Readonly<Record<string, unknown>> })),
  );

/** Overlaps, three vetoes, two who recommend and decide, vacancies, a body without a calendar. */
async function faulty(): Promise<TemplateDesk> {
  const at = await templateDesk({ people: {}, firstMeeting: ON });
  for (const nth of [0, 1, 2]) await at.set('decisionRight', at.right('fund', nth).id, { to: bound(400_000, true) });
  for (const board of ['Finance', 'Operations', 'Strategy'])
    await at.add('rightParty', { right: at.right('stop').id, part: 'agree', body: at.body(board) });
  for (const part of ['decide', 'recommend'])
    for (const role of ['sponsor', 'deliveryLead'])
      await at.add('rightParty', { right: at.right('pause').id, part, role });
  await at.set('board', at.body('Steering committee'), { cadence: 'asNeeded' });
  for (const name of ['Clinics', 'Roads']) {
    const component = await at.add('component', { name, wholeLifeCost: gbp(90_000) });
    await at.add('decision', { title: name, type: 'fund', component, amount: gbp(30_000), raisedOn: ON });
  }
  return at;
}

test('forwards and backwards', async () => {
  const records = recordsOf((await faulty()).book);
  const [there, back] = [bookOf(records), bookOf([...records].reverse())];
  const findings = lintRights(there, ON);
  expect(new Set(findings.map(({ rule }) => rule)).size).toBeGreaterThan(4);
  expect(lintRights(back, ON)).toEqual(findings);
  const choice = { on: ON, seed: 5, requests: 200 };
  const xray = xrayRights(there, choice);
  expect(xray.doubles.length).toBeGreaterThan(0);
  expect(xrayRights(back, choice)).toEqual(xray);
});
