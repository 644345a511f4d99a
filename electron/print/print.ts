// A document to PDF in a hidden window of its own: no preload, no script, no network, gone when done.
import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session } from 'electron';
import { bare, headersFor, PAPER_POLICY } from '#electron/host/serving.mjs';
import type { PrintedPdf, PrintRequest } from '#shared/bridge/contract.ts';
import type { Outcome } from '#shared/bridge/problems.ts';
import { done, refuse } from '#shared/kit/result.ts';
import { faultCode, type Log } from '../host/log.ts';
import { PAGE_ADDRESS, SCHEME } from '../window/address.ts';
import { guardSession } from '../window/policy.ts';

/** A slide's page, where the document names no size of its own. */
const PAGE_INCHES = { width: 13.333, height: 7.5 };
const TIME_LIMIT_MS = 120_000;

export type Printer = (request: PrintRequest) => Promise<Outcome<PrintedPdf>>;

export function newPrinter(log: Log): Printer {
  const paper = session.fromPartition('paper');
  guardSession(paper, log);
  const documents = new Map<string, string>();
  serveDocuments(paper, documents);
  let last: Promise<unknown> = Promise.resolve();
  return ({ html }) => {
    // one at a time: a second hidden window would only make both slower
    const printed = last.then(() => printOne(paper, documents, html, log));
    last = printed;
    return printed;
  };
}

function serveDocuments(paper: Session, documents: ReadonlyMap<string, string>): void {
  paper.protocol.handle(SCHEME, (request) => {
    const html = documents.get(request.url);
    if (html === undefined) return new Response(null, { status: bare(404).status });
    return new Response(html, { headers: headersFor('text/html; charset=utf-8', PAPER_POLICY) });
  });
}

async function printOne(
  paper: Session,
  documents: Map<string, string>,
  html: string,
  log: Log,
): Promise<Outcome<PrintedPdf>> {
  const address = `${PAGE_ADDRESS}${randomUUID()}`;
  documents.set(address, html);
  const window = new BrowserWindow({
    show: false,
    width: Math.round(PAGE_INCHES.width * 96),
    height: Math.round(PAGE_INCHES.height * 96),
    webPreferences: {
      session: paper,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  const tooLong = setTimeout(() => window.destroy(), TIME_LIMIT_MS);
  try {
    await window.loadURL(address);
    const pdf = await window.webContents.printToPDF({
      pageSize: PAGE_INCHES,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return done({ bytes: new Uint8Array(pdf) });
  } catch (fault) {
    log({ event: 'failed', asked: 'print', code: faultCode(fault) });
    return refuse('bridge.printFailed');
  } finally {
    clearTimeout(tooLong);
    documents.delete(address);
    if (!window.isDestroyed()) window.destroy();
  }
}
