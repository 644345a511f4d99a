// The lint of decision rights: every rule of DOMAIN, over the rights, the bodies with a part in them and the decisions asked for.
import type { Book } from '#shared/domain/book.ts';
import { DECISION_TYPES, type DecisionType, type Lane, PARTS, type Part } from '#shared/domain/right.ts';
import type { Day } from '#shared/kit/period.ts';
import { lintBodies } from './lint-bodies.ts';
import { lintSplits } from './lint-splits.ts';
import { byRange, currenciesOf, gapsOf, overlapsOf } from './ranges.ts';
import { delegateOf, type Party, type RightWithParties, rightsOf } from './rights.ts';
import { found, partyKey, type RightsFinding } from './rights-finding.ts';

/** Two may hold a veto; with a third, nothing is decided but by everyone. */
const MOST_VETOES = 2;

const LANES_OF_WORK = ['ordinary', 'regulatory'] as const satisfies readonly Exclude<Lane, 'any'>[];

/** Errors first. A book without any right yields nothing: there is nothing to lint. */
export function lintRights(book: Book, on: Day): RightsFinding[] {
  const rights = inOrder(rightsOf(book));
  if (rights.length === 0) return [];
  const all = [
    ...rights.flatMap((each) => lintParts(book, each, on)),
    ...DECISION_TYPES.flatMap((type) =>
      lintType(
        book,
        type,
        rights.filter(({ right }) => right.type === type),
      ),
    ),
    ...lintSplits(book, on),
    ...lintBodies(book, rights, on),
  ];
  const isError = ({ severity }: RightsFinding) => Number(severity === 'error');
  return all.sort((a, b) => isError(b) - isError(a));
}

/** One book stored in two orders reads the same. */
function inOrder(rights: readonly RightWithParties[]): RightWithParties[] {
  const byKey = (a: Party, b: Party) => (partyKey(a) < partyKey(b) ? -1 : 1);
  const type = ({ right }: RightWithParties) => DECISION_TYPES.indexOf(right.type);
  return [...rights]
    .sort((a, b) => type(a) - type(b) || byRange(a.right, b.right))
    .map(({ right, parties }) => {
      const sorted = Object.fromEntries(PARTS.map((part) => [part, [...parties[part]].sort(byKey)]));
      return { right, parties: sorted as Record<Part, Party[]> };
    });
}

function lintParts(book: Book, { right, parties }: RightWithParties, on: Day): RightsFinding[] {
  const about = { type: right.type, right: right.id };
  const { decide, recommend, agree } = parties;
  const findings: RightsFinding[] = [];
  if (decide.length === 0) findings.push(found({ rule: 'noDecider', ...about }));
  if (decide.length > 1) findings.push(found({ rule: 'twoDeciders', ...about, args: { count: decide.length } }));
  const delegate = book.get('board', delegateOf(right, on))?.id;
  const deciding = [...decide, ...(delegate ? [{ body: delegate }] : [])].map(partyKey);
  const both = (others: readonly Party[]) => deciding.find((key) => others.some((other) => partyKey(other) === key));
  const [recommends, agrees] = [both(recommend), both(agree)];
  if (recommends) findings.push(found({ rule: 'deciderRecommends', ...about, args: { party: recommends } }));
  if (agrees)
    findings.push(found({ rule: 'deciderRecommends', wording: 'deciderAgrees', ...about, args: { party: agrees } }));
  if (agree.length > MOST_VETOES)
    findings.push(
      found({ rule: 'tooManyVetoes', severity: 'warning', ...about, args: { count: agree.length, most: MOST_VETOES } }),
    );
  if (right.component && !book.get('component', right.component))
    findings.push(found({ rule: 'scopeGone', severity: 'warning', ...about }));
  return findings;
}

/** Holds whatever the component: lanes apart, nothing is left outside it. */
const isWidest = ({ right: { component, category, level } }: RightWithParties): boolean =>
  component === undefined && category === undefined && level === undefined;

function lintType(book: Book, type: DecisionType, rows: readonly RightWithParties[]): RightsFinding[] {
  const widest = rows.filter(isWidest);
  const { currency } = book.office;
  const rights = rows.map(({ right }) => right);
  const currencies = currenciesOf(rights);
  const findings: RightsFinding[] = [];
  if (currencies.length > 1)
    findings.push(
      found({
        rule: 'thresholdGap',
        wording: 'mixedMoney',
        type,
        rights: rights.map(({ id }) => id),
        args: { currencies: currencies.join(' / ') },
      }),
    );
  else if (currencies[0] !== undefined && currencies[0] !== currency)
    findings.push(
      found({
        rule: 'thresholdGap',
        wording: 'otherMoney',
        type,
        rights: rights.map(({ id }) => id),
        args: { currency: currencies[0], own: currency },
      }),
    );
  const left = widest.length === 0 ? [found({ rule: 'typeWithoutRow', type })] : gaps(type, widest, currency);
  return [...findings, ...left, ...overlaps(type, rows, currency)];
}

/** A narrower right falls back to these, so only what these leave out is left out. Lanes with the same gap are told once. */
function gaps(type: DecisionType, widest: readonly RightWithParties[], currency: string): RightsFinding[] {
  const byLane = LANES_OF_WORK.map((lane) => {
    const rights = widest
      .map(({ right }) => right)
      .filter((right) => (right.lane ?? 'any') === 'any' || right.lane === lane);
    if (rights.length === 0) return [found({ rule: 'typeWithoutRow', wording: 'laneWithoutRow', type, lane })];
    const [unit = currency, another] = currenciesOf(rights);
    if (another) return [];
    return gapsOf(rights, unit).map((range) =>
      found({ rule: 'thresholdGap', type, lane, range, rights: rights.map(({ id }) => id) }),
    );
  });
  const same = ({ lane: _, key: __, rights: ___, ...rest }: RightsFinding) => JSON.stringify(rest);
  const [ordinary = [], regulatory = []] = byLane;
  const inBoth = ordinary.filter((one) => regulatory.some((other) => same(one) === same(other)));
  const alone = (list: readonly RightsFinding[]) =>
    list.filter((one) => !inBoth.some((other) => same(one) === same(other)));
  const merged = inBoth.map(({ lane: _, key: __, ...rest }) => found(rest));
  return [...merged, ...alone(ordinary), ...alone(regulatory)];
}

function overlaps(type: DecisionType, rows: readonly RightWithParties[], currency: string): RightsFinding[] {
  const groups = new Map<string, RightWithParties[]>();
  for (const row of rows) {
    const { component, category, level, lane = 'any' } = row.right;
    const scope = JSON.stringify([component, category, level, lane]);
    groups.set(scope, [...(groups.get(scope) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const rights = group.map(({ right }) => right);
    const [unit = currency, another] = currenciesOf(rights);
    if (another) return [];
    return overlapsOf(rights, unit).map(({ rights, range }) =>
      found({ rule: 'thresholdOverlap', type, rights, range }),
    );
  });
}
