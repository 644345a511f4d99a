// Where a bubble lies in the plot.
import { placeOn } from '#shared/deck/axis.ts';
import type { BubbleBlock, BubblePoint } from '#shared/deck/model.ts';

/** As shares, 0 to 1 from the plot's corner of low values. */
export const placeOf = (block: BubbleBlock, point: BubblePoint): { x: number; y: number } => ({
  x: placeOn(point.x, block.x, block.x.log),
  y: placeOn(point.y, block.y, block.y.log),
});
