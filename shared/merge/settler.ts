// Who holds the decision a clash waits for: by the matrix of rights, and whoever answers for the record.
import { LIFE } from '#shared/change/model.ts';
import { decisionRight } from '#shared/counsel/evidence.ts';
import type { Book, Kind } from '#shared/domain/book.ts';
import type { DecisionType } from '#shared/domain/right.ts';
import { commitmentOf } from '#shared/govern/commitment.ts';
import { type WhoDecides, whoDecides } from '#shared/govern/rights.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { isMoney, type Money } from '#shared/kit/money.ts';
import type { Day } from '#shared/kit/period.ts';
import type { Clash } from './clashes.ts';

/** A person, and the field that names them. */
export interface Answering {
  readonly role: 'owner' | 'accountable' | 'sponsor';
  readonly person: RecordId;
}

export interface Settler {
  /** Undefined: no decision of the matrix speaks of this field. */
  readonly who: WhoDecides | undefined;
  /** Who answers for the record; empty where nobody is named. */
  readonly answering: readonly Answering[];
}

type Fields = Readonly<Record<string, DecisionType>>;

const OWNERS: Fields = { owner: 'changeOwner', accountable: 'changeOwner', successor: 'changeOwner' };
/** Which decision a field is, by kind: what is only reported (a reading, a note, a name) is nobody's to decide. */
const DECIDED: { readonly [kind in Kind]?: Fields } = {
  component: {
    sponsor: 'changeOwner',
    deliveryLead: 'changeOwner',
    wholeLifeCost: 'fund',
    'costPlan/': 'fund',
    'costForecast/': 'fund',
    'runningCost/': 'fund',
    committedCost: 'fund',
    exitCost: 'fund',
    optimism: 'fund',
    start: 'rebaseline',
    end: 'rebaseline',
    [LIFE]: 'stop',
  },
  benefit: {
    ...OWNERS,
    accepted: 'changeOwner',
    operationalOwner: 'changeOwner',
    value: 'rebaseline',
    start: 'rebaseline',
    startMilestone: 'rebaseline',
    startOffset: 'rebaseline',
    floor: 'rebaseline',
    tolerance: 'rebaseline',
    treatment: 'acceptDisbenefit',
    handedOver: 'acceptTransition',
    [LIFE]: 'closeBenefit',
  },
  measure: {
    startValue: 'rebaseline',
    startOn: 'rebaseline',
    target: 'rebaseline',
    targetOn: 'rebaseline',
    'unitValue/': 'rebaseline',
    'version/': 'rebaseline',
    'plan@': 'rebaseline',
    'forecast@': 'rebaseline',
    'counterfactual@': 'rebaseline',
  },
  claim: { share: 'rebaseline', from: 'rebaseline', until: 'rebaseline' },
  milestone: { plan: 'rebaseline', forecast: 'rebaseline' },
  risk: { owner: 'changeOwner' },
  businessChange: { owner: 'changeOwner', due: 'rebaseline' },
  dependency: { due: 'rebaseline' },
};

/** 'plan2@12' is of the family 'plan@', 'costPlan/2026' of 'costPlan/'. */
const familyOf = (field: string): string => {
  const [, series] = /^([A-Za-z]+)\d*@/.exec(field) ?? [];
  if (series) return `${series}@`;
  const at = field.indexOf('/');
  return at < 0 ? field : field.slice(0, at + 1);
};

const STATES: Readonly<Record<string, DecisionType>> = {
  approved: 'approve',
  delivering: 'fund',
  sustaining: 'acceptTransition',
  stopped: 'stop',
  closed: 'closeBenefit',
  rejected: 'closeBenefit',
  notRealised: 'closeBenefit',
  merged: 'closeBenefit',
};

/** A state is decided where one of the sides comes into a state that somebody decides about. */
function stateType({ kind, field, sides }: Clash): DecisionType | undefined {
  if (!(kind === 'component' && field === 'work') && !(kind === 'benefit' && field === 'state')) return undefined;
  for (const { value } of sides) {
    const type = typeof value === 'string' && Object.hasOwn(STATES, value) ? STATES[value] : undefined;
    if (type && (kind === 'component') === (type !== 'closeBenefit')) return type;
  }
  return undefined;
}

function decidedType(clash: Clash): DecisionType | undefined {
  const fields = Object.hasOwn(DECIDED, clash.kind) ? (DECIDED[clash.kind as Kind] as Fields) : {};
  // beside a delete what is asked is whether the record stays
  const field = clash.what === 'deleted' ? LIFE : familyOf(clash.field);
  return stateType(clash) ?? (Object.hasOwn(fields, field) ? fields[field] : undefined);
}

interface About {
  readonly component: RecordId | undefined;
  readonly benefit: RecordId | undefined;
  readonly decision: RecordId | undefined;
}

/** The component, benefit or decision a record belongs to, be it deleted. */
function aboutOf(book: Book, kind: string, record: RecordId): About {
  const values = book.state.row(kind, record)?.values ?? {};
  const link = (field: string) => (typeof values[field] === 'string' ? (values[field] as RecordId) : undefined);
  const benefit =
    kind === 'benefit' ? record : (link('benefit') ?? book.get('measure', link('measure'))?.benefit ?? undefined);
  return {
    benefit,
    component:
      kind === 'component' ? record : (link('component') ?? link('taker') ?? book.get('benefit', benefit)?.component),
    decision: kind === 'decision' ? record : link('decision'),
  };
}

/** Where the sides are amounts of one currency, the largest decides whose it is. */
function largest({ sides }: Clash): Money | undefined {
  const amounts = sides.flatMap(({ value }) => (isMoney(value) ? [value] : []));
  const [first] = amounts;
  if (!first || amounts.some(({ currency }) => currency !== first.currency)) return undefined;
  return amounts.reduce((a, b) => (b.minor > a.minor ? b : a));
}

export function settlerOf(book: Book, clash: Clash, on: Day): Settler {
  const about = aboutOf(book, clash.kind, clash.record);
  return { who: whoOf(book, clash, about, on), answering: answeringFor(book, clash, about) };
}

function whoOf(book: Book, clash: Clash, about: About, on: Day): WhoDecides | undefined {
  const decision = book.get('decision', about.decision);
  if (decision) return decisionRight({ book, asAt: on }, decision);
  const type = decidedType(clash);
  if (!type) return undefined;
  const { component, benefit } = about;
  const stated = clash.kind === 'component' && clash.field === 'wholeLifeCost' ? largest(clash) : undefined;
  const amount = stated ?? commitmentOf(book, component, type, undefined).amount;
  return whoDecides(book, { type, component, benefit, amount }, on);
}

/** The record's own owner, else those of the benefit or component it belongs to; a name in dispute is not asked. */
function answeringFor(book: Book, { kind, record, field }: Clash, { component, benefit }: About): Answering[] {
  const own = book.state.row(kind, record)?.values ?? {};
  const of = book.get('benefit', benefit);
  const named: readonly (readonly [Answering['role'], unknown, string])[] = [
    ['owner', own.owner ?? of?.owner, kind],
    ['accountable', own.accountable ?? of?.accountable, kind],
    ['sponsor', book.get('component', component)?.sponsor, 'component'],
  ];
  const known = named.flatMap(([role, id, at]): Answering[] => {
    const person = book.get('person', typeof id === 'string' ? (id as RecordId) : undefined);
    return person && !(role === field && at === kind) ? [{ role, person: person.id }] : [];
  });
  // the sponsor answers where nobody nearer does
  const near = known.filter(({ role }) => role !== 'sponsor');
  return near.length > 0 ? near : known;
}
