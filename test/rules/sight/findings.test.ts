// Findings against faults that were put in: a clean map has none, a map with faults has exactly those, remedies mend them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deleteRecord } from '#shared/acts/delete-record.ts';
import { insertBetween, scaleWeights } from '#shared/acts/draw-link.ts';
import { LIFE } from '#shared/change/model.ts';
import { Book } from '#shared/domain/book.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { MapFinding, MapRule, Remedy } from '#shared/map/finding.ts';
import { MAP_RULES } from '#shared/map/finding.ts';
import { findingsOf } from '#shared/sight/findings.ts';
import { act, must } from '#test/kit/book.ts';
import { byChance, holds, times } from '#test/kit/chance.ts';
import { testContext } from '#test/kit/context.ts';
import { cleanChain, id, type MapMaker, made } from '#test/kit/mapBook.ts';

interface Fault {
  /** Put into the chain with this mark; each chain gets one fault at most. */
  readonly into: (maker: MapMaker, mark: string) => unknown;
  /** What is then found: the rule and what its key names. */
  readonly found: (mark: string) => readonly string[];
  readonly remedies: readonly Remedy['step'][];
}

const owned = (mark: string) => ({ owner: `person${mark}`, component: `component${mark}` });

const FAULTS: Readonly<Partial<Record<MapRule, Fault>>> = {
  illegalLink: {
    into: (m, x) => m.link(`enabler${x}`, `benefit${x}`, { as: `fault${x}` }),
    found: (x) => [`illegalLink fault${x}`],
    remedies: ['insertBetween', 'removeLink'],
  },
  unusualLink: {
    into: (m, x) => m.link(`change${x}`, `objective${x}`, { as: `fault${x}` }),
    found: (x) => [`unusualLink fault${x}`],
    remedies: ['insertBetween', 'removeLink'],
  },
  circle: {
    into: (m, x) =>
      m
        .node('businessChange', `round${x}`, owned(x))
        .link(`change${x}`, `round${x}`)
        .link(`round${x}`, `change${x}`, { as: `fault${x}` }),
    found: (x) => [`circle change${x} round${x}`],
    remedies: ['removeLink', 'removeLink'],
  },
  overWeight: {
    into: (m, x) =>
      m.node('enabler', `more${x}`, owned(x)).link(`more${x}`, `enabling${x}`, { weight: 0.5, as: `fault${x}` }),
    found: (x) => [`overWeight enabling${x}`],
    remedies: ['scaleWeights'],
  },
  looseLink: {
    into: (m, x) =>
      m
        .node('enabler', `gone${x}`)
        .link(`gone${x}`, `enabling${x}`, { as: `fault${x}` })
        .put('enabler', `gone${x}`, { [LIFE]: 'deleted' }),
    found: (x) => [`looseLink fault${x}`],
    remedies: ['removeLink'],
  },
  doubleLink: {
    into: (m, x) => m.link(`objective${x}`, `driver${x}`, { as: `fault${x}` }),
    found: (x) => [`doubleLink objective${x} driver${x}`],
    remedies: ['removeLink', 'removeLink'],
  },
  twin: {
    into: (m, x) => m.put('driver', `enabler${x}`, { title: 'Twin' }),
    found: (x) => [`twin enabler${x}`],
    remedies: [],
  },
  orphan: {
    into: (m, x) => m.node('driver', `fault${x}`),
    found: (x) => [`orphan fault${x}`],
    remedies: ['feed'],
  },
  unsupportedBenefit: {
    into: (m, x) => m.node('benefit', `fault${x}`, owned(x)).link(`fault${x}`, `objective${x}`),
    found: (x) => [`unsupportedBenefit fault${x}`],
    remedies: ['feed'],
  },
  aimlessBenefit: {
    into: (m, x) => m.node('benefit', `fault${x}`, owned(x)).link(`change${x}`, `fault${x}`),
    found: (x) => [`aimlessBenefit fault${x}`],
    remedies: ['leadOn'],
  },
  unservedObjective: {
    into: (m, x) => m.node('objective', `fault${x}`, { parent: `objective${x}` }),
    found: (x) => [`unservedObjective fault${x}`],
    remedies: ['feed'],
  },
  idleEnabler: {
    into: (m, x) =>
      m
        .node('disbenefit', `harm${x}`, {
          ...owned(x),
          treatment: { how: 'accepted', by: 'A', on: '2026-01-01', reason: 'R' },
        })
        .node('enabler', `fault${x}`)
        .link(`fault${x}`, `harm${x}`),
    found: (x) => [`idleEnabler fault${x}`],
    remedies: ['leadOn'],
  },
  noOwner: {
    into: (m, x) => m.put('businessChange', `change${x}`, { owner: 'gone' }),
    found: (x) => [`noOwner change${x}`],
    remedies: ['setOwner'],
  },
  untreatedDisbenefit: {
    into: (m, x) => m.node('disbenefit', `fault${x}`, owned(x)).link(`change${x}`, `fault${x}`),
    found: (x) => [`untreatedDisbenefit fault${x}`],
    remedies: ['treat'],
  },
  decorative: {
    into: (m, x) =>
      m.put('component', `idle${x}`, { name: `Idle ${x}` }).put('alignment', `fault${x}`, {
        component: `idle${x}`,
        objective: `objective${x}`,
      }),
    found: (x) => [`decorative idle${x} objective${x}`],
    remedies: ['feed', 'removeAlignment'],
  },
  claimGap: {
    into: (m, x) =>
      m
        .put('claim', `fault${x}`, { component: `component${x}`, measure: `measure${x}`, share: 94.9 })
        .put('component', `other${x}`, { name: `Other ${x}` }),
    found: (x) => [`claimGap component${x} measure${x}`],
    remedies: ['openMeasure'],
  },
};

const RULES = Object.keys(FAULTS) as (keyof typeof FAULTS)[];
const faultOf = (rule: MapRule) => FAULTS[rule] as Fault;
const MARKS = ['a', 'b', 'c', 'd'];

/** Four clean chains, all of whose nodes stand on one map, with a fault in some. */
function mapWith(faults: readonly (MapRule | undefined)[]): MapMaker {
  const maker = made();
  for (const mark of MARKS) cleanChain(maker, mark);
  for (const [i, rule] of faults.entries()) if (rule) faultOf(rule).into(maker, MARKS[i] as string);
  const nodes = ['enabler', 'enabling', 'change', 'benefit', 'objective', 'driver'];
  return maker.map(
    'map',
    MARKS.flatMap((mark) => nodes.map((node) => `${node}${mark}`)),
  );
}

const keys = (found: readonly MapFinding[]) => found.map(({ key }) => key).sort();
const rank = ({ severity, rule }: MapFinding) => (severity === 'error' ? 0 : 100) + MAP_RULES.indexOf(rule);

test('there is a fault for each rule', () => expect([...RULES].sort()).toEqual([...MAP_RULES].sort()));

test('a clean map has no findings, nor has the book', () => {
  const book = mapWith([]).book();
  expect(findingsOf(book, undefined)).toEqual([]);
  expect(findingsOf(book, id('map'))).toEqual([]);
});

describe.each(RULES)('%s', (rule) => {
  const { found: wanted, remedies } = faultOf(rule);

  test('alone is found alone, with its remedies of one step, errors as errors', () => {
    const found = findingsOf(mapWith([rule]).book(), undefined);
    expect(keys(found)).toEqual(wanted('a'));
    expect(found[0]?.remedies.map(({ step }) => step)).toEqual(remedies);
    const isError = ['illegalLink', 'circle', 'overWeight', 'looseLink', 'doubleLink', 'twin'].includes(rule);
    expect(found[0]?.severity).toBe(isError ? 'error' : 'warning');
  });

  test('each remedy that is an act takes it away, and brings no other error', async () => {
    for (const place of remedies.keys()) {
      const open = await mapWith([rule]).open();
      const ctx = testContext(place + 1);
      const [finding] = findingsOf(new Book(open.state), undefined);
      const remedy = finding?.remedies[place] as Remedy;
      if (remedy.step === 'removeLink')
        must(await act(open, ctx, deleteRecord, { kind: 'contribution', record: remedy.link }));
      else if (remedy.step === 'scaleWeights') must(await act(open, ctx, scaleWeights, { node: remedy.node }));
      else if (remedy.step === 'removeAlignment')
        must(await act(open, ctx, deleteRecord, { kind: 'alignment', record: remedy.alignment }));
      else if (remedy.step === 'insertBetween') {
        const { link, type } = remedy;
        must(
          await act(open, ctx, insertBetween, { map: undefined, link, type, record: newRecordId(ctx), title: 'New' }),
        );
      } else continue;
      const left = findingsOf(new Book(open.state), undefined);
      expect(left.filter((each) => each.rule === rule || each.severity === 'error')).toEqual([]);
    }
  });
});

describe(byChance('faults put into a map'), () => {
  const aFault = fc.option(fc.constantFrom(...RULES), { nil: undefined });

  test('are found, all of them and no other, errors first', () =>
    holds(
      fc.property(fc.array(aFault, { maxLength: MARKS.length }), (faults) => {
        const found = findingsOf(mapWith(faults).book(), undefined);
        expect(keys(found)).toEqual(
          faults.flatMap((rule, i) => (rule ? faultOf(rule).found(MARKS[i] as string) : [])).sort(),
        );
        expect(found.map(rank)).toEqual(found.map(rank).toSorted((a, b) => a - b));
        return true;
      }),
      times(200, 4_000),
    ));
});
