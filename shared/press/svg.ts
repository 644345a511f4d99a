// What drawings on paper share: the frame with its title and description, and text placed by a physical side.
import type { Box } from '#shared/deck/theme.ts';
import { escapeXml } from './xml.ts';

/** A point in inches. */
export const POINT = 1 / 72;

/** Which side of its place a text lies on: before ends there, after begins there. */
export type Side = 'before' | 'after' | 'middle';

export const frame = (box: Box, id: string, title: string, description: string, content: string): string =>
  `<svg viewBox="0 0 ${round(box.w)} ${round(box.h)}" role="img" aria-labelledby="${id}-t ${id}-d" direction="ltr">` +
  `<title id="${id}-t">${escapeXml(title)}</title><desc id="${id}-d">${escapeXml(description)}</desc>${content}</svg>`;

/** One line of text, centred on its height. In right-to-left text an SVG's anchors change sides: they are turned here. */
export function label(
  text: string,
  x: number,
  y: number,
  size: number,
  side: Side,
  rtl = false,
  more: { bold?: boolean; turn?: number } = {},
): string {
  const anchor = side === 'middle' ? 'middle' : (side === 'after') !== rtl ? 'start' : 'end';
  const turn = more.turn ? ` transform="rotate(${more.turn} ${round(x)} ${round(y)})"` : '';
  return (
    `<text x="${round(x)}" y="${round(y)}" font-size="${round(size * POINT)}" text-anchor="${anchor}" dominant-baseline="central"` +
    `${rtl ? ' direction="rtl"' : ''}${more.bold ? ' font-weight="600"' : ''}${turn}>${escapeXml(text)}</text>`
  );
}

export const round = (x: number): string => String(Number(x.toFixed(4)));
