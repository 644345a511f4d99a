// The two halves of a page under context isolation: the exposed API in its own world, the preload in another.
import { dec, enc } from './codec.mjs';

// Runs in the page's own world, before any script of the page: puts the exposed API there.
function mainWorld(nonce) {
  if (window.top !== window) return;
  const fns = new Map();
  let n = 0;
  const fire = (type, detail) => document.dispatchEvent(new CustomEvent(nonce + type, { detail }));
  const pack = (v) => {
    if (typeof v === 'function') {
      fns.set(++n, v);
      return { $fn: n };
    }
    if (Array.isArray(v)) return v.map(pack);
    if (v && Object.getPrototypeOf(v) === Object.prototype)
      return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, pack(x)]));
    return structuredClone(v);
  };
  const unpack = (v) => {
    if (v && typeof v === 'object' && '$fn' in v) return (...a) => call(v.$fn, a);
    if (v && typeof v === 'object' && '$promise' in v)
      return new Promise((ok, no) => waiting.set(v.$promise, { ok, no }));
    if (Array.isArray(v)) return v.map(unpack);
    if (v && Object.getPrototypeOf(v) === Object.prototype)
      return Object.freeze(Object.fromEntries(Object.entries(v).map(([k, x]) => [k, unpack(x)])));
    return v;
  };
  const waiting = new Map();
  let ret;
  const call = (id, a) => {
    ret = undefined;
    fire('call', { id, args: pack(a) });
    const r = ret;
    if (r && 'error' in r) throw new Error(r.error);
    return unpack(r?.value);
  };
  document.addEventListener(`${nonce}ret`, (e) => {
    ret = e.detail;
  });
  document.addEventListener(`${nonce}settle`, ({ detail: d }) => {
    const w = waiting.get(d.id);
    waiting.delete(d.id);
    'error' in d ? w.no(new Error(d.error)) : w.ok(unpack(d.value));
  });
  document.addEventListener(`${nonce}back`, (e) => {
    fns.get(e.detail.id)?.(...e.detail.args.map(unpack));
  });
  document.addEventListener(`${nonce}expose`, (e) => {
    Object.defineProperty(window, e.detail.key, { value: unpack(e.detail.api), enumerable: true });
  });
}

// Runs in a world of its own (the same page, other globals), as a preload does under contextIsolation.
function isolatedWorld(nonce, preloadSource, enc, dec) {
  if (window.top !== window) return;
  const fns = new Map(),
    listeners = new Map(),
    calls = new Map();
  let n = 0;
  const fire = (type, detail) => document.dispatchEvent(new CustomEvent(nonce + type, { detail }));
  const pack = (v) => {
    if (typeof v === 'function') {
      fns.set(++n, v);
      return { $fn: n };
    }
    if (v instanceof Promise) {
      const id = ++n;
      v.then(
        (x) => fire('settle', { id, value: pack(x) }),
        (x) => fire('settle', { id, error: x?.message ?? String(x) }),
      );
      return { $promise: id };
    }
    if (Array.isArray(v)) return v.map(pack);
    if (v && Object.getPrototypeOf(v) === Object.prototype)
      return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, pack(x)]));
    return v;
  };
  const unpack = (v) => {
    if (v && typeof v === 'object' && '$fn' in v) return (...a) => fire('back', { id: v.$fn, args: pack(a) });
    if (Array.isArray(v)) return v.map(unpack);
    if (v && Object.getPrototypeOf(v) === Object.prototype)
      return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, unpack(x)]));
    return v;
  };
  document.addEventListener(`${nonce}call`, (e) => {
    let r;
    try {
      r = { value: pack(fns.get(e.detail.id)(...unpack(e.detail.args))) };
    } catch (x) {
      r = { error: x?.message ?? String(x) };
    }
    fire('ret', r);
  });
  globalThis.__standinDeliver = (m) => {
    if (m.kind === 'reply') {
      const c = calls.get(m.id);
      calls.delete(m.id);
      m.error ? c.no(new Error(m.error)) : c.ok(dec(m.value));
    } else for (const l of [...(listeners.get(m.channel) ?? [])]) l({ sender: ipcRenderer }, ...dec(m.args));
  };
  const post = (m) => globalThis.__standinSend(JSON.stringify(m));
  const ipcRenderer = {
    invoke: (channel, ...args) =>
      new Promise((ok, no) => {
        const id = ++n;
        calls.set(id, { ok, no });
        post({ kind: 'invoke', id, channel, args: enc(args) });
      }),
    send: (channel, ...args) => post({ kind: 'send', channel, args: enc(args) }),
    on: (c, l) => {
      (listeners.get(c) ?? listeners.set(c, []).get(c)).push(l);
      return ipcRenderer;
    },
    removeListener: (c, l) => {
      listeners.set(
        c,
        (listeners.get(c) ?? []).filter((x) => x !== l),
      );
      return ipcRenderer;
    },
  };
  const contextBridge = { exposeInMainWorld: (key, api) => fire('expose', { key, api: pack(api) }) };
  const electron = { contextBridge, ipcRenderer };
  const require = (id) => {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    throw new Error(`module not found: ${id}`); // a sandboxed preload has no other module worth allowing
  };
  new Function('require', 'module', 'exports', 'process', preloadSource)(
    require,
    { exports: {} },
    {},
    { platform: 'linux', contextIsolated: true, sandboxed: true, type: 'renderer' },
  );
}

export const mainWorldSource = (nonce) => `(${mainWorld})(${JSON.stringify(nonce)})`;
export const isolatedWorldSource = (nonce, preload) =>
  `(() => { ${enc}; ${dec}; (${isolatedWorld})(${JSON.stringify(nonce)}, ${JSON.stringify(preload)}, enc, dec); })()`;
