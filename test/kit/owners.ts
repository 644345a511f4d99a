// A book of owners with something due, for collection: plans, readings, forecasts and statements that can be checked by hand.

import { type Change, LIFE, SCHEMA } from '#shared/change/model.ts';
import type { LogRow } from '#shared/change/store.ts';
import type { ActorId, ChangeId, RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';

export const JAN_2027 = 2027 * 12;

const NAMES = ['Amal Haddad', 'Omar Farouk', 'Sarah Thompson', 'ليلى المنصوري', 'James O’Neill'];
const BENEFITS = [
  ['Fewer days lost to sickness', 'Sick days a month', 'days', 'monthly'],
  ['Lower energy bill of the hospitals', 'Energy cost a month', 'GBP', 'quarterly'],
  ['Faster answers to citizens', 'Average waiting time', 'days', 'monthly'],
] as const;

type Fields = Readonly<Record<string, unknown>>;

/** Records of `count` owners, each with three benefits of one component in two programmes. */
export function ownersRecords(count: number, fiscalYearStart = 1): { kind: string; id: string; fields: Fields }[] {
  const records: { kind: string; id: string; fields: Fields }[] = [
    {
      kind: 'office',
      id: 'office',
      fields: { name: 'Ministry portfolio', organisation: 'Ministry of Health', currency: 'GBP', fiscalYearStart },
    },
    { kind: 'component', id: 'p0', fields: { name: 'Healthy Workplaces', level: 'programme' } },
    { kind: 'component', id: 'p1', fields: { name: 'Digital Front Door', level: 'programme' } },
  ];
  for (let at = 0; at < count; at++) {
    const name = at < NAMES.length ? (NAMES[at] as string) : `Owner ${at + 1}`;
    records.push(
      { kind: 'person', id: `o${at}`, fields: { name, ...(at % 4 === 3 ? {} : { email: `owner${at}@example.org` }) } },
      {
        kind: 'component',
        id: `c${at}`,
        fields: { name: `Project ${at + 1}`, level: 'project', parent: `p${at % 2}` },
      },
    );
    for (const [which, [title, measure, unit, cadence]] of BENEFITS.entries()) {
      const benefit = `b${at}-${which}`;
      records.push(
        {
          kind: 'benefit',
          id: benefit,
          fields: {
            title,
            component: `c${at}`,
            owner: `o${at}`,
            state: which === 2 ? 'identified' : 'realising',
            start: '2026-07-01',
            confidence: 70,
            leadMeasure: `m${at}-${which}`,
            ...(which === 0 ? { accepted: { by: `o${at}`, on: '2026-05-01' } } : {}),
          },
        },
        {
          kind: 'measure',
          id: `m${at}-${which}`,
          fields: {
            name: measure,
            benefit,
            unit,
            cadence,
            direction: -1,
            startValue: which === 1 ? 120000 : 40,
            target: which === 1 ? 90000 : 20,
            rollUp: which === 1 ? 'flow' : 'stock',
            'plan1@0+36': Array.from({ length: 36 }, (_, m) => (which === 1 ? 118000 - 700 * m : 40 - m * 0.5)),
            'forecast@0+36': Array.from({ length: 36 }, (_, m) => (which === 1 ? 119000 - 650 * m : 40 - m * 0.45)),
            [`actual@${JAN_2027 - 6}+6`]: Array.from({ length: 6 }, (_, m) =>
              which === 1
                ? m % 3 === 2
                  ? 354_000
                  : null
                : { value: 40 - m * 0.4, evidence: `HR ledger, line ${m}`, on: '2027-01-05' },
            ),
          },
        },
      );
    }
  }
  return records;
}

/** All of it as one change. */
export const ownersChange = (count: number, fiscalYearStart = 1): Change => ({
  id: 'change-1' as ChangeId,
  prev: null,
  at: [0, 0, 'actor-1' as ActorId],
  asAt: '2026-12-31' as Day,
  by: 'Tester',
  act: 'test',
  schema: SCHEMA,
  writes: ownersRecords(count, fiscalYearStart).flatMap(({ kind, id, fields }) =>
    Object.entries({ [LIFE]: 'here', ...fields }).map(([field, value]) => ({
      kind,
      record: id as RecordId,
      field,
      value,
      replaces: [],
    })),
  ),
});

export const ownersLog = (count: number): LogRow[] => [{ seq: 1, change: ownersChange(count), arrived: 0 }];
