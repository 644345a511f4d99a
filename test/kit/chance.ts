// How far tests by chance go: a seed that is the same every time and printed, few runs by default, many in a long run.
import fc from 'fast-check';

export const LONG = process.env.MIZAN_LONG === '1';
/** Another seed for another search: MIZAN_SEED=7 npm test. */
export const SEED = Number(process.env.MIZAN_SEED ?? 20_261_123);

/** For a suite's name, so that a failure says how to come back to it. */
export const byChance = (name: string): string => `${name} (seed ${SEED})`;

export const times = (few: number, many: number): number => (LONG ? many : few);

/** The property holds for every sample, or the smallest that breaks it is shown. */
export async function holds<Sample>(property: fc.IRawProperty<Sample, boolean>, runs: number): Promise<void> {
  await fc.assert(property as fc.IAsyncProperty<Sample>, { seed: SEED, numRuns: runs });
}
