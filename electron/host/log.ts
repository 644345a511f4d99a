// A small log on this laptop of what was refused or failed: codes and channels, never paths, names or contents.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface LogLine {
  readonly event: 'refused' | 'failed' | 'denied';
  /** What was asked: a channel, a permission, a kind of address. */
  readonly asked: string;
  readonly code: string;
}

export type Log = (line: LogLine) => void;

const LIMIT_BYTES = 1024 * 1024;

export function openLog(userData: string): Log {
  const folder = join(userData, 'logs');
  const file = join(folder, 'mizan.log');
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT_BYTES) renameSync(file, `${file}.1`);
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
    } catch {
      // a full disk must not turn a refusal into a crash; the refusal itself stands without its line
    }
  };
}

/** The short name of a fault: its code where it has one, never its message, which may hold a path. */
export function faultCode(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  return 'code' in fault && typeof fault.code === 'string' ? fault.code : fault.name;
}
