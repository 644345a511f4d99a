// The program's beginning: puts the machine's parts together in order and holds nothing else.
import { join } from 'node:path';
import { app, type BrowserWindow, protocol, session } from 'electron';
import { FILE_WAITS } from '#shared/bridge/contract.ts';
import { done } from '#shared/kit/result.ts';
import { openDoor } from './door/door.ts';
import { openLog } from './host/log.ts';
import { newPrinter } from './print/print.ts';
import { keepBackup, listBackups, readBackup } from './shelf/backups.ts';
import { chooseFolder, listFolder, readInFolder, writeInFolder } from './shelf/folder.ts';
import { openGrants } from './shelf/grants.ts';
import { filesAmong, newInbox } from './shelf/inbox.ts';
import { openFile, saveFile } from './shelf/shelf.ts';
import { newTokens } from './shelf/tokens.ts';
import { SCHEME } from './window/address.ts';
import { setMenu } from './window/menu.ts';
import { guardAllContents, guardSession } from './window/policy.ts';
import { servePage } from './window/serve.ts';
import { openPageWindow } from './window/window.ts';

const PAGE_FOLDER = join(import.meta.dirname, '../page');
const PRELOAD = join(import.meta.dirname, '../preload/preload.cjs');

const tokens = newTokens();
let pageWindow: BrowserWindow | undefined;
const inbox = newInbox(tokens, () => pageWindow?.webContents.send(FILE_WAITS));

function start(): void {
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  inbox.put(filesAmong(process.argv.slice(1), process.cwd()));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    inbox.put([path]);
  });
  app.on('second-instance', (_event, words, workingFolder) => {
    inbox.put(filesAmong(words.slice(1), workingFolder));
    comeForward();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (pageWindow === undefined) void openPage();
  });
  void app.whenReady().then(whenReady);
}

async function whenReady(): Promise<void> {
  const userData = app.getPath('userData');
  const log = openLog(userData);
  const grants = openGrants(userData);
  guardAllContents(app, log);
  guardSession(session.defaultSession, log);
  servePage(protocol, PAGE_FOLDER);
  setMenu(process.platform);
  openDoor({
    log,
    isPageWindow: (window) => window === pageWindow,
    answerers: {
      openFile: (request, window) => openFile(tokens, request, window),
      saveFile: (request, window) => saveFile(tokens, request, window),
      printPdf: newPrinter(log),
      chooseFolder: (request, window) => chooseFolder(grants, request, window),
      listFolder: (request) => listFolder(grants, request),
      readInFolder: (request) => readInFolder(grants, request),
      writeInFolder: (request) => writeInFolder(grants, request),
      keepBackup: (request) => keepBackup(userData, request),
      listBackups: (request) => listBackups(userData, request),
      readBackup: (request) => readBackup(userData, request),
      takeOpened: async () => done(await inbox.take()),
    },
  });
  await openPage();
}

async function openPage(): Promise<void> {
  await openPageWindow({
    preload: PRELOAD,
    userData: app.getPath('userData'),
    onMade: (window) => {
      pageWindow = window;
      window.on('closed', () => {
        pageWindow = undefined;
      });
    },
  });
}

function comeForward(): void {
  if (pageWindow?.isMinimized()) pageWindow.restore();
  pageWindow?.focus();
}

if (app.requestSingleInstanceLock()) start();
else app.quit();
