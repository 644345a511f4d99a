// Which records a copy for a programme or for a person carries: theirs, what hangs on them, and what every figure of them needs.
import { LIFE } from '#shared/change/model.ts';
import type { Row, State } from '#shared/change/state.ts';
import type { Kind } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';

export type Scope =
  | { readonly of: 'book' }
  | { readonly of: 'component'; readonly id: RecordId }
  | { readonly of: 'person'; readonly id: RecordId };

/**
 * common: in every copy · never: in none but a whole one · else carried where one of these links leads to a record that is
 * carried (`any`), or where all of them do (`all`).
 */
type Rule = 'common' | 'never' | { readonly any: readonly string[] } | { readonly all: readonly string[] };

const COMPONENT: Rule = { any: ['component'] };
const BENEFIT: Rule = { any: ['benefit'] };
const DECISION: Rule = { any: ['decision'] };

export const SCOPE_RULES: Readonly<Record<Kind, Rule>> = {
  component: { any: [] },
  benefit: COMPONENT,
  measure: BENEFIT,
  // the claims of others on a measure are carried too: without them no share could be checked
  claim: { any: ['component', 'measure'] },
  cleared: 'never',
  contribution: { all: ['from', 'to'] },
  milestone: COMPONENT,
  dependency: { any: ['giver', 'taker'] },
  businessChange: COMPONENT,
  enablingChange: COMPONENT,
  enabler: COMPONENT,
  driver: 'common',
  benefitMap: { any: [] },
  mapPlace: { any: ['node'] },
  attestation: BENEFIT,
  handover: BENEFIT,
  assumption: BENEFIT,
  review: BENEFIT,
  round: { any: [] },
  request: COMPONENT,
  board: 'common',
  membership: 'common',
  reportingLine: 'common',
  seat: 'common',
  charter: 'common',
  action: { any: ['decision', 'risk'] },
  decision: { any: ['component', 'benefit', 'gate'] },
  decisionOption: DECISION,
  deferral: DECISION,
  hindsight: DECISION,
  voiced: DECISION,
  gate: COMPONENT,
  gateAnswer: { any: ['gate'] },
  agendaItem: 'never',
  attendance: 'never',
  meeting: 'never',
  decisionRight: 'common',
  rightParty: 'common',
  risk: COMPONENT,
  threat: { any: ['benefit', 'risk'] },
  exchangeRate: 'common',
  deflator: 'common',
  objective: 'common',
  alignment: COMPONENT,
  pack: 'never',
  person: 'common',
  office: 'common',
  source: 'common',
  profile: 'common',
};

/** A carried record brings the records these links lead to: whoever sees a claim must see what is claimed. */
const BRINGS: readonly (readonly [kind: Kind, field: string, brought: Kind])[] = [
  ['claim', 'measure', 'measure'],
  ['measure', 'benefit', 'benefit'],
  // when a benefit begins, and what a leading measure foretells, move its figures
  ['benefit', 'startMilestone', 'milestone'],
  ['measure', 'foretells', 'measure'],
  ['mapPlace', 'map', 'benefitMap'],
  ['request', 'round', 'round'],
  ['threat', 'risk', 'risk'],
];

/** What makes a record a person's own. */
const HELD_BY: { readonly [kind in Kind]?: readonly string[] } = {
  component: ['sponsor', 'deliveryLead'],
  benefit: ['owner', 'accountable', 'operationalOwner'],
  measure: ['verifier', 'financeVerifier'],
  businessChange: ['owner'],
  enablingChange: ['owner'],
  enabler: ['owner'],
  risk: ['owner'],
  action: ['person'],
  request: ['person'],
};

/** Of a component that only gives its name to what is carried: enough to know what it is and where it stands. */
const OUTLINE: ReadonlySet<string> = new Set([LIFE, 'name', 'level', 'parent', 'organisation']);

/** Whether a copy carries a field; a month is asked for by its series ('forecast@'). */
export type Carries = (kind: string, record: RecordId, field: string) => boolean;

/** Deleted records follow the links they had: their history belongs to those they belonged to. */
export function carriedBy(state: State, scope: Scope): Carries {
  if (scope.of === 'book') return () => true;
  const carried = new Set<Row>();
  const ids = new Set<unknown>();
  const add = (row: Row | undefined): boolean => {
    if (!row || carried.has(row)) return false;
    carried.add(row);
    ids.add(row.id);
    return true;
  };
  for (const row of state.order) if (SCOPE_RULES[row.kind as Kind] === 'common') add(row);
  // what is everyone's leads nowhere: only what hangs on the scope itself is carried for a link
  const common = new Set(ids);
  const isIn = (id: unknown): boolean => ids.has(id) && !common.has(id);
  for (const row of startOf(state, scope)) add(row);
  for (let moved = true; moved; ) {
    moved = false;
    for (const row of state.order) {
      if (!carried.has(row) && follows(row, isIn, ids)) moved = add(row) || moved;
      if (carried.has(row)) for (const brought of broughtBy(state, row)) moved = add(brought) || moved;
      if (row.kind === 'contribution' && isIn(row.values.to)) moved = add(loose(state, row.values.from)) || moved;
    }
  }
  const outlined = outlinesOf(state, carried);
  return (kind, record, field) => {
    const row = state.row(kind, record);
    if (!row) return false;
    // the cells a publication could not give speak of rows that are not here
    if (carried.has(row)) return !(kind === 'source' && field === 'unread');
    return outlined.has(row) && OUTLINE.has(field);
  };
}

function* startOf(state: State, scope: Exclude<Scope, { of: 'book' }>): Iterable<Row> {
  const tops =
    scope.of === 'component' ? [scope.id] : [...heldBy(state, scope.id, 'component')].map(({ id }) => id as RecordId);
  const children = new Map<unknown, Row[]>();
  for (const row of state.kinds.get('component')?.values() ?? [])
    children.set(row.values.parent, [...(children.get(row.values.parent) ?? []), row]);
  const met = new Set<RecordId>();
  for (const waiting = [...tops]; waiting.length > 0; ) {
    const id = waiting.pop() as RecordId;
    if (met.has(id)) continue;
    met.add(id);
    const row = state.row('component', id);
    if (row) yield row;
    for (const child of children.get(id) ?? []) waiting.push(child.id);
  }
  if (scope.of === 'person') for (const kind of Object.keys(HELD_BY) as Kind[]) yield* heldBy(state, scope.id, kind);
}

function* heldBy(state: State, person: RecordId, kind: Kind): Iterable<Row> {
  for (const row of state.kinds.get(kind)?.values() ?? [])
    if (HELD_BY[kind]?.some((field) => row.values[field] === person)) yield row;
}

function follows(row: Row, isIn: (id: unknown) => boolean, ids: ReadonlySet<unknown>): boolean {
  const rule = SCOPE_RULES[row.kind as Kind];
  // a kind of a newer version: nobody here knows whose it is
  if (rule === undefined || typeof rule === 'string') return false;
  if ('any' in rule) return rule.any.some((field) => isIn(row.values[field]));
  return rule.all.every((field) => ids.has(row.values[field])) && rule.all.some((field) => isIn(row.values[field]));
}

function broughtBy(state: State, row: Row): Row[] {
  return BRINGS.flatMap(([kind, field, brought]) => {
    const found = kind === row.kind ? state.row(brought, row.values[field] as RecordId) : undefined;
    return found ? [found] : [];
  });
}

/** A change or an enabler of no component of its own: it belongs to what it feeds. */
function loose(state: State, id: unknown): Row | undefined {
  for (const kind of ['enabler', 'enablingChange', 'businessChange']) {
    const row = state.row(kind, id as RecordId);
    if (row) return row.values.component === undefined ? row : undefined;
  }
  return undefined;
}

/** Components that carried records name, and all above them and above those that are carried. */
function outlinesOf(state: State, carried: ReadonlySet<Row>): ReadonlySet<Row> {
  const outlined = new Set<Row>();
  const above = (id: unknown) => {
    for (let row = state.row('component', id as RecordId); row && !outlined.has(row); ) {
      outlined.add(row);
      row = state.row('component', row.values.parent as RecordId);
    }
  };
  for (const { kind, values } of carried) {
    if (kind === 'component') above(values.parent);
    else if (SCOPE_RULES[kind as Kind] !== 'common' && kind !== 'claim') above(values.component);
  }
  return outlined;
}
