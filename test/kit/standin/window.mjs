// Windows: isolated and sandboxed ones only, each on a page of its own.
import { EventEmitter } from 'node:events';
import { app } from './app.mjs';
import { WebContents } from './contents.mjs';
import { strict } from './strict.mjs';

const all = new Set();

export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => [...all];
  static fromWebContents = (contents) => [...all].find((window) => window.webContents === contents) ?? null;

  constructor(options = {}) {
    super();
    const preferences = options.webPreferences ?? {};
    const { contextIsolation, sandbox, nodeIntegration, webSecurity } = preferences;
    if (!contextIsolation || !sandbox || nodeIntegration || webSecurity === false) {
      throw new Error('stand-in: only isolated, sandboxed windows');
    }
    const { x = 0, y = 0, width, height, show } = options;
    this.state = { bounds: { x, y, width, height }, visible: show !== false, maximized: false, focused: 0 };
    const contents = new WebContents(preferences);
    this.webContents = contents.self = strict('webContents', contents);
    this.self = strict('BrowserWindow', this);
    all.add(this.self);
    app.emit('web-contents-created', {}, this.webContents);
    // biome-ignore lint/correctness/noConstructorReturn: the strict wrapper is what the program must hold
    return this.self;
  }
  async loadURL(address) {
    await this.webContents.load(address);
    this.emit('ready-to-show');
  }
  show() {
    this.state.visible = true;
  }
  isVisible() {
    return this.state.visible;
  }
  maximize() {
    this.state.maximized = true;
  }
  isMaximized() {
    return this.state.maximized;
  }
  isMinimized() {
    return false;
  }
  focus() {
    this.state.focused += 1;
  }
  getNormalBounds() {
    return this.state.bounds;
  }
  isDestroyed() {
    return !all.has(this.self);
  }
  close() {
    this.emit('close', { preventDefault: () => {} });
    this.destroy();
  }
  destroy() {
    if (!all.delete(this.self)) return;
    void this.webContents.page?.close();
    this.emit('closed');
    if (all.size === 0) app.emit('window-all-closed');
  }
}
