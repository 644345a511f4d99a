// Chance that comes out the same for the same seed, so that a map looks the same wherever it is laid out.

/** Whole numbers from 0 up to, and without, `below`. */
export type Chance = (below: number) => number;

export function chanceOf(seed: number): Chance {
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x85ebca6b) | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 0x1_0000_0000) * below);
  };
}
