// The parts of a DOCX file around its text: styles, fonts with what may stand in for them, settings, dates, relations.

import type { Paper } from '#shared/deck/paper.ts';
import { COLOUR, TONE } from '#shared/deck/theme.ts';
import { plain } from '#shared/words/plain.ts';
import { escapeXml } from './xml.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const LATIN = 'IBM Plex Sans';
const ARABIC = 'IBM Plex Sans Arabic';

export const part = (element: string, inner: string): string =>
  `${HEAD}<w:${element} xmlns:w="${WORD}" xmlns:r="${RELATIONS}">${inner}</w:${element}>`;

const FONTS = `<w:rFonts w:ascii="${LATIN}" w:hAnsi="${LATIN}" w:eastAsia="${LATIN}" w:cs="${ARABIC}"/>` as const;

interface Look {
  /** In points. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly colour?: string;
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  readonly outline?: number;
  readonly isCentred?: boolean;
  readonly line?: number;
}

function style(id: string, name: string, look: Look): string {
  const { size, isBold, colour, before, after, keepNext, outline, isCentred, line } = look;
  const spacing =
    (before === undefined ? '' : ` w:before="${before}"`) +
    (after === undefined ? '' : ` w:after="${after}"`) +
    (line === undefined ? '' : ` w:line="${line}" w:lineRule="exact"`);
  const paragraph =
    (keepNext ? '<w:keepNext/><w:keepLines/>' : '') +
    (spacing ? `<w:spacing${spacing}/>` : '') +
    (isCentred ? '<w:jc w:val="center"/>' : '') +
    (outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`);
  const text =
    (isBold ? '<w:b/><w:bCs/>' : '') +
    (colour ? `<w:color w:val="${colour}"/>` : '') +
    (size ? `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>` : '');
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    `${outline === undefined ? '' : '<w:next w:val="Normal"/>'}<w:qFormat/>` +
    `${paragraph ? `<w:pPr>${paragraph}</w:pPr>` : ''}${text ? `<w:rPr>${text}</w:rPr>` : ''}</w:style>`
  );
}

/** Word's own names for title and headings, so that its navigation and table of contents know them. */
export const stylesPart = (paper: Paper): string =>
  part(
    'styles',
    `<w:docDefaults><w:rPrDefault><w:rPr>${FONTS}<w:color w:val="${COLOUR.ink}"/><w:sz w:val="21"/><w:szCs w:val="21"/>` +
      `<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
      '<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
      '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>' +
      [
        style('Title', 'Title', { size: 22, isBold: true, before: 60, after: 80, keepNext: true }),
        style('Heading1', 'heading 1', {
          size: 15,
          isBold: true,
          colour: paper.colour.slice(1),
          before: 320,
          after: 100,
          keepNext: true,
          outline: 0,
        }),
        style('Heading2', 'heading 2', {
          size: 12,
          isBold: true,
          before: 260,
          after: 80,
          keepNext: true,
          outline: 1,
        }),
        style('Organisation', 'Organisation', { colour: COLOUR.quiet, isBold: true, after: 40 }),
        style('Line', 'Line', { after: 20 }),
        style('Mark', 'Mark', { isBold: true, colour: TONE.offTrack.ink, after: 80 }),
        style('Plain', 'Plain', {}),
        style('Quiet', 'Quiet', { size: 9, colour: COLOUR.quiet, after: 60 }),
        style('Strong', 'Strong paragraph', { isBold: true, after: 80 }),
        style('Warning', 'Warning', { isBold: true, colour: TONE.watch.ink }),
        style('Cell', 'Cell', { size: 9.5, after: 0 }),
        style('CellHead', 'Cell head', { size: 9.5, isBold: true, after: 0, keepNext: true }),
        style('Label', 'Label', { size: 9.5, colour: COLOUR.quiet, after: 0 }),
        style('BoxLabel', 'Box label', {
          isBold: true,
          colour: paper.colour.slice(1),
          before: 40,
          after: 40,
          keepNext: true,
        }),
        style('Box', 'Box', { size: 11.5, before: 20, after: 60 }),
        style('Gap', 'Gap', { size: 2, after: 0, line: 120 }),
        style('Header', 'header', { size: 8.5, colour: COLOUR.quiet, after: 0 }),
        style('Footer', 'footer', { size: 8.5, colour: COLOUR.quiet, after: 0, isCentred: true }),
      ].join(''),
  );

/** Where the typeface is not installed, one that has the letters stands in. */
export const fontsPart = (): string =>
  part(
    'fonts',
    `<w:font w:name="${LATIN}"><w:altName w:val="Segoe UI"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>` +
      `<w:font w:name="${ARABIC}"><w:altName w:val="Segoe UI"/><w:charset w:val="B2"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>`,
  );

export const settingsPart = (): string =>
  part(
    'settings',
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>' +
      '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>' +
      '<w:themeFontLang w:val="en-GB" w:bidi="ar-SA"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
  );

export const corePart = ({ title, organisation, day, language }: Paper): string =>
  `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
  'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${escapeXml(plain(title))}</dc:title><dc:creator>${escapeXml(organisation || 'Mizan')}</dc:creator>` +
  `<cp:lastModifiedBy>${escapeXml(organisation || 'Mizan')}</cp:lastModifiedBy>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:created>` +
  `<dcterms:modified xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:modified>` +
  `<dc:language>${language === 'ar' ? 'ar-SA' : 'en-GB'}</dc:language></cp:coreProperties>`;

const PARTS = ['document.main', 'styles', 'settings', 'fontTable', 'header', 'footer'] as const;
const fileOf = (name: (typeof PARTS)[number]): string => (name === 'document.main' ? 'document' : name);

export const contentTypesPart = (): string =>
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
  '<Default Extension="jpeg" ContentType="image/jpeg"/>' +
  PARTS.map((name) => `<Override PartName="/word/${fileOf(name)}.xml" ContentType="${TYPE}.${name}+xml"/>`).join('') +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';

const relationsPart = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

export const packageRelations = (): string =>
  relationsPart([
    ['rId1', `${RELATIONS}/officeDocument`, 'word/document.xml'],
    ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ]);

/** @param picture the logo's file under word/ */
export const documentRelations = (picture?: string): string =>
  relationsPart([
    ['rStyles', `${RELATIONS}/styles`, 'styles.xml'],
    ['rSettings', `${RELATIONS}/settings`, 'settings.xml'],
    ['rFonts', `${RELATIONS}/fontTable`, 'fontTable.xml'],
    ['rHeader', `${RELATIONS}/header`, 'header.xml'],
    ['rFooter', `${RELATIONS}/footer`, 'footer.xml'],
    ...(picture ? [['rLogo', `${RELATIONS}/image`, picture] as const] : []),
  ]);
