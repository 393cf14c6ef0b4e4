import { randomUUID } from 'node:crypto';
import type { BrowserWindow, Session, session } from 'electron';
import { openDocumentWindow, pictureWindow, printWindow, printWindowAsRoll } from './document-window-electron.ts';
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

  const drawNow = async (html: string, draw: Draw): Promise<Uint8Array> => {
    const url = `${SCHEME}://page/${randomUUID()}`;
    const window = openDocumentWindow(BrowserWindow, partition);
    pages.set(url, html);
    try {
      return await withinTime(timeoutMs, loadAndDraw(window, url, draw), () => new PdfTimeoutError(timeoutMs));
    } finally {
      pages.delete(url);
      window.destroy();
    }
  };

  const drawInTurn = (html: string, draw: Draw): Promise<Uint8Array> => {
    const result = queue.then(() => drawNow(html, draw));
    queue = result.catch(() => undefined);
    return result;
  };

  return {
    render: (html, roll) =>
      drawInTurn(html, roll === undefined ? printWindow : (window) => printWindowAsRoll(window, roll.widthMm)),
    picture: (html, width) => drawInTurn(html, (window) => pictureWindow(window, width)),
    async close() {
      await queue;
      isolated.protocol.unhandle(SCHEME);
    },
  };
}

/** Makes something of a window whose document has been loaded. */
type Draw = (window: BrowserWindow) => Promise<Uint8Array>;

/** Inlined fonts delay the load event, which `loadURL` waits for, so that they are there when the page is drawn. */
async function loadAndDraw(window: BrowserWindow, url: string, draw: Draw): Promise<Uint8Array> {
  await window.loadURL(url);
  return draw(window);
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
