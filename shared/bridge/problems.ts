// Every way a call over the bridge can end other than well; `shared/words` has a sentence for each of these codes.
import type { Problem, Result } from '#shared/kit/result.ts';

export const BRIDGE_PROBLEMS = [
  /** The person closed the dialog: quiet, nothing is said. */
  'bridge.cancelled',
  /** The caller is not the page itself, or the token is not one this window was given. */
  'bridge.refused',
  /** The request has not the agreed shape: a bug of the page, never of a person. args: none; path: the member. */
  'bridge.badRequest',
  /** The file's name cannot stand on every system (reserved, too long, forbidden signs). args: name */
  'bridge.badName',
  /** args: name */
  'bridge.diskFull',
  /** No right to read or write there. args: name */
  'bridge.noAccess',
  /** Another program holds the file open. args: name */
  'bridge.fileBusy',
  /** args: name, size (bytes), limit (bytes) */
  'bridge.tooLarge',
  /** The file, or the folder it stood in, is no longer there. args: name */
  'bridge.fileGone',
  /** The page to print could not be drawn. */
  'bridge.printFailed',
  /** The right to a folder has to be given once more, by a person's own click. */
  'bridge.askAgain',
  /** This browser knows no folders. */
  'bridge.noFolders',
  /** A backup did not read back as it was written, and was taken away again. */
  'bridge.notVerified',
  /** Anything unforeseen; the log of this laptop holds its code. */
  'bridge.failed',
] as const;

export type BridgeCode = (typeof BRIDGE_PROBLEMS)[number];
export type BridgeProblem = Problem<BridgeCode>;
export type Outcome<T> = Result<T, BridgeProblem>;
