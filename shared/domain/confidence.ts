// Delivery confidence: a rating on a stated scale, never a bare colour.
import { isAbsent, type Known } from '#shared/kit/absent.ts';
import { type Check, shape } from './field.ts';

export const RATINGS = ['green', 'amberGreen', 'amber', 'amberRed', 'red', 'reset'] as const;
export type Rating = (typeof RATINGS)[number];

/** Scales in use: three colours, or five with the steps between. */
export const SCALES = {
  three: ['green', 'amber', 'red'],
  five: ['green', 'amberGreen', 'amber', 'amberRed', 'red'],
} as const;
export type Scale = keyof typeof SCALES;

export interface Confidence {
  readonly rating: Rating;
  readonly scale: Scale;
}

export const isConfidence: Check = shape(
  (x) => (RATINGS as readonly unknown[]).includes(x.rating) && typeof x.scale === 'string' && x.scale in SCALES,
);

export interface Judged {
  readonly confidence: Known<Confidence>;
  readonly by: 'authority' | 'sponsor';
}

/** The two ratings a component carries. */
export interface Rated {
  readonly confidence?: Known<Confidence>;
  readonly sponsorConfidence?: Known<Confidence>;
}

/** The rating that counts: the authority's, else the sponsor's, else the words that say why there is none. */
export function judgedConfidence(component: Rated): Judged | undefined {
  const { confidence, sponsorConfidence } = component;
  if (confidence && !isAbsent(confidence)) return { confidence, by: 'authority' };
  if (sponsorConfidence && !isAbsent(sponsorConfidence)) return { confidence: sponsorConfidence, by: 'sponsor' };
  if (confidence && confidence.absent !== 'blank') return { confidence, by: 'authority' };
  if (sponsorConfidence) return { confidence: sponsorConfidence, by: 'sponsor' };
  return confidence ? { confidence, by: 'authority' } : undefined;
}
