import { randomUUID } from 'node:crypto';
import type { BrowserWindow, Session, session } from 'electron';
import { PdfTimeoutError, type PdfRenderer } from './pdf.ts';
import { withinTime } from './within-time.ts';

/** The two parts of Electron this needs, handed in so that a host without Electron never loads it. */
export interface ElectronForPdf {
  BrowserWindow: typeof BrowserWindow;
  session: typeof session;
}

/** Documents come from memory under this scheme: a data: address is too short for their fonts, a file would stay. */
const SCHEME = 'depot-document';

/**
 * Draws documents with the Chromium inside Electron. Each gets a hidden, sandboxed window in a session of its own that
 * runs no script, keeps nothing on disk and reaches nothing; one is drawn at a time. Call it after `app` is ready.
 */
export function openElectronPdf(
  { BrowserWindow, session }: ElectronForPdf,
  { timeoutMs = 30_000 }: { timeoutMs?: number } = {},
): PdfRenderer {
  const pages = new Map<string, string>();
  const partition = `${SCHEME}-${randomUUID()}`;
  const isolated = session.fromPartition(partition);
  isolate(isolated, pages);
  let queue: Promise<unknown> = Promise.resolve();

  const renderNow = async (html: string): Promise<Uint8Array> => {
    const url = `${SCHEME}://page/${randomUUID()}`;
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        partition,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        webgl: false,
        spellcheck: false,
      },
    });
    window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
    window.webContents.on('will-navigate', (event) => event.preventDefault());
    pages.set(url, html);
    try {
      return await withinTime(timeoutMs, print(window, url), () => new PdfTimeoutError(timeoutMs));
    } finally {
      pages.delete(url);
      window.destroy();
    }
  };

  return {
    render(html) {
      const result = queue.then(() => renderNow(html));
      queue = result.catch(() => undefined);
      return result;
    },
    async close() {
      await queue;
      isolated.protocol.unhandle(SCHEME);
    },
  };
}

/** Inlined fonts delay the load event, which `loadURL` waits for, so that they are there when the page is printed. */
async function print(window: BrowserWindow, url: string): Promise<Uint8Array> {
  await window.loadURL(url);
  return window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    generateTaggedPDF: true,
  });
}

function isolate(isolated: Session, pages: Map<string, string>): void {
  isolated.protocol.handle(SCHEME, (request) => {
    const html = pages.get(request.url);
    if (html === undefined) return new Response(null, { status: 404 });
    return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
  });
  isolated.webRequest.onBeforeRequest((details, answer) => {
    const own = details.url.startsWith(`${SCHEME}:`) || details.url.startsWith('data:');
    answer({ cancel: !own });
  });
  isolated.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
}
