// A test-only stand-in for the part of Electron that Mizan uses, on Playwright's Chromium; all of it in one module.
import { app } from './app.mjs';
import { handlers, invoke, ipcMain, newFrame } from './contents.mjs';
import { leaked, session } from './session.mjs';
import { strict } from './strict.mjs';
import { BrowserWindow } from './window.mjs';

const ROLES = ['appMenu', 'editMenu', 'viewMenu', 'windowMenu', 'resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen'];

const unanswered = (name) => async () => {
  throw new Error(`stand-in: the test gave no answer to dialog.${name}`);
};
const dialog = strict('dialog', {
  showSaveDialog: unanswered('showSaveDialog'),
  showOpenDialog: unanswered('showOpenDialog'),
});

let applicationMenu = null;
const Menu = strict('Menu', {
  buildFromTemplate(items) {
    const unknown = items.flatMap((item) => [item, ...(item.submenu ?? [])]).find((item) => !ROLES.includes(item.role));
    if (unknown) throw new Error(`stand-in: a menu entry without a known role: ${JSON.stringify(unknown)}`);
    return { items };
  },
  setApplicationMenu(menu) {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
});

const screen = strict('screen', { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] });
const { protocol } = session.defaultSession;

/** What only a test may do: call a channel as any frame it likes, and see what nearly left the machine. */
const hand = {
  leaked,
  channels: () => [...handlers.keys()],
  /** frame: { url, inside } - `inside` makes it a frame within the window's page. */
  callAs({ url, inside = false, sender }, channel, ...args) {
    const [window] = BrowserWindow.getAllWindows();
    const contents = sender ?? window.webContents;
    const frame = url === undefined ? null : newFrame(() => url, inside ? contents.mainFrame : null);
    return invoke({ sender: contents, senderFrame: frame, processId: 1, frameId: 2 }, channel, args);
  },
  /** The page's own main frame as the caller, past any check of the preload's side. */
  callAsPage(channel, ...args) {
    const { webContents } = BrowserWindow.getAllWindows()[0];
    return invoke({ sender: webContents, senderFrame: webContents.mainFrame, processId: 1, frameId: 1 }, channel, args);
  },
};

export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, screen, session };

const electron = { app, protocol, ipcMain, BrowserWindow, dialog, session, screen, Menu };
export default electron;

// The test's hand in this process: the shape of Playwright's ElectronApplication.evaluate.
process.on('message', async ({ id, source, arg }) => {
  try {
    const run = new Function(`return (${source})`)();
    process.send({ id, value: await run({ ...electron, hand }, arg) });
  } catch (fault) {
    process.send({ id, error: String(fault?.stack ?? fault) });
  }
});
process.on('disconnect', () => process.exit(0));
