// Turns the system's fault codes into the contract's; what is not known here goes on as a fault.
import { basename } from 'node:path';
import { codeOf } from '#electron/host/save.ts';
import type { BridgeCode, BridgeProblem } from '#shared/bridge/problems.ts';

const CODES: Readonly<Record<string, BridgeCode>> = {
  ENOSPC: 'bridge.diskFull',
  EDQUOT: 'bridge.diskFull',
  EFBIG: 'bridge.diskFull',
  EACCES: 'bridge.noAccess',
  EPERM: 'bridge.noAccess',
  EROFS: 'bridge.noAccess',
  ELOOP: 'bridge.noAccess',
  EISDIR: 'bridge.noAccess',
  EBUSY: 'bridge.fileBusy',
  ETXTBSY: 'bridge.fileBusy',
  ENOENT: 'bridge.fileGone',
  ENOTDIR: 'bridge.fileGone',
  ENAMETOOLONG: 'bridge.badName',
};

export function troubleWith(path: string, fault: unknown): { readonly ok: false; readonly problem: BridgeProblem } {
  const code = CODES[codeOf(fault) ?? ''];
  if (code === undefined) throw fault;
  return { ok: false, problem: { code, args: { name: basename(path) } } };
}
