import type { Browser, Page } from 'puppeteer-core';
import { ignoreDeadBrowser, openDocumentPage, picturePage, printPage, printRoll } from './chromium-page.ts';
import { launchChromium, type RunningChromium } from './launch-chromium.ts';
import { PdfTimeoutError, type PdfRenderer } from './pdf.ts';
import { withinTime } from './within-time.ts';

export interface ChromiumPdfRenderer extends PdfRenderer {
  /** Starts the browser ahead of the first document. @throws NoChromiumError */
  warm(): Promise<void>;
}

/**
 * Draws documents with a headless Chrome, Edge or Chromium. One browser is started on first use, kept, and started
 * again after any failure; documents are drawn one after the other, each in a page of its own.
 *
 * `render`, `picture` and `warm` throw NoChromiumError when there is no browser.
 */
export function openChromiumPdf({
  timeoutMs = 30_000,
  launch = launchChromium,
}: { timeoutMs?: number; launch?: () => Promise<RunningChromium> } = {}): ChromiumPdfRenderer {
  let engine: Promise<Engine> | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  const start = async (): Promise<Engine> => {
    const starting = (engine ??= launch().then(engineOf));
    try {
      return await starting;
    } catch (error) {
      engine = null;
      throw error;
    }
  };

  const stop = async (): Promise<void> => {
    const running = await engine?.catch(() => null);
    engine = null;
    await running?.stop();
  };

  const drawNow = async (html: string, draw: Draw): Promise<Uint8Array> => {
    for (let attempt = 1; ; attempt += 1) {
      const running = await start();
      try {
        return await withinTime(timeoutMs, running.draw(html, draw), () => new PdfTimeoutError(timeoutMs));
      } catch (error) {
        const died = !running.browser.connected;
        await stop();
        // It may have died since the last document: that is no fault of this one.
        if (!died || attempt === 2) throw error;
      }
    }
  };

  const drawInTurn = async (html: string, draw: Draw): Promise<Uint8Array> => {
    if (closed) throw new Error(CLOSED);
    const result = queue.then(() => drawNow(html, draw));
    queue = result.catch(() => undefined);
    return result;
  };

  return {
    async warm() {
      if (closed) throw new Error(CLOSED);
      await start();
    },
    render: (html, roll) => drawInTurn(html, roll === undefined ? printPage : (page) => printRoll(page, roll.widthMm)),
    picture: (html, width) => drawInTurn(html, (page) => picturePage(page, width)),
    async close() {
      closed = true;
      await queue;
      await stop();
    },
  };
}

const CLOSED = 'The PDF renderer is closed.';

/** Makes something of a page that has been loaded. */
type Draw = (page: Page) => Promise<Uint8Array>;

interface Engine extends RunningChromium {
  draw(html: string, draw: Draw): Promise<Uint8Array>;
}

/** A page is used once; the next is opened while the caller stores the last document. */
function engineOf(chromium: RunningChromium): Engine {
  let next = openDocumentPage(chromium.browser);
  const death = deathOf(chromium.browser);
  // Whoever draws hears of it; nobody may be drawing.
  death.catch(() => undefined);
  return {
    ...chromium,
    async draw(html, draw) {
      const page = await Promise.race([next, death]);
      try {
        const drawn = page.setContent(html, { waitUntil: 'load', timeout: 0 }).then(() => draw(page));
        return await Promise.race([drawn, death]);
      } finally {
        page.close().catch(ignoreDeadBrowser);
        next = openDocumentPage(chromium.browser);
      }
    },
  };
}

/** Rejects once the browser is gone: what was waiting for a load may otherwise wait for ever. */
function deathOf(browser: Browser): Promise<never> {
  return new Promise((_, reject) => {
    const tell = () => reject(new Error('The browser ended.'));
    if (browser.connected) browser.once('disconnected', tell);
    else tell();
  });
}
