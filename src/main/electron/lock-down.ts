import type { App, Session, WebContents } from 'electron';
import { PAGE_ORIGIN } from './page.ts';

/** Addresses that lead out of the machine or into its files. The console's page needs none of them. */
const OUTSIDE = /^(https?|wss?|ftp|file):/i;

/** Electron's security checklist for every page this program ever opens: it stays, opens nothing and embeds nothing. */
export function lockDownPages(app: App): void {
  app.on('web-contents-created', (_event, contents) => keepInPlace(contents));
}

function keepInPlace(contents: WebContents): void {
  contents.on('will-navigate', stayOnOwnPage);
  contents.on('will-redirect', stayOnOwnPage);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function stayOnOwnPage(event: { readonly url: string; preventDefault(): void }): void {
  if (!event.url.startsWith(`${PAGE_ORIGIN}/`)) event.preventDefault();
}

/** The same for what a page may ask of the machine: no camera, no clipboard reading, no device, no network. */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: OUTSIDE.test(details.url) }));
}
