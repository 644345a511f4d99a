// A chart of the deck as a native, editable part: its XML, and the workbook a reader edits behind it.
import type { BarsBlock, BubbleBlock, Deck, LinesBlock } from '#shared/deck/model.ts';
import type { SheetCell, SheetModel } from '#shared/sheet/model.ts';
import { barsXml } from './barsXml.ts';
import { bubblesXml } from './bubblesXml.ts';
import { CHART_SHEET } from './chartParts.ts';
import { linesXml } from './linesXml.ts';

export type ChartBlock = BarsBlock | BubbleBlock | LinesBlock;

export const isChart = (block: { kind: string }): block is ChartBlock =>
  block.kind === 'bars' || block.kind === 'bubbles' || block.kind === 'lines';

export interface ChartPart {
  readonly xml: string;
  readonly sheet: SheetModel;
}

export function chartPart(block: ChartBlock, deck: Deck): ChartPart {
  const made = madeOf(block, deck);
  return {
    xml: made.xml,
    sheet: {
      name: CHART_SHEET,
      columns: made.rows[0]?.map((_, at) => ({ width: at === 0 ? 40 : 16 })) ?? [],
      frozenRows: 1,
      rows: made.rows.map((row, line) =>
        row.map((value): SheetCell => {
          if (value !== null && typeof value === 'object') return value;
          return line === 0
            ? { value, format: 'text', strong: true }
            : { value, format: typeof value === 'number' ? 'money' : 'text' };
        }),
      ),
    },
  };
}

interface Made {
  readonly xml: string;
  readonly rows: readonly (readonly (string | number | null | SheetCell)[])[];
}

function madeOf(block: ChartBlock, deck: Deck): Made {
  switch (block.kind) {
    case 'bars':
      return barsXml(block, deck);
    case 'bubbles':
      return bubblesXml(block, deck);
    case 'lines':
      return linesXml(block, deck);
  }
}
