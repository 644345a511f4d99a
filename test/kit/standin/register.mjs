// Puts the stand-in in the place of the module `electron`, for whatever the program imports after this.

import * as nodeModule from 'node:module';

const url = new URL('./electron.mjs', import.meta.url).href;
const hook = `export const resolve = (s, c, next) => (/^electron(\\/main)?$/.test(s) ? { url: ${JSON.stringify(url)}, shortCircuit: true } : next(s, c))`;
if (nodeModule.registerHooks)
  nodeModule.registerHooks({
    resolve: (s, c, next) => (/^electron(\/main)?$/.test(s) ? { url, shortCircuit: true } : next(s, c)),
  });
else nodeModule.register(`data:text/javascript,${encodeURIComponent(hook)}`); // Node 20
