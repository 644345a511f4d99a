// The made-up governance of the sample: people in seats, decisions on their way and recorded, gates, risks, meetings.
// Every person, decision, risk and date here is synthetic and labelled so in the app.
import type { Act } from '#shared/acts/act.ts';
import { always } from '#shared/acts/act.ts';
import { hearParty } from '#shared/acts/hear-party.ts';
import { assembleAgenda, closeMeeting, notePresence } from '#shared/acts/hold-meeting.ts';
import { optionTitles, putForward, raiseDecision } from '#shared/acts/raise-decision.ts';
import { born } from '#shared/acts/record-writes.ts';
import { TEMPLATE_SEATS, templateTitles } from '#shared/acts/rights-template.ts';
import { startRights } from '#shared/acts/start-rights.ts';
import { takeDecision } from '#shared/acts/take-decision.ts';
import type { Draft, DraftWrite } from '#shared/change/model.ts';
import type { Book, Entry, Kind } from '#shared/domain/book.ts';
import { CHARTER } from '#shared/domain/charter.ts';
import { where } from '#shared/domain/lookup.ts';
import { benefitsOf, seatsOf } from '#shared/govern/bodies.ts';
import { type Context, newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { done, type Result, refuse } from '#shared/kit/result.ts';
import type { Words } from '#shared/words/words.ts';
import {
  type SampleDecision,
  SAMPLE_CHARTER,
  SAMPLE_DECISIONS,
  SAMPLE_GATES,
  SAMPLE_MEETINGS,
  SAMPLE_RISKS,
  SAMPLE_SITTERS,
  SAMPLE_WORK,
} from './governed.ts';
import { SAMPLE_AS_AT } from './layer.ts';

type Step = (book: Book, ctx: Context, words: Words) => Result<Draft>;

const NAME = 'act.addSampleLedger';

const stepAct = (step: Step): Act<Words> => ({
  name: NAME,
  allowed: always,
  run: (book, words, ctx) => {
    const drafted = step(book, ctx, words);
    return drafted.ok ? done({ ...drafted.value, asAt: drafted.value.asAt ?? SAMPLE_AS_AT }) : drafted;
  },
});

/** Run one after the other on the sample's book: each act as a person would have done it. */
export function sampleGovernance(): readonly Act<Words>[] {
  const opened = SAMPLE_MEETINGS.flatMap((meeting): Step[] => [
    planned(meeting),
    ...(meeting.presentBut ? [attended(meeting.title, meeting.presentBut)] : []),
  ]);
  const decided = SAMPLE_DECISIONS.flatMap((each): Step[] => [
    (book, ctx, words) => raise(book, ctx, words, each),
    ...(each.forwarded ? [forward(each)] : []),
    ...(each.agreedOn ? [agree(each)] : []),
    ...(each.taken ? [take(each)] : []),
  ]);
  const met = SAMPLE_MEETINGS.map(({ title, closed }): Step => (closed ? close(title, closed) : assemble(title)));
  return [people, seated, around, ...opened, ...decided, ...met].map(stepAct);
}

const named = <K extends Kind>(book: Book, kind: K, field: string & keyof Entry<K>, value: string): Entry<K> | undefined =>
  [...book.all(kind)].find((each) => String(each[field] ?? '').startsWith(value));

const set = (kind: string, record: RecordId, values: object): DraftWrite[] =>
  Object.entries(values).map(([field, value]) => ({ kind, record, field, value }));

const people: Step = (_book, ctx) =>
  done({
    act: NAME,
    writes: SAMPLE_SITTERS.flatMap((name) => born('person', newRecordId(ctx), { name, organisation: 'Synthetic' })),
  });

/** The rights' template, a person in every seat but one. */
const seated: Step = (book, ctx, words) => {
  const sitters: Record<string, RecordId> = {};
  for (const [i, seat] of TEMPLATE_SEATS.entries()) {
    const person = named(book, 'person', 'name', SAMPLE_SITTERS[i % SAMPLE_SITTERS.length] as string);
    if (person) sitters[seat] = person.id;
  }
  const input = { titles: templateTitles(words), people: sitters, firstMeeting: '2023-01-19' as Day };
  const drafted = startRights.run(book, input, ctx);
  if (!drafted.ok) return drafted;
  const writes = drafted.value.writes.map((write) =>
    write.kind === 'membership' && write.field === 'from' ? { ...write, value: '2023-01-02' } : write,
  );
  return done({ act: NAME, writes });
};

/** The charter, work that is not begun or about to be handed over, gates and risks. */
const around: Step = (book, ctx) => {
  const writes: DraftWrite[] = [...born('charter', CHARTER, SAMPLE_CHARTER)];
  for (const [name, work] of SAMPLE_WORK) {
    const component = named(book, 'component', 'name', name);
    if (component) writes.push(...set('component', component.id, { work, workSince: SAMPLE_AS_AT }));
  }
  for (const { component: name, ...gate } of SAMPLE_GATES) {
    const component = named(book, 'component', 'name', name);
    if (component) writes.push(...born('gate', newRecordId(ctx), { ...gate, component: component.id }));
  }
  for (const { component: name, threatens, owner, ...risk } of SAMPLE_RISKS) {
    const component = named(book, 'component', 'name', name);
    if (!component) continue;
    const record = newRecordId(ctx);
    const person = owner && named(book, 'person', 'name', owner)?.id;
    writes.push(...born('risk', record, { ...risk, component: component.id, ...(person && { owner: person }) }));
    for (const [i, { id }] of benefitsOf(book, component.id).entries())
      if (threatens[i]) writes.push(...born('threat', newRecordId(ctx), { risk: record, benefit: id, ...threatens[i] }));
  }
  return done({ act: NAME, writes });
};

const committee = (book: Book): RecordId | undefined => [...book.all('board')].find(({ form }) => form === 'committee')?.id;

const planned =
  ({ title, on, at }: (typeof SAMPLE_MEETINGS)[number]): Step =>
  (book, ctx) => {
    const board = committee(book);
    if (!board) return refuse('act.recordGone');
    return done({ act: NAME, writes: born('meeting', newRecordId(ctx), { board, title, on, at, minutes: 90 }) });
  };

function raise(book: Book, ctx: Context, words: Words, wish: SampleDecision): Result<Draft> {
  const component = named(book, 'component', 'name', wish.component);
  if (!component) return refuse('act.recordGone');
  const record = newRecordId(ctx);
  const { title, type, neededBy, raisedOn, question, because, deferring, resolution, amountMillions } = wish;
  const drafted = raiseDecision.run(
    book,
    {
      record,
      title,
      type,
      component: component.id,
      neededBy,
      ...(amountMillions && { amount: { minor: amountMillions * 100_000_000, currency: book.office.currency } }),
      optionTitles: optionTitles(words),
    },
    ctx,
  );
  if (!drafted.ok) return drafted;
  const asked = drafted.value.writes.find(({ kind, field, value }) => kind === 'decisionOption' && field === 'form' && value === 'asAsked');
  const said = { raisedOn, question, because, deferring, resolution, ...(asked && { recommended: asked.record }) };
  const { stated } = wish;
  const millions = (amount: number) => ({ minor: amount * 100_000_000, currency: book.office.currency });
  const figures = stated && { value: millions(stated.value), cost: millions(stated.cost), months: stated.months };
  return done({
    act: NAME,
    writes: [
      ...drafted.value.writes,
      ...set('decision', record, said),
      ...(asked && figures ? set('decisionOption', asked.record, figures) : []),
    ],
  });
}

const decisionCalled = (book: Book, title: string): Entry<'decision'> | undefined => where(book, 'decision', 'title', title)[0];

const forward =
  ({ title, forwarded }: SampleDecision): Step =>
  (book, ctx) => {
    const decision = decisionCalled(book, title);
    if (!decision) return refuse('act.recordGone');
    const drafted = putForward.run(book, { decision: decision.id, asAt: SAMPLE_AS_AT }, ctx);
    if (!drafted.ok) return drafted;
    const writes = drafted.value.writes.map((write) =>
      write.field === 'frozen' ? { ...write, value: { ...(write.value as object), on: forwarded } } : write,
    );
    return done({ act: NAME, writes });
  };

const take =
  ({ title, taken }: SampleDecision): Step =>
  (book, ctx) => {
    const decision = decisionCalled(book, title);
    const option = decision && where(book, 'decisionOption', 'decision', decision.id).find(({ form }) => form === 'asAsked');
    const meeting = taken && where(book, 'meeting', 'on', taken.on)[0];
    if (!decision || !taken) return refuse('act.recordGone');
    const { actions, ...rest } = taken;
    const drafted = takeDecision.run(
      book,
      {
        ...rest,
        decision: decision.id,
        asAt: SAMPLE_AS_AT,
        option: option?.id,
        resolution: decision.resolution ?? '',
        meeting: meeting?.id,
        actions: actions.map(({ title: what, who, due }) => ({ title: what, person: named(book, 'person', 'name', who)?.id, due })),
      },
      ctx,
    );
    if (!drafted.ok) return drafted;
    const finished = actions.flatMap(({ title: what, done: on }) => {
      const action = drafted.value.writes.find(({ kind, value }) => kind === 'action' && value === what);
      return action && on ? set('action', action.record, { done: on }) : [];
    });
    return done({ act: NAME, writes: [...drafted.value.writes, ...finished] });
  };

const assemble =
  (title: string): Step =>
  (book, ctx) => {
    const meeting = where(book, 'meeting', 'title', title)[0];
    return meeting
      ? assembleAgenda.run(book, { meeting: meeting.id, asAt: SAMPLE_AS_AT }, ctx)
      : refuse('act.recordGone');
  };

/** Who must agree, with what they said before the meeting. */
const agree =
  ({ title, agreedOn }: SampleDecision): Step =>
  (book, ctx) => {
    const decision = decisionCalled(book, title);
    const finance = [...book.all('seat')].find(({ board, speaksFor }) => speaksFor === 'finance' && book.get('board', board)?.form === 'post');
    if (!decision || !finance || !agreedOn) return refuse('act.recordGone');
    return hearParty.run(book, { decision: decision.id, part: 'agree', body: finance.board, on: agreedOn, says: 'yes' }, ctx);
  };

const attended =
  (title: string, absent: readonly number[]): Step =>
  (book, ctx) => {
    const meeting = where(book, 'meeting', 'title', title)[0];
    if (!meeting) return refuse('act.recordGone');
    const writes = seatsOf(book, meeting.board).flatMap(({ id }, i) => {
      const noted = notePresence.run(book, { meeting: meeting.id, seat: id, presence: absent.includes(i) ? 'apology' : 'present' }, ctx);
      return noted.ok ? noted.value.writes : [];
    });
    return done({ act: NAME, writes });
  };

const close =
  (title: string, on: Day): Step =>
  (book, ctx) => {
    const meeting = where(book, 'meeting', 'title', title)[0];
    if (!meeting) return refuse('act.recordGone');
    const drafted = closeMeeting.run(book, { meeting: meeting.id }, ctx);
    if (!drafted.ok) return drafted;
    const writes = drafted.value.writes.map((write) =>
      write.field === 'closed' ? { ...write, value: { ...(write.value as object), on } } : write,
    );
    return done({ act: NAME, writes });
  };
