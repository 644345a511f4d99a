// After-treatment of what pptxgenjs 4.0.1 writes, until it is valid against ISO 29500-4 (PowerPoint offers to repair what
// is not): its faults mended, our chart parts and workbooks put in, clocks and chance taken out.
import { bytesOf, type Files, packZip, textOf, unpackZip } from '#shared/sheet/zip.ts';

export interface Replacement {
  /** The date every part bears. */
  readonly asAt: string;
  /** In the order the charts were added. */
  readonly charts: readonly { readonly xml: string; readonly workbook: Uint8Array }[];
  /** Shapes that take the place of the stand-in of the same number. */
  readonly maps: readonly string[];
}

export function repairDeck(bytes: Uint8Array, replacement: Replacement): Uint8Array<ArrayBuffer> {
  const files = unpackZip(bytes);
  for (const path of Object.keys(files)) if (path.endsWith('/')) delete files[path];
  replaceCharts(files, replacement.charts);
  dropPhantomParts(files);
  edit(files, 'ppt/presentation.xml', mendOrder);
  edit(files, 'docProps/core.xml', (xml) => dated(xml, replacement.asAt));
  for (const path of Object.keys(files))
    if (/^ppt\/slides\/slide\d+\.xml$/.test(path))
      edit(files, path, (xml) => mendSlide(putMaps(xml, replacement.maps)));
  return packZip(inOrder(files));
}

function edit(files: Files, path: string, change: (xml: string) => string): void {
  const bytes = files[path];
  if (bytes) files[path] = bytesOf(change(textOf(bytes)));
}

const chartNumber = (path: string): number => Number(/chart(\d+)\.xml$/.exec(path)?.[1]);

/** The library numbers charts over all decks it ever made: ours count from one in every deck. */
function replaceCharts(files: Files, charts: Replacement['charts']): void {
  const paths = Object.keys(files)
    .filter((path) => /^ppt\/charts\/chart\d+\.xml$/.test(path))
    .sort((a, b) => chartNumber(a) - chartNumber(b));
  const renamed = new Map<string, string>();
  for (const [at, path] of paths.entries()) {
    const old = chartNumber(path);
    renamed.set(`charts/chart${old}.xml`, `charts/chart-${at + 1}.xml`);
    for (const extra of [
      path,
      `ppt/charts/_rels/chart${old}.xml.rels`,
      `ppt/embeddings/Microsoft_Excel_Worksheet${old}.xlsx`,
    ])
      delete files[extra];
  }
  for (const path of Object.keys(files))
    if (path.endsWith('.rels') || path === '[Content_Types].xml')
      edit(files, path, (xml) => xml.replace(/charts\/chart\d+\.xml/g, (name) => renamed.get(name) ?? name));
  for (const path of Object.keys(files))
    if (path.endsWith('.rels') || path === '[Content_Types].xml')
      edit(files, path, (xml) => xml.replace(/charts\/chart-(\d+)\.xml/g, 'charts/chart$1.xml'));
  for (const [at, chart] of charts.entries()) {
    const n = at + 1;
    files[`ppt/charts/chart${n}.xml`] = bytesOf(chart.xml);
    files[`ppt/charts/_rels/chart${n}.xml.rels`] = bytesOf(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" ' +
        `Target="../embeddings/Microsoft_Excel_Worksheet${n}.xlsx"/></Relationships>`,
    );
    files[`ppt/embeddings/Microsoft_Excel_Worksheet${n}.xlsx`] = chart.workbook;
  }
}

/** Type entries of slide masters that were never written. */
function dropPhantomParts(files: Files): void {
  edit(files, '[Content_Types].xml', (xml) =>
    xml.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (entry, part: string) => (part in files ? entry : '')),
  );
}

/** The presentation's children stand in order: masters, notes masters, slides. */
function mendOrder(xml: string): string {
  const notes = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(xml)?.[0];
  return notes ? xml.replace(notes, '').replace('<p:sldIdLst>', `${notes}<p:sldIdLst>`) : xml;
}

const dated = (xml: string, asAt: string): string =>
  xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${asAt}T00:00:00Z`);

/** The name of the shape whose first number is the slide's own: a field, so that it follows when slides are moved. */
export const SLIDE_NUMBER = 'Slide number';
const NUMBER_RUN = new RegExp(
  `(name="${SLIDE_NUMBER}".*?)<a:r>(<a:rPr.*?</a:rPr>)<a:t>(\\d+)( / \\d+)</a:t></a:r>`,
  's',
);

function numberField(xml: string): string {
  return xml.replace(
    NUMBER_RUN,
    (_, before: string, look: string, number: string, rest: string) =>
      `${before}<a:fld id="{6D22F896-40B5-4ADD-8801-0D06FADFA095}" type="slidenum">${look}<a:t>${number}</a:t></a:fld>` +
      `<a:r>${look}<a:t>${rest}</a:t></a:r>`,
  );
}

/** The name of the shape that keeps a map's place on its slide. */
export const standInName = (map: number): string => `Map stand-in ${map}`;
const STAND_IN = /<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="Map stand-in (\d+)".*?<\/p:sp>/gs;

const putMaps = (xml: string, maps: readonly string[]): string =>
  xml.replace(STAND_IN, (_, map: string) => maps[Number(map)] ?? '');

/** Shapes numbered once each, connectors following those they are glued to; a table says that its first row is its head. */
function mendSlide(xml: string): string {
  let id = 1;
  const renumbered = new Map<string, string>();
  return numberField(xml)
    .replace(/(<p:cNvPr )id="(\d+)"/g, (_, start: string, old: string) => {
      const now = String(id++);
      renumbered.set(old, now);
      return `${start}id="${now}"`;
    })
    .replace(
      /(<a:(?:stCxn|endCxn) )id="(\d+)"/g,
      (_, start: string, old: string) => `${start}id="${renumbered.get(old) ?? old}"`,
    )
    .replace(/<a:tblPr\/>/g, '<a:tblPr firstRow="1"/>');
}

/** The content types first, as readers expect; then by name, so that the order is the same each time. */
function inOrder(files: Files): Files {
  const rank = (path: string) => (path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2);
  const paths = Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(paths.map((path) => [path, files[path] as Uint8Array]));
}
