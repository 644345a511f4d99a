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

describe('a claim against its paths', () => {
  const gap = (claim: number | undefined, weight: number | undefined, more: (maker: MapMaker) => unknown = () => 0) => {
    const maker = cleanChain(made()).put('contribution', 'change-benefit', { weight: weight ?? null });
    maker.put('component', 'other', { name: 'Other' });
    if (claim !== undefined) maker.put('claim', 'claim', { component: 'component', measure: 'measure', share: claim });
    else maker.put('claim', 'claim', { component: 'other', measure: 'measure', share: 10 });
    more(maker);
    return findingsOf(maker.book(), undefined).filter(({ rule }) => rule === 'claimGap');
  };

  test('exactly five points apart is no gap, whatever the weights; a hair more is one', () => {
    for (let weight = 0; weight <= 100; weight++)
      for (const off of [-5, 5]) {
        const claim = weight + off;
        if (claim < 0 || claim > 100) continue;
        expect(gap(claim, weight), `${claim} ${weight}`).toEqual([]);
        const wider = claim + Math.sign(off) * 0.01;
        if (wider >= 0 && wider <= 100) expect(gap(wider, weight), `${wider} ${weight}`).toHaveLength(1);
      }
  });

  test('names both figures; a path without a claim is one, a weight nobody stated is none', () => {
    expect(gap(80, 40)[0]?.args).toMatchObject({ claim: 80, path: 40 });
    expect(gap(undefined, 40)[0]?.args).toMatchObject({ claim: 0, path: 40 });
    expect(gap(80, undefined)).toEqual([]);
  });

  test('is asked of the lead measure, wherever it stands among the others', () => {
    const lead = (measure: string) => (maker: MapMaker) =>
      maker
        .put('measure', 'second', { name: 'Second', benefit: 'benefit' })
        .put('claim', 'claim2', { component: 'component', measure: 'second', share: 90 })
        .put('benefit', 'benefit', { leadMeasure: measure });
    expect(gap(40, 40, lead('measure'))).toEqual([]);
    expect(gap(40, 40, lead('second'))).toMatchObject([{ args: { claim: 90, path: 40 } }]);
  });
});

describe('what is asked of a line of sight', () => {
  const rules = (maker: MapMaker) => findingsOf(maker.book(), undefined).map(({ key }) => key);

  test('doing an aim harm is not serving it', () => {
    const maker = cleanChain(made())
      .node('objective', 'harmed')
      .node('disbenefit', 'harm', {
        ...owned(''),
        treatment: { how: 'accepted', by: 'A', on: '2026-01-01', reason: 'R' },
      });
    maker.link('benefit', 'harm').link('harm', 'harmed', { weight: 10 });
    maker.put('alignment', 'word', { component: 'component', objective: 'harmed' });
    expect(rules(maker)).toEqual(['unservedObjective harmed', 'decorative component harmed']);
  });

  test.each(['rejected', 'notRealised', 'merged'])('a benefit that is %s serves nothing, and is no reason', (state) => {
    const maker = cleanChain(made()).put('benefit', 'benefit', { state });
    expect(rules(maker)).toEqual([
      'unservedObjective objective',
      'idleEnabler enabler',
      'decorative component objective',
    ]);
  });

  test('a benefit that was closed did serve; nothing is expected of it itself', () => {
    const maker = cleanChain(made()).put('benefit', 'benefit', { state: 'closed', owner: 'gone' });
    expect(rules(maker).filter((key) => !key.startsWith('decorative'))).toEqual([]);
  });

  test('what a part shows, the whole shows', () => {
    const maker = cleanChain(made())
      .put('component', 'programme', { name: 'Programme' })
      .put('component', 'component', { parent: 'programme' })
      .put('alignment', 'word', { component: 'programme', objective: 'objective' });
    expect(rules(maker)).toEqual([]);
  });

  test('parts that lie in a circle hang nothing', () => {
    const maker = cleanChain(made())
      .put('component', 'programme', { name: 'Programme', parent: 'component' })
      .put('component', 'component', { parent: 'programme' })
      .put('alignment', 'word', { component: 'programme', objective: 'objective' });
    expect(rules(maker)).toEqual([]);
  });
});
