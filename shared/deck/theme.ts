// The look of a slide in numbers: its grid in inches, type sizes in points, colours, and the shape beside each colour.
import type { Area, Tone } from './model.ts';

/** 16:9, as PowerPoint's wide layout. */
export const SLIDE = { width: 13.333, height: 7.5 } as const;
/** Margins, the band between title and source line, and the gaps between blocks. */
export const GRID = { left: 0.6, right: 0.6, top: 1.6, bottom: 6.52, gapX: 0.28, gapY: 0.18 } as const;
export const TITLE = { y: 0.5, height: 0.98, logoWidth: 1.5, logoHeight: 0.6 } as const;
export const SOURCE_LINE = { y: 6.6, height: 0.25 } as const;
export const FOOTER_LINE = { y: 6.98, height: 0.25 } as const;
export const HEADING_HEIGHT = 0.32;

export const SIZE = { title: 26, titleLeast: 20, heading: 14, body: 14, bodyLeast: 12, table: 12, least: 11 } as const;
/** Inner margins of a table cell, in inches. */
export const CELL = { x: 0.08, y: 0.045 } as const;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const CONTENT_WIDTH = SLIDE.width - GRID.left - GRID.right;

/** The box of an area on the slide, in inches, as laid out from the left; a right-to-left deck mirrors it. */
export function boxOf(area: Area): Box {
  const across = (CONTENT_WIDTH + GRID.gapX) / 12;
  const down = (GRID.bottom - GRID.top + GRID.gapY) / 12;
  return {
    x: GRID.left + area.x * across,
    y: GRID.top + area.y * down,
    w: area.w * across - GRID.gapX,
    h: area.h * down - GRID.gapY,
  };
}

/** The area under a block that takes this many inches of its own: what follows stands close to it. */
export function areaBelow(area: Area, inches: number): Area {
  const used = Math.min(area.h, ((inches + GRID.gapY) * 12) / (GRID.bottom - GRID.top + GRID.gapY));
  return { ...area, y: area.y + used, h: 12 - area.y - used };
}

/** The same box seen in a mirror. */
export const mirrored = (box: Box): Box => ({ ...box, x: SLIDE.width - box.x - box.w });

/** The box under a block's heading. */
export const underHeading = (box: Box, heading: string | undefined): Box =>
  heading === undefined ? box : { ...box, y: box.y + HEADING_HEIGHT, h: box.h - HEADING_HEIGHT };

export const COLOUR = {
  ink: '1B2A30',
  quiet: '52616A',
  line: 'C9D2D6',
  wash: 'F2F5F6',
  paper: 'FFFFFF',
  cost: '6B7B84',
} as const;

interface ToneLook {
  /** Text on white: AA. */
  readonly ink: string;
  /** Area of a bar or bubble: apart from the others in greyscale too. */
  readonly fill: string;
  readonly shape: string;
}

export const TONE: Readonly<Record<Tone, ToneLook>> = {
  onTrack: { ink: '0B6B47', fill: '4FA882', shape: '●' },
  watch: { ink: '8A5300', fill: 'E9B44C', shape: '▲' },
  offTrack: { ink: 'A61B1B', fill: 'B3261E', shape: '■' },
  notDue: { ink: '4D5B66', fill: 'DDE3E6', shape: '○' },
  notReported: { ink: '4D5B66', fill: 'C3CCD1', shape: '?' },
  exempt: { ink: '54468A', fill: '9D93C4', shape: '◆' },
};

/** A status as text: its shape before its word. */
export const toned = (tone: Tone, text: string): string => `${TONE[tone].shape} ${text}`;
