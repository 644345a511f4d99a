// The one table of all kinds, with their scope, and the book as screens, decks and commands read it.

import { type KindTable, LIFE } from '#shared/change/model.ts';
import { runOf, runValues } from '#shared/change/run.ts';
import { isHere, type Row, type State } from '#shared/change/state.ts';
import type { Withheld } from '#shared/change/withheld.ts';
import { type Absent, WITHHELD_TEXT } from '#shared/kit/absent.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { type Benefit, benefitFields } from './benefit.ts';
import { type BenefitMap, benefitMapFields, type MapPlace, mapPlaceFields } from './benefit-map.ts';
import {
  type Board,
  boardFields,
  type Membership,
  membershipFields,
  type ReportingLine,
  reportingLineFields,
  type Seat,
  seatFields,
} from './body.ts';
import { type Charter, charterFields } from './charter.ts';
import {
  type Claim,
  type Cleared,
  type Contribution,
  claimFields,
  clearedFields,
  contributionFields,
} from './claim.ts';
import { type Component, componentFields } from './component.ts';
import {
  type Action,
  actionFields,
  type Decision,
  type DecisionOption,
  type Deferral,
  decisionFields,
  decisionOptionFields,
  deferralFields,
  type Hindsight,
  hindsightFields,
  type Voiced,
  voicedFields,
} from './decision.ts';
import {
  type BusinessChange,
  businessChangeFields,
  type Dependency,
  dependencyFields,
  type Milestone,
  milestoneFields,
} from './delivery.ts';
import { type Check, choice, type Fields } from './field.ts';
import { type Gate, type GateAnswer, gateAnswerFields, gateFields } from './gate.ts';
import {
  type Driver,
  driverFields,
  type Enabler,
  type EnablingChange,
  enablerFields,
  enablingChangeFields,
} from './line-of-sight.ts';
import { type Measure, measureFields } from './measure.ts';
import {
  type AgendaItem,
  type Attendance,
  agendaItemFields,
  attendanceFields,
  type Meeting,
  meetingFields,
} from './meeting.ts';
import { NEEDS, type Need } from './needs.ts';
import { type Alignment, alignmentFields, type Objective, objectiveFields } from './objective.ts';
import { OFFICE, OFFICE_DEFAULTS, type Office, officeFields } from './office.ts';
import {
  type Assumption,
  type Attestation,
  assumptionFields,
  attestationFields,
  type Handover,
  handoverFields,
  type Review,
  reviewFields,
} from './ownership.ts';
import { type Pack, packFields } from './pack.ts';
import { type Person, personFields } from './person.ts';
import { type Deflator, deflatorFields, type ExchangeRate, exchangeRateFields } from './prices.ts';
import { isOdd, readable } from './readable.ts';
import { type DecisionRight, decisionRightFields, type RightParty, rightPartyFields } from './right.ts';
import { type Risk, riskFields, type Threat, threatFields } from './risk.ts';
import { type Request, type Round, requestFields, roundFields } from './round.ts';
import { type Profile, profileFields, type Source, sourceFields } from './source.ts';

export interface Kinds {
  component: Component;
  benefit: Benefit;
  measure: Measure;
  claim: Claim;
  cleared: Cleared;
  contribution: Contribution;
  milestone: Milestone;
  dependency: Dependency;
  businessChange: BusinessChange;
  enablingChange: EnablingChange;
  enabler: Enabler;
  driver: Driver;
  benefitMap: BenefitMap;
  mapPlace: MapPlace;
  attestation: Attestation;
  handover: Handover;
  assumption: Assumption;
  review: Review;
  round: Round;
  request: Request;
  board: Board;
  membership: Membership;
  reportingLine: ReportingLine;
  seat: Seat;
  charter: Charter;
  action: Action;
  decision: Decision;
  decisionOption: DecisionOption;
  deferral: Deferral;
  hindsight: Hindsight;
  voiced: Voiced;
  gate: Gate;
  gateAnswer: GateAnswer;
  agendaItem: AgendaItem;
  attendance: Attendance;
  meeting: Meeting;
  decisionRight: DecisionRight;
  rightParty: RightParty;
  risk: Risk;
  threat: Threat;
  exchangeRate: ExchangeRate;
  deflator: Deflator;
  objective: Objective;
  alignment: Alignment;
  pack: Pack;
  person: Person;
  office: Office;
  source: Source;
  profile: Profile;
}
export type Kind = keyof Kinds;

/** `book` travels with the file. Kinds of this laptop alone (saved views, theme) never enter the log. */
export const KINDS: Readonly<Record<Kind, { readonly scope: 'book'; readonly fields: Fields }>> = {
  component: { scope: 'book', fields: componentFields },
  benefit: { scope: 'book', fields: benefitFields },
  measure: { scope: 'book', fields: measureFields },
  claim: { scope: 'book', fields: claimFields },
  cleared: { scope: 'book', fields: clearedFields },
  contribution: { scope: 'book', fields: contributionFields },
  milestone: { scope: 'book', fields: milestoneFields },
  dependency: { scope: 'book', fields: dependencyFields },
  businessChange: { scope: 'book', fields: businessChangeFields },
  enablingChange: { scope: 'book', fields: enablingChangeFields },
  enabler: { scope: 'book', fields: enablerFields },
  driver: { scope: 'book', fields: driverFields },
  benefitMap: { scope: 'book', fields: benefitMapFields },
  mapPlace: { scope: 'book', fields: mapPlaceFields },
  attestation: { scope: 'book', fields: attestationFields },
  handover: { scope: 'book', fields: handoverFields },
  assumption: { scope: 'book', fields: assumptionFields },
  review: { scope: 'book', fields: reviewFields },
  round: { scope: 'book', fields: roundFields },
  request: { scope: 'book', fields: requestFields },
  board: { scope: 'book', fields: boardFields },
  membership: { scope: 'book', fields: membershipFields },
  reportingLine: { scope: 'book', fields: reportingLineFields },
  seat: { scope: 'book', fields: seatFields },
  charter: { scope: 'book', fields: charterFields },
  action: { scope: 'book', fields: actionFields },
  decision: { scope: 'book', fields: decisionFields },
  decisionOption: { scope: 'book', fields: decisionOptionFields },
  deferral: { scope: 'book', fields: deferralFields },
  hindsight: { scope: 'book', fields: hindsightFields },
  voiced: { scope: 'book', fields: voicedFields },
  gate: { scope: 'book', fields: gateFields },
  gateAnswer: { scope: 'book', fields: gateAnswerFields },
  agendaItem: { scope: 'book', fields: agendaItemFields },
  attendance: { scope: 'book', fields: attendanceFields },
  meeting: { scope: 'book', fields: meetingFields },
  decisionRight: { scope: 'book', fields: decisionRightFields },
  rightParty: { scope: 'book', fields: rightPartyFields },
  risk: { scope: 'book', fields: riskFields },
  threat: { scope: 'book', fields: threatFields },
  exchangeRate: { scope: 'book', fields: exchangeRateFields },
  deflator: { scope: 'book', fields: deflatorFields },
  objective: { scope: 'book', fields: objectiveFields },
  alignment: { scope: 'book', fields: alignmentFields },
  pack: { scope: 'book', fields: packFields },
  person: { scope: 'book', fields: personFields },
  office: { scope: 'book', fields: officeFields },
  source: { scope: 'book', fields: sourceFields },
  profile: { scope: 'book', fields: profileFields },
};

const life = choice(['here', 'deleted', 'sealed']);
const FAMILY = /^([A-Za-z]+\/)\d{1,4}(?:-\d{2})?$/;
const SERIES = /^([A-Za-z]+)\d*@$/;

const checks = new Map<string, Map<string, Check>>();

/** What a field of a record is checked by, a series by its months; undefined: a newer version knows it, this one does not. */
export function checkOf(kind: string, field: string): Check | undefined {
  let known = checks.get(kind);
  const checked = known?.get(field);
  if (checked || !Object.hasOwn(KINDS, kind)) return checked;
  if (field === LIFE) return life;
  const { fields } = KINDS[kind as Kind];
  const series = SERIES.exec(field)?.[1];
  const name = series ? `${series}@` : (FAMILY.exec(field)?.[1] ?? field);
  const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!known) {
    known = new Map();
    checks.set(kind, known);
  }
  if (check) known.set(field, check);
  return check;
}

/** What is part of a decision or of minutes: recorded with them, and sealed with them. */
const PART_OF: { readonly [kind in Kind]?: readonly [field: string, owner: Kind] } = {
  decisionOption: ['decision', 'decision'],
  voiced: ['decision', 'decision'],
  deferral: ['decision', 'decision'],
  agendaItem: ['meeting', 'meeting'],
  attendance: ['meeting', 'meeting'],
};

export const kindTable: KindTable = {
  ownerKind: (kind, field) => {
    const part = PART_OF[kind as Kind];
    return part?.[0] === field ? part[1] : undefined;
  },
  fault: (kind, field, value) => {
    const run = runOf(field);
    const check = checkOf(kind, run ? run.series : field);
    if (!check) return 'field.newerVersion';
    for (const each of run ? runValues(run, value) : [value]) {
      const fault = run && each === null ? undefined : check(each);
      if (fault) return fault;
    }
    return undefined;
  },
  isNewer: (kind, field, standing) => {
    const check = checkOf(kind, runOf(field)?.series ?? field);
    return !check || (standing !== null && standing !== undefined && isOdd(check, standing));
  },
};

type NeededBy<K extends Kind> = {
  [F in keyof Kinds[K]]-?: Record<never, never> extends Pick<Kinds[K], F> ? never : F;
}[keyof Kinds[K]];
const needs: { readonly [K in Kind]: Readonly<Record<NeededBy<K>, Need>> } = NEEDS;

/** A record as read: its id and what stands in its fields. */
export type Entry<K extends Kind> = Kinds[K] & { readonly id: RecordId } & Hiding;

/** What of a record this copy of the book does not carry; absent where it carries all of it, as nearly everywhere. */
export interface Hiding {
  readonly $withheld?: readonly string[];
}

/** The office with its defaults filled in. */
export type OfficeInUse = Office & Required<Pick<Office, keyof typeof OFFICE_DEFAULTS>>;

/** Reads a book's state by kind. Cheap to make: it holds no copy. */
export class Book {
  constructor(readonly state: State) {}

  get<K extends Kind>(kind: K, id: RecordId | undefined): Entry<K> | undefined {
    const row = id === undefined ? undefined : this.state.row(kind, id);
    return isHere(row) ? (entry<K>(row, this.state) ?? undefined) : undefined;
  }

  *all<K extends Kind>(kind: K): Iterable<Entry<K>> {
    // not by way of `state.here`: whole books are read like this, and one generator inside another costs half of it
    for (const row of this.state.kinds.get(kind)?.values() ?? []) {
      const read = isHere(row) ? entry<K>(row, this.state) : null;
      if (read) yield read;
    }
  }

  get office(): OfficeInUse {
    return { ...OFFICE_DEFAULTS, ...this.get('office', OFFICE) };
  }
}

/** One object per row version: equal rows give equal references, so a screen redraws only what changed. Null: unreadable. */
function entry<K extends Kind>(row: Row, { withheld }: State): Entry<K> | null {
  if (row.read === undefined)
    row.read = readable(
      row,
      checkOf,
      needs[row.kind as Kind],
      withheld.isEmpty ? undefined : withheldIn(row, withheld),
    );
  return row.read as Entry<K> | null;
}

const WITHHELD: Absent = { absent: 'withheld' };

/** What this copy does not carry, where a field can say so itself; elsewhere it has no value. */
function withheldIn({ kind, id }: Row, withheld: Withheld): Readonly<Record<string, unknown>> {
  const hidden = withheld.fieldsOf(kind, id);
  if (hidden.length === 0) return NONE;
  const said: Record<string, unknown> = { $withheld: hidden };
  for (const field of hidden) {
    const check = checkOf(kind, field);
    if (!check) continue;
    if (check({ absent: 'blank' }) === undefined) said[field] = WITHHELD;
    else if (check(WITHHELD_TEXT) === undefined) said[field] = WITHHELD_TEXT;
  }
  return said;
}
const NONE = {};
