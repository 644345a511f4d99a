// What the made-up benefits of the sample are: titles, measures, units and shapes, by the kind of project.

export interface SampleBenefit {
  readonly title: string;
  readonly beneficiary: string;
  readonly description: string;
  readonly category: 'cashable' | 'nonCashable' | 'quantitative' | 'qualitative';
  readonly measure: string;
  readonly unit: string;
  readonly direction: 1 | -1;
  readonly start: number;
  readonly target: number;
  readonly rollUp: 'flow' | 'stock' | 'ratio';
  readonly cadence: 'monthly' | 'quarterly';
  readonly source: string;
}

/** Every title and figure is invented. A flow's target is one month's amount once it runs in full. */
export const SAMPLE_BENEFITS: readonly SampleBenefit[] = [
  {
    title: 'Lower running cost of sites',
    beneficiary: 'Department',
    description: 'Sites that are given up cost nothing to run any more.',
    category: 'cashable',
    measure: 'Running cost saved',
    unit: 'GBP',
    direction: 1,
    start: 0,
    target: 1,
    rollUp: 'flow',
    cadence: 'monthly',
    source: 'General ledger, cost centre report',
  },
  {
    title: 'Staff hours freed',
    beneficiary: 'Operational teams',
    description: 'Work that is done once instead of three times frees hours of the operational teams.',
    category: 'nonCashable',
    measure: 'Hours freed',
    unit: 'hours',
    direction: 1,
    start: 0,
    target: 4_000,
    rollUp: 'flow',
    cadence: 'monthly',
    source: 'Time recording',
  },
  {
    title: 'Shorter waiting time',
    beneficiary: 'Citizens',
    description: 'People wait fewer days between asking and being served.',
    category: 'quantitative',
    measure: 'Average waiting time',
    unit: 'days',
    direction: -1,
    start: 40,
    target: 20,
    rollUp: 'stock',
    cadence: 'monthly',
    source: 'Case management system',
  },
  {
    title: 'Services used online',
    beneficiary: 'Citizens',
    description: 'More people finish what they came for online, without a visit or a letter.',
    category: 'nonCashable',
    measure: 'Online completion',
    unit: '%',
    direction: 1,
    start: 35,
    target: 80,
    rollUp: 'ratio',
    cadence: 'quarterly',
    source: 'Service analytics',
  },
  {
    title: 'Fewer incidents',
    beneficiary: 'Users of the service',
    description: 'Renewed equipment fails less often.',
    category: 'quantitative',
    measure: 'Incidents',
    unit: 'incidents',
    direction: -1,
    start: 120,
    target: 60,
    rollUp: 'flow',
    cadence: 'monthly',
    source: 'Incident register',
  },
  {
    title: 'Carbon saved',
    beneficiary: 'Society',
    description: 'Less energy is used for the same service.',
    category: 'quantitative',
    measure: 'Carbon avoided',
    unit: 'tCO2e',
    direction: 1,
    start: 0,
    target: 900,
    rollUp: 'flow',
    cadence: 'quarterly',
    source: 'Energy meters',
  },
];

/** Made-up people; none of them exists. */
export const SAMPLE_OWNERS: readonly { readonly name: string; readonly role: string }[] = [
  { name: 'Amal Farouk', role: 'Director of Operations' },
  { name: 'Ben Carver', role: 'Head of Estates' },
  { name: 'Chidi Okoro', role: 'Service Director' },
  { name: 'Dana Whitlock', role: 'Chief Digital Officer' },
  { name: 'Elif Arslan', role: 'Head of Customer Service' },
  { name: 'Farid Haddad', role: 'Director of Infrastructure' },
  { name: 'Grace Lindqvist', role: 'Head of Sustainability' },
  { name: 'Hugo Marten', role: 'Regional Director' },
  { name: 'Iman Saleh', role: 'Director of Delivery' },
  { name: 'Jonas Weir', role: 'Head of Operations' },
];
export const SAMPLE_VERIFIERS = ['Kay Osborne', 'Lina Petrov'] as const;
export const SAMPLE_FINANCE = 'Moses Adeyemi';
