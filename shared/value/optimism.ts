// Optimism bias: how much estimates of cost and time are raised before anyone believes them. Cost and time only.

export const PROJECT_KINDS = [
  'standardBuildings',
  'nonStandardBuildings',
  'standardCivil',
  'nonStandardCivil',
  'equipment',
  'outsourcing',
] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

/** Upper bounds, as shares; indicative starting values. Undefined: the source gives none. */
export interface Uplift {
  readonly capital?: number;
  readonly duration?: number;
  readonly running?: number;
}

/** Source: HM Treasury, Supplementary Green Book Guidance: Optimism Bias (2013), table 1, upper bounds. */
export const UPPER: Readonly<Record<ProjectKind, Uplift>> = {
  standardBuildings: { capital: 0.24, duration: 0.04 },
  nonStandardBuildings: { capital: 0.51, duration: 0.39 },
  standardCivil: { capital: 0.44, duration: 0.2 },
  nonStandardCivil: { capital: 0.66, duration: 0.25 },
  equipment: { capital: 2, duration: 0.54 },
  outsourcing: { running: 0.41 },
};

/** The uplift of a mix: Σ share × upper, for the sides every part of the mix has. Shares add up to 1. */
export function mixedUplift(mix: Readonly<Partial<Record<ProjectKind, number>>>): Uplift {
  const parts = Object.entries(mix) as [ProjectKind, number][];
  const side = (name: keyof Uplift): number | undefined => {
    let sum = 0;
    for (const [kind, share] of parts) {
      const upper = UPPER[kind][name];
      if (share > 0 && upper === undefined) return undefined;
      sum += share * (upper ?? 0);
    }
    return parts.length > 0 ? sum : undefined;
  };
  const [capital, duration, running] = [side('capital'), side('duration'), side('running')];
  return {
    ...(capital === undefined ? {} : { capital }),
    ...(duration === undefined ? {} : { duration }),
    ...(running === undefined ? {} : { running }),
  };
}
