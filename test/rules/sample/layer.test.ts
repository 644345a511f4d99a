// The sample's synthetic layer shows every feature of the ledger, and what it shows follows from its own months.
import { beforeAll, describe, expect, test } from 'vitest';
import { stateOfBenefit, VALUE_STATUSES } from '#shared/domain/benefit.ts';
import { Book } from '#shared/domain/book.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { mapGraph } from '#shared/map/graph.ts';
import { NODE_TYPES } from '#shared/map/model.ts';
import { SAMPLE_AS_AT } from '#shared/sample/layer.ts';
import { findingsOf } from '#shared/sight/findings.ts';
import { appraise } from '#shared/value/appraisal.ts';
import { type BookValue, bookValue } from '#shared/value/book-value.ts';
import { suspicions } from '#shared/value/double-count.ts';
import { MONEY_CLASSES } from '#shared/value/money-of.ts';
import { watchList } from '#shared/value/sustainment.ts';
import { openSample } from '#test/kit/sample.ts';

let book: Book;
let value: BookValue;

beforeAll(async () => {
  const { open } = await openSample();
  book = new Book(open.state);
  value = bookValue(book, SAMPLE_AS_AT);
});

describe('the sample', () => {
  test('has every value status, and benefits in most states', () => {
    const statuses = new Set([...value.benefits.values()].map(({ status }) => status.status));
    for (const status of VALUE_STATUSES) expect(statuses, status).toContain(status);
    const states = new Set([...value.benefits.values()].map(({ benefit }) => stateOfBenefit(benefit)));
    for (const state of ['identified', 'validated', 'planned', 'realising', 'realised', 'sustaining', 'rejected'])
      expect(states, state).toContain(state);
  });

  test('has money in every class, verified in part, and attributed at most as gross', () => {
    for (const group of MONEY_CLASSES) {
      const { gross, attributed, riskAdjusted, verified } = value.total[group];
      expect(gross, group).toBeGreaterThan(0);
      expect(verified, group).toBeGreaterThan(0);
      expect(attributed, group).toBeLessThanOrEqual(gross);
      expect(riskAdjusted, group).toBeLessThan(attributed);
    }
  });

  test('has one over-claim, a few suspects, one erosion, attestations and silent owners', () => {
    expect(new Set(value.overClaims.map(({ measure }) => measure)).size).toBe(1);
    const suspects = suspicions(book, value);
    expect(suspects.length).toBeGreaterThan(0);
    expect(suspects.length).toBeLessThan(20);
    const watched = watchList(book, SAMPLE_AS_AT);
    expect(watched.filter(({ eroded }) => eroded)).toHaveLength(1);
    expect(watched.length).toBeGreaterThan(3);
    expect([...book.all('attestation')].length).toBeGreaterThan(10);
  });

  test('has components worth it and components not', () => {
    const npvs = [...value.components.keys()].flatMap((id) => appraise(book, value, id).figures?.npv ?? []);
    expect(npvs.length).toBeGreaterThan(10);
    expect(npvs.some((npv) => npv > 0)).toBe(true);
    expect(npvs.some((npv) => npv < 0)).toBe(true);
  });

  test('has one map for the pack, of objectives that answer to drivers', () => {
    const [map, ...others] = [...book.all('benefitMap')];
    expect(others).toEqual([]);
    expect(map?.inPack).toBe(true);
    const graph = mapGraph(book, map?.id as RecordId);
    expect(graph.nodes.size).toBeGreaterThanOrEqual(30);
    expect(graph.nodes.size).toBeLessThanOrEqual(46);
    expect(new Set([...graph.nodes.values()].map(({ type }) => type))).toEqual(new Set(NODE_TYPES));
    expect(graph.links.some(({ necessary }) => necessary)).toBe(true);
    expect(graph.links.some(({ weight }) => weight === undefined)).toBe(true);
    expect([...book.all('driver')]).toHaveLength(2);
  });

  test('has a few faults on its map that the checks find, and says much that it does not prove', () => {
    const [map] = [...book.all('benefitMap')];
    const found = findingsOf(book, map?.id);
    const count = (rule: string) => found.filter((finding) => finding.rule === rule).length;
    expect(count('illegalLink')).toBe(1);
    expect(count('overWeight')).toBe(1);
    expect(count('idleEnabler')).toBe(1);
    expect(count('untreatedDisbenefit')).toBe(1);
    expect(count('noOwner')).toBe(1);
    expect(count('aimlessBenefit') + count('unsupportedBenefit') + count('orphan')).toBe(0);
    const all = findingsOf(book, undefined);
    expect(all.filter(({ severity }) => severity === 'error')).toHaveLength(2);
    expect(all.filter(({ rule }) => rule === 'decorative').length).toBeGreaterThan(3);
    expect(all.filter(({ rule }) => rule === 'unservedObjective')).toHaveLength(1);
  });

  test('is worth the same with its map as without: a map moves no money', () => {
    const bn = (minor: number) => Math.round(minor / 1e10) / 10;
    expect(MONEY_CLASSES.map((group) => bn(value.total[group].attributed))).toEqual([32.4, 111.6, 102.9]);
  });
});
