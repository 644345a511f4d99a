// A pasted map beside the book: what is there already is linked, what differs is said, and all of it is one step to undo.
import { beforeEach, describe, expect, test } from 'vitest';
import { takeMap } from '#shared/acts/take-map.ts';
import { commit } from '#shared/change/commit.ts';
import { invert } from '#shared/change/invert.ts';
import { Book } from '#shared/domain/book.ts';
import { proposeMap } from '#shared/intake/map-propose.ts';
import { readMapText } from '#shared/intake/map-text.ts';
import { newRecordId } from '#shared/kit/context.ts';
import type { RecordId } from '#shared/kit/ids.ts';
import { done } from '#shared/kit/result.ts';
import { mapGraph, wholeGraph } from '#shared/map/graph.ts';
import { act, must } from '#test/kit/book.ts';
import { type Desk, desk } from '#test/kit/ledger.ts';

let at: Desk;
let map: RecordId;
let city: RecordId;
let waits: RecordId;
let portal: RecordId;
let layla: RecordId;
beforeEach(async () => {
  at = await desk(3);
  map = await at.add('benefitMap', { title: 'Clinics' });
  layla = await at.add('person', { name: 'Layla' });
  city = await at.add('objective', { name: 'Healthier city' });
  waits = await at.add('benefit', { title: 'Shorter waits', state: 'identified', owner: layla });
  portal = await at.add('enabler', { title: 'Portal' });
  await at.add('component', { name: 'Clinics programme' });
  await at.add('contribution', { from: waits, to: city, weight: 40 });
});

const book = () => new Book(at.open.state);
const draftOf = (text: string) => must(readMapText(text, { below: 'feeds', top: 'objective' }));
const plan = (text: string) => proposeMap(book(), map, draftOf(text));
const said = (text: string) => plan(text).faults.map(({ line, code }) => `${line} ${code}`);
const take = async (text: string) => must(await act(at.open, at.ctx, takeMap, { map, draft: draftOf(text) }));
const links = () => {
  const graph = wholeGraph(book());
  return graph.links
    .map(({ from, to, weight }) => `${graph.nodes.get(from)?.title} → ${graph.nodes.get(to)?.title} ${weight ?? '—'}`)
    .sort();
};

const OUTLINE = 'healthier  CITY\n  Shorter waits 60 %\n    Book online 30 % !\n  Fewer visits';

describe('the dry run', () => {
  test('what is in the book is linked, the rest is new, and the book is not touched', () => {
    const version = at.open.state.version;
    const { nodes, links: planned, faults } = plan(OUTLINE);
    expect(nodes.map(({ title, known }) => [title, known])).toEqual([
      ['Healthier city', city],
      ['Shorter waits', waits],
      ['Book online', undefined],
      ['Fewer visits', undefined],
    ]);
    expect(planned.map(({ state, weightBefore, weight }) => [state, weightBefore, weight])).toEqual([
      ['changed', 40, 60],
      ['new', undefined, 30],
      ['new', undefined, undefined],
    ]);
    expect(faults).toEqual([
      {
        line: 2,
        code: 'takein.linkChanges',
        args: { line: 2, from: 'Shorter waits', to: 'Healthier city', before: 40, after: 60 },
      },
    ]);
    expect(at.open.state.version).toBe(version);
  });

  test('ends by id of the text, by record of the book, by title; nothing that names nothing is made', () => {
    const text = `id,type,title\nw,Business change,Book online\n\nfrom,to,weight\nw,${waits},30\nPortal,Book online,\nPortal,Nowhere,\nw,w,\nw,Shorter waits,20`;
    const { links: planned } = plan(text);
    expect(planned.map(({ from, to, weight }) => [from, to, weight])).toEqual([
      [0, waits, 30],
      [portal, 0, undefined],
    ]);
    expect(said(text)).toEqual(['7 takein.endUnknown', '8 takein.selfLink', '9 takein.pairTwice']);
  });

  test.each([
    ['an id of another kind', () => `id,type,title\n${city},Benefit,New`, ['2 takein.idElsewhere']],
    ['an id of no node', () => `id,type,title\n${layla},Benefit,New`, ['2 takein.idElsewhere']],
    ['another name', () => `id,type,title\n${waits},Benefit,Short waits`, ['2 takein.titleDiffers']],
    ['another type of the kind', () => `id,type,title\n${waits},Disbenefit,Shorter waits`, ['2 takein.typeDiffers']],
    ['another owner', () => 'type,title,owner\nBenefit,Shorter waits,Omar', ['2 takein.ownerDiffers']],
    [
      'another component',
      () => 'type,title,component\nBenefit,Shorter waits,Clinics programme',
      ['2 takein.componentDiffers'],
    ],
    ['no such component', () => 'type,title,component\nBenefit,New,Nobody', ['2 takein.componentUnknown']],
    ['an objective with an owner', () => 'type,title,owner\nObjective,New,Layla', ['2 takein.ownerNotHeld']],
    ['no type', () => 'id,title\nn1,New', ['2 takein.noType']],
    ['no title', () => 'id,type,title\nn1,Benefit,', ['2 takein.titleFromId']],
    ['one title twice', () => 'type,title\nBenefit,Shorter waits\nBenefit,Shorter waits', ['3 takein.titleTwice']],
  ])('%s is said', (_, text, faults) => expect(said(text())).toEqual(faults));

  test('rows of one id or one title stay two, though the book has one of them', () => {
    const known = (text: string) => plan(text).nodes.map((node) => node.known);
    expect(known('type,title\nBenefit,Shorter waits\nBenefit,Shorter waits')).toEqual([waits, undefined]);
    expect(known(`id,type,title\n${waits},Benefit,Shorter waits\n${waits},Benefit,Shorter waits`)).toEqual([
      waits,
      undefined,
    ]);
    expect(known(`id,type,title\n${city},Benefit,New`)).toEqual([undefined]);
  });

  test('two of a name in the book, two people or components of a name: said, never guessed', async () => {
    await at.add('benefit', { title: 'Shorter waits', state: 'identified' });
    await at.add('person', { name: 'LAYLA' });
    await at.add('component', { name: 'Clinics Programme' });
    expect(said('Benefit: Shorter waits')).toEqual(['1 takein.severalKnown']);
    expect(said('from,to,weight\nShorter waits,Healthier city,5')).toEqual(['2 takein.endSeveral']);
    expect(said('type,title,owner,component\nBenefit,New,Layla,Clinics programme')).toEqual([
      '2 takein.ownerSeveral',
      '2 takein.componentSeveral',
    ]);
  });

  test('the tree of objectives is a link already', async () => {
    await at.add('objective', { name: 'Faster care', parent: city });
    const text = 'Healthier city\n  Objective: Faster care 40 %';
    expect(plan(text).links.map(({ state, values }) => [state, values])).toEqual([['same', {}]]);
    expect(said(text)).toEqual(['2 takein.treeLink']);
  });
});

describe('the act', () => {
  test('writes all as one change, which one undo takes back', async () => {
    const before = { links: links(), nodes: wholeGraph(book()).nodes.size, people: [...book().all('person')].length };
    const changes = at.open.state.changes.length;
    const { change, before: values } = await take(
      'id,type,title,owner,component\na,Business change,Book online,Omar,Clinics programme\nb,Benefit,Shorter waits,,\nc,Enabler,Forms,omar,\n\nfrom,to,weight,necessary,rationale,evidence\na,b,30,yes,Fewer calls,Pilot\nb,Healthier city,60,,,\nc,a,,,,',
    );
    expect(at.open.state.changes.length).toBe(changes + 1);
    expect(links()).toEqual([
      'Book online → Shorter waits 30',
      'Forms → Book online —',
      'Shorter waits → Healthier city 60',
    ]);
    expect([...mapGraph(book(), map).nodes.values()].map(({ title }) => title).sort()).toEqual([
      'Book online',
      'Forms',
      'Healthier city',
      'Shorter waits',
    ]);
    const made = [...book().all('businessChange')][0];
    expect(book().get('person', made?.owner)?.name).toBe('Omar');
    expect(book().get('component', made?.component)?.name).toBe('Clinics programme');
    expect([...book().all('enabler')].find(({ title }) => title === 'Forms')?.owner).toBe(made?.owner);
    expect([...book().all('contribution')].find(({ to }) => to === waits)).toMatchObject({
      necessary: true,
      rationale: 'Fewer calls',
      evidence: 'Pilot',
    });
    expect([...book().all('benefit')].map(({ owner }) => owner)).toEqual([layla]);
    must(
      await commit(at.open, at.ctx, (state) =>
        done({ act: 'act.undo', writes: change ? invert(state, change, values).writes : [] }),
      ),
    );
    expect(links()).toEqual(before.links);
    expect(wholeGraph(book()).nodes.size).toBe(before.nodes);
    expect([...book().all('person')]).toHaveLength(before.people);
    expect(mapGraph(book(), map).nodes.size).toBe(0);
  });

  test('taken in twice, nothing is there twice', async () => {
    await take(OUTLINE);
    const once = links();
    expect((await take(OUTLINE)).change).toBeUndefined();
    expect(links()).toEqual(once);
  });

  test('an empty cell clears nothing; a no unmarks', async () => {
    await take('from,to,weight,necessary\nShorter waits,Healthier city,,yes');
    expect([...book().all('contribution')][0]).toMatchObject({ weight: 40, necessary: true });
    await take('from,to,weight,necessary\nShorter waits,Healthier city,,no');
    expect([...book().all('contribution')][0]).toMatchObject({ weight: 40, necessary: false });
  });

  test('nothing to put, or no such map, is refused', async () => {
    const empty = await act(at.open, at.ctx, takeMap, { map, draft: draftOf('') });
    expect(empty.ok ? undefined : empty.problem.code).toBe('takein.nothing');
    const gone = await act(at.open, at.ctx, takeMap, { map: newRecordId(at.ctx), draft: draftOf('A') });
    expect(gone.ok ? undefined : gone.problem.code).toBe('act.recordGone');
  });

  test('five thousand lines come in within seconds', async () => {
    const rows = Array.from({ length: 2_499 }, (_, i) => `n${i},Benefit,Node ${i},Owner ${i % 50}`).join('\n');
    const ends = Array.from({ length: 2_498 }, (_, i) => `n${i},n${i + 1},40`).join('\n');
    const start = process.hrtime.bigint();
    await take(`id,type,title,owner\n${rows}\n\nfrom,to,weight\n${ends}`);
    expect(mapGraph(book(), map).links).toHaveLength(2_498);
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(8_000);
  });
});
