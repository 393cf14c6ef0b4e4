import type { BrowserWindow } from 'electron';
import { contentHeightOf, pictureOf, type DevTools } from './page-devtools.ts';
import { rollPageOf, rollWidthInPx } from './roll-page.ts';

const MM_PER_INCH = 25.4;
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 };

/** Opens a hidden, sandboxed window of a session, which runs no script and leaves its document for no other. */
export function openDocumentWindow(Window: typeof BrowserWindow, partition: string): BrowserWindow {
  const window = new Window({
    show: false,
    webPreferences: {
      partition,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webgl: false,
      spellcheck: false,
      // What is hidden is not drawn otherwise, and a picture of it would be waited for in vain.
      backgroundThrottling: false,
    },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  return window;
}

/** The window's document as PDF, on the paper that its own `@page` asks for. */
export function printWindow({ webContents }: BrowserWindow): Promise<Uint8Array> {
  return webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    margins: NO_MARGINS,
    generateTaggedPDF: true,
  });
}

/** The window's document as PDF on paper from a roll, cut below its content. */
export async function printWindowAsRoll(window: BrowserWindow, widthMm: number): Promise<Uint8Array> {
  const content = await contentHeightOf(devToolsOf(window), rollWidthInPx(widthMm));
  const page = rollPageOf(widthMm, content);
  return window.webContents.printToPDF({
    pageSize: { width: page.widthMm / MM_PER_INCH, height: page.heightMm / MM_PER_INCH },
    printBackground: true,
    margins: NO_MARGINS,
    generateTaggedPDF: true,
  });
}

/** The window's document as PNG, so many pixels wide. */
export function pictureWindow(window: BrowserWindow, width: number): Promise<Uint8Array> {
  return pictureOf(devToolsOf(window), width);
}

/** Attached once for each window: it ends with the window. */
function devToolsOf({ webContents }: BrowserWindow): DevTools {
  webContents.debugger.attach();
  return async (method, parameters): Promise<unknown> => {
    const answer: unknown = await webContents.debugger.sendCommand(method, parameters);
    return answer;
  };
}
