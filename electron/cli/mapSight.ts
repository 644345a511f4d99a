// How `mizan map` tells a line of sight and what goes if something stops: the same figures as the desk, in minor units.

import type { MapPreset } from '#shared/domain/benefit-map.ts';
import type { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import type { MapGraph, MapNode } from '#shared/map/model.ts';
import { typeName } from '#shared/map/presets.ts';
import { type Impact, impactOf, type LossGroup } from '#shared/sight/impact.ts';
import { basisText, lostText, shareText } from '#shared/sight/sight-text.ts';
import { type Trace, type Traced, traceOf } from '#shared/sight/trace.ts';
import type { BookValue } from '#shared/value/book-value.ts';
import { MONEY_CLASSES } from '#shared/value/money-of.ts';
import type { Answer } from './call.ts';
import { words } from './context.ts';
import type { Named } from './mapFind.ts';

/** Whole minor units as people read them. */
const moneyIn = (minor: number, currency: string): string => words.money({ minor: Math.round(minor), currency });

export interface Asked {
  readonly book: Book;
  readonly value: BookValue;
  readonly graph: MapGraph;
  readonly preset: MapPreset | undefined;
}

export const nodeReport = ({ id, type, title }: MapNode) => ({ id, type, title });

export function traceReport({ value, graph, preset }: Asked, id: RecordId): Answer {
  const trace = traceOf(value, graph, id) as Trace;
  const report = ({ node, share, value: own, others, inflow }: Traced) => ({
    ...nodeReport(node),
    share: { percent: share.isStated ? share.share * 100 : null, isPartial: share.isPartial },
    value: own
      ? {
          currency: value.currency,
          ...Object.fromEntries(
            MONEY_CLASSES.map((group) => {
              const { gross, attributed, riskAdjusted, verified } = own.worth[group];
              return [group, { gross, attributed, riskAdjusted, verified }];
            }),
          ),
        }
      : null,
    inflow,
    otherFeeders: others.map(({ id: link, from, weight }) => ({
      link,
      ...nodeReport(graph.nodes.get(from) as MapNode),
      weight: weight ?? null,
    })),
  });
  return {
    data: {
      node: nodeReport(trace.node),
      inflow: trace.inflow,
      leadsTo: trace.down.map(report),
      comesFrom: trace.up.map(report),
    },
    sentence: [
      ...traceLines('cli.mapLeadsTo', trace.node, trace.down),
      ...traceLines('cli.mapComesFrom', trace.node, trace.up),
    ].join('\n'),
  };

  function traceLines(
    head: 'cli.mapLeadsTo' | 'cli.mapComesFrom',
    { type, title }: MapNode,
    traced: readonly Traced[],
  ) {
    const heading = words.say(head, { type: typeName(words, preset, type), title });
    if (traced.length === 0) return [`${heading} ${words.say('cli.mapNothing')}`];
    return [heading, ...traced.map((each) => `  ${lineOf(each)}`)];
  }

  function lineOf({ node, share, value: own, others }: Traced): string {
    const money = own
      ? MONEY_CLASSES.filter((group) => own.worth[group].attributed !== 0).map(
          (group) => `${words.say(`moneyClass.${group}`)} ${moneyIn(own.worth[group].attributed, value.currency)}`,
        )
      : [];
    const fed = others.map(({ from }) => graph.nodes.get(from)?.title ?? from).join(', ');
    return [
      `${typeName(words, preset, node.type)} “${node.title}”: ${shareText(share, words, 1)}`,
      ...money,
      ...(fed ? [words.say('cli.mapAlsoFed', { names: fed })] : []),
    ].join('; ');
  }
}

export function withoutReport({ book, value, graph }: Asked, stopped: Named): Answer {
  const impact = impactOf(book, value, graph, stopped.id);
  const { currency } = value;
  const nameOf = (kind: 'objective' | 'person', id: RecordId | undefined) => book.get(kind, id)?.name;
  const groups = (kind: 'objective' | 'person', all: readonly LossGroup[]) =>
    all.map(({ id, losses, lost }) => ({
      id: id ?? null,
      name: nameOf(kind, id) ?? null,
      benefits: losses.map(({ benefit }) => benefit.id),
      lost,
    }));
  return {
    data: {
      stopped: {
        id: stopped.id,
        type: book.get('component', stopped.id) ? 'component' : (graph.nodes.get(stopped.id)?.type ?? null),
        title: stopped.name,
      },
      currency,
      lost: impact.lost,
      benefits: impact.losses.map((loss) => ({
        id: loss.benefit.id,
        title: loss.benefit.title,
        basis: loss.basis,
        share: loss.share ?? null,
        isAtLeast: loss.isAtLeast,
        lost: loss.lost,
        unverified: loss.unverified,
        sentence: basisText(loss, currency, words),
      })),
      byObjective: groups('objective', impact.byObjective),
      byOwner: groups('person', impact.byOwner),
    },
    sentence: withoutText(impact, stopped, currency, nameOf),
  };
}

function withoutText(
  { losses, lost, byObjective, byOwner }: Impact,
  { name }: Named,
  currency: string,
  nameOf: (kind: 'objective' | 'person', id: RecordId | undefined) => string | undefined,
): string {
  if (losses.length === 0) return words.say('cli.mapWithout', { title: name, what: words.say('stops.nothing') });
  const what = words.say('stops.sentence', { count: losses.length, value: lostText(lost, currency, words) });
  const lines = (head: string, kind: 'objective' | 'person', none: string, groups: readonly LossGroup[]) => [
    `${head}:`,
    ...groups.map((group) => `  ${nameOf(kind, group.id) ?? none}: ${lostText(group.lost, currency, words)}`),
  ];
  return [
    words.say('cli.mapWithout', { title: name, what }),
    ...losses.map(
      (loss) => `  ${loss.benefit.title}: ${lostText(loss.lost, currency, words)}. ${basisText(loss, currency, words)}`,
    ),
    ...lines(words.say('stops.byObjective'), 'objective', words.say('stops.noObjective'), byObjective),
    ...lines(words.say('stops.byOwner'), 'person', words.say('stops.noOwner'), byOwner),
  ].join('\n');
}
