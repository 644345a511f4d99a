// The four questions of a gate answered from the book, with the evidence behind each and what would mend it.
import { isLive, stateOfBenefit, VALIDITY } from '#shared/domain/benefit.ts';
import type { Entry } from '#shared/domain/book.ts';
import {
  type Answer,
  FUNDING_CHECKS,
  type FundingCheck,
  GATE_QUESTIONS,
  type GateQuestion,
} from '#shared/domain/gate.ts';
import { attestationOf, measuresOf, where } from '#shared/domain/lookup.ts';
import { planInUse } from '#shared/domain/measure.ts';
import { FUNDING } from '#shared/domain/right.ts';
import { benefitsOf } from '#shared/govern/bodies.ts';
import { aboutOf, carriedOf, isSuperseded } from '#shared/govern/commitment.ts';
import { ancestry, hasAim } from '#shared/govern/rights.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { attestedPeriod } from '#shared/value/reporting.ts';
import { aimsIn, appraisalOf, type Counsel } from './counsel.ts';
import { optionFigures, optionsOf } from './options.ts';

/** A key of `shared/words` under 'gate.'; `record` is where it stands and where it is mended. */
export interface GateFact {
  readonly code: string;
  readonly args?: Readonly<Record<string, string | number>>;
  readonly record?: { readonly kind: 'benefit' | 'component' | 'measure' | 'decision'; readonly id: RecordId };
}

export interface GateReply {
  readonly question: GateQuestion | FundingCheck;
  /** As the book answers. */
  readonly answer: Answer | 'notDue';
  readonly evidence: readonly GateFact[];
  readonly missing: readonly GateFact[];
  /** Where a person overruled it, with a reason: both are shown. */
  readonly overruled: Entry<'gateAnswer'> | undefined;
}

/** The four questions, and at funding the three checks of benefits management. */
export function gateReplies(counsel: Counsel, gate: Entry<'gate'>): GateReply[] {
  const questions = [...GATE_QUESTIONS, ...(gate.purpose === 'funding' ? FUNDING_CHECKS : [])];
  const overrules = where(counsel.book, 'gateAnswer', 'gate', gate.id);
  return questions.map((question) => ({
    question,
    ...replyTo(counsel, question, gate),
    // the latest, should two have spoken
    overruled: overrules
      .filter((each) => each.question === question)
      .sort((a, b) => a.on.localeCompare(b.on))
      .at(-1),
  }));
}

type Found = Pick<GateReply, 'answer' | 'evidence' | 'missing'>;

function replyTo(counsel: Counsel, question: GateReply['question'], gate: Entry<'gate'>): Found {
  const benefits = benefitsOf(counsel.book, gate.component).filter((each) => isLive(each) && !each.disbenefit);
  switch (question) {
    case 'defined':
      return perBenefit(counsel, benefits, definedFaults, 'gate.definedWell');
    case 'owned':
      return perBenefit(counsel, benefits, ownedFaults, 'gate.ownedWell');
    case 'tied':
      return tied(counsel, gate);
    case 'verified':
      return verified(counsel, benefits);
    case 'aligned':
      return aligned(counsel, gate.component);
    case 'forecast':
      return perBenefit(counsel, benefits, forecastFaults, 'gate.forecastWell');
    case 'impact':
      return selected(counsel, gate);
  }
}

type Faults = (counsel: Counsel, benefit: Entry<'benefit'>) => GateFact[];

/** Yes where every benefit holds, partly where some do; a component without any benefit answers no. */
function perBenefit(counsel: Counsel, benefits: readonly Entry<'benefit'>[], faultsOf: Faults, well: string): Found {
  if (benefits.length === 0) return { answer: 'no', evidence: [], missing: [{ code: 'gate.noBenefit' }] };
  const judged = benefits.map((benefit) => ({ benefit, faults: faultsOf(counsel, benefit) }));
  const sound = judged.filter(({ faults }) => faults.length === 0);
  return {
    answer: sound.length === judged.length ? 'yes' : sound.length > 0 ? 'partly' : 'no',
    evidence: sound.map(({ benefit }) => fact(well, benefit)),
    missing: judged.flatMap(({ faults }) => faults),
  };
}

const fact = (code: string, { id, title }: Entry<'benefit'>, args?: GateFact['args']): GateFact => ({
  code,
  args: { ...args, title },
  record: { kind: 'benefit', id },
});

/** Described, observable, attributable, measurable; and a measure that stands for it. */
function definedFaults({ book }: Counsel, benefit: Entry<'benefit'>): GateFact[] {
  const untested = VALIDITY.filter((test) => benefit[`valid.${test}`] !== true);
  const measures = measuresOf(book, benefit);
  return [
    ...(untested.length > 0 ? [fact('gate.lacks', benefit, lacking(untested))] : []),
    ...(measures.length === 0 ? [fact('gate.noMeasure', benefit)] : []),
  ];
}

/** One sentence for all of them: its words come as keys, the first, those between and the last. */
function lacking([first, ...others]: readonly (typeof VALIDITY)[number][]): Record<string, string> {
  const [last, ...between] = [...others].reverse();
  const [second, third] = between.reverse().map((test) => `gate.lackNext.${test}`);
  return {
    first: `gate.lack.${first}`,
    second: second ?? '',
    third: third ?? '',
    last: last ? `gate.lackLast.${last}` : '',
  };
}

function ownedFaults({ book, asAt }: Counsel, benefit: Entry<'benefit'>): GateFact[] {
  const { owner, accountable, accepted } = benefit;
  if (!book.get('person', owner)) return [fact('gate.noOwner', benefit)];
  const faults: GateFact[] = [];
  const name = book.get('person', owner)?.name ?? '';
  if (accepted?.by !== owner) faults.push(fact('gate.notAccepted', benefit, { owner: name }));
  if (!book.get('person', accountable)) faults.push(fact('gate.noAccountable', benefit));
  const state = stateOfBenefit(benefit);
  const attests = state !== 'identified' && state !== 'validated';
  if (attests && !attestationOf(book, benefit.id, owner, attestedPeriod(book, asAt)))
    faults.push(fact('gate.notAttested', benefit, { owner: name }));
  return faults;
}

function forecastFaults({ book }: Counsel, benefit: Entry<'benefit'>): GateFact[] {
  const measures = measuresOf(book, benefit);
  if (measures.length === 0) return [fact('gate.noMeasure', benefit)];
  return measures.some((measure) => planInUse(measure) !== undefined) ? [] : [fact('gate.noPlan', benefit)];
}

/** A funding decision on this component that weighed options by the value they change. */
function tied(counsel: Counsel, { component }: Entry<'gate'>): Found {
  const funding = fundingOf(counsel, component);
  if (funding.length === 0)
    return {
      answer: 'no',
      evidence: [],
      missing: [{ code: 'gate.noFunding', record: { kind: 'component', id: component } }],
    };
  const weighed = funding.filter((decision) => isWeighed(counsel, decision));
  const say =
    (code: string) =>
    (decision: Entry<'decision'>): GateFact => ({
      code,
      args: { title: decision.title },
      record: { kind: 'decision', id: decision.id },
    });
  return {
    answer: weighed.length === funding.length ? 'yes' : weighed.length > 0 ? 'partly' : 'no',
    evidence: weighed.map(say('gate.weighed')),
    missing: funding.filter((each) => !weighed.includes(each)).map(say('gate.notWeighed')),
  };
}

/** Open, or agreed and in force: what was refused, stopped or given up funds nothing. */
const fundingOf = ({ book }: Counsel, component: RecordId): Entry<'decision'>[] =>
  [...book.all('decision')].filter((decision) => {
    const { id, type, taken, withdrawn } = decision;
    if (withdrawn || aboutOf(book, decision) !== component || isSuperseded(book, id)) return false;
    const carried = taken ? carriedOf(book, decision) : type;
    return carried !== undefined && FUNDING.has(carried);
  });

const isWeighed = (counsel: Counsel, decision: Entry<'decision'>): boolean => {
  const options = optionsOf(counsel, decision.id);
  return (
    options.length >= 2 &&
    options.some((each) => each.form !== 'doNothing' && optionFigures(counsel, decision, each).value)
  );
};

/**
 * Of the readings that are in, how many count as verified actual, by the ledger: of that month and that value, by the
 * verifier, and by finance where cashable. Before any is in there is nothing to verify.
 */
function verified({ book, value }: Counsel, benefits: readonly Entry<'benefit'>[]): Found {
  if (benefits.length === 0) return { answer: 'no', evidence: [], missing: [{ code: 'gate.noBenefit' }] };
  const unmeasured = benefits.filter((benefit) => measuresOf(book, benefit).length === 0);
  const missing = unmeasured.map((benefit) => fact('gate.noMeasure', benefit));
  if (unmeasured.length === benefits.length) return { answer: 'no', evidence: [], missing };
  const read = benefits.flatMap((benefit) =>
    measuresOf(book, benefit).flatMap((measure) => {
      const { readings = 0, verifiedReadings: checked = 0 } = value.measures.get(measure.id)?.ledger ?? {};
      return readings > 0 ? [{ benefit, measure, readings, checked }] : [];
    }),
  );
  if (read.length === 0) return { answer: 'notDue', evidence: [], missing: [{ code: 'gate.noReading' }, ...missing] };
  const all = read.reduce((sum, { readings }) => sum + readings, 0);
  const sure = read.reduce((sum, { checked }) => sum + checked, 0);
  for (const { benefit, measure, readings, checked } of read)
    if (checked < readings)
      missing.push({
        code: measure.verifier ? 'gate.unverified' : 'gate.noVerifier',
        args: { title: benefit.title, count: readings - checked },
        record: { kind: 'measure', id: measure.id },
      });
  return {
    answer: missing.length === 0 ? 'yes' : sure > 0 ? 'partly' : 'no',
    evidence: [{ code: 'gate.verifiedOf', args: { count: sure, all } }],
    missing,
  };
}

function aligned(counsel: Counsel, id: RecordId): Found {
  const { book } = counsel;
  const component = book.get('component', id);
  const record = { kind: 'component', id } as const;
  if (component?.law)
    return { answer: 'yes', evidence: [{ code: 'gate.law', args: { law: component.law }, record }], missing: [] };
  const aim = aimsIn(counsel).get(id);
  const names = (ids: Iterable<RecordId>) =>
    [...ids].map(
      (each): GateFact => ({ code: 'gate.serves', args: { title: book.get('objective', each)?.name ?? '' }, record }),
    );
  if (aim && aim.proven.size > 0) return { answer: 'yes', evidence: names(aim.proven), missing: [] };
  if (hasAim(book, ancestry(book, id)))
    return { answer: 'partly', evidence: names(aim?.said ?? []), missing: [{ code: 'gate.onlySaid', record }] };
  return { answer: 'no', evidence: [], missing: [{ code: 'gate.aimless', record }] };
}

/** Chosen for what it changes: its options were weighed, and its value stands against its cost. */
function selected(counsel: Counsel, gate: Entry<'gate'>): Found {
  const funding = fundingOf(counsel, gate.component).filter((decision) => isWeighed(counsel, decision));
  const { figures } = appraisalOf(counsel, gate.component);
  const record = { kind: 'component', id: gate.component } as const;
  const appraised: GateFact[] = figures ? [{ code: 'gate.appraised', args: { bcr: figures.bcr ?? 0 }, record }] : [];
  const weighed = funding.map(
    ({ id, title }): GateFact => ({ code: 'gate.weighed', args: { title }, record: { kind: 'decision', id } }),
  );
  return {
    answer: funding.length > 0 && figures ? 'yes' : funding.length > 0 || figures ? 'partly' : 'no',
    evidence: [...weighed, ...appraised],
    missing: [
      ...(funding.length > 0 ? [] : [{ code: 'gate.noOptions', record }]),
      ...(figures ? [] : [{ code: 'gate.notAppraised', record }]),
    ],
  };
}

/** Its answers as they count: a person's where one overruled. */
export const answerInForce = ({ answer, overruled }: GateReply): GateReply['answer'] => overruled?.answer ?? answer;
