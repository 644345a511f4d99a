// Lays down the template of governance in one step: bodies with seats and lines, and a right for every decision.
import type { DraftWrite } from '#shared/change/model.ts';
import type { Book, Kind } from '#shared/domain/book.ts';
import type { Bound } from '#shared/domain/right.ts';
import { type Context, newRecordId, today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { minorDigits } from '#shared/kit/money.ts';
import { type Day, firstDay, monthIndex } from '#shared/kit/period.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { reportingDate } from '#shared/value/reporting.ts';
import type { Act } from './act.ts';
import { born } from './record-writes.ts';
import {
  BODY_PLANS,
  LINE_PLANS,
  RIGHT_PLANS,
  type Step,
  TEMPLATE_BODIES,
  type TemplateBody,
  type TemplateSeat,
  type TemplateTitles,
} from './rights-template.ts';

export interface StartRights {
  /** See `templateTitles`. */
  readonly titles: TemplateTitles;
  /** Who sits where; a seat left out stays vacant. */
  readonly people?: { readonly [seat in TemplateSeat]?: RecordId };
  /** Whole units of the book's currency: below the first, up to the second, and above. */
  readonly thresholds?: readonly [first: number, second: number];
  /** The committee's first meeting; the first of next month where unsaid. */
  readonly firstMeeting?: Day;
}

export const TEMPLATE_THRESHOLDS = [50_000, 250_000] as const;

const COMMITTEE_MINUTES = 90;

export const startRights: Act<StartRights> = {
  name: 'act.startRights',
  allowed: (book) => (hasRights(book) ? { code: 'rights.alreadyThere' } : undefined),
  run: (book, input, ctx) => {
    if (hasRights(book)) return refuse('rights.alreadyThere');
    const [first, second] = input.thresholds ?? TEMPLATE_THRESHOLDS;
    if (!(first > 0 && second > first)) return refuse('rights.badThresholds');
    const add = (kind: Kind, values: Readonly<Record<string, unknown>>) => newRecord(ctx, kind, values);
    // a book reports on a day of its own: whoever is seated sits on that day too
    const [here, reported] = [today(ctx), reportingDate(book, today(ctx))];
    const seatedFrom = reported < here ? reported : here;
    const bodies = new Map<TemplateBody, RecordId>();
    const writes: DraftWrite[] = [];
    for (const [order, name] of TEMPLATE_BODIES.entries()) {
      const body = add('board', bodyValues(name, order, input, ctx));
      bodies.set(name, body.record);
      writes.push(...body.writes);
      for (const [order, { seat, ...plan }] of BODY_PLANS[name].seats.entries()) {
        const made = add('seat', { board: body.record, title: input.titles.seats[seat], ...plan, order });
        writes.push(...made.writes);
        const person = input.people?.[seat];
        if (!person) continue;
        if (!book.get('person', person)) return refuse('act.recordGone');
        writes.push(...add('membership', { seat: made.record, person, from: seatedFrom }).writes);
      }
    }
    const body = (name: TemplateBody | undefined) => name && bodies.get(name);
    for (const { from, to, dotted } of LINE_PLANS)
      writes.push(...add('reportingLine', { from: body(from), to: body(to), ...(dotted && { dotted }) }).writes);
    for (const { types, step, parties, escalatesTo, ...plan } of RIGHT_PLANS)
      for (const type of types) {
        const range = step ? stepRange(step, first, second, book.office.currency) : {};
        const above = escalatesTo && { escalatesTo: body(escalatesTo) };
        const right = add('decisionRight', { type, ...range, ...plan, ...above });
        writes.push(...right.writes);
        for (const { part, body: name, role } of parties)
          writes.push(
            ...add('rightParty', { right: right.record, part, ...(role ? { role } : { body: body(name) }) }).writes,
          );
      }
    return done({ act: startRights.name, writes });
  },
};

const hasRights = (book: Book): boolean => {
  for (const _ of book.all('decisionRight')) return true;
  return false;
};

function newRecord(ctx: Context, kind: Kind, values: Readonly<Record<string, unknown>>) {
  const record = newRecordId(ctx);
  return { record, writes: born(kind, record, values) };
}

const bodyValues = (name: TemplateBody, order: number, input: StartRights, ctx: Context) => ({
  title: input.titles.bodies[name],
  remit: input.titles.remits[name],
  form: BODY_PLANS[name].form,
  order,
  ...(BODY_PLANS[name].form === 'committee' && {
    cadence: 'monthly',
    firstMeeting: input.firstMeeting ?? firstDay(monthIndex(today(ctx)) + 1),
    minutes: COMMITTEE_MINUTES,
  }),
});

/** Below the first; from the first up to the second, both included; above. */
function stepRange(step: Step, first: number, second: number, currency: string): { from?: Bound; to?: Bound } {
  const bound = (units: number, inclusive: boolean): Bound => ({
    money: { minor: Math.round(units * 10 ** minorDigits(currency)), currency },
    inclusive,
  });
  if (step === 'small') return { to: bound(first, false) };
  return step === 'middle' ? { from: bound(first, true), to: bound(second, true) } : { from: bound(second, false) };
}
