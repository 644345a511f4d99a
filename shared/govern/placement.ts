// The placement adviser: where the office could sit, what speaks for and against each place, and the checks that follow. It never decides.
import type { Voice } from '#shared/domain/body.ts';
import type { Book } from '#shared/domain/book.ts';
import {
  type Charter,
  PLACEMENT_QUESTIONS,
  PLACEMENTS,
  type Placement,
  type PlacementAnswer,
  type PlacementQuestion,
} from '#shared/domain/charter.ts';
import { where } from '#shared/domain/lookup.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';
import { seatsOf, voicesOf } from './bodies.ts';
import { rightsOf } from './rights.ts';
import { bossOf, officeOf } from './xray-voices.ts';

/** How much an answer speaks for a place (above zero) or against it. */
interface Weighing {
  readonly question: PlacementQuestion;
  readonly answer: Exclude<PlacementAnswer, 'partly'>;
  readonly weight: number;
}

const yes = (question: PlacementQuestion, weight: number): Weighing => ({ question, answer: 'yes', weight });
const no = (question: PlacementQuestion, weight: number): Weighing => ({ question, answer: 'no', weight });

const WEIGHINGS: Readonly<Record<Placement, readonly Weighing[]>> = {
  enterprise: [
    yes('moneyMoves', 2),
    yes('politics', 2),
    yes('sponsorAtTop', 2),
    no('sponsorAtTop', -3),
    yes('adoptionWeak', -1),
  ],
  strategy: [yes('strategyGap', 3), yes('moneyMoves', -1), yes('costPressure', -1), yes('adoptionWeak', -1)],
  finance: [
    yes('costPressure', 2),
    yes('financeData', 2),
    no('financeData', -1),
    yes('customerOutcomes', -2),
    yes('adoptionWeak', -1),
    yes('politics', -1),
  ],
  operations: [
    yes('adoptionWeak', 2),
    yes('operationsTable', 1),
    no('operationsTable', -2),
    yes('runningPressure', -2),
    yes('moneyMoves', -1),
  ],
  compromise: [
    yes('politics', 1),
    yes('strategyGap', 1),
    yes('costPressure', 1),
    yes('adoptionWeak', 1),
    yes('operationsTable', 1),
    no('operationsTable', -2),
    no('sponsorAtTop', -1),
  ],
};

/** DOMAIN calls it robust: it stands a step ahead of the others where nothing was answered. */
const START: { readonly [placement in Placement]?: number } = { compromise: 1 };

/** With fewer answers a suggestion would be a guess. */
const ENOUGH_ANSWERS = 4;

export interface Argument {
  /** A key of `shared/words`. */
  readonly key: string;
  /** What it was answered from; undefined: it holds of the place as such. */
  readonly question?: PlacementQuestion;
  /** Below zero: against. Zero: holds of the place as such. */
  readonly weight: number;
}

export interface PlaceAdvice {
  readonly placement: Placement;
  readonly standing: number;
  /** The weightiest first. */
  readonly for: readonly Argument[];
  readonly against: readonly Argument[];
}

export const PLACEMENT_CHECKS = [
  'financeAtTable',
  'operationsAtTable',
  'benefitOwnersPresent',
  'solidLine',
  'dottedStrategy',
  'dottedFinance',
] as const;
export type PlacementCheck = (typeof PLACEMENT_CHECKS)[number];

export interface CheckResult {
  readonly check: PlacementCheck;
  /** vacant: the seat is there and nobody sits in it. */
  readonly state: 'yes' | 'vacant' | 'no';
  /** Bodies where it does not hold. */
  readonly boards: readonly RecordId[];
}

export interface PlacementAdvice {
  /** The best standing first. */
  readonly places: readonly PlaceAdvice[];
  readonly answered: number;
  readonly unanswered: readonly PlacementQuestion[];
  /** Undefined until enough is answered. Somebody else chooses. */
  readonly suggested: Placement | undefined;
  /** A key of `shared/words`: why it is suggested, or why nothing is. */
  readonly reason: string;
  readonly chosen: Placement | undefined;
  readonly checks: readonly CheckResult[];
}

export function advise(charter: Charter | undefined, book: Book, on: Day): PlacementAdvice {
  const unanswered = PLACEMENT_QUESTIONS.filter((question) => charter?.[question] === undefined);
  const answered = PLACEMENT_QUESTIONS.length - unanswered.length;
  // where two stand alike the compromise goes first: it is the easier to leave again
  const places = PLACEMENTS.map((placement) => adviceOn(placement, charter ?? {})).sort(
    (a, b) => b.standing - a.standing || Number(isCompromise(b)) - Number(isCompromise(a)),
  );
  const suggested = answered >= ENOUGH_ANSWERS ? places[0] : undefined;
  return {
    places,
    answered,
    unanswered,
    suggested: suggested?.placement,
    reason: suggested ? (suggested.for[0]?.key ?? 'placementReason.fewestAgainst') : 'placementReason.tooFewAnswers',
    chosen: charter?.placement,
    checks: checksOf(book, on),
  };
}

const isCompromise = ({ placement }: PlaceAdvice): boolean => placement === 'compromise';

function adviceOn(placement: Placement, charter: Charter): PlaceAdvice {
  const weighed = WEIGHINGS[placement].flatMap(({ question, answer, weight }): Argument[] => {
    const given = charter[question];
    const key = `placementArgument.${placement}.${question}.${answer}`;
    if (given === answer) return [{ key, question, weight }];
    // a half answer counts half where yes would count, and not at all where no would
    return given === 'partly' && answer === 'yes' ? [{ key, question, weight: weight / 2 }] : [];
  });
  weighed.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const always = (side: 'for' | 'against'): Argument => ({ key: `placementArgument.${placement}.${side}`, weight: 0 });
  return {
    placement,
    standing: weighed.reduce((sum, { weight }) => sum + weight, START[placement] ?? 0),
    for: [...weighed.filter(({ weight }) => weight > 0), always('for')],
    against: [...weighed.filter(({ weight }) => weight < 0), always('against')],
  };
}

const HOLDS = { state: 'yes', boards: [] } as const;

/** What must hold wherever the office sits. */
function checksOf(book: Book, on: Day): CheckResult[] {
  const deciding = decidingBodies(book);
  const office = officeOf(book);
  return [
    atTable('financeAtTable', 'finance'),
    atTable('operationsAtTable', 'operations'),
    atTable('benefitOwnersPresent', 'benefitOwner'),
    {
      check: 'solidLine',
      ...(office && bossOf(book, office) ? HOLDS : { state: 'no', boards: office ? [office] : [] }),
    },
    { check: 'dottedStrategy', ...lineTo(book, office, 'strategy') },
    { check: 'dottedFinance', ...lineTo(book, office, 'finance') },
  ];

  function atTable(check: PlacementCheck, voice: Voice): CheckResult {
    const without = deciding.filter((board) => !seatsOf(book, board).some(({ speaksFor }) => speaksFor === voice));
    const vacant = deciding.filter((board) => !without.includes(board) && !voicesOf(book, board, on).has(voice));
    if (deciding.length === 0 || without.length > 0) return { check, state: 'no', boards: without };
    return { check, state: vacant.length > 0 ? 'vacant' : 'yes', boards: vacant };
  }
}

/** Boards and committees that decide something. */
function decidingBodies(book: Book): RecordId[] {
  const deciders = new Set(rightsOf(book).flatMap(({ parties }) => parties.decide.flatMap(({ body }) => body ?? [])));
  return [...deciders].filter((id) => {
    const form = book.get('board', id)?.form;
    return form === 'board' || form === 'committee';
  });
}

/** A line of either kind to a post or office of that voice, or to a body whose chair speaks so. */
function lineTo(book: Book, office: RecordId | undefined, voice: Voice): Omit<CheckResult, 'check'> {
  const speaks = (board: RecordId) => {
    const form = book.get('board', board)?.form;
    const seats = seatsOf(book, board).filter(({ role }) => form === 'post' || form === 'office' || role === 'chair');
    return form !== undefined && seats.some(({ speaksFor }) => speaksFor === voice);
  };
  const holds = office !== undefined && where(book, 'reportingLine', 'from', office).some(({ to }) => speaks(to));
  return { state: holds ? 'yes' : 'no', boards: holds || !office ? [] : [office] };
}
