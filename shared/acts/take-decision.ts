// Records a decision as it was taken: by whom, on which evidence, with what did not hold; then seals it for ever.
import type { DraftWrite } from '#shared/change/model.ts';
import { counselOf } from '#shared/counsel/counsel.ts';
import { optionsOf } from '#shared/counsel/options.ts';
import { type Breach, breachesOf, type Sitting } from '#shared/counsel/taking.ts';
import { stateOfBenefit } from '#shared/domain/benefit.ts';
import { NEXT } from '#shared/domain/benefit-steps.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { WORK_STATES, type WorkState } from '#shared/domain/component.ts';
import type { DecisionException, Outcome, Taken } from '#shared/domain/decision.ts';
import { where } from '#shared/domain/lookup.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import { nextNumber, sealOf } from '#shared/govern/standing.ts';
import { workStateOf } from '#shared/govern/work.ts';
import { type Context, newRecordId, today } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { done, type Problem, refuse } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';
import { closedFault, frozenNow } from './raise-decision.ts';
import { born, sealed } from './record-writes.ts';

export interface Taking extends Sitting {
  readonly decision: RecordId;
  /** The date the book's figures speak of, for evidence that was not frozen before. */
  readonly asAt: Day;
  readonly outcome: Outcome;
  readonly option?: RecordId | undefined;
  readonly rationale: string;
  readonly dissent?: string | undefined;
  readonly conditions?: string | undefined;
  readonly resolution: string;
  readonly reviewOn?: Day | undefined;
  /** Why it is decided all the same, by the code of what does not hold. */
  readonly exceptions?: Readonly<Record<string, string>> | undefined;
  readonly actions?: readonly NewAction[] | undefined;
}

export interface NewAction {
  readonly title: string;
  readonly person?: RecordId | undefined;
  readonly due?: Day | undefined;
}

/**
 * Refused where it was taken already, says too little, or breaks a rule nobody gave a reason for; with a reason the breach
 * is recorded with the decision, in words a chair can answer for.
 */
export const takeDecision: Act<Taking> = {
  name: 'act.takeDecision',
  allowed: always,
  run: (book, taking, ctx) => {
    const { decision: id, outcome, rationale, resolution, conditions, on } = taking;
    const fault = closedFault(book, id) ?? placeFault(book, taking, today(ctx));
    if (fault) return { ok: false, problem: fault };
    const decision = book.get('decision', id) as Entry<'decision'>;
    if (rationale.trim() === '') return refuse('decision.noRationale', {}, 'rationale');
    if (resolution.trim() === '') return refuse('decision.noResolution', {}, 'resolution');
    if (outcome === 'agreedWithConditions' && !conditions?.trim())
      return refuse('decision.noConditions', {}, 'conditions');
    if (outcome !== 'refused' && !optionsOf({ book }, id).some(({ id: option }) => option === taking.option))
      return refuse('decision.noOption', {}, 'option');
    if (taking.reviewOn && taking.reviewOn <= on) return refuse('decision.reviewTooEarly', {}, 'reviewOn');
    const breaches = breachesOf(counselOf(book, taking.asAt), decision, taking);
    const [unexplained] = breaches.filter(({ code }) => !taking.exceptions?.[code]?.trim());
    if (unexplained) return refuse(`exception.${unexplained.code}`, unexplained.args, unexplained.code);
    const frozen = decision.frozen ?? frozenNow(book, decision, taking.asAt, ctx);
    const record = { ...decision, frozen, taken: takenOf(book, taking, breaches) };
    const options = optionsOf({ book }, id);
    const voices = where(book, 'voiced', 'decision', id);
    const taken = { ...record.taken, seal: sealOf(record, options, voices) };
    return done({
      act: takeDecision.name,
      asAt: on,
      writes: [
        ...(decision.frozen ? [] : [{ kind: 'decision', record: id, field: 'frozen', value: frozen }]),
        { kind: 'decision', record: id, field: 'taken', value: taken },
        sealed('decision', id),
        ...options.map((option) => sealed('decisionOption', option.id)),
        ...voices.map((voice) => sealed('voiced', voice.id)),
        ...(outcome === 'refused' ? [] : effectsOf(book, decision, taken)),
        ...agendaWrites(book, decision, taking, ctx),
        ...(taking.actions ?? []).flatMap((action) =>
          born('action', newRecordId(ctx), { ...action, decision: id, meeting: taking.meeting }),
        ),
      ],
    });
  },
};

/** Why it cannot have been taken there and then. */
function placeFault(book: Book, { meeting: id, on }: Taking, now: Day): Problem | undefined {
  if (on > now) return { code: 'decision.notYet', args: { on }, path: 'on' };
  if (!id) return undefined;
  const meeting = book.get('meeting', id);
  if (!meeting) return { code: 'act.recordGone' };
  const args = { title: meeting.title, on: meeting.on };
  if (meeting.closed) return { code: 'decision.meetingClosed', args };
  return meeting.on === on ? undefined : { code: 'decision.notThatDay', args, path: 'on' };
}

/** What a meeting takes stands in its minutes, whether it was on the agenda before or not. */
function agendaWrites(book: Book, { id, title }: Entry<'decision'>, { meeting }: Taking, ctx: Context): DraftWrite[] {
  const items = meeting ? where(book, 'agendaItem', 'meeting', meeting) : [];
  if (!meeting || items.some(({ subject }) => subject === id)) return [];
  const values = { meeting, kind: 'decision', title, subject: id, order: items.length };
  return born('agendaItem', newRecordId(ctx), values);
}

function takenOf(book: Book, taking: Taking, breaches: readonly Breach[]): Omit<Taken, 'seal'> & { seal: '' } {
  const said = (text: string | undefined) => (text?.trim() ? text.trim() : undefined);
  const { outcome, option, on, meeting, role, person, rationale, resolution, reviewOn } = taking;
  const body = book.get('meeting', meeting)?.board ?? taking.body;
  const [dissent, conditions] = [said(taking.dissent), said(taking.conditions)];
  return {
    number: nextNumber(book, on),
    outcome,
    ...(outcome !== 'refused' && option && { option }),
    on,
    ...(meeting && { meeting }),
    ...(body && { body }),
    ...(role && !meeting && { role }),
    ...(person && { person }),
    rationale: rationale.trim(),
    ...(dissent && { dissent }),
    ...(conditions && { conditions }),
    resolution: resolution.trim(),
    ...(reviewOn && { reviewOn }),
    exceptions: breaches.map(
      ({ code, args }): DecisionException => ({ code, args, reason: taking.exceptions?.[code]?.trim() ?? '' }),
    ),
    seal: '',
  };
}

/** Where the board of work goes with a decision. */
const MOVES: Partial<Record<DecisionType, { readonly from: readonly WorkState[]; readonly to: WorkState }>> = {
  approve: { from: ['idea', 'candidate', 'stopped'], to: 'approved' },
  fund: { from: ['idea', 'candidate', 'approved', 'stopped'], to: 'delivering' },
  acceptTransition: { from: ['delivering', 'transition'], to: 'sustaining' },
  stop: { from: WORK_STATES, to: 'stopped' },
};

/** What the book itself can carry out; all else is an action. Doing nothing carries out nothing. */
function effectsOf(book: Book, decision: Entry<'decision'>, taken: Omit<Taken, 'seal'>): DraftWrite[] {
  const { type, component: id, benefit: about } = decision;
  const form = book.get('decisionOption', taken.option)?.form;
  if (form === 'doNothing') return [];
  const move = MOVES[form === 'stop' ? 'stop' : type];
  const component = book.get('component', id);
  const writes: DraftWrite[] = [];
  if (component && move?.from.includes(workStateOf(component)))
    writes.push(
      { kind: 'component', record: component.id, field: 'work', value: move.to },
      { kind: 'component', record: component.id, field: 'workSince', value: taken.on },
    );
  const benefit = book.get('benefit', about);
  if (!benefit || form !== 'asAsked') return writes;
  const by = book.get('board', taken.body)?.title ?? taken.number;
  const reason = `${taken.number}: ${taken.rationale}`;
  if (type === 'acceptDisbenefit' && benefit.disbenefit)
    writes.push({
      kind: 'benefit',
      record: benefit.id,
      field: 'treatment',
      value: { how: 'accepted', by, on: taken.on, reason },
    });
  if (type === 'closeBenefit' && NEXT[stateOfBenefit(benefit)].includes('closed'))
    writes.push(
      { kind: 'benefit', record: benefit.id, field: 'state', value: 'closed' },
      { kind: 'benefit', record: benefit.id, field: 'stateReason', value: { on: taken.on, reason, decidedBy: by } },
    );
  return writes;
}
