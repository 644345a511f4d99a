// The only door between page and machine: checks who calls and what is asked before any hand of ours moves.
import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type CallName, type Calls, CHANNELS } from '#shared/bridge/contract.ts';
import { PARSERS } from '#shared/bridge/parse.ts';
import type { Outcome } from '#shared/bridge/problems.ts';
import { refuse } from '#shared/kit/result.ts';
import { faultCode, type Log } from '../host/log.ts';
import { isOurPage } from '../window/address.ts';

export type Answerers = {
  readonly [Name in CallName]: (
    request: Calls[Name]['request'],
    window: BrowserWindow,
  ) => Promise<Outcome<Calls[Name]['reply']>>;
};

export interface Door {
  readonly log: Log;
  /** Whether a window is one the page lives in; a window made for printing is not. */
  readonly isPageWindow: (window: BrowserWindow) => boolean;
  readonly answerers: Answerers;
}

export function openDoor(door: Door): void {
  answer(door, 'openFile');
  answer(door, 'saveFile');
  answer(door, 'printPdf');
  answer(door, 'chooseFolder');
  answer(door, 'listFolder');
  answer(door, 'readInFolder');
  answer(door, 'writeInFolder');
  answer(door, 'keepBackup');
  answer(door, 'listBackups');
  answer(door, 'readBackup');
  answer(door, 'takeOpened');
}

function answer<Name extends CallName>(door: Door, name: Name): void {
  const channel = CHANNELS[name];
  const parse: (x: unknown) => Outcome<Calls[Name]['request']> = PARSERS[name];
  const run: Answerers[Name] = door.answerers[name];
  ipcMain.handle(channel, async (event, ...sent: unknown[]): Promise<Outcome<Calls[Name]['reply']>> => {
    const window = callingWindow(event, door.isPageWindow);
    if (window === undefined) {
      door.log({ event: 'refused', asked: channel, code: 'bridge.refused' });
      return refuse('bridge.refused');
    }
    const request = sent.length === 1 ? parse(sent[0]) : refuse('bridge.badRequest', undefined, 'request');
    const outcome = request.ok ? await runQuietly(door.log, channel, () => run(request.value, window)) : request;
    if (!outcome.ok && outcome.problem.code !== 'bridge.cancelled') {
      door.log({ event: 'refused', asked: channel, code: outcome.problem.code });
    }
    return outcome;
  });
}

/** The window whose main frame, showing our own page, sent this; nothing else may call. */
function callingWindow(event: IpcMainInvokeEvent, isPageWindow: Door['isPageWindow']): BrowserWindow | undefined {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !isOurPage(frame.url)) return undefined;
  if (frame.frameTreeNodeId !== event.sender.mainFrame.frameTreeNodeId) return undefined;
  const window = BrowserWindow.fromWebContents(event.sender);
  return window !== null && isPageWindow(window) ? window : undefined;
}

/** A fault nobody foresaw leaves its code in the log and only "failed" with the page. */
async function runQuietly<T>(log: Log, channel: string, run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await run();
  } catch (fault) {
    log({ event: 'failed', asked: channel, code: faultCode(fault) });
    return refuse('bridge.failed');
  }
}
