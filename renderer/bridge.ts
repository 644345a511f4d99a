// The machine as the page sees it: the desktop's where there is one, else the same contract kept by the browser.
import type { Bridge } from '#shared/bridge/contract.ts';
import { browserBridge } from './browser.ts';

declare global {
  interface Window {
    readonly bridge?: Bridge;
  }
}

export const bridge: Bridge = window.bridge ?? browserBridge();
