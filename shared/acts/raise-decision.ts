// Raises a decision with its options, keeps it as a paper with its evidence frozen, puts it off or withdraws it.
import type { DraftWrite } from '#shared/change/model.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import { evidenceOf, frozenText, tipsOf } from '#shared/counsel/evidence.ts';
import { paperFault } from '#shared/counsel/terms.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import type { Frozen, OptionForm } from '#shared/domain/decision.ts';
import { where } from '#shared/domain/lookup.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import { workStateOf } from '#shared/govern/work.ts';
import { type Context, newRecordId, today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Money } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import { done, type Problem, refuse } from '#shared/kit/result.ts';
import type { Words } from '#shared/words/words.ts';
import { type Act, always } from './act.ts';
import { born } from './record-writes.ts';

export interface NewDecision {
  readonly record: RecordId;
  readonly title: string;
  readonly type: DecisionType;
  readonly component?: RecordId | undefined;
  readonly benefit?: RecordId | undefined;
  readonly gate?: RecordId | undefined;
  readonly amount?: Money | undefined;
  readonly neededBy?: Day | undefined;
  readonly supersedes?: RecordId | undefined;
  /** How its first options are called, in the language of the desk. */
  readonly optionTitles: Readonly<Record<Exclude<OptionForm, 'other'>, string>>;
}

/** The first options in the language of the desk. */
export const optionTitles = (words: Words): NewDecision['optionTitles'] => ({
  asAsked: words.say('optionTitle.asAsked'),
  doNothing: words.say('optionTitle.doNothing'),
  stop: words.say('optionTitle.stop'),
});

/** Every decision starts with what is asked and with doing nothing; where something runs, with stopping it. */
export const raiseDecision: Act<NewDecision> = {
  name: 'act.raiseDecision',
  allowed: always,
  run: (book, { record, optionTitles: titles, ...wish }, ctx) => {
    const { title, type, component, supersedes } = wish;
    if (title.trim() === '') return refuse('field.empty', { field: 'title' }, 'title');
    if (supersedes && !book.get('decision', supersedes)?.taken) return refuse('decision.notTaken');
    const runs = isRunning(book, component) && type !== 'stop';
    const forms: (keyof typeof titles)[] = ['asAsked', 'doNothing', ...(runs ? (['stop'] as const) : [])];
    const values = { ...wish, title: title.trim(), raisedOn: today(ctx), ...(ctx.by && { raisedBy: ctx.by }) };
    return done({
      act: raiseDecision.name,
      writes: [
        ...born('decision', record, values),
        ...forms.flatMap((form, order) =>
          born('decisionOption', newRecordId(ctx), { decision: record, title: titles[form], form, order }),
        ),
      ],
    });
  },
};

/** What is under way can be stopped: that is one of the options. */
function isRunning(book: Book, id: RecordId | undefined): boolean {
  const component = book.get('component', id);
  const state = component && workStateOf(component);
  return state === 'delivering' || state === 'transition';
}

/** Why a decision cannot be worked on any more. */
export function closedFault(book: Book, id: RecordId): Problem | undefined {
  const decision = book.get('decision', id);
  if (!decision) return { code: 'act.recordGone' };
  const { taken, withdrawn } = decision;
  if (taken)
    return { code: 'decision.takenAlready', args: { title: decision.title, number: taken.number, on: taken.on } };
  return withdrawn ? { code: 'decision.withdrawn', args: { title: decision.title, on: withdrawn.on } } : undefined;
}

/** Puts it before its body: from here on the evidence is what it is now, word for word. Again: as it is then. */
export const putForward: Act<{ readonly decision: RecordId; readonly asAt: Day }> = {
  name: 'act.putForward',
  allowed: always,
  run: (book, { decision: id, asAt }, ctx) => {
    const fault = closedFault(book, id) ?? paperFault(book, id);
    if (fault) return { ok: false, problem: fault };
    const decision = book.get('decision', id) as Entry<'decision'>;
    const frozen = frozenNow(book, decision, asAt, ctx);
    const standing = where(book, 'deferral', 'decision', id).filter(({ lifted }) => lifted === undefined);
    return done({
      act: putForward.name,
      writes: [
        { kind: 'decision', record: id, field: 'frozen', value: frozen },
        ...standing.map(
          (each): DraftWrite => ({ kind: 'deferral', record: each.id, field: 'lifted', value: today(ctx) }),
        ),
      ],
    });
  },
};

export function frozenNow(book: Book, decision: Entry<'decision'>, asAt: Day, ctx: Context): Frozen {
  const counsel = counselOf(book, asAt);
  return { on: today(ctx), by: ctx.by, tips: tipsOf(counsel), ...frozenText(evidenceOf(counsel, decision)) };
}

export const deferDecision: Act<{
  readonly decision: RecordId;
  readonly reason: string;
  readonly until?: Day | undefined;
  readonly meeting?: RecordId | undefined;
  readonly on?: Day | undefined;
}> = {
  name: 'act.deferDecision',
  allowed: always,
  run: (book, { decision, reason, until, meeting, on }, ctx) => {
    const fault = closedFault(book, decision);
    if (fault) return { ok: false, problem: fault };
    if (reason.trim() === '') return refuse('decision.needsReason', {}, 'reason');
    const put = on ?? today(ctx);
    if (until && until <= put) return refuse('decision.untilPast', { until, on: put }, 'until');
    const at = book.get('meeting', meeting);
    if (at?.closed) return refuse('meeting.closedAlready', { title: at.title, on: at.closed.on }, 'meeting');
    const values = { decision, meeting, on: put, until, reason: reason.trim() };
    return done({ act: deferDecision.name, writes: born('deferral', newRecordId(ctx), values) });
  },
};

export const withdrawDecision: Act<{ readonly decision: RecordId; readonly reason: string }> = {
  name: 'act.withdrawDecision',
  allowed: always,
  run: (book, { decision: id, reason }, ctx) => {
    const fault = closedFault(book, id);
    if (fault) return { ok: false, problem: fault };
    if (reason.trim() === '') return refuse('decision.needsReason', {}, 'reason');
    const value = { on: today(ctx), reason: reason.trim() };
    return done({ act: withdrawDecision.name, writes: [{ kind: 'decision', record: id, field: 'withdrawn', value }] });
  },
};
