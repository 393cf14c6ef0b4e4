import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
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
 * `render` and `warm` throw NoChromiumError when there is no browser.
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

  const renderNow = async (html: string): Promise<Uint8Array> => {
    for (let attempt = 1; ; attempt += 1) {
      const running = await start();
      try {
        return await withinTime(timeoutMs, running.print(html), () => new PdfTimeoutError(timeoutMs));
      } catch (error) {
        const died = !running.browser.connected;
        await stop();
        // It may have died since the last document: that is no fault of this one.
        if (!died || attempt === 2) throw error;
      }
    }
  };

  return {
    async warm() {
      if (closed) throw new Error(CLOSED);
      await start();
    },
    async render(html) {
      if (closed) throw new Error(CLOSED);
      const result = queue.then(() => renderNow(html));
      queue = result.catch(() => undefined);
      return result;
    },
    async close() {
      closed = true;
      await queue;
      await stop();
    },
  };
}

const CLOSED = 'The PDF renderer is closed.';

interface Engine extends RunningChromium {
  print(html: string): Promise<Uint8Array>;
}

/** A page is used once; the next is opened while the caller stores the last document. */
function engineOf(chromium: RunningChromium): Engine {
  let next = openPage(chromium.browser);
  return {
    ...chromium,
    async print(html) {
      const page = await next;
      try {
        await page.setContent(html, { waitUntil: 'load', timeout: 0 });
        return await page.pdf({ preferCSSPageSize: true, printBackground: true, timeout: 0 });
      } finally {
        page.close().catch(ignoreDeadBrowser);
        next = openPage(chromium.browser);
      }
    },
  };
}

/** A page that runs no script and reaches nothing. */
function openPage(browser: Browser): Promise<Page> {
  const opening = (async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setOfflineMode(true);
    page.on('request', refuse);
    await page.setRequestInterception(true);
    return page;
  })();
  // Whoever prints next sees the failure; until then it is nobody's.
  opening.catch(ignoreDeadBrowser);
  return opening;
}

function refuse(request: HTTPRequest): void {
  answer(request).catch(ignoreDeadBrowser);
}

function answer(request: HTTPRequest): Promise<void> {
  // "No content" leaves the document where it is; an error would put a blank page in its place.
  if (request.isNavigationRequest()) return request.respond({ status: 204 });
  return request.url().startsWith('data:') ? request.continue() : request.abort('blockedbyclient');
}

function ignoreDeadBrowser(): void {}
