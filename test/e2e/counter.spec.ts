import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { seriousFindings } from './axe.ts';
import { type Host, startHost } from './host.ts';
import { Keyboard } from './keyboard.ts';

const SAMPLE = path.resolve(import.meta.dirname, '../../samples/depot-kb1');
const PASSWORD = 'four walls and a scale';
const PIN = '246810';

let host: Host;
let page: Page;
let keyboard: Keyboard;
/** Passwords and PINs are hashed slowly on purpose: on a busy computer several of them take a while. */
const SLOW_HASHES = 40_000;
const oneTime = new Map<string, string>();
const complaints: string[] = [];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000); // the build, when there is none yet
  host = await startHost();
  const context = await browser.newContext({ baseURL: host.url }); // axe wants one of its own
  page = await context.newPage();
  keyboard = new Keyboard(page);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text());
  });
});

test.afterAll(async () => {
  await page.context().close();
  await host.stop();
  expect(complaints).toEqual([]);
});

const focused = () => page.locator(':focus');
/** The quiet word at the top; earlier ones may still be there. */
const toast = (text: RegExp) => page.getByRole('alert').filter({ hasText: text });

async function firstSignIn(username: string) {
  await expect(page.getByLabel('Username')).toBeFocused();
  await keyboard.fill(username, oneTime.get(username) ?? '');
  await expect(page.getByRole('heading', { name: 'Choose your own password' })).toBeVisible();
  await keyboard.fill(PASSWORD, PASSWORD, PIN);
  await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible({ timeout: SLOW_HASHES });
}

async function signOut() {
  await page.getByRole('navigation').getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Username')).toBeFocused();
}

test('a new depot is set up by keyboard, and a wrong field is told and found', async () => {
  await page.goto('/');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await keyboard.fill('HSH LPG Pte Ltd', '8 Sample Link, Kaki Bukit, Singapore', '416180', 'M9-0012345-6');
  await keyboard.fill('202599001H', '202599001H', 'KB1', 'HSHKB', 'HSH Kaki Bukit', '8 Sample Link');
  await keyboard.fill('Depot Administrator', 'E001', 'admin', 'short', PIN);
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Password', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await keyboard.press('Control+A');
  await keyboard.type(PASSWORD);
  await keyboard.press('F9');
  await expect(page.getByRole('heading', { name: 'What the depot has' })).toBeVisible();
});

/** The system's own window, opened by the key; a browser that still closes the one before wants it again. */
async function chooseFiles(files: string[]) {
  await expect(async () => {
    const opened = page.waitForEvent('filechooser', { timeout: 3_000 });
    const [chooser] = await Promise.all([opened, keyboard.press('Enter')]);
    await chooser.setFiles(files);
  }).toPass({ timeout: 30_000 });
}

test('its lists are checked as they are chosen, and brought in when all is right, without a mouse', async () => {
  test.setTimeout(2 * SLOW_HASHES);
  const files = readdirSync(SAMPLE).map((name) => path.join(SAMPLE, name));
  await expect(page.getByLabel('Files')).toBeFocused();
  await chooseFiles(files.filter((file) => !file.endsWith('equipment.csv')));
  const problems = page.getByRole('alert');
  await expect(problems).toContainText('Nothing was imported');
  await expect(
    problems.getByRole('row', { name: /^opening\.csv 2 sku "CYL-9" is neither in equipment\.csv/ }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import' })).toHaveCount(0);

  await expect(page.getByLabel('Files')).toBeFocused();
  await chooseFiles(files);
  await expect(page.getByText('All of it is right. The import will bring in:')).toBeVisible();
  await expect(page.getByText('Customers48')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'One-time passwords' })).toBeVisible({ timeout: SLOW_HASHES });
  for (const row of await page.getByRole('region', { name: 'One-time passwords' }).getByRole('row').all()) {
    const [username = '', password = ''] = await row.getByRole('cell').allInnerTexts();
    oneTime.set(username, password);
  }
  await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Printers', level: 1 })).toBeVisible();
  await keyboard.press('F9');
  await expect(page.getByRole('heading', { name: 'Mail', level: 1 })).toBeVisible();
  await keyboard.press('F9');
  await expect(page.getByRole('heading', { name: 'Hello, Depot Administrator' })).toBeVisible();
});

test('people choose their own password when they first sign in', async () => {
  test.setTimeout(3 * SLOW_HASHES);
  await signOut();
  await firstSignIn('super1');
  await signOut();
  await keyboard.fill('counter1', 'not the password');
  await expect(page.getByText('User name or password is wrong')).toBeVisible();
  await keyboard.press('Shift+Tab');
  await firstSignIn('counter1');
});

test('a distribution is keyed and confirmed without a mouse', async () => {
  await keyboard.press('F3');
  await expect(page.getByRole('combobox', { name: 'Driver' })).toBeFocused();
  await keyboard.choose('one', 'Driver One');
  await expect(page.getByLabel('PO number')).toBeFocused();
  await keyboard.fill('PO4937', '22', '22');
  await expect(focused()).toHaveAccessibleName('CYL 14 kg, Collection, full');
  await keyboard.press('ArrowRight');
  await keyboard.type('3');
  await keyboard.press('F9');
  const review = page.getByRole('dialog');
  await expect(review).toContainText('Collection44');
  await expect(review).toContainText('Empty return3');
  await keyboard.press('F9');
  await expect(toast(/DST-KB1-\d{4}-000001 confirmed/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Driver' })).toBeFocused();
});

test('a sale is keyed without a mouse, paid in cash, with its change', async () => {
  await keyboard.press('F2');
  await expect(page.getByRole('combobox', { name: 'Customer' })).toBeFocused();
  await keyboard.choose('61036207', 'Café Éclair — Katong');
  // The size this customer has most of.
  await expect(focused()).toHaveAccessibleName('CYL 14 kg, Deliver');
  await keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('PayF8');
  await keyboard.press('Escape');
  await expect(focused()).toHaveAccessibleName('CYL 14 kg, Deliver');
  await keyboard.press('ArrowUp');
  await keyboard.fill('2', '', '', '');
  await expect(focused()).toHaveAccessibleName('CYL 14 kg, Deliver');
  await keyboard.press('ArrowRight');
  await keyboard.type('1');
  // 72.00 and 9 % GST, in cash, as this customer pays, to the nearest 5 cents.
  await expect(page.locator('[data-total]')).toHaveText('$78.50');
  await keyboard.press('F8');
  await expect(page.getByLabel('Cash given')).toBeFocused();
  await keyboard.type('100');
  await expect(page.locator('[data-change]')).toHaveText('$21.50');
  await keyboard.press('Shift+F9');
  await expect(page.getByRole('dialog')).toContainText('CYL 14 kg, empty return');
  await keyboard.press('F9');
  await expect(toast(/INV-KB1-\d{4}-000001 saved · Change \$21\.50/)).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Customer' })).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue('');
});

test('what is not there is told next to its line, and the sale stays', async () => {
  await keyboard.choose('61036207', 'Café Éclair — Katong');
  await keyboard.press('ArrowUp', 'ArrowUp');
  await keyboard.type('500');
  const note = 'Only 149 full at HSH Kaki Bukit, 500 asked.';
  await expect(page.getByText(note)).toBeVisible();
  await keyboard.press('F9');
  await expect(page.getByRole('button', { name: /^Save/ })).toHaveAttribute('aria-busy', 'false');
  const cell = page.getByLabel('CYL 9 kg, Deliver');
  await expect(cell).toBeFocused();
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await expect(cell).toHaveAccessibleDescription(note);
});

test('a supervisor approves another price at the counter', async () => {
  await keyboard.type('1');
  await page.getByLabel('CYL 9 kg, Rate').focus();
  await keyboard.type('20');
  await page.getByLabel('Why another price').focus();
  await keyboard.type('Regular customer');
  await keyboard.press('F9');
  await expect(page.getByRole('dialog')).toContainText('$21.80');
  await keyboard.press('F9');
  const popup = page.getByRole('dialog', { name: 'Supervisor approval' });
  await expect(popup.getByLabel('Supervisor’s username')).toBeFocused();
  await keyboard.fill('super1', '999999', 'Agreed by phone');
  await expect(popup.getByLabel('PIN', { exact: true })).toHaveAccessibleDescription(/PIN is wrong/);
  await expect(popup.getByRole('alert')).toContainText('needs a supervisor');
  await expect(popup.getByLabel('PIN', { exact: true })).toBeFocused();
  await keyboard.fill(PIN, '');
  await expect(toast(/INV-KB1-\d{4}-000002 saved/)).toBeVisible();
});

test('a session that ends takes nothing that was typed', async () => {
  await keyboard.choose('61036207', 'Café Éclair — Katong');
  await keyboard.press('ArrowUp', 'ArrowUp');
  await keyboard.type('2');
  await expect(page.locator('[data-total]')).not.toHaveText('$0.00');
  await page.context().clearCookies();
  await keyboard.press('F9');
  await expect(page.getByRole('heading', { name: 'Please sign in again' })).toBeVisible();
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await keyboard.fill(PASSWORD);
  await expect(page.getByLabel('CYL 9 kg, Deliver')).toBeFocused();
  await expect(page.getByLabel('CYL 9 kg, Deliver')).toHaveValue('2');
  await page.reload();
  await expect(page.getByLabel('CYL 9 kg, Deliver')).toHaveValue('2');
});

test('the invoice is in the list, paid, and shown as its PDF', async () => {
  await page.goto('/#/invoices');
  await expect(page.getByRole('searchbox')).toBeFocused();
  // Faster than the answer, and yet not what stood there before.
  await keyboard.type('000001');
  const pdf = page.waitForResponse(/\/api\/invoices\/\d+\/pdf$/);
  await keyboard.press('ArrowDown', 'Enter');
  await expect(page.getByRole('complementary')).toContainText('Paid');
  const frame = page.getByTitle(/^Preview of INV-KB1-\d{4}-000001$/);
  await expect(frame).toHaveAttribute('src', /^blob:/);
  expect((await (await pdf).body()).subarray(0, 5).toString()).toBe('%PDF-');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any screen, ${colorScheme}`, async () => {
    test.setTimeout(90_000); // all screens, one after the other
    await page.emulateMedia({ colorScheme });
    const places = ['/', '/sale', '/distribution', '/distributions/1', '/invoices/2', '/customers/1', '/stock'];
    const found: string[] = [];
    for (const place of places) {
      await page.goto(`/#${place}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
      found.push(...(await seriousFindings(page, place, colorScheme)));
    }
    expect(found).toEqual([]);
  });
}
