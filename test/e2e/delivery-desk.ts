import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { openTillPrinter, type TillPrinter, WELL } from '../helpers/open-till-printer.ts';
import { pagesOf } from '../helpers/pdf-contents.ts';
import { startHost } from './host.ts';
import { Keyboard } from './keyboard.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { ADMIN, type Seeded, seedDepot } from './seed.ts';

export const MAIL_PASSWORD = 'a word the mail server knows';

/** A counter with a folder to print into, a till printer that breaks off, and a mail server; an administrator is at it. */
export interface DeliveryDesk {
  page: Page;
  keyboard: Keyboard;
  depot: Seeded;
  mailServer: MailServer;
  till: TillPrinter;
  folder: string;
  /** What was printed into the folder. */
  papers: () => string[];
  wordsOn: (paper: string) => Promise<string>;
  close: () => Promise<void>;
}

export async function openDeliveryDesk(browser: Browser): Promise<DeliveryDesk> {
  const folder = mkdtempSync(path.join(tmpdir(), 'depot-paper-'));
  const mailServer = await startMailServer(MAIL_PASSWORD);
  const till = await openTillPrinter({ state: () => WELL, trouble: 'closes while printing' });
  const host = await startHost();
  const depot = await seedDepot(host.url);
  const context = await browser.newContext({ baseURL: host.url });
  const page = await context.newPage();
  const keyboard = new Keyboard(page);
  await page.goto('/');
  await expect(page.getByLabel('Username')).toBeFocused();
  await keyboard.fill(ADMIN.username, ADMIN.password);
  await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible();
  return {
    page,
    keyboard,
    depot,
    mailServer,
    till,
    folder,
    papers: () => readdirSync(folder).toSorted(),
    wordsOn: async (paper) => (await pagesOf(readFileSync(path.join(folder, paper)))).join(' '),
    async close() {
      await context.close();
      await host.stop();
      await till[Symbol.asyncDispose]();
      await mailServer.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
