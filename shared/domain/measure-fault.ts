// What cannot be true of a measure, whoever writes it: told at its field before anything is kept.
import { isDay } from '#shared/kit/period.ts';
import type { Problem } from '#shared/kit/result.ts';
import type { Measure } from './measure.ts';

/** Units that are a part of something: they are never added up over months. */
const RATIO_UNIT = /^\s*(%|٪|per ?cent|percentage( points?)?|ratio|rate|index|score|نسبة( مئوية)?|معدل|مؤشر)\s*$/i;

export const isRatioUnit = (unit: string | undefined): boolean => unit !== undefined && RATIO_UNIT.test(unit);

/** @param measure as it would stand after the edit; `touched` the fields the edit writes */
export function measureFault(measure: Partial<Measure>, touched: ReadonlySet<string>): Problem | undefined {
  const { startValue, target, startOn, targetOn, unit, rollUp } = measure;
  const about = (...fields: string[]) => fields.some((field) => touched.has(field));
  if (about('startValue', 'target') && startValue !== undefined && startValue === target)
    return {
      code: 'measure.startIsTarget',
      path: touched.has('target') ? 'target' : 'startValue',
      args: { value: startValue },
    };
  if (about('startOn', 'targetOn') && isDay(startOn) && isDay(targetOn) && targetOn < startOn)
    return {
      code: 'measure.targetBeforeStart',
      path: touched.has('targetOn') ? 'targetOn' : 'startOn',
      args: { start: startOn, end: targetOn },
    };
  if (about('unit', 'rollUp') && rollUp === 'flow' && isRatioUnit(unit))
    return { code: 'measure.ratioSummed', path: touched.has('rollUp') ? 'rollUp' : 'unit', args: { unit: unit ?? '' } };
  return undefined;
}
