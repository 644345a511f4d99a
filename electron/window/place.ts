// Where the window stood last, kept beside the program's data so that it opens there again.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { isObject } from '#shared/kit/json.ts';

export interface Place {
  readonly bounds: Partial<Rectangle> & { readonly width: number; readonly height: number };
  readonly maximized: boolean;
}

export const SMALLEST = { width: 900, height: 600 };
const FIRST: Place = { bounds: { width: 1440, height: 900 }, maximized: false };

const placeFile = (userData: string) => join(userData, 'window.json');

export function readPlace(userData: string): Place {
  try {
    const kept: unknown = JSON.parse(readFileSync(placeFile(userData), 'utf8'));
    return parsePlace(kept) ?? FIRST;
  } catch {
    return FIRST;
  }
}

function parsePlace(kept: unknown): Place | undefined {
  if (!isObject(kept)) return undefined;
  const { x, y, width, height, maximized } = kept;
  const bounds = { x, y, width, height };
  return isRectangle(bounds) && isOnAScreen(bounds) ? { bounds, maximized: maximized === true } : undefined;
}

function isRectangle(bounds: Record<keyof Rectangle, unknown>): bounds is Rectangle {
  const whole = Object.values(bounds).every((side) => Number.isSafeInteger(side));
  return whole && Number(bounds.width) >= SMALLEST.width && Number(bounds.height) >= SMALLEST.height;
}

/** A projector unplugged since must not leave the window where nobody sees it. */
function isOnAScreen(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea: area }) => {
    const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
    const down = Math.min(bounds.y + bounds.height, area.y + area.height) - Math.max(bounds.y, area.y);
    return across >= 200 && down >= 100;
  });
}

export function keepPlace(userData: string, window: BrowserWindow): void {
  try {
    const kept = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    writeFileSync(placeFile(userData), JSON.stringify(kept));
  } catch {
    // a window that opens in its first place is no trouble worth a word
  }
}
