// "If this stops": the benefits that go with it and the value that was still to come, straight from the ledger.
import { isLive } from '#shared/domain/benefit.ts';
import type { Book, Entry } from '#shared/domain/book.ts';
import { withParts } from '#shared/domain/tree.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { needing, type PathShare, serving, shareThrough } from '#shared/map/contribution.ts';
import type { MapGraph } from '#shared/map/model.ts';
import { nodesByComponent } from '#shared/map/node-findings.ts';
import { reach } from '#shared/map/reach.ts';
import type { BenefitValue, BookValue } from '#shared/value/book-value.ts';
import { MONEY_CLASSES, type MoneyClass } from '#shared/value/money-of.ts';

/** Whole minor units of the book's currency by class of money; never one sum. */
export type ByClass = Readonly<Record<MoneyClass, number>>;

export interface Loss {
  readonly benefit: Entry<'benefit'>;
  /**
   * Why it is lost: what stops is the benefit itself; a chain of necessary links runs to it; the share the component
   * claims; the share its paths bring; or nobody stated a share, and the loss cannot be told.
   */
  readonly basis: 'itself' | 'necessary' | 'claim' | 'path' | 'unstated';
  /** Of what is not verified yet, as a fraction; undefined where unstated, or where claims differ by measure or time. */
  readonly share: number | undefined;
  /** Paths with an unstated weight come on top. */
  readonly isAtLeast: boolean;
  readonly lost: ByClass;
  /** All that is expected of the benefit and not yet verified: the most that could be lost. */
  readonly unverified: ByClass;
}

export interface LossGroup {
  /** An objective, or an owner; undefined: none. */
  readonly id: RecordId | undefined;
  readonly losses: readonly Loss[];
  readonly lost: ByClass;
}

export interface Impact {
  readonly losses: readonly Loss[];
  readonly lost: ByClass;
  readonly byOwner: readonly LossGroup[];
  /** A benefit that serves two objectives stands under both; the total has it once. */
  readonly byObjective: readonly LossGroup[];
}

/**
 * DOMAIN: an end benefit loses its whole unverified forecast where a chain of necessary links runs from what stops, else
 * forecast × claim. A component's claim is the ledger's; a node's is its path contribution, else its component's claim.
 */
export function impactOf(book: Book, value: BookValue, graph: MapGraph, stopped: RecordId): Impact {
  const component = book.get('component', stopped);
  // what is part of a component stops with it
  const parts = new Set(component ? withParts(book, stopped) : []);
  const nodes = component ? nodesByComponent(book, graph) : undefined;
  const own = [...parts].flatMap((part) => [...(nodes?.get(part) ?? [])]);
  // a component that ends never closes a benefit: only what it puts out and changes goes with it
  const sources = new Set(component ? own.filter((id) => graph.nodes.get(id)?.kind !== 'benefit') : [stopped]);
  const needed = needing(graph, sources);
  const reached = reach(graph, sources, 'down');
  const losses: Loss[] = [];
  for (const each of value.benefits.values()) {
    const { id } = each.benefit;
    if (!isLive(each.benefit)) continue;
    if (id === stopped) losses.push(lossOf(each, 'itself', 1));
    else if (needed.has(id)) losses.push(lossOf(each, 'necessary', 1));
    else if (component) {
      if (hasClaim(each, parts)) losses.push(claimedLoss(each, parts));
    } else if (reached.has(id)) losses.push(pathLoss(each, graph, stopped, shareThrough(graph, sources, id)));
  }
  return { losses, lost: sumOf(losses), byOwner: ownersOf(losses), byObjective: objectivesOf(graph, losses) };
}

const zero = (): Record<MoneyClass, number> => ({ cashable: 0, nonCashable: 0, social: 0 });

/** Per measure with money: its class and what of it is expected but not verified. */
function* unverifiedOf({ measures }: BenefitValue): Iterable<readonly [MoneyClass, number]> {
  for (const { gross, priced } of measures)
    if (gross && 'money' in priced) yield [priced.money.class, gross.expected - gross.verified];
}

function lossOf(each: BenefitValue, basis: Loss['basis'], share: number, isAtLeast = false): Loss {
  const [lost, unverified] = [zero(), zero()];
  for (const [group, amount] of unverifiedOf(each)) {
    unverified[group] += amount;
    lost[group] += share === 1 ? amount : Math.round(amount * share);
  }
  return { benefit: each.benefit, basis, share, isAtLeast, lost, unverified };
}

const hasClaim = ({ measures }: BenefitValue, components: ReadonlySet<RecordId>): boolean =>
  measures.some(({ shares }) => shares.some((share) => components.has(share.component) && share.percent > 0));

/** The ledger's own figures of the claim: what is attributed to the component, less what of it is verified. */
function claimedLoss(each: BenefitValue, components: ReadonlySet<RecordId>): Loss {
  const { benefit, unverified } = lossOf(each, 'claim', 0);
  const lost = zero();
  const percents = new Set<number | undefined>();
  for (const { claims, shares } of each.measures) {
    for (const claim of claims)
      if (components.has(claim.share.component)) lost[claim.class] += claim.attributed - claim.verified;
    const own = shares.filter((share) => components.has(share.component));
    const isDated = own.some(({ from, until }) => from !== undefined || until !== undefined);
    percents.add(isDated ? undefined : own.reduce((sum, { percent }) => sum + percent, 0));
  }
  const [percent] = percents.size === 1 ? percents : [];
  const share = percent === undefined ? undefined : percent / 100;
  return { benefit, basis: 'claim', share, isAtLeast: false, lost, unverified };
}

function pathLoss(each: BenefitValue, graph: MapGraph, stopped: RecordId, path: PathShare): Loss {
  if (path.isStated) return lossOf(each, 'path', Math.max(0, Math.min(1, path.share)), path.isPartial);
  const component = graph.nodes.get(stopped)?.component;
  const claimant = new Set(component ? [component] : []);
  if (hasClaim(each, claimant)) return claimedLoss(each, claimant);
  return { ...lossOf(each, 'unstated', 0), share: undefined };
}

export function sumOf(losses: readonly Loss[]): ByClass {
  const sum = zero();
  for (const { lost } of losses) for (const group of MONEY_CLASSES) sum[group] += lost[group];
  return sum;
}

/** For an order only, never shown. */
export const sizeOf = (lost: ByClass): number => MONEY_CLASSES.reduce((sum, group) => sum + lost[group], 0);

function grouped(by: ReadonlyMap<RecordId | undefined, readonly Loss[]>): LossGroup[] {
  const groups = [...by].map(([id, losses]) => ({ id, losses, lost: sumOf(losses) }));
  return groups.sort((a, b) => sizeOf(b.lost) - sizeOf(a.lost) || b.losses.length - a.losses.length);
}

function ownersOf(losses: readonly Loss[]): LossGroup[] {
  const by = new Map<RecordId | undefined, Loss[]>();
  for (const loss of losses) by.set(loss.benefit.owner, [...(by.get(loss.benefit.owner) ?? []), loss]);
  return grouped(by);
}

function objectivesOf(graph: MapGraph, losses: readonly Loss[]): LossGroup[] {
  const by = new Map<RecordId | undefined, Loss[]>();
  for (const loss of losses) {
    // what passes harm takes from an objective, it does not serve it
    const served = [...reach(graph, [loss.benefit.id], 'down', serving(graph))].filter(
      (id) => graph.nodes.get(id)?.type === 'objective',
    );
    for (const id of served.length > 0 ? served : [undefined]) by.set(id, [...(by.get(id) ?? []), loss]);
  }
  return grouped(by);
}

export interface AtRisk {
  readonly node: RecordId;
  readonly impact: Impact;
  /** Benefits that go as a whole if this one thing fails. */
  readonly whole: number;
}

/** Value that hangs on one enabler or change, the most first: single points of failure stand at the top. */
export function singlePoints(book: Book, value: BookValue, graph: MapGraph): AtRisk[] {
  const points: AtRisk[] = [];
  for (const { id, kind, type } of graph.nodes.values()) {
    if (kind === 'benefit' || type === 'objective' || type === 'driver') continue;
    const impact = impactOf(book, value, graph, id);
    const whole = impact.losses.filter(({ basis }) => basis === 'necessary').length;
    if (impact.losses.length > 0) points.push({ node: id, impact, whole });
  }
  return points.sort((a, b) => sizeOf(b.impact.lost) - sizeOf(a.impact.lost) || b.whole - a.whole);
}
