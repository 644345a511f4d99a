// Sessions: who answers a scheme, what is permitted, which requests the program lets out.
import { running } from './chromium.mjs';
import { strict } from './strict.mjs';

const schemes = new Map();
/** Requests the program itself would have let onto the network; the stand-in stops them all the same. */
export const leaked = [];

class Protocol {
  constructor() {
    this.handlers = new Map();
  }
  registerSchemesAsPrivileged(list) {
    if (running.ready) throw new Error('registerSchemesAsPrivileged must be called before app is ready');
    for (const entry of list) schemes.set(entry.scheme, entry);
  }
  handle(scheme, handler) {
    if (!running.ready) throw new Error('protocol.handle must be called after app is ready');
    if (!schemes.has(scheme)) throw new Error(`stand-in: scheme ${scheme} was not registered as privileged`);
    if (this.handlers.has(scheme)) throw new Error(`stand-in: scheme ${scheme} is already handled`);
    this.handlers.set(scheme, handler);
  }
}

class Session {
  constructor() {
    this.protocol = strict('protocol', new Protocol());
    this.asked = { request: undefined, check: undefined, before: undefined };
    this.webRequest = strict('webRequest', {
      onBeforeRequest: (listener) => {
        this.asked.before = listener;
      },
    });
  }
  setPermissionRequestHandler(handler) {
    this.asked.request = handler;
  }
  setPermissionCheckHandler(handler) {
    this.asked.check = handler;
  }
  /** Answers one request of a page of this session: by the program's own handler, or not at all. */
  async answer(route, address) {
    const verdict = await new Promise((settle) => {
      this.asked.before ? this.asked.before({ url: address }, settle) : settle({});
    });
    if (verdict.cancel) return route.abort('blockedbyclient');
    const handler = this.protocol.handlers.get(address.split(':')[0]);
    if (!handler) {
      leaked.push(address);
      return route.abort('failed');
    }
    const request = route.request();
    const body = request.postDataBuffer();
    const response = await handler(
      new Request(address, { method: request.method(), headers: request.headers(), ...(body ? { body } : {}) }),
    );
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }
}

const partitions = new Map();
const newSession = () => strict('session', new Session());
export const session = strict('session', {
  defaultSession: newSession(),
  fromPartition: (name) => partitions.get(name) ?? partitions.set(name, newSession()).get(name),
});
