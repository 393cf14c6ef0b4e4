import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { seriousFindings } from './axe.ts';
import { type Host, startHost } from './host.ts';
import { Keyboard } from './keyboard.ts';
import { ADMIN, seedDepot } from './seed.ts';

let host: Host;
let page: Page;
let keyboard: Keyboard;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000); // the build, when there is none yet
  host = await startHost();
  const { sell, withEmail, withoutEmail } = await seedDepot(host.url);
  await sell(withEmail);
  await sell(withoutEmail);
  const context = await browser.newContext({ baseURL: host.url });
  page = await context.newPage();
  keyboard = new Keyboard(page);
  await page.goto('/');
  await expect(page.getByLabel('Username')).toBeFocused();
  await keyboard.fill(ADMIN.username, ADMIN.password);
  await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible();
});

test.afterAll(async () => {
  await page.context().close();
  await host.stop();
});

test('numbers on the start screen lead to the invoices they counted', async () => {
  await page.getByRole('link', { name: /^Unpaid invoices 2/ }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Unpaid' })).toBeChecked();
  await expect(page.getByRole('row', { name: /INV-KB1/ })).toHaveCount(2);
  await expect(page.getByRole('searchbox')).toBeFocused();
  await keyboard.press('F1');
  const help = page.getByRole('dialog', { name: 'Keys' });
  await expect(help).toContainText('Go to a number or a dayCtrl+G');
  await expect(help).toContainText('Sort another way (now: newest first)S');
  await keyboard.press('Escape');
});

test('the list begins at a number, is sorted the other way and remembered, and leaves as a file', async () => {
  await page.goto('/#/invoices');
  const rows = page.getByRole('grid').getByRole('row', { name: /INV-KB1/ });
  await expect(rows.first()).toContainText('000002');
  await keyboard.press('Control+G');
  const popup = page.getByRole('dialog', { name: 'Go to a number or a day' });
  await expect(popup.getByLabel('Number or day')).toBeFocused();
  await keyboard.fill('77');
  await expect(popup).toContainText('There is no invoice with this number.');
  await keyboard.press('Control+A');
  await keyboard.fill('1');
  await expect(popup).toBeHidden();
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: 'From 1 · to the top' }).focus();
  await keyboard.press('Enter');
  await expect(rows).toHaveCount(2);

  await page.getByRole('columnheader', { name: 'Number' }).getByRole('button').focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Number' })).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows.first()).toContainText('000001');
  await page.reload();
  await expect(rows.first()).toContainText('000001');

  expect(await seriousFindings(page, 'invoices', 'light')).toEqual([]);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).focus();
  await keyboard.press('Enter');
  const lines = readFileSync(await (await saved).path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines.map((line) => line.split(',')[0])).toEqual([
    '\uFEFFInvoice',
    expect.stringMatching(/000001$/),
    expect.stringMatching(/000002$/),
    '2 invoices',
  ]);
});

test('customers are sorted by a head, pressed again from the other end, and stay so', async () => {
  await page.goto('/#/customers');
  const rows = page.getByRole('grid').getByRole('row', { name: /^C\d/ });
  await expect(rows.first()).toContainText('Café Éclair');
  const code = page.getByRole('columnheader').first();
  await code.getByRole('button').focus();
  await keyboard.press('Enter');
  await expect(code).toHaveAttribute('aria-sort', 'ascending');
  await keyboard.press('Enter');
  await expect(code).toHaveAttribute('aria-sort', 'descending');
  await expect(rows.first()).toContainText('Kopitiam 88');
  await page.reload();
  await expect(rows.first()).toContainText('Kopitiam 88');
});
