// A finding as a sentence, with the types named as the map's preset names them: the same on screen, in a pack and at the command line.
import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { MapFinding } from '#shared/map/finding.ts';
import { NODE_TYPES } from '#shared/map/model.ts';
import { typeName } from '#shared/map/presets.ts';
import type { Words } from '#shared/words/words.ts';

export function findingText({ rule, args }: MapFinding, preset: MapPreset | undefined, words: Words): string {
  const spoken = Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const type = NODE_TYPES.find((each) => value === `nodeType.${each}`);
      if (type) return [name, typeName(words, preset, type)];
      return [name, typeof value === 'string' && words.has(value) ? words.sayAny(value) : value];
    }),
  );
  return words.sayAny(`finding.${rule}`, spoken);
}
