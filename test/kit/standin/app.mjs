// The program as a whole: its life, its folders, its events.
import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { given, running, started } from './chromium.mjs';
import { strict } from './strict.mjs';

class App extends EventEmitter {
  isPackaged = true;
  name = 'standin';
  sandboxed = false;
  whenReady() {
    return started;
  }
  enableSandbox() {
    if (running.ready) throw new Error('enableSandbox must be called before app is ready');
    this.sandboxed = true;
  }
  requestSingleInstanceLock() {
    return true;
  }
  getPath(name) {
    const folder = name === 'userData' ? given.userData : join(given.userData, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }
  getVersion() {
    return '0.0.0-standin';
  }
  quit() {
    void running.context?.close().finally(() => process.exit(0));
  }
}
export const app = strict('app', new App());
