// The small book that stands for schema 4 for ever: every noun of governance, a decision sealed, minutes closed.
import type { Act } from '#shared/acts/act.ts';
import { born, sealed } from '#shared/acts/record-writes.ts';
import type { DraftWrite } from '#shared/change/model.ts';
import { Book, type Entry } from '#shared/domain/book.ts';
import { CHARTER } from '#shared/domain/charter.ts';
import type { Taken } from '#shared/domain/decision.ts';
import { where } from '#shared/domain/lookup.ts';
import { OFFICE } from '#shared/domain/office.ts';
import type { BookFile } from '#shared/file/body.ts';
import { sealOf } from '#shared/govern/standing.ts';
import { sha256Text } from '#shared/kit/hash.ts';
import { type BookId, idFromBytes, type RecordId } from '#shared/kit/ids.ts';
import { done } from '#shared/kit/result.ts';
import { act, emptyBook, must } from './book.ts';
import { testContext } from './context.ts';
import { adder } from './golden.ts';

/** Writes as they are: what the acts of the day would work out must not move the format. */
const asTold: Act<readonly DraftWrite[]> = {
  name: 'act.editField',
  allowed: () => undefined,
  run: (_book, writes) => done({ act: 'act.editField', writes }),
};

const money = (minor: number) => ({ minor, currency: 'GBP' });
const frozenText = (text: string) => ({ hash: sha256Text(text) });

export async function goldenGovern(): Promise<BookFile> {
  const ctx = testContext(2029);
  const id = idFromBytes(ctx.random(16)) as BookId;
  const open = await emptyBook();
  const add = adder(open, ctx);
  const tell = async (...writes: DraftWrite[]) => {
    must(await act(open, ctx, asTold, writes));
    ctx.tick(1_000);
  };
  const set = (kind: string, record: RecordId, field: string, value: unknown) => ({ kind, record, field, value });
  await tell(
    ...born('office', OFFICE, {
      name: 'Boards · اللجان',
      currency: 'GBP',
      workLimits: { delivering: 12, transition: 3 },
    }),
    ...born('charter', CHARTER, {
      placement: 'compromise',
      reason: 'Money moves late.',
      mandate: 'Report value.',
      on: '2026-11-01',
      moneyMoves: 'no',
      operationsTable: 'partly',
    }),
  );
  const [ada, ben, dee] = [
    await add('person', { name: 'Ada · آدا' }),
    await add('person', { name: 'Ben' }),
    await add('person', { name: 'Dee' }),
  ];
  const clinics = await add('component', {
    name: 'Clinics',
    work: 'delivering',
    workSince: '2026-04-01',
    law: 'Health Act',
    sponsor: ada,
  });
  const benefit = await add('benefit', { title: 'Shorter waits', component: clinics, owner: ben });
  const top = await add('board', { title: 'Executive', form: 'post' });
  const board = await add('board', {
    title: 'Steering committee · اللجنة التوجيهية',
    form: 'committee',
    remit: 'Decides on change.',
    quorum: 50,
    cadence: 'monthly',
    firstMeeting: '2026-11-20',
    minutes: 90,
    order: 1,
  });
  await add('reportingLine', { from: board, to: top });
  await add('reportingLine', { from: top, to: board, dotted: true });
  const seat = await add('seat', { board, title: 'Finance', role: 'member', speaksFor: 'finance', order: 2 });
  await add('membership', {
    seat,
    person: ada,
    from: '2026-01-01',
    until: '2027-12-31',
    delegate: dee,
    delegateFrom: '2026-06-01',
    delegateUntil: '2026-12-31',
  });
  const right = await add('decisionRight', {
    type: 'fund',
    title: 'Middle sums',
    from: { money: money(5_000_000), inclusive: true },
    to: { money: money(25_000_000), inclusive: false },
    component: clinics,
    category: 'ICT',
    level: 'programme',
    lane: 'ordinary',
    conditions: 'Within the budget',
    responseDays: 10,
    escalatesTo: top,
    delegate: top,
    delegateFrom: '2026-07-01',
    delegateUntil: '2026-08-31',
  });
  await add('rightParty', { right, part: 'decide', body: board });
  await add('rightParty', { right, part: 'input', role: 'benefitOwner' });
  const risk = await add('risk', {
    title: 'Staff leave',
    cause: 'Pay',
    event: 'Staff leave',
    effect: 'Waits grow',
    component: clinics,
    probability: 30,
    cost: money(1_000_000),
    owner: ben,
    response: 'reduce',
    plan: 'Train more',
    raisedOn: '2026-10-01',
    review: '2027-01-01',
    closed: { on: '2026-11-15', reason: 'Pay settled' },
  });
  await add('threat', { risk, benefit, share: 40, months: 3 });
  const gate = await add('gate', {
    title: 'Funding',
    component: clinics,
    purpose: 'funding',
    milestone: 'continuedViability',
    due: '2026-11-20',
    held: '2026-11-20',
    note: 'With the ministry',
  });
  await add('gateAnswer', { gate, question: 'owned', answer: 'yes', reason: 'By decree', by: 'Ada', on: '2026-11-18' });
  const meeting = await add('meeting', {
    board,
    title: 'November',
    on: '2026-11-20',
    at: '09:30',
    place: 'Room 1',
    minutes: 60,
    opened: '2026-11-20',
    note: 'With the ministry',
  });
  const decision = await add('decision', {
    title: 'Fund wave two',
    type: 'fund',
    component: clinics,
    benefit,
    gate,
    amount: money(20_000_000),
    question: 'Should wave two be funded? · هل تُموَّل الموجة الثانية؟',
    raisedOn: '2026-10-20',
    raisedBy: 'Ada',
    neededBy: '2026-11-20',
    because: 'It pays back.',
    deferring: 'Prices rise in May.',
    resolution: 'Wave two is funded.',
  });
  const asked = await add('decisionOption', {
    decision,
    title: 'As asked',
    form: 'asAsked',
    order: 0,
    value: money(90_000_000),
    cost: money(20_000_000),
    months: -2,
    risk: 'Supply',
    note: 'With the second supplier',
  });
  await add('decisionOption', { decision, title: 'Do nothing', form: 'doNothing', order: 1 });
  await add('voiced', {
    decision,
    part: 'agree',
    body: top,
    person: ada,
    on: '2026-11-10',
    says: 'yes',
    note: 'Within budget',
    terms: sha256Text('terms'),
  });
  await add('voiced', { decision, part: 'input', role: 'benefitOwner', person: ben, on: '2026-11-11', says: 'noted' });
  await add('deferral', { decision, meeting, on: '2026-10-25', until: '2026-11-20', reason: 'Figures follow' });
  const evidence = '{"asAt":"2026-11-01","question":"Should wave two be funded?"}';
  await tell(
    set('decision', decision, 'recommended', asked),
    set('decision', decision, 'frozen', {
      on: '2026-11-05',
      by: 'Ada',
      tips: [...open.state.tips.values()],
      evidence,
      ...frozenText(evidence),
    }),
  );
  const item = await add('agendaItem', {
    meeting,
    kind: 'decision',
    title: 'Fund wave two',
    subject: decision,
    minutes: 15,
    order: 0,
    said: 'Agreed after a question on supply.',
  });
  const there = await add('attendance', { meeting, seat, person: dee, presence: 'delegate' });
  const guest = await add('attendance', { meeting, person: ben, presence: 'present' });
  const now = new Book(open.state);
  const entry = now.get('decision', decision) as Entry<'decision'>;
  const taken: Omit<Taken, 'seal'> = {
    number: '2027-001',
    outcome: 'agreedWithConditions',
    option: asked,
    on: '2026-11-20' as Taken['on'],
    meeting,
    body: board,
    rationale: 'It pays back.',
    dissent: 'Finance would wait.',
    conditions: 'A second supplier by May.',
    resolution: 'Wave two is funded.',
    reviewOn: '2027-11-20' as Taken['on'],
    exceptions: [{ code: 'noQuorum', args: { present: 1, count: 3 }, reason: 'By telephone' }],
  };
  const options = where(now, 'decisionOption', 'decision', decision);
  const voices = where(now, 'voiced', 'decision', decision);
  const seal = sealOf({ ...entry, taken: { ...taken, seal: '' } }, options, voices);
  await tell(
    set('decision', decision, 'taken', { ...taken, seal }),
    sealed('decision', decision),
    ...options.map((each) => sealed('decisionOption', each.id)),
    ...voices.map((each) => sealed('voiced', each.id)),
  );
  const minutes = '{"title":"November","resolutions":["Wave two is funded."]}';
  await tell(
    set('meeting', meeting, 'closed', { on: '2026-11-20', by: 'Ada', minutes, ...frozenText(minutes) }),
    sealed('meeting', meeting),
    sealed('agendaItem', item),
    sealed('attendance', there),
    sealed('attendance', guest),
  );
  await add('action', {
    title: 'Find the second supplier',
    person: ben,
    due: '2027-05-01',
    decision,
    meeting,
    risk,
    begun: '2026-12-01',
    done: '2027-04-01',
    note: 'Two offers',
  });
  await add('action', { title: 'Ask again', decision, dropped: { on: '2026-12-01', reason: 'Answered' } });
  await add('hindsight', {
    decision,
    on: '2027-11-20',
    finding: 'worse',
    note: 'Supply was late.',
    by: 'Ada',
    next: '2028-05-20',
  });
  await add('decision', { title: 'Stop wave three', type: 'stop', supersedes: decision });
  return { book: id, changes: (await open.store.readSince(0)).map(({ change }) => change) };
}
