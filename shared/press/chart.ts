// A chart of the deck as a native, editable part: its XML, and the workbook a reader edits behind it.
import type { BarsBlock, BubbleBlock, Deck } from '#shared/deck/model.ts';
import type { SheetModel } from '#shared/sheet/model.ts';
import { barsXml } from './barsXml.ts';
import { bubblesXml } from './bubblesXml.ts';
import { CHART_SHEET } from './chartParts.ts';

export type ChartBlock = BarsBlock | BubbleBlock;

export const isChart = (block: { kind: string }): block is ChartBlock =>
  block.kind === 'bars' || block.kind === 'bubbles';

export interface ChartPart {
  readonly xml: string;
  readonly sheet: SheetModel;
}

export function chartPart(block: ChartBlock, deck: Deck): ChartPart {
  const made = block.kind === 'bars' ? barsXml(block, deck) : bubblesXml(block, deck);
  return {
    xml: made.xml,
    sheet: {
      name: CHART_SHEET,
      columns: made.rows[0]?.map((_, at) => ({ width: at === 0 ? 40 : 16 })) ?? [],
      frozenRows: 1,
      rows: made.rows.map((row, line) =>
        row.map((value) =>
          line === 0
            ? { value, format: 'text', strong: true }
            : { value, format: typeof value === 'number' ? 'money' : 'text' },
        ),
      ),
    },
  };
}
