import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { seriousFindings } from './axe.ts';
import { type Host, startHost } from './host.ts';
import { Keyboard } from './keyboard.ts';
import { ADMIN, type Seeded, seedDepot } from './seed.ts';

let host: Host;
let depot: Seeded;
let page: Page;
let keyboard: Keyboard;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000); // the build, when there is none yet
  host = await startHost();
  depot = await seedDepot(host.url);
  await depot.sell(depot.withEmail);
  await depot.sell(depot.withoutEmail);
  const context = await browser.newContext({ baseURL: host.url });
  page = await context.newPage();
  keyboard = new Keyboard(page);
  await page.goto('/#/settings');
  await expect(page.getByLabel('Username')).toBeFocused();
  await keyboard.fill(ADMIN.username, ADMIN.password);
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

test.afterAll(async () => {
  await page.context().close();
  await host.stop();
});

const toast = (text: string | RegExp) => page.locator('.mantine-Notification-root').filter({ hasText: text });

async function typeInto(label: string | RegExp, text: string): Promise<void> {
  await page.getByLabel(label, { exact: typeof label === 'string' }).focus();
  await keyboard.press('Control+A');
  await keyboard.type(text);
}

test('the company is changed as it will stand on invoices, and what is wrong is told at its field', async () => {
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await typeInto('Postal code', '41');
  await keyboard.press('F9');
  await expect(page.getByLabel('Postal code')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Postal code')).toBeFocused();
  await typeInto('Postal code', '416181');
  await keyboard.press('F9');
  await expect(toast('Saved')).toBeVisible();
  expect((await depot.call('settings.get', {})).company.postalCode).toBe('416181');
});

test('how long a screen stays open is set in minutes', async () => {
  await page.goto('/#/settings/security');
  await typeInto('Lock after minutes without a key', '5');
  await keyboard.press('F9');
  await expect(page.getByRole('button', { name: /^Save/ })).toBeDisabled();
  expect((await depot.call('settings.get', {})).security.idleMinutes).toBe(5);
});

test('a new size of cylinder is added, with its price and deposit', async () => {
  await page.goto('/#/settings/equipment');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await keyboard.press('Insert');
  const popup = page.getByRole('dialog', { name: 'Add equipment' });
  await expect(popup.getByLabel('Name')).toBeFocused();
  await keyboard.type('CYL 14 kg');
  await keyboard.press('F9');
  await expect(popup.getByLabel('SKU')).toBeFocused();
  await keyboard.type('CYL-14');
  await typeInto('List price', '39.50');
  await typeInto('Deposit', '60');
  await keyboard.press('F9');
  await expect(toast('CYL 14 kg saved')).toBeVisible();
  await expect(page.getByRole('row', { name: /CYL-14/ })).toContainText('39.50');
});

test('a clerk is added, and may sign in', async () => {
  await page.goto('/#/settings/users');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await keyboard.press('Insert');
  const popup = page.getByRole('dialog', { name: 'Add user' });
  await expect(popup.getByLabel('Full name')).toBeFocused();
  await keyboard.fill('Counter Nine', 'E009', 'counter9');
  await popup.getByLabel('Password', { exact: true }).focus();
  await keyboard.type(ADMIN.password);
  await keyboard.press('F9');
  await expect(toast('Counter Nine saved')).toBeVisible();
  await expect(page.getByRole('row', { name: /counter9/ })).toContainText('Counter');
  const signedIn = await depot.call('session.login', { username: 'counter9', password: ADMIN.password });
  expect(signedIn.user).toMatchObject({ username: 'counter9', role: 'COUNTER' });
});

test('the sales account adds up, and leaves as CSV and PDF', async () => {
  await page.goto('/#/reports');
  const sums = page.getByRole('group', { name: 'Sums' }).or(page.getByLabel('Sums'));
  await expect(sums.first()).toContainText('$26.16');
  await expect(page.getByRole('row', { name: /INV-KB1/ })).toHaveCount(2);
  const csv = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).focus();
  await keyboard.press('Enter');
  expect(readFileSync(await (await csv).path(), 'utf8')).toContain('26.16');
  const pdf = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as PDF' }).focus();
  await keyboard.press('Enter');
  expect(
    readFileSync(await (await pdf).path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  await page.getByRole('radio', { name: 'Customers' }).focus();
  await keyboard.press('Space');
  await expect(page.getByRole('row', { name: /Kopitiam 88/ })).toContainText('13.08');
});

test('the bookkeeper gets invoices as the chosen program imports them', async () => {
  await page.getByRole('button', { name: 'For the bookkeeper…' }).focus();
  await keyboard.press('Enter');
  const popup = page.getByRole('dialog', { name: 'For the bookkeeper’s program' });
  await expect(popup.getByLabel('From')).toBeFocused();
  await popup.getByRole('radio', { name: 'QuickBooks Online' }).focus();
  await keyboard.press('Space');
  const saved = page.waitForEvent('download');
  await keyboard.press('F9');
  const lines = readFileSync(await (await saved).path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain('InvoiceNo');
  expect(lines[1]).toContain('INV-KB1');
  await expect(popup).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious about reports and the bookkeeper’s files, ${colorScheme}`, async () => {
    await page.emulateMedia({ colorScheme });
    expect(await seriousFindings(page, 'reports', colorScheme)).toEqual([]);
    await page.getByRole('button', { name: 'For the bookkeeper…' }).focus();
    await keyboard.press('Enter');
    await expect(page.getByLabel('From').last()).toBeFocused();
    expect(await seriousFindings(page, 'bookkeeper', colorScheme)).toEqual([]);
    await keyboard.press('Escape');
  });
}
