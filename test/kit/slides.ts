// What a slide's XML says of its shapes and connectors, and a deck after LibreOffice opened it and saved it in its own form.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SlideShape extends Place {
  readonly id: string;
  readonly preset: string;
  readonly description: string;
  readonly xml: string;
}

export interface SlideConnector {
  readonly start: { readonly x: number; readonly y: number; readonly shape: string; readonly site: number };
  readonly end: { readonly x: number; readonly y: number; readonly shape: string; readonly site: number };
  readonly xml: string;
}

const number = (xml: string, pattern: RegExp): number => Number(pattern.exec(xml)?.[1] ?? Number.NaN);
const attribute = (xml: string, pattern: RegExp): string => pattern.exec(xml)?.[1] ?? '';

const placeOf = (xml: string): Place => ({
  x: number(xml, /<a:off x="(-?\d+)"/),
  y: number(xml, /<a:off x="-?\d+" y="(-?\d+)"/),
  width: number(xml, /<a:ext cx="(\d+)"/),
  height: number(xml, /<a:ext cx="\d+" cy="(\d+)"/),
});

export const shapesOf = (slide: string): SlideShape[] =>
  (slide.match(/<p:sp>.*?<\/p:sp>/gs) ?? []).map((xml) => ({
    ...placeOf(xml),
    id: attribute(xml, /<p:cNvPr id="(\d+)"/),
    preset: attribute(xml, /prst="(\w+)"/),
    description: attribute(xml, /descr="([^"]*)"/),
    xml,
  }));

export const connectorsIn = (slide: string): SlideConnector[] =>
  (slide.match(/<p:cxnSp>.*?<\/p:cxnSp>/gs) ?? []).map((xml) => {
    const { x, y, width, height } = placeOf(xml);
    const frame = /<a:xfrm[^>]*>/.exec(xml)?.[0] ?? '';
    const [isTurned, isUpset] = [frame.includes('flipH="1"'), frame.includes('flipV="1"')];
    const glued = (tag: string) => ({
      shape: attribute(xml, new RegExp(`<a:${tag} id="(\\d+)"`)),
      site: number(xml, new RegExp(`<a:${tag} id="\\d+" idx="(\\d+)"`)),
    });
    return {
      start: { x: isTurned ? x + width : x, y: isUpset ? y + height : y, ...glued('stCxn') },
      end: { x: isTurned ? x : x + width, y: isUpset ? y : y + height, ...glued('endCxn') },
      xml,
    };
  });

/** The deck as LibreOffice keeps it: flat OpenDocument XML. */
export function asOpenDocument(pptx: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'mizan-impress-'));
  try {
    writeFileSync(join(folder, 'in.pptx'), pptx);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const args = [profile, '--headless', '--convert-to', 'fodp', '--outdir', folder, join(folder, 'in.pptx')];
    execFileSync('soffice', args, { stdio: 'ignore' });
    return readFileSync(join(folder, 'in.fodp'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What xmllint has against a piece of XML; empty where it is well-formed. */
export function formFaults(xml: string): string {
  try {
    execFileSync('xmllint', ['--noout', '-'], { input: xml, stdio: 'pipe' });
    return '';
  } catch (fault) {
    return String((fault as { stderr?: Buffer }).stderr ?? fault);
  }
}
