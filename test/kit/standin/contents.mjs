// What a window shows: one page of Chromium, its frames as callers, its printing.
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { fromHttp, running, started, toHttp } from './chromium.mjs';
import { dec, enc } from './codec.mjs';
import { isolatedWorldSource, mainWorldSource } from './page-side.mjs';
import { session } from './session.mjs';
import { strict } from './strict.mjs';

const WORLD = 'Electron Isolated Context';
const KNOWN_PRINT_OPTIONS = [
  'pageSize',
  'margins',
  'preferCSSPageSize',
  'printBackground',
  'generateTaggedPDF',
  'generateDocumentOutline',
];
let frames = 0;

export const handlers = new Map();
class IpcMain extends EventEmitter {
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  }
}
export const ipcMain = strict('ipcMain', new IpcMain());

/** A frame as the program sees it: `at` gives its address now. */
export const newFrame = (at, parent = null) => {
  const frameTreeNodeId = ++frames;
  return {
    parent,
    frameTreeNodeId,
    get url() {
      return at();
    },
    get origin() {
      return new URL(at()).origin;
    },
  };
};

export class WebContents extends EventEmitter {
  world = undefined;
  onOpen = () => ({ action: 'allow' });
  constructor(preferences) {
    super();
    this.session = preferences.session ?? session.defaultSession;
    this.mainFrame = newFrame(() => this.getURL());
    this.attached = this.attach(preferences);
  }
  async attach({ preload }) {
    await started;
    const { context } = running;
    const blank = context.pages().find((page) => page.url() === 'about:blank' && !page.taken);
    if (blank) blank.taken = true;
    this.page = blank ?? (await context.newPage());
    this.page.taken = true;
    this.cdp = await context.newCDPSession(this.page);
    if (preload) await this.isolate(readFileSync(preload, 'utf8'));
    await this.page.route(
      () => true,
      (route) => this.decide(route),
    );
    this.page.on('popup', (popup) => {
      if (this.onOpen({ url: fromHttp(popup.url()) }).action === 'deny') void popup.close();
    });
  }
  async isolate(preload) {
    const nonce = randomUUID();
    const { cdp } = this;
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === WORLD) this.world = context.id;
    });
    cdp.on('Runtime.bindingCalled', (called) => {
      if (called.name === '__standinSend') void this.receive(JSON.parse(called.payload), called.executionContextId);
    });
    await cdp.send('Page.enable');
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: '__standinSend', executionContextName: WORLD });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource(nonce) });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: isolatedWorldSource(nonce, preload),
      worldName: WORLD,
    });
  }
  /** A page that navigates by itself asks the program first; every request is the session's to answer. */
  decide(route) {
    const request = route.request();
    const address = fromHttp(request.url());
    const byItself = request.isNavigationRequest() && request.frame() === this.page.mainFrame() && !this.loading;
    if (byItself && this.page.url() !== 'about:blank') {
      let stopped = false;
      const event = { url: address, preventDefault: () => (stopped = true) };
      this.emit('will-navigate', event, address);
      if (stopped) return route.abort('aborted');
    }
    return this.session.answer(route, address);
  }
  async receive(message, world) {
    const event = { sender: this.self, senderFrame: this.mainFrame, processId: 1, frameId: 1 };
    if (message.kind === 'send') return void ipcMain.emit(message.channel, event, ...dec(message.args));
    const reply = { kind: 'reply', id: message.id };
    try {
      reply.value = enc(await invoke(event, message.channel, dec(message.args)));
    } catch (fault) {
      reply.error = `Error invoking remote method '${message.channel}': ${fault}`;
    }
    await this.deliver(reply, world);
  }
  deliver(message, world = this.world) {
    const expression = `__standinDeliver(${JSON.stringify(message)})`;
    return this.cdp.send('Runtime.evaluate', { expression, contextId: world }).catch(() => {});
  }
  send(channel, ...args) {
    if (this.world !== undefined) void this.deliver({ kind: 'send', channel, args: enc(args) });
  }
  getURL() {
    return fromHttp(this.page?.url() ?? '');
  }
  setWindowOpenHandler(handler) {
    this.onOpen = handler;
  }
  async printToPDF(options) {
    const unknown = Object.keys(options).find((option) => !KNOWN_PRINT_OPTIONS.includes(option));
    if (unknown) throw new Error(`stand-in: printToPDF has no ${unknown}`);
    const { width, height } = options.pageSize;
    const margin = Object.fromEntries(Object.entries(options.margins).map(([side, inches]) => [side, `${inches}in`]));
    return this.page.pdf({
      width: `${width}in`,
      height: `${height}in`,
      margin,
      preferCSSPageSize: options.preferCSSPageSize,
      printBackground: options.printBackground,
      tagged: options.generateTaggedPDF,
      outline: options.generateDocumentOutline,
    });
  }
  async load(address) {
    await this.attached;
    this.loading = true;
    try {
      await this.page.goto(toHttp(address), { waitUntil: 'load' });
    } finally {
      this.loading = false;
    }
  }
}

export async function invoke(event, channel, args) {
  const handler = handlers.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  return handler(event, ...args);
}
