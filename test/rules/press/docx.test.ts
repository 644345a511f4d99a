// Minutes on paper: a DOCX Word need not repair, right to left in Arabic, nothing lost, the same bytes; and the pages for PDF.
import { describe, expect, test } from 'vitest';
import { minutesPaper } from '#shared/deck/minutesPaper.ts';
import type { Paper } from '#shared/deck/paper.ts';
import { directionOf, piecesOf } from '#shared/press/bidi.ts';
import { pressDocx } from '#shared/press/docx.ts';
import { paperHtml } from '#shared/press/paperHtml.ts';
import { pictureOf } from '#shared/press/picture.ts';
import { checkArchive } from '#shared/sheet/archive.ts';
import { textOf, unpackZip } from '#shared/sheet/zip.ts';
import { createWords } from '#shared/words/words.ts';
import { lacks } from '#test/kit/lacks.ts';
import { closedLook, HASH, sampleMinutes } from '#test/kit/minutes.ts';
import { NO_SCHEMAS, schemasHere } from '#test/kit/office.ts';
import { wordFaults } from '#test/kit/wordSchema.ts';

const paper = (language: 'en' | 'ar', change: Partial<Paper> = {}): Paper => ({
  ...minutesPaper(sampleMinutes(language), createWords({ language }), closedLook(language)),
  ...change,
});
const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unpackZip(bytes)).map(([path, part]) => [path, path.endsWith('.png') ? '' : textOf(part)]),
  );
/** Text as read: entities solved, marks of direction gone. */
const read = (xml: string): string =>
  xml
    .replace(/<\/(w:p|p|h\d|td|th|div)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

/** All a person wrote or did in the room. */
const spokenOf = (language: 'en' | 'ar'): string[] => {
  const { attendance, items, actions, ...rest } = sampleMinutes(language);
  return [
    ...[rest.board, rest.title, rest.place, rest.organisation],
    ...attendance.flatMap(({ seat, member, sat }) => [seat, member, sat]),
    ...items.flatMap(({ title, said, decision }) => [
      title,
      ...said.split('\n'),
      ...(decision
        ? [decision.number ?? '', decision.resolution, decision.rationale, decision.dissent, decision.conditions]
        : []),
    ]),
    ...actions.flatMap(({ title, person }) => [title, person]),
  ].filter((text) => text !== '');
};

describe.each(['en', 'ar'] as const)('minutes as DOCX: %s', (language) => {
  const bytes = pressDocx(paper(language));
  const files = partsOf(bytes);
  const document = files['word/document.xml'] ?? '';

  test('valid against ISO 29500', (ctx) => {
    if (!schemasHere) console.warn(NO_SCHEMAS);
    if (!schemasHere || lacks('xmllint')) ctx.skip();
    expect(checkArchive(bytes).ok).toBe(true);
    expect(wordFaults(bytes)).toEqual([]);
  });

  test('the same bytes twice, dated by the paper', () => {
    expect(pressDocx(paper(language))).toEqual(bytes);
    expect(files['docProps/core.xml']).toContain('>2027-03-18T00:00:00Z</dcterms:modified>');
  });

  test('nothing said is lost', () => {
    const text = read(document);
    expect(spokenOf(language).filter((each) => !text.includes(each))).toEqual([]);
    expect(text).toContain(HASH);
    expect(document).not.toMatch(/[\u2066-\u2069]/);
  });

  test('headings, repeated head rows, whole rows, page numbers', () => {
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(5);
    expect(document.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(6);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(document.match(/<w:cantSplit\/>/g)?.length).toBe(document.match(/<w:tr>/g)?.length);
    expect(files['word/footer.xml']).toMatch(/ PAGE .* NUMPAGES /);
    expect(read(files['word/footer.xml'] ?? '')).toContain(HASH.slice(0, 12));
    expect(files['word/styles.xml']).toContain('w:ascii="IBM Plex Sans"');
    expect(files['word/styles.xml']).toContain('w:cs="IBM Plex Sans Arabic"');
  });

  test('the signatures stay with the last words before them', () => {
    const signed = document.slice(document.lastIndexOf('<w:pStyle w:val="Heading1"/>'));
    const paragraphs = signed.match(/<w:pPr>.*?<\/w:pPr>/g) ?? [];
    const loose = paragraphs.filter((each) => !each.includes('<w:keepNext/>'));
    // the last row's own two, for nothing follows them
    expect(loose).toHaveLength(2);
  });

  test('the logo keeps its shape', () => {
    const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(document) ?? [];
    expect(Number(cx) / Number(cy)).toBeCloseTo(40 / 16, 2);
    expect(Object.keys(files)).toContain('word/media/logo.png');
  });
});

test('Arabic reads from the right: section, tables, paragraphs, runs; its names and numbers their own way', () => {
  const document = partsOf(pressDocx(paper('ar')))['word/document.xml'] ?? '';
  expect(document).toMatch(/<w:bidi\/><\/w:sectPr>/);
  expect(document.match(/<w:bidiVisual\/>/g)?.length).toBe(document.match(/<w:tbl>/g)?.length);
  const paragraphs = document.match(/<w:p>.*?<\/w:p>/g) ?? [];
  for (const each of paragraphs) {
    if (/[\u0600-\u06ff]/.test(each)) expect(each).toContain('<w:bidi/>');
    for (const run of each.match(/<w:r>.*?<\/w:r>/g) ?? []) {
      const text = run.replace(/<[^>]*>/g, '');
      if (/[\u0600-\u06ff]/.test(text)) expect(run).toContain('<w:rtl/>');
      else if (/[A-Za-z0-9]/.test(text)) expect(run).not.toContain('<w:rtl/>');
    }
  }
  expect(document).toContain('>\u200e2027-014\u200e<');
  const english = partsOf(pressDocx(paper('en')))['word/document.xml'] ?? '';
  expect(english).not.toMatch(/<w:bidi\/>|<w:bidiVisual\/>|<w:rtl\/>/);
});

test('signs of XML in a name are text', () => {
  const hostile = paper('en', {
    organisation: 'A & B <i>“x”</i>\u0000',
    lines: [`</w:t>"'&amp;`],
    footer: { classification: '";} </style><b>', page: ['\\', '"', ''], mark: '&' },
  });
  const { 'word/document.xml': document = '', 'docProps/core.xml': core = '' } = partsOf(pressDocx(hostile));
  expect(document).toContain('A &amp; B &lt;i&gt;“x”&lt;/i&gt;<');
  expect(read(document)).toContain(`</w:t>"'&amp;`);
  expect(core).toContain('A &amp; B &lt;i&gt;');
  const html = paperHtml(hostile);
  expect(html).toContain('A &amp; B &lt;i&gt;“x”&lt;/i&gt;');
  expect(html.match(/<\/style>/g)).toHaveLength(1);
});

test('a logo that is no picture is left out', () => {
  expect(pictureOf('data:image/png;base64,AAAA')).toBeUndefined();
  const files = partsOf(pressDocx(paper('en', { logo: 'data:image/png;base64,AAAA' })));
  expect(files['word/document.xml']).not.toContain('<w:drawing>');
});

test.each(['en', 'ar'] as const)('the pages for PDF say the same: %s', (language) => {
  const html = paperHtml(paper(language), { fonts: '@font-face{}' });
  const text = read(html.slice(html.indexOf('<body>')));
  expect(spokenOf(language).filter((each) => !text.includes(each))).toEqual([]);
  expect(html).toContain(`dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
  expect(html).toContain('size: A4 portrait');
  expect(html).toContain('counter(pages)');
  expect(html).not.toContain('<script');
});

test('pieces are the text, each running its own way', () => {
  expect(directionOf('Tom Jones: تستند التوقعات إلى مسح واحد')).toBe('rtl');
  expect(directionOf('\u2068بدر\u2069 sat here')).toBe('ltr');
  expect(directionOf('2027-014')).toBeUndefined();
  expect(piecesOf('القرار \u20682027-014\u2069 نافذ', 'rtl')).toEqual([
    { text: 'القرار ', direction: 'rtl' },
    { text: '\u200e2027-014\u200e', direction: 'ltr' },
    { text: ' نافذ', direction: 'rtl' },
  ]);
  expect(piecesOf('by \u2068لجنة (أ)\u2069, then', 'ltr')).toEqual([
    { text: 'by ', direction: 'ltr' },
    { text: 'لجنة (أ)\u200f', direction: 'rtl' },
    { text: ', then', direction: 'ltr' },
  ]);
  expect(piecesOf('2. \u2068Stop the pilot\u2069', 'rtl').map(({ text }) => text)).toEqual([
    '\u200e2\u200e',
    '. \u200f',
    'Stop the pilot',
  ]);
  expect(piecesOf('', 'rtl')).toEqual([]);
});
