// A block's heading stands on one line: the size that lets it.

import { SIZE } from '#shared/deck/theme.ts';
import { textWidth } from '#shared/words/measure.ts';

export const headingSize = (text: string, width: number): number => {
  for (let size: number = SIZE.heading; size > SIZE.least; size--)
    if (textWidth(text, { size, bold: true }) <= width) return size;
  return SIZE.least;
};
