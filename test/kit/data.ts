// The published government data lives outside the repository; a test that needs it says so plainly when it is absent.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { note } from './lacks.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/data');

export const dataHere = existsSync(join(FOLDER, 'uk_gmpp_raw_2023.csv'));
if (!dataHere) note('the published portfolio data (../shared/data)');

export const dataPath = (name: string): string => join(FOLDER, name);
export const dataBytes = (name: string): Uint8Array => new Uint8Array(readFileSync(join(FOLDER, name)));
