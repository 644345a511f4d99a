// A deck to the workbook that goes with it.
import type { Deck } from '#shared/deck/model.ts';
import { writeWorkbook } from '#shared/sheet/write.ts';

export const pressXlsx = (deck: Deck): Promise<Uint8Array<ArrayBuffer>> =>
  writeWorkbook(deck.sheets, { rtl: deck.direction === 'rtl', created: Date.parse(deck.asAt) });
