// Books made by hand for the deck's tests: a small one whose figures can be checked in the head, and a hostile one.
import { LIFE } from '#shared/change/model.ts';
import { State } from '#shared/change/state.ts';
import { Book } from '#shared/domain/book.ts';
import type { ActorId, ChangeId, RecordId } from '#shared/kit/ids.ts';
import type { Day } from '#shared/kit/period.ts';

export type Fields = Readonly<Record<string, unknown>>;
export type Records = readonly { readonly kind: string; readonly id: string; readonly fields: Fields }[];

/** A book holding these records, written as one change. */
export function bookOf(records: Records): Book {
  const state = new State();
  state.apply(
    {
      id: 'change-1' as ChangeId,
      prev: null,
      at: [0, 0, 'actor-1' as ActorId],
      asAt: '2023-03-31' as Day,
      by: 'Tester',
      act: 'test',
      schema: 1,
      writes: records.flatMap(({ kind, id, fields }) =>
        Object.entries({ [LIFE]: 'here', ...fields }).map(([field, value]) => ({
          kind,
          record: id as RecordId,
          field,
          value,
          replaces: [],
        })),
      ),
    },
    0,
  );
  return new Book(state);
}

/** Millions, as money. */
export const millions = (amount: number, currency = 'GBP') => ({ minor: Math.round(amount * 100_000_000), currency });
export const rated = (rating: string) => ({ rating, scale: 'three' });

export function component(id: string, fields: Fields, benefit?: unknown): Records {
  return [
    { kind: 'component', id, fields: { name: `Component ${id}`, level: 'project', ...fields } },
    ...(benefit === undefined
      ? []
      : [{ kind: 'benefit', id: `b-${id}`, fields: { title: 'Stated', component: id, value: benefit } }]),
  ];
}

export const office: Records = [
  { kind: 'office', id: 'office', fields: { name: 'Test book', organisation: 'Office', currency: 'GBP' } },
];

/** Costs 10 + 20 + 30 = 60 stated by 3 of 5; benefits 15 + 5 − 2 = 18 stated by 3 of 5; two of three below cost. */
export const smallRecords: Records = [
  ...office,
  ...component('a', { category: 'Roads', wholeLifeCost: millions(10), confidence: rated('green') }, millions(15)),
  ...component('b', { category: 'Roads', wholeLifeCost: millions(20), confidence: rated('red') }, millions(5)),
  ...component(
    'c',
    { category: 'Health', wholeLifeCost: millions(30), sponsorConfidence: rated('amber') },
    millions(-2),
  ),
  ...component('d', { category: 'Health', wholeLifeCost: { absent: 'exempt', text: 'Exempt under Section 43' } }),
  ...component('e', { wholeLifeCost: { absent: 'notYet', text: 'TBC' } }),
];

const LONG_NAME = 'The very long name of a programme that nobody shortened before it was published in full '.repeat(5);
const NAMES = [
  LONG_NAME.slice(0, 400),
  'برنامج التحول الرقمي (Digital Transformation) للمرحلة الثانية 2027',
  '🚀🚀 Launch 👩‍🚀 programme',
  'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(6),
  '<script>alert("x")</script> & "quotes" \u0000\u0008 =SUM(A1)',
  'Mixed עברית and العربية and 漢字',
];

/** Over 300 exceptions, names of 400 characters, emoji, mixed directions, negative benefits, two currencies. */
export const hostileRecords: Records = [
  { kind: 'office', id: 'office', fields: { name: LONG_NAME, organisation: 'مكتب Office', currency: 'SAR' } },
  ...Array.from({ length: 320 }, (_, at) =>
    component(
      `h${at}`,
      {
        name: `${NAMES[at % NAMES.length]} ${at}`,
        organisation: at % 5 === 0 ? LONG_NAME : 'وزارة Health',
        category: at % 40 === 0 ? '' : `${NAMES[(at % 20) % NAMES.length]} ${at % 20}`,
        wholeLifeCost: millions(3 ** (at % 12), at % 3 === 0 ? 'SAR' : 'GBP'),
        confidence: rated(at % 2 === 0 ? 'red' : 'amber'),
        end: '2031-12-31',
      },
      millions(at % 7 === 0 ? -4 : 0.5, at % 3 === 0 ? 'SAR' : 'GBP'),
    ),
  ).flat(),
  {
    kind: 'source',
    id: 's1',
    fields: {
      file: `${LONG_NAME}.csv`,
      sha256: 'a'.repeat(64),
      asAt: '2023-03-31',
      rows: 320,
      unread: Array.from({ length: 200 }, (_, at) => ({
        cell: `P${at}`,
        column: LONG_NAME,
        of: `h${at}`,
        field: at % 2 === 0 ? 'wholeLifeCost' : `costPlan/${2020 + (at % 30)}`,
        absence: at % 3 === 0 ? 'exempt' : 'unreadable',
        text: LONG_NAME,
      })),
    },
  },
];
