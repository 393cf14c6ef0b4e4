import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { Keyboard } from './keyboard.ts';
import { PASSWORD, type SampleDepot } from './sample-depot.ts';

/** One counter: a window of its own with a clerk at its keyboard. */
export interface Counter {
  page: Page;
  keyboard: Keyboard;
  focused: Locator;
  /** The quiet word at the corner; earlier ones may still be there. */
  toast: (text: RegExp) => Locator;
  cell: (name: string) => Locator;
  signIn: (username: string) => Promise<void>;
  /** @throws when the page broke or asked for what it must not. */
  close: () => Promise<void>;
}

export async function openCounter(browser: Browser, { host }: SampleDepot, username?: string): Promise<Counter> {
  const context = await browser.newContext({ baseURL: host.url });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
  const keyboard = new Keyboard(page);
  const counter: Counter = {
    page,
    keyboard,
    focused: page.locator(':focus'),
    toast: (text) => page.getByRole('alert').filter({ hasText: text }),
    cell: (name) => page.getByLabel(name, { exact: true }),
    async signIn(person) {
      await expect(page.getByLabel('Username')).toBeFocused();
      await keyboard.fill(person, PASSWORD);
      await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible();
    },
    async close() {
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
  await page.goto('/');
  if (username !== undefined) await counter.signIn(username);
  return counter;
}
