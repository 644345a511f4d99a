// "If this stops" on the whole sample: each loss worked out again from the ledger's own figures and the links as written.
import { beforeAll, expect, test } from 'vitest';
import { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { wholeGraph } from '#shared/map/graph.ts';
import { SAMPLE_AS_AT } from '#shared/sample/layer.ts';
import { impactOf, singlePoints } from '#shared/sight/impact.ts';
import { type BenefitValue, type BookValue, bookValue } from '#shared/value/book-value.ts';
import { openSample } from '#test/kit/sample.ts';

type Money = Record<'cashable' | 'nonCashable' | 'social', number>;
interface Edge {
  readonly from: RecordId;
  readonly to: RecordId;
  readonly weight?: number;
  readonly necessary?: boolean;
}

let book: Book;
let value: BookValue;
let edges: Edge[];
let outputs: { readonly id: RecordId; readonly component: RecordId | undefined }[];

beforeAll(async () => {
  const { open } = await openSample();
  book = new Book(open.state);
  value = bookValue(book, SAMPLE_AS_AT);
  edges = [
    ...book.all('contribution'),
    ...[...book.all('objective')].flatMap(({ id: from, parent }) => (parent ? [{ from, to: parent }] : [])),
  ];
  outputs = (['enabler', 'enablingChange', 'businessChange'] as const).flatMap((kind) =>
    [...book.all(kind)].map(({ id, component }) => ({ id, component })),
  );
});

const none = (): Money => ({ cashable: 0, nonCashable: 0, social: 0 });

function after(starts: readonly RecordId[], follow: (edge: Edge) => boolean = () => true): Set<RecordId> {
  const met = new Set<RecordId>();
  const go = (id: RecordId) => {
    for (const edge of edges)
      if (edge.from === id && follow(edge) && !met.has(edge.to)) {
        met.add(edge.to);
        go(edge.to);
      }
  };
  for (const start of starts) go(start);
  return met;
}

/** The weights along each path; undefined where a link has none. The sample's map has no circles. */
const paths = (from: RecordId, to: RecordId): (number | undefined)[] =>
  edges
    .filter((edge) => edge.from === from)
    .flatMap(({ to: next, weight }) =>
      (next === to ? [1] : paths(next, to)).map((rest) =>
        rest === undefined || weight === undefined ? undefined : (rest * weight) / 100,
      ),
    );

function open(each: BenefitValue, share = 1): Money {
  const sum = none();
  for (const { gross, priced } of each.measures)
    if (gross && 'money' in priced) sum[priced.money.class] += Math.round((gross.expected - gross.verified) * share);
  return sum;
}

function claimed(each: BenefitValue, component: RecordId | undefined): Money | undefined {
  if (!each.measures.some(({ shares }) => shares.some((share) => share.component === component && share.percent > 0)))
    return undefined;
  const sum = none();
  for (const claim of each.measures.flatMap(({ claims }) => claims))
    if (claim.share.component === component) sum[claim.class] += claim.attributed - claim.verified;
  return sum;
}

/** What is lost of each benefit that is touched. */
function lostWith(stopped: RecordId): Map<RecordId, Money> {
  const component = book.get('component', stopped);
  const starts = component ? outputs.filter((each) => each.component === stopped).map(({ id }) => id) : [stopped];
  const needed = after(starts, ({ necessary }) => necessary === true);
  const reached = after(starts);
  const lost = new Map<RecordId, Money>();
  for (const [id, each] of value.benefits) {
    if (['closed', 'rejected', 'notRealised', 'merged'].includes(each.benefit.state ?? '')) continue;
    if (needed.has(id)) lost.set(id, open(each));
    else if (component) {
      const own = claimed(each, stopped);
      if (own) lost.set(id, own);
    } else if (reached.has(id)) {
      const stated = paths(stopped, id).filter((share) => share !== undefined);
      const owner = outputs.find((output) => output.id === stopped)?.component;
      if (stated.length > 0)
        lost.set(
          id,
          open(
            each,
            Math.min(
              1,
              stated.reduce((sum, share) => sum + share, 0),
            ),
          ),
        );
      else lost.set(id, claimed(each, owner) ?? none());
    }
  }
  return lost;
}

function total(lost: Iterable<Money>): Money {
  const sum = none();
  for (const each of lost)
    for (const group of ['cashable', 'nonCashable', 'social'] as const) sum[group] += each[group];
  return sum;
}

function groupsBy(lost: ReadonlyMap<RecordId, Money>, of: (benefit: RecordId) => readonly (RecordId | undefined)[]) {
  const groups = new Map<RecordId | undefined, Money[]>();
  for (const [benefit, money] of lost)
    for (const group of of(benefit)) groups.set(group, [...(groups.get(group) ?? []), money]);
  return new Map([...groups].map(([group, each]) => [group, total(each)]));
}

function agrees(stopped: RecordId): number {
  const found = impactOf(book, value, wholeGraph(book), stopped);
  const wanted = lostWith(stopped);
  expect(new Map(found.losses.map(({ benefit, lost }) => [benefit.id, lost]))).toEqual(wanted);
  expect(found.losses).toHaveLength(wanted.size);
  expect(found.lost).toEqual(total(wanted.values()));
  const owners = groupsBy(wanted, (benefit) => [book.get('benefit', benefit)?.owner]);
  expect(new Map(found.byOwner.map(({ id, lost }) => [id, lost]))).toEqual(owners);
  const objectives = groupsBy(wanted, (benefit) => {
    // what passes harm takes from an objective
    const served = [...after([benefit], ({ from }) => !book.get('benefit', from)?.disbenefit)].filter((id) =>
      book.get('objective', id),
    );
    return served.length > 0 ? served : [undefined];
  });
  expect(new Map(found.byObjective.map(({ id, lost }) => [id, lost]))).toEqual(objectives);
  return wanted.size;
}

test('every component: what the ledger attributes to it and has not verified, or all where it is necessary', () => {
  const touched = [...book.all('component')].map(({ id }) => agrees(id));
  expect(touched.filter((count) => count > 0).length).toBeGreaterThan(20);
});

test('every output and change: its paths, its need, or its component’s claim', () => {
  const touched = outputs.map(({ id }) => agrees(id));
  expect(touched.filter((count) => count > 0).length).toBeGreaterThan(40);
});

test('single points of failure: every output and change with something to lose, the most first', () => {
  const points = singlePoints(book, value, wholeGraph(book));
  expect(points.map(({ node }) => node).sort()).toEqual(
    outputs
      .map(({ id }) => id)
      .filter((id) => lostWith(id).size > 0)
      .sort(),
  );
  const sizes = points.map(({ node, impact, whole }) => {
    const wanted = lostWith(node);
    expect(impact.lost).toEqual(total(wanted.values()));
    const needed = after([node], ({ necessary }) => necessary === true);
    expect(whole).toBe([...wanted.keys()].filter((benefit) => needed.has(benefit)).length);
    const { cashable, nonCashable, social } = impact.lost;
    return cashable + nonCashable + social;
  });
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
});
