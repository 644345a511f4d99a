// Values on their way between page and main process: what structured clone carries, as JSON text.
// Kept free of imports: its source text is also put into the page.
export function enc(v) {
  if (v === undefined) return { $: 'u' };
  if (v === null || typeof v === 'boolean' || typeof v === 'string') return v;
  if (typeof v === 'number')
    return Number.isFinite(v) && !Object.is(v, -0) ? v : { $: 'n', v: Object.is(v, -0) ? '-0' : String(v) };
  if (typeof v === 'bigint') return { $: 'i', v: String(v) };
  if (typeof v === 'function' || typeof v === 'symbol') throw new Error('An object could not be cloned.');
  if (v instanceof Date) return { $: 'd', v: v.getTime() };
  if (v instanceof Map) return { $: 'm', v: [...v].map(([a, b]) => [enc(a), enc(b)]) };
  if (v instanceof Set) return { $: 's', v: [...v].map(enc) };
  if (v instanceof Error) return { $: 'e', v: v.message };
  if (ArrayBuffer.isView(v) || v instanceof ArrayBuffer) {
    const u = v instanceof ArrayBuffer ? new Uint8Array(v) : new Uint8Array(v.buffer, v.byteOffset, v.byteLength);
    let s = '';
    for (let i = 0; i < u.length; i += 0x8000) s += String.fromCharCode.apply(null, u.subarray(i, i + 0x8000));
    return { $: 'b', k: v.constructor.name === 'Buffer' ? 'Uint8Array' : v.constructor.name, v: btoa(s) };
  }
  if (Array.isArray(v)) return v.map(enc);
  const o = {};
  for (const k of Object.keys(v)) o[k] = enc(v[k]);
  return { $: 'o', v: o };
}
export function dec(v) {
  if (v === null || typeof v !== 'object') return v;
  if (Array.isArray(v)) return v.map(dec);
  switch (v.$) {
    case 'u':
      return undefined;
    case 'n':
      return Number(v.v);
    case 'i':
      return BigInt(v.v);
    case 'd':
      return new Date(v.v);
    case 'm':
      return new Map(v.v.map(([a, b]) => [dec(a), dec(b)]));
    case 's':
      return new Set(v.v.map(dec));
    case 'e':
      return new Error(v.v);
    case 'b': {
      const s = atob(v.v);
      const u = new Uint8Array(s.length);
      for (let i = 0; i < s.length; i++) u[i] = s.charCodeAt(i);
      return v.k === 'ArrayBuffer' ? u.buffer : v.k === 'Uint8Array' ? u : new globalThis[v.k](u.buffer);
    }
    default:
      return Object.fromEntries(Object.entries(v.v).map(([k, x]) => [k, dec(x)]));
  }
}
