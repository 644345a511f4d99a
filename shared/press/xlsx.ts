// A deck to the workbook that goes with it.
import type { Deck } from '#shared/deck/model.ts';
import { writeWorkbook } from '#shared/sheet/write.ts';

/** What a workbook needs of a deck, or of a list that is a workbook alone. */
export type Sheets = Pick<Deck, 'sheets' | 'direction' | 'asAt'>;

export const pressXlsx = (deck: Sheets): Promise<Uint8Array<ArrayBuffer>> =>
  writeWorkbook(deck.sheets, { rtl: deck.direction === 'rtl', created: Date.parse(deck.asAt) });
