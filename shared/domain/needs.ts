// What a record is nothing without: fields every reader of its kind counts on.

/** `said`: text, shown as unknown where it is not there; `whole`: without it there is no such record to show. */
export type Need = 'said' | 'whole';

/** Stands where a text that is asked for cannot be read. */
export const UNREAD = '—';

const name = { name: 'said' } as const;
const title = { title: 'said' } as const;

export const NEEDS = {
  component: name,
  benefit: title,
  measure: name,
  claim: { component: 'whole', measure: 'whole', share: 'whole' },
  cleared: { suspicion: 'said', reason: 'said' },
  contribution: { from: 'whole', to: 'whole' },
  milestone: title,
  dependency: title,
  businessChange: title,
  enablingChange: title,
  enabler: title,
  driver: title,
  benefitMap: title,
  mapPlace: { map: 'whole', node: 'whole' },
  attestation: { benefit: 'whole', owner: 'whole', period: 'whole', statement: 'said', on: 'whole' },
  handover: { benefit: 'whole', to: 'whole', on: 'whole' },
  assumption: { benefit: 'whole', text: 'said' },
  review: { benefit: 'whole', due: 'whole', on: 'whole', verdict: 'whole' },
  round: { period: 'whole', opened: 'whole', due: 'whole' },
  request: { round: 'whole' },
  board: { ...title, form: 'whole' },
  membership: { seat: 'whole', person: 'whole' },
  reportingLine: { from: 'whole', to: 'whole' },
  seat: { ...title, board: 'whole', role: 'whole' },
  charter: {},
  action: title,
  decision: { ...title, type: 'whole' },
  decisionOption: { ...title, decision: 'whole', form: 'whole' },
  deferral: { decision: 'whole', on: 'whole', reason: 'said' },
  hindsight: { decision: 'whole', on: 'whole', finding: 'whole', note: 'said' },
  voiced: { decision: 'whole', part: 'whole', on: 'whole', says: 'whole' },
  gate: { ...title, component: 'whole' },
  gateAnswer: { gate: 'whole', question: 'whole', answer: 'whole', reason: 'said', on: 'whole' },
  agendaItem: { ...title, meeting: 'whole', kind: 'whole' },
  attendance: { meeting: 'whole', presence: 'whole' },
  meeting: { ...title, board: 'whole', on: 'whole' },
  decisionRight: { type: 'whole' },
  rightParty: { right: 'whole', part: 'whole' },
  risk: title,
  threat: { risk: 'whole', benefit: 'whole' },
  exchangeRate: { from: 'whole', to: 'whole', on: 'whole', rate: 'whole' },
  deflator: { year: 'whole', index: 'whole' },
  objective: name,
  alignment: { component: 'whole', objective: 'whole' },
  pack: {
    number: 'whole',
    title: 'said',
    asAt: 'whole',
    on: 'whole',
    tips: 'whole',
    snapshot: 'whole',
    editions: 'whole',
  },
  person: name,
  office: {},
  source: { file: 'said', sha256: 'said', asAt: 'whole', rows: 'whole' },
  profile: { name: 'said', columns: 'whole' },
} as const;
