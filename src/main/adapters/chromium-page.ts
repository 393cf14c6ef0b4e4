import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { contentHeightOf, pictureOf, type DevTools } from './page-devtools.ts';
import { rollPageOf, rollWidthInPx } from './roll-page.ts';

/** Opens a page that runs no script and reaches nothing. The caller hears of a failure when it awaits the page. */
export function openDocumentPage(browser: Browser): Promise<Page> {
  const opening = (async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.setOfflineMode(true);
    page.on('request', refuse);
    await page.setRequestInterception(true);
    return page;
  })();
  // Whoever draws next sees the failure; until then it is nobody's.
  opening.catch(ignoreDeadBrowser);
  return opening;
}

/** The page as PDF, on the paper that its own `@page` asks for. */
export function printPage(page: Page): Promise<Uint8Array> {
  return page.pdf({ preferCSSPageSize: true, printBackground: true, timeout: 0 });
}

/** The page as PDF on paper from a roll, cut below its content. */
export async function printRoll(page: Page, widthMm: number): Promise<Uint8Array> {
  const content = await contentHeightOf(await devToolsOf(page), rollWidthInPx(widthMm));
  const { heightMm } = rollPageOf(widthMm, content);
  return page.pdf({ width: `${widthMm}mm`, height: `${heightMm}mm`, printBackground: true, timeout: 0 });
}

/** The page as PNG, so many pixels wide. */
export async function picturePage(page: Page, width: number): Promise<Uint8Array> {
  return pictureOf(await devToolsOf(page), width);
}

/** A failure of something that is of no use any more. */
export function ignoreDeadBrowser(): void {}

async function devToolsOf(page: Page): Promise<DevTools> {
  const session = await page.createCDPSession();
  return (method, parameters) => session.send(method, parameters);
}

function refuse(request: HTTPRequest): void {
  answer(request).catch(ignoreDeadBrowser);
}

function answer(request: HTTPRequest): Promise<void> {
  // "No content" leaves the document where it is; an error would put a blank page in its place.
  if (request.isNavigationRequest()) return request.respond({ status: 204 });
  return request.url().startsWith('data:') ? request.continue() : request.abort('blockedbyclient');
}
