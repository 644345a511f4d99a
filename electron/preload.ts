// Hands the page `window.bridge`, made from the contract and from nothing else; runs sandboxed and decides nothing.
import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, type CallName, type Calls, CHANNELS, FILE_WAITS } from '#shared/bridge/contract.ts';
import type { Outcome } from '#shared/bridge/problems.ts';

declare const MIZAN_VERSION: string;

const ask = <Name extends CallName>(
  name: Name,
  request: Calls[Name]['request'],
): Promise<Outcome<Calls[Name]['reply']>> => ipcRenderer.invoke(CHANNELS[name], request);

const bridge: Bridge = {
  platform: { kind: 'desktop', version: MIZAN_VERSION, folders: true },
  openFile: (request) => ask('openFile', request),
  saveFile: (request) => ask('saveFile', request),
  printPdf: (request) => ask('printPdf', request),
  chooseFolder: (request) => ask('chooseFolder', request),
  listFolder: (request) => ask('listFolder', request),
  readInFolder: (request) => ask('readInFolder', request),
  writeInFolder: (request) => ask('writeInFolder', request),
  keepBackup: (request) => ask('keepBackup', request),
  listBackups: (request) => ask('listBackups', request),
  readBackup: (request) => ask('readBackup', request),
  onOpenFile: (listener) => {
    const collect = async () => {
      const waiting = await ask('takeOpened', {});
      if (waiting.ok) waiting.value.forEach(listener);
    };
    const onWord = () => void collect();
    ipcRenderer.on(FILE_WAITS, onWord);
    onWord();
    return () => void ipcRenderer.removeListener(FILE_WAITS, onWord);
  },
};

contextBridge.exposeInMainWorld('bridge', bridge);
