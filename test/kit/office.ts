// LibreOffice and the schemas of ISO 29500, as tests use them on what was pressed.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkArchive } from '#shared/sheet/archive.ts';
import { unpackZip } from '#shared/sheet/zip.ts';

const SCHEMAS = join(import.meta.dirname, '../../../shared/data/ooxml-xsd');
export const schemasHere = existsSync(SCHEMAS);
export const NO_SCHEMAS =
  'Skipped: the ISO 29500 schemas are not in ../shared/data/ooxml-xsd, so decks are not validated.';

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/charts\/chart\d+\.xml$/, 'ISO-IEC-29500-4/xsd/dml-chart.xsd'],
  [/^ppt\/(theme\/.*|tableStyles)\.xml$/, 'ISO-IEC-29500-4/xsd/dml-main.xsd'],
  [/^ppt\/.*\.xml$/, 'ISO-IEC-29500-4/xsd/pml.xsd'],
  [/^xl\/.*\.xml$/, 'ISO-IEC-29500-4/xsd/sml.xsd'],
  [/^\[Content_Types\]\.xml$/, 'ISO-IEC-29500-2/opc-xsd/opc-contentTypes.xsd'],
];

/** Every fault xmllint finds in the parts of an office file; the archive itself is checked first. */
export function schemaFaults(bytes: Uint8Array): string[] {
  const checked = checkArchive(bytes);
  if (!checked.ok) return [checked.problem.code];
  const folder = mkdtempSync(join(tmpdir(), 'mizan-xsd-'));
  try {
    const bySchema = new Map<string, string[]>();
    for (const [path, part] of Object.entries(unpackZip(bytes))) {
      const schema = PARTS.find(([shape]) => shape.test(path))?.[1];
      if (!schema || path.startsWith('xl/theme')) continue;
      const file = join(folder, path.replaceAll('/', '~'));
      writeFileSync(file, part);
      bySchema.set(schema, [...(bySchema.get(schema) ?? []), file]);
    }
    return [...bySchema].flatMap(([schema, files]) => lint(join(SCHEMAS, schema), files));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lint(schema: string, files: readonly string[]): string[] {
  try {
    execFileSync('xmllint', ['--noout', '--schema', schema, ...files], { stdio: 'pipe' });
    return [];
  } catch (fault) {
    const said = String((fault as { stderr?: Buffer }).stderr ?? fault);
    return said.split('\n').filter((line) => line && !/ validates$|fails to validate$|buSzPct/.test(line));
  }
}

const ALWAYS_RECOMPUTE =
  '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">' +
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>';

/** The same workbook after LibreOffice opened it, computed it anew and saved it. */
export function recomputed(bytes: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'mizan-calc-'));
  try {
    writeFileSync(join(folder, 'in.xlsx'), bytes);
    // without this it would hand back the values the file was written with
    mkdirSync(join(folder, 'profile/user'), { recursive: true });
    writeFileSync(join(folder, 'profile/user/registrymodifications.xcu'), ALWAYS_RECOMPUTE);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [
      profile,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      join(folder, 'out'),
      join(folder, 'in.xlsx'),
    ];
    execFileSync('soffice', args, { stdio: 'ignore' });
    return new Uint8Array(readFileSync(join(folder, 'out', 'in.xlsx')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
