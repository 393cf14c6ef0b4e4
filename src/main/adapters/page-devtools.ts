import type { CDPSession } from 'puppeteer-core';
import { z } from 'zod';

type Command = Parameters<CDPSession['send']>;

/** Sends one command of Chrome's DevTools protocol to a page. They work where the page itself may run no script. */
export type DevTools = (method: Command[0], parameters?: Command[1]) => Promise<unknown>;

const layoutMetrics = z.object({ cssContentSize: z.object({ height: z.number().positive() }) });
const screenshot = z.object({ data: z.base64() });

const WHITE = { r: 255, g: 255, b: 255, a: 1 };

/** How high a page's content is when it is laid out so wide, both in CSS pixels. */
export async function contentHeightOf(devTools: DevTools, width: number): Promise<number> {
  await devTools('Emulation.setEmulatedMedia', { media: 'print' });
  // A scroll bar would make the content narrower.
  await devTools('Emulation.setScrollbarsHidden', { hidden: true });
  // The content counts as high as the window at least.
  await devTools('Emulation.setDeviceMetricsOverride', { width, height: 1, deviceScaleFactor: 1, mobile: false });
  return layoutMetrics.parse(await devTools('Page.getLayoutMetrics')).cssContentSize.height;
}

/** A page as PNG on white: so many pixels wide, one for each CSS pixel, and as high as its content. */
export async function pictureOf(devTools: DevTools, width: number): Promise<Uint8Array> {
  const height = await contentHeightOf(devTools, width);
  await devTools('Emulation.setDefaultBackgroundColorOverride', { color: WHITE });
  const shot = await devTools('Page.captureScreenshot', {
    format: 'png',
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height, scale: 1 },
  });
  return Buffer.from(screenshot.parse(shot).data, 'base64');
}
