// What a window of ours may never do: go elsewhere, open another, ask for a device, reach the network.
import type { App, Session, WebContents } from 'electron';
import type { Log } from '../host/log.ts';
import { isOurPage, staysInside } from './address.ts';

const ALLOWED_PERMISSIONS: readonly string[] = ['fullscreen', 'clipboard-sanitized-write'];

/** Holds for every page that ever comes to be, the ones for printing too. */
export function guardAllContents(app: App, log: Log): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log));
}

function guardContents(contents: WebContents, log: Log): void {
  const denied = (asked: string) => log({ event: 'denied', asked, code: 'bridge.refused' });
  contents.setWindowOpenHandler(() => {
    denied('window.open');
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    // even our own address: the page is one document, and files dropped on it are not pages
    if (isOurPage(event.url) && isOurPage(contents.getURL())) return;
    event.preventDefault();
    denied('navigate');
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
    denied('redirect');
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    denied('webview');
  });
}

/** Both handlers: one answers a request, the other a silent look. */
export function guardSession(session: Session, log: Log): void {
  const allowed = (permission: string, address: string) =>
    ALLOWED_PERMISSIONS.includes(permission) && isOurPage(address);
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const granted = details.isMainFrame && allowed(permission, details.requestingUrl);
    if (!granted) log({ event: 'denied', asked: permission, code: 'bridge.refused' });
    decide(granted);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => allowed(permission, origin));
  session.webRequest.onBeforeRequest((details, decide) => {
    const inside = staysInside(details.url);
    if (!inside) log({ event: 'denied', asked: 'network', code: 'bridge.refused' });
    decide({ cancel: !inside });
  });
}
