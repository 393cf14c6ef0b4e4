import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { type Host, startHost } from './host.ts';
import { Keyboard } from './keyboard.ts';

const PASSWORD = 'four walls and a scale';
const paper = mkdtempSync(path.join(tmpdir(), 'depot-first-run-'));

let host: Host;
let page: Page;
let keyboard: Keyboard;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000); // the build, when there is none yet
  host = await startHost();
  const context = await browser.newContext({ baseURL: host.url });
  page = await context.newPage();
  keyboard = new Keyboard(page);
});

test.afterAll(async () => {
  await page.context().close();
  await host.stop();
  rmSync(paper, { recursive: true });
});

async function seriousFindings() {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

test('each page says what is not right on it before the next one comes', async () => {
  await page.goto('/');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await keyboard.fill('Tan Gas', '1 Own Road', '12345', '', '', '');
  await expect(page.getByLabel('Postal code')).toBeFocused();
  await expect(page.getByLabel('Postal code')).toHaveAccessibleDescription(
    'must be a Singapore postal code of six digits',
  );
  expect(await seriousFindings()).toEqual([]);
  await keyboard.press('Control+A');
  await keyboard.type('123456');
  await keyboard.press('F9');
  await expect(page.getByLabel('Site code')).toBeFocused();
  await keyboard.press('Escape');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Tan Gas');
  await keyboard.press('F9');
  await expect(page.getByLabel('Site code')).toBeFocused();
  await keyboard.fill('tg1', 'YARD', 'Tan’s yard', '');
  await expect(page.getByLabel('Full name')).toBeFocused();
  await keyboard.fill('Tan Ah Kow', 'A1', 'tan', PASSWORD, '4711');
  await expect(page.getByRole('heading', { name: 'What the depot has' })).toBeVisible();
});

test('the sample depot is brought into the yard', async () => {
  await expect(page.getByLabel('Files')).toBeFocused();
  expect(await seriousFindings()).toEqual([]);
  await keyboard.press('Shift+Tab', 'ArrowRight', 'Tab');
  await expect(page.getByRole('button', { name: 'Bring in the sample depot' })).toBeFocused();
  await keyboard.press('Enter');
  // The people who come along get passwords, which are hashed slowly on purpose.
  await expect(page.getByText('Customers48')).toBeVisible({ timeout: 25_000 });
  await expect(page.getByRole('region', { name: 'One-time passwords' })).toContainText('counter1');
  await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();
  await keyboard.press('Enter');
});

test('a printer is added, and its test page printed', async () => {
  await expect(page.getByRole('heading', { name: 'Printers', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Leave for later' })).toBeVisible();
  await keyboard.press('Insert');
  const popup = page.getByRole('dialog', { name: 'Add printer' });
  await expect(popup.getByLabel('Name', { exact: true })).toBeFocused();
  await keyboard.type('Desk');
  await keyboard.press('Shift+Tab', 'ArrowRight', 'ArrowRight');
  await popup.getByRole('textbox', { name: 'Folder' }).focus();
  await keyboard.type(paper);
  await keyboard.press('F9');
  await expect(popup).toBeHidden();
  await page.getByRole('button', { name: 'Test print: Desk' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keyboard.press('F9');
  await expect(page.getByRole('dialog')).toContainText(`saved as ${paper}`, { timeout: 20_000 });
  expect(readdirSync(paper).some((name) => name.endsWith('.pdf'))).toBe(true);
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Next' })).toBeVisible();
  await keyboard.press('F9');
});

test('mail is left for later, and the console opens on a full yard', async () => {
  await expect(page.getByRole('heading', { name: 'Mail', level: 1 })).toBeVisible();
  expect(await seriousFindings()).toEqual([]);
  await keyboard.press('F9');
  await expect(page.getByRole('heading', { name: 'Hello, Tan Ah Kow' })).toBeVisible();
  await expect(page.getByRole('region', { name: /Tan’s yard/ })).toContainText('CYL 14 kg');
});
