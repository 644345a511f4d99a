// Presses one deck or paper away from the page; a fresh worker each time, so that equal decks give equal bytes.
import type { Deck } from '#shared/deck/model.ts';
import type { Paper } from '#shared/deck/paper.ts';
import { pressDocx } from '#shared/press/docx.ts';
import { pressHtml } from '#shared/press/html.ts';
import { paperHtml } from '#shared/press/paperHtml.ts';
import { pressPptx } from '#shared/press/pptx.ts';
import { pressXlsx, type Sheets } from '#shared/press/xlsx.ts';

export type PressRequest =
  | { readonly deck: Deck; readonly format: 'pptx' | 'xlsx' | 'html'; readonly fonts: string }
  | { readonly book: Sheets; readonly format: 'sheets'; readonly fonts: string }
  | { readonly paper: Paper; readonly format: 'docx' | 'html'; readonly fonts: string };
export type PressReply = { readonly bytes: Uint8Array } | { readonly html: string } | { readonly fault: string };

self.addEventListener('message', ({ data }: MessageEvent<PressRequest>) => {
  void press(data).then(
    (reply) => self.postMessage(reply),
    (fault: unknown) =>
      self.postMessage({ fault: fault instanceof Error ? fault.message : String(fault) } satisfies PressReply),
  );
});

async function press(request: PressRequest): Promise<PressReply> {
  const { format, fonts } = request;
  if ('paper' in request) {
    const { paper } = request;
    return format === 'html' ? { html: paperHtml(paper, { fonts }) } : { bytes: pressDocx(paper) };
  }
  if ('book' in request) return { bytes: await pressXlsx(request.book) };
  const { deck } = request;
  if (format === 'html') return { html: pressHtml(deck, { fonts }) };
  return { bytes: format === 'pptx' ? await pressPptx(deck) : await pressXlsx(deck) };
}
