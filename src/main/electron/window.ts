import { BrowserWindow, dialog } from 'electron';
import { PAGE_ORIGIN } from './page.ts';

/** A counter's old 1366 × 768 screen shows all of it. */
const SIZE = { width: 1366, height: 768, minWidth: 1024, minHeight: 640 };

export interface WindowOptions {
  /** The preload script's path. */
  preload: string;
  devTools: boolean;
}

/** Opens the console's one window. Resolves when the page is loaded. */
export async function openWindow({ preload, devTools }: WindowOptions): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    ...SIZE,
    title: 'Depot Console',
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Chromium's PDF viewer, for the preview of documents.
      plugins: true,
      // Its dictionaries would come from the internet.
      spellcheck: false,
      devTools,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(window);
  });
  await window.loadURL(`${PAGE_ORIGIN}/`);
  return window;
}

/** Everything saved is in main's hands: a page that died has lost at most the form on the screen. */
async function offerReload(window: BrowserWindow): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'The screen stopped working.',
    detail: 'Nothing that was saved is lost. The form that was open must be keyed again.',
    buttons: ['Open again'],
  });
  window.reload();
}
