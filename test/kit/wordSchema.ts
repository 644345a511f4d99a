// What ISO 29500-4 says of a DOCX file: the schemas as tests use them, with the one schema they point to and do not bring.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackZip } from '#shared/sheet/zip.ts';

const SCHEMAS = join(import.meta.dirname, '../../../shared/data/ooxml-xsd/ISO-IEC-29500-4/xsd');
const XML =
  '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">' +
  '<xs:attribute name="space" type="xs:string"/><xs:attribute name="lang" type="xs:string"/></xs:schema>';
const POINTER = /<xsd:import namespace="http:\/\/www\.w3\.org\/XML\/1998\/namespace"[^>]*\/>/;

/** Every fault xmllint finds in the parts Word reads as text. */
export function wordFaults(docx: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'mizan-wml-'));
  try {
    cpSync(SCHEMAS, folder, { recursive: true });
    writeFileSync(join(folder, 'xml.xsd'), XML);
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.xsd'))) {
      const text = readFileSync(join(folder, name), 'utf8');
      writeFileSync(
        join(folder, name),
        text.replace(POINTER, (found) => found.replace('/>', ' schemaLocation="xml.xsd"/>')),
      );
    }
    return Object.entries(unpackZip(docx))
      .filter(([path]) => /^word\/\w+\.xml$/.test(path))
      .flatMap(([path, part]) => {
        const file = join(folder, path.replaceAll('/', '~'));
        writeFileSync(file, part);
        return faultsOf(join(folder, 'wml.xsd'), file);
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function faultsOf(schema: string, file: string): string[] {
  try {
    execFileSync('xmllint', ['--noout', '--schema', schema, file], { stdio: 'pipe' });
    return [];
  } catch (fault) {
    const said = String((fault as { stderr?: Buffer }).stderr ?? fault);
    return said.split('\n').filter((line) => line && !/ validates$|fails to validate$/.test(line));
  }
}
