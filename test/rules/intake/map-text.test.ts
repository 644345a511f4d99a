// A map pasted as an outline or as tables: what is plain comes in as it stands, what is not is said at its line.
import { describe, expect, test } from 'vitest';
import { DRAFT_FAULTS, type MapDraft } from '#shared/intake/map-draft.ts';
import { type OutlineReading, typeBelow } from '#shared/intake/map-outline.ts';
import { readMapText } from '#shared/intake/map-text.ts';
import { typedNode } from '#shared/intake/map-typed.ts';
import { typeNamed, yesOrNo } from '#shared/intake/map-words.ts';
import { createWords } from '#shared/words/words.ts';
import { must } from '#test/kit/book.ts';

const DOWN: OutlineReading = { below: 'feeds', top: 'objective' };
const read = (text: string, reading = DOWN): MapDraft => must(readMapText(text, reading));
const said = ({ faults }: MapDraft) => faults.map(({ line, code }) => `${line} ${code}`);
/** "Child → Parent 40 !" for each link. */
const linked = ({ nodes, links }: MapDraft) => {
  const name = (end: number | string) => (typeof end === 'number' ? nodes[end]?.title : `?${end}`);
  return links.map(
    ({ from, to, weight, necessary }) =>
      `${name(from)} → ${name(to)}${weight === undefined ? '' : ` ${weight}`}${necessary ? ' !' : ''}`,
  );
};

test('each fault has its sentence in both languages, naming its line', () => {
  for (const language of ['en', 'ar'] as const) {
    const words = createWords({ language });
    for (const code of DRAFT_FAULTS) {
      expect(words.has(code), code).toBe(true);
      expect(words.problem({ code, args: { line: 7 } }), code).toContain('7');
    }
  }
});

test('types are named in both languages, of one or many, by any preset', () => {
  expect(
    [
      'Benefit',
      'BENEFITS',
      'business-change',
      'enablingChange',
      'Outcome',
      'Solution',
      'منفعة',
      'المنفعة',
      'ممكن',
      'الأهداف',
      'Phase 2',
    ].map(typeNamed),
  ).toEqual([
    'benefit',
    'benefit',
    'businessChange',
    'enablingChange',
    'businessChange',
    'enabler',
    'benefit',
    'benefit',
    'enabler',
    'objective',
    undefined,
  ]);
  expect(['yes', 'X', 'نعم', '١', 'no', '', 'لا', 'maybe'].map(yesOrNo)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
    undefined,
  ]);
});

test.each([
  ['Shorter waits 40 %', { title: 'Shorter waits', weight: 40 }],
  ['Shorter waits 40% !', { title: 'Shorter waits', weight: 40, necessary: true }],
  ['مواعيد أقرب ٤٠٪', { title: 'مواعيد أقرب', weight: 40 }],
  ['مواعيد أقرب ٪40', { title: 'مواعيد أقرب', weight: 40 }],
  ['Save -5 %', { title: 'Save', weight: -5 }],
  ['Hurray!', { title: 'Hurray!' }],
])('typed: %s', (text, wanted) => expect(typedNode(text)).toEqual(wanted));

describe('an outline', () => {
  test('from the objective down: each line feeds the one above, and is what such a thing is', () => {
    const draft = read(
      'Healthier city\n  Shorter waits 60 %\n    Book online !\n      Train clerks\n  Disbenefit: Job losses',
    );
    expect(draft.nodes.map(({ type, title }) => `${type} ${title}`)).toEqual([
      'objective Healthier city',
      'benefit Shorter waits',
      'businessChange Book online',
      'enablingChange Train clerks',
      'disbenefit Job losses',
    ]);
    expect(linked(draft)).toEqual([
      'Shorter waits → Healthier city 60',
      'Book online → Shorter waits !',
      'Train clerks → Book online',
      'Job losses → Healthier city',
    ]);
    expect(said(draft)).toEqual([]);
  });

  test('from the enabler on: what stands below is what it leads to', () => {
    const draft = read('Portal\n\tTraining\n\t\tBook online\n\t\t\tShorter waits', { below: 'ledTo', top: 'enabler' });
    expect(draft.nodes.map(({ type }) => type)).toEqual(['enabler', 'enablingChange', 'businessChange', 'benefit']);
    expect(linked(draft)).toEqual(['Portal → Training', 'Training → Book online', 'Book online → Shorter waits']);
  });

  test('a map of problems has no objectives and no enabling changes between', () => {
    const reading: OutlineReading = { below: 'feeds', top: 'driver', preset: 'problem' };
    expect([typeBelow('driver', reading), typeBelow('benefit', reading), typeBelow('businessChange', reading)]).toEqual(
      ['benefit', 'businessChange', 'enabler'],
    );
    expect(typeBelow('enabler', { ...reading, below: 'ledTo' })).toBe('businessChange');
    expect(typeBelow('benefit', { ...reading, below: 'ledTo' })).toBe('driver');
  });

  test('bullets, numbers and types in either language; a colon in a name stays', () => {
    const draft = read(
      '- Objective: A\n  * Benefit: B\n  • B2\n  1. B3\n  ١. منفعة: ب\n  • Phase 2: roll out\n  2) Benefit: C: first 5 %',
    );
    expect(draft.nodes.map(({ type, title }) => `${type} ${title}`)).toEqual([
      'objective A',
      'benefit B',
      'benefit B2',
      'benefit B3',
      'benefit ب',
      'benefit Phase 2: roll out',
      'benefit C: first',
    ]);
  });

  test('the same name again is the same node, and that is said', () => {
    const draft = read('A\n  X\nB\n  X 30 %\n  X');
    expect(draft.nodes).toHaveLength(3);
    expect(linked(draft)).toEqual(['X → A', 'X → B 30', 'X → B']);
    expect(said(draft)).toEqual(['4 takein.sameNode', '5 takein.sameNode']);
    const typed = read('A\n  Benefit: X\n    Business change: X');
    expect(typed.nodes).toHaveLength(3);
  });

  test.each([
    [
      'several levels at once',
      'A\n  B\n  C\n      D\n    E',
      ['4 takein.jump', '5 takein.noSuchLevel'],
      'B → A|C → A|D → C|E → C',
    ],
    ['back to a level that never was', 'A\n    B\n        C\n  D', ['4 takein.noSuchLevel'], 'B → A|C → B|D → A'],
    ['a blank too many', 'A\n    B\n     C\n    D\n        E', ['3 takein.unevenIndent'], 'B → A|C → A|D → A|E → D'],
    ['tabs among blanks', 'A\n  B\n  C\n    D\n\tE', ['5 takein.mixedIndent'], 'B → A|C → A|D → C|E → A'],
    ['deep from the start', '    A\n  B\nC', ['1 takein.jump'], ''],
    ['a weight over 100', 'A\n  B 120 %', ['2 takein.weightOutside'], 'B → A'],
    ['a weight below 0', 'A\n  B -5 %', ['2 takein.weightOutside'], 'B → A'],
    ['a weight at the top', 'A 40 %\n  B', ['1 takein.weightAlone'], 'B → A'],
    ['no name', 'A\n  Benefit:\n    C', ['2 takein.noTitle'], 'C → A'],
    ['a table nobody knows', 'A,B,40\nB,C,20', ['1 takein.looksLikeTable'], ''],
  ])('%s', (_, text, faults, links) => {
    const draft = read(text);
    expect(said(draft)).toEqual(faults);
    expect(linked(draft).join('|')).toBe(links);
  });

  test('a name longer than a book keeps is cut, and that is said', () => {
    const draft = read('x'.repeat(1_200));
    expect([draft.nodes[0]?.title.length, ...said(draft)]).toEqual([1_000, '1 takein.longTitle']);
  });
});

describe('tables', () => {
  const NODES = 'id,type,title,owner,component\nb1,Benefit,Shorter waits,Layla,\ne1,Enabler,Portal,,Clinics\n';
  const LINKS = 'from,to,weight,necessary,rationale,evidence\ne1,b1,40 %,yes,"It saves a call, and a visit",Pilot\n';

  test('nodes and links, parted by a blank line', () => {
    for (const text of [`${NODES}\n${LINKS}`, `${LINKS}\n${NODES}`, `\ufeff${NODES},,,,\r\n${LINKS}`]) {
      const draft = read(text);
      expect(draft.shape).toBe('csv');
      expect(draft.nodes).toMatchObject([
        { id: 'b1', type: 'benefit', title: 'Shorter waits', owner: 'Layla' },
        { id: 'e1', type: 'enabler', title: 'Portal', component: 'Clinics' },
      ]);
      expect(draft.links).toMatchObject([
        { from: 1, to: 0, weight: 40, necessary: true, rationale: 'It saves a call, and a visit', evidence: 'Pilot' },
      ]);
      expect(draft.faults).toEqual([]);
    }
  });

  test('Arabic headers, semicolons, tabs, quotes within quotes', () => {
    const draft = read(
      'المعرف;النوع;العنوان\n١;منفعة;"قال ""نعم"""\n٢;ممكّن;بوابة\n\nمن\tإلى\tالوزن\tلازم\n٢\t١\t٤٠٪\tنعم',
    );
    expect(draft.nodes.map(({ type, title }) => `${type} ${title}`)).toEqual(['benefit قال "نعم"', 'enabler بوابة']);
    expect(draft.links).toMatchObject([{ from: 1, to: 0, weight: 40, necessary: true }]);
  });

  test.each([
    ['a weight in words', `${NODES}\nfrom,to,weight\ne1,b1,about half`, ['6 takein.weightNotNumber']],
    ['forty', `${NODES}\nfrom,to,weight\ne1,b1,forty`, ['6 takein.weightNotNumber']],
    ['over a hundred', `${NODES}\nfrom,to,weight\ne1,b1,140`, ['6 takein.weightOutside']],
    ['negative', `${NODES}\nfrom,to,weight\ne1,b1,-3`, ['6 takein.weightOutside']],
    ['a fraction', `${NODES}\nfrom,to,weight\ne1,b1,0.4`, ['6 takein.weightFraction']],
    ['necessary in other words', `${NODES}\nfrom,to,necessary\ne1,b1,perhaps`, ['6 takein.necessaryUnread']],
    ['an id twice', `${NODES}b1,Objective,City\n`, ['4 takein.idTwice']],
    ['a title twice', `${NODES}b2,Benefit,shorter  WAITS\n`, ['4 takein.titleTwice']],
    ['an end left out', `${NODES}\nfrom,to\ne1,\n`, ['6 takein.endMissing']],
    [
      'an end that two have',
      `${NODES}b1,Objective,City\n\nfrom,to\ne1,b1`,
      ['4 takein.idTwice', '7 takein.endSeveral'],
    ],
    ['a type nobody knows', 'type,title\nGizmo,A', ['2 takein.unknownType']],
    ['nothing named', 'type,title,owner\nBenefit,,Layla', ['2 takein.noTitle']],
    ['a column of no use', 'type,title,colour\nBenefit,A,red', ['1 takein.columnUnread']],
    ['a column too few', 'from,weight\nA,40', ['1 takein.columnMissing', '2 takein.endMissing']],
    ['cells too many', 'type,title\nBenefit,A,B', ['2 takein.extraCells']],
    ['a quote never closed', 'type,title\nBenefit,"A\nBenefit,B', ['2 takein.openQuote']],
  ])('%s', (_, text, faults) => expect(said(read(text))).toEqual(faults));

  test('a link whose weight is no number is there without one; rows of one id are both there', () => {
    expect(read(`${NODES}\nfrom,to,weight\ne1,b1,forty`).links).toEqual([{ line: 6, from: 1, to: 0 }]);
    expect(read(`${NODES}b1,Objective,City\n`).nodes.map(({ title }) => title)).toEqual([
      'Shorter waits',
      'Portal',
      'City',
    ]);
  });

  test('a node without a type is guessed by what it is linked to', () => {
    const draft = read('title,type\nA,Objective\nB,\nC,\n\nfrom,to\nC,B\nB,A');
    expect(draft.nodes.map(({ type, guess }) => type ?? `guess ${guess}`)).toEqual([
      'objective',
      'guess benefit',
      'guess businessChange',
    ]);
  });
});

describe('large and empty', () => {
  test('nothing is nothing', () => expect(read(' \n\n').shape).toBe('empty'));

  test('a thousand lines come in, quickly, of either kind', () => {
    const start = process.hrtime.bigint();
    const outline = Array.from({ length: 1_000 }, (_, i) => `${'  '.repeat(i % 5)}Node ${i}`).join('\n');
    expect(read(outline).nodes).toHaveLength(1_000);
    expect(said(read(outline))).toEqual([]);
    const deep = Array.from({ length: 1_000 }, (_, i) => `${'\t'.repeat(i)}Node ${i}`).join('\n');
    expect(read(deep).links).toHaveLength(999);
    const rows = Array.from({ length: 1_000 }, (_, i) => `n${i},Benefit,Node ${i}`).join('\n');
    const links = Array.from({ length: 999 }, (_, i) => `n${i},n${i + 1},40`).join('\n');
    const draft = read(`id,type,title\n${rows}\n\nfrom,to,weight\n${links}`);
    expect([draft.nodes.length, draft.links.length, draft.faults.length]).toEqual([1_000, 999, 0]);
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(2_000);
  });

  test('five thousand lines are the most, and that is said', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => `Node ${i}`).join('\n');
    expect(read(many(5_000)).nodes).toHaveLength(5_000);
    const refused = readMapText(many(5_001), DOWN);
    expect(refused.ok ? undefined : refused.problem).toEqual({
      code: 'takein.tooManyLines',
      args: { lines: 5_001, most: 5_000 },
    });
    expect(readMapText('x'.repeat(5_000_001), DOWN).ok).toBe(false);
  });
});
