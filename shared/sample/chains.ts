// What the made-up map of the sample is drawn from: chains of a few components in full, and a short one for each other.

/** From and to by name, then the weight in per cent, "!" where the link is necessary; a benefit is named "@" and its kind. */
type ChainLink = readonly [from: string, to: string, weight?: number, necessary?: '!'];

export interface SampleChain {
  /** A component's name in the publication begins with this. */
  readonly component: string;
  readonly enablers: readonly string[];
  readonly enablingChanges: readonly string[];
  readonly businessChanges: readonly string[];
  /** Kinds of its benefits that stand on the map. */
  readonly benefits: readonly string[];
  readonly links: readonly ChainLink[];
}

export const SAMPLE_MAP = 'Line of sight of estate and network renewal';

/** Every output, change and weight is invented, the few faults too: the checks must find them. */
export const SAMPLE_CHAINS: readonly SampleChain[] = [
  {
    component: 'Emergency Services Mobile',
    enablers: ['Emergency Services Network core', 'Control room upgrade'],
    enablingChanges: ['Control room staff trained'],
    businessChanges: ['Crews share one live picture'],
    benefits: ['Shorter waiting time', 'Fewer incidents'],
    links: [
      ['Emergency Services Network core', 'Control room staff trained', 60, '!'],
      ['Control room upgrade', 'Control room staff trained', 40],
      ['Control room staff trained', 'Crews share one live picture', 70, '!'],
      ['Emergency Services Network core', 'Crews share one live picture', 30],
      ['Crews share one live picture', '@Shorter waiting time', 70, '!'],
      ['Crews share one live picture', '@Fewer incidents'],
    ],
  },
  {
    component: 'Glen Parva',
    enablers: ['New prison at Glen Parva', 'Prison digital services'],
    enablingChanges: ['Officers recruited and trained'],
    businessChanges: ['Prisoners move to the new site', 'Work and education booked online'],
    benefits: ['Lower running cost of sites', 'Shorter waiting time'],
    links: [
      ['New prison at Glen Parva', 'Officers recruited and trained', 50],
      ['Officers recruited and trained', 'Prisoners move to the new site', 40, '!'],
      ['New prison at Glen Parva', 'Prisoners move to the new site', 60, '!'],
      ['Prisoners move to the new site', '@Lower running cost of sites', 100, '!'],
      ['Prison digital services', 'Work and education booked online', 80, '!'],
      ['Work and education booked online', '@Shorter waiting time', 60],
      // technology alone: an error to be found
      ['Prison digital services', '@Shorter waiting time', 20],
    ],
  },
  {
    component: 'Defence Estate Optimisation',
    enablers: ['New barracks and family homes', 'Survey of every site'],
    enablingChanges: ['Disposals agreed with councils'],
    businessChanges: ['Units move to fewer sites'],
    benefits: ['Fewer incidents', 'Shorter waiting time'],
    links: [
      ['Survey of every site', 'Disposals agreed with councils', 70, '!'],
      ['Disposals agreed with councils', 'Units move to fewer sites', 30],
      ['New barracks and family homes', 'Units move to fewer sites', 70, '!'],
      ['Units move to fewer sites', '@Fewer incidents', 60],
      ['Units move to fewer sites', '@Shorter waiting time'],
    ],
  },
  {
    component: 'Project Gigabit',
    // nothing comes of the portal: a candidate to stop
    enablers: ['Fibre to hard-to-reach areas', 'Hubs in public buildings', 'Voucher portal'],
    enablingChanges: ['Rural services put online'],
    businessChanges: ['Citizens are served by video'],
    benefits: ['Services used online', 'Staff hours freed'],
    links: [
      ['Fibre to hard-to-reach areas', 'Rural services put online', 75, '!'],
      ['Hubs in public buildings', 'Rural services put online', 25],
      ['Rural services put online', 'Citizens are served by video', 80, '!'],
      ['Citizens are served by video', '@Services used online', 100, '!'],
      ['Citizens are served by video', '@Staff hours freed', 50],
    ],
  },
  {
    component: 'Technology Sourcing',
    enablers: ['Network and hosting contracts', 'Register of equipment'],
    enablingChanges: ['Old contracts ended'],
    businessChanges: ['Teams buy from one catalogue'],
    benefits: ['Fewer incidents', 'Lower running cost of sites'],
    links: [
      // more than a whole: an error to be found
      ['Network and hosting contracts', 'Old contracts ended', 80, '!'],
      ['Register of equipment', 'Old contracts ended', 35],
      ['Old contracts ended', 'Teams buy from one catalogue', 65, '!'],
      ['Teams buy from one catalogue', '@Lower running cost of sites', 95],
      ['Teams buy from one catalogue', '@Fewer incidents'],
    ],
  },
  {
    component: 'Social Housing Decarbonisation',
    enablers: ['Insulation and heat pumps'],
    enablingChanges: ['Tenants agreed, homes surveyed'],
    businessChanges: ['Landlords manage heat by home'],
    benefits: ['Carbon saved'],
    links: [
      ['Insulation and heat pumps', 'Tenants agreed, homes surveyed', 50],
      ['Tenants agreed, homes surveyed', 'Landlords manage heat by home', 40],
      ['Insulation and heat pumps', 'Landlords manage heat by home', 60, '!'],
      ['Landlords manage heat by home', '@Carbon saved', 100, '!'],
    ],
  },
];

interface ShortChain {
  readonly enabler: string;
  readonly enablingChange: string;
  readonly businessChange: string;
}

/** What every other component of the layer puts out and changes, by the kind of its first benefit. */
export const SHORT_CHAINS: Readonly<Record<string, ShortChain>> = {
  'Lower running cost of sites': {
    enabler: 'Smaller sites ready',
    enablingChange: 'Leases ended',
    businessChange: 'Teams share sites',
  },
  'Staff hours freed': {
    enabler: 'Case system in use',
    enablingChange: 'Staff trained',
    businessChange: 'Work is done once',
  },
  'Shorter waiting time': {
    enabler: 'Booking service live',
    enablingChange: 'Rules simplified',
    businessChange: 'Cases are sorted on the first day',
  },
  'Services used online': {
    enabler: 'Online service live',
    enablingChange: 'Help lines staffed',
    businessChange: 'Citizens begin online',
  },
  'Fewer incidents': {
    enabler: 'Renewed equipment in service',
    enablingChange: 'Maintenance planned by condition',
    businessChange: 'Faults are mended before they stop the service',
  },
  'Carbon saved': {
    enabler: 'Low-carbon equipment fitted',
    enablingChange: 'Energy managers trained',
    businessChange: 'Energy is used by need',
  },
};

/** What objectives answer to. */
export const SAMPLE_DRIVERS = ['Spending Review: do more with less', 'Net zero by law in 2050'] as const;

export interface SampleObjective {
  readonly name: string;
  /** The benefits that serve it, by kind. */
  readonly kinds: readonly string[];
  readonly driver?: (typeof SAMPLE_DRIVERS)[number];
  readonly part?: string;
}

export const SAMPLE_OBJECTIVES: readonly SampleObjective[] = [
  {
    name: 'Better services for citizens',
    kinds: ['Shorter waiting time', 'Services used online'],
    driver: 'Spending Review: do more with less',
  },
  {
    name: 'A smaller, better estate',
    kinds: ['Lower running cost of sites'],
    driver: 'Spending Review: do more with less',
  },
  { name: 'Net zero operations', kinds: ['Carbon saved'], driver: 'Net zero by law in 2050' },
  {
    name: 'Productive public services',
    kinds: ['Staff hours freed'],
    driver: 'Spending Review: do more with less',
  },
  { name: 'Safe and reliable services', kinds: ['Fewer incidents'], part: 'Better services for citizens' },
  // much is said of it and nothing is measured
  { name: 'Growth in every region', kinds: [] },
];

/** Said by word: where a measured benefit leads there it is proven, else it is decoration. */
export const SAMPLE_ALIGNMENTS: readonly (readonly [component: string, objective: string])[] = [
  ['Emergency Services Mobile', 'Better services for citizens'],
  ['Glen Parva', 'A smaller, better estate'],
  ['Project Gigabit', 'Productive public services'],
  ['Project Gigabit', 'Growth in every region'],
  ['Levelling Up Fund', 'Growth in every region'],
  ['East West Rail', 'Growth in every region'],
  ['Social Housing Decarbonisation', 'Net zero operations'],
  ['Lower Thames Crossing', 'Growth in every region'],
  ['High Speed', 'Growth in every region'],
  ['High Speed', 'Net zero operations'],
];
