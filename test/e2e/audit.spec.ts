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
  await depot.call('customers.update', { id: depot.withEmail, phone: '6905 6570', creditLimit: '250.00' });
  const context = await browser.newContext({ baseURL: host.url });
  page = await context.newPage();
  keyboard = new Keyboard(page);
  await page.goto('/#/audit');
  await expect(page.getByLabel('Username')).toBeFocused();
  await keyboard.fill(ADMIN.username, ADMIN.password);
  await expect(page.getByRole('heading', { name: 'Audit' })).toBeVisible();
});

test.afterAll(async () => {
  await page.context().close();
  await host.stop();
});

const list = () => page.getByRole('grid', { name: 'Audit' });
const detail = () => page.getByRole('complementary');

test('who did what, newest first, in words', async () => {
  await expect(list().getByRole('row').nth(1)).toContainText('adminSigned inUser admin');
  await expect(list().getByRole('row').nth(2)).toContainText('adminCustomer changedCustomer C1');
});

test('an entry found by its number shows what changed, before and after', async () => {
  await expect(page.getByRole('searchbox')).toBeFocused();
  await keyboard.type('c1');
  await expect(list().getByRole('row')).toHaveCount(3);
  await keyboard.press('ArrowDown', 'Enter');
  await expect(detail().getByRole('row', { name: /Phone \(changed\)/ })).toContainText('–6905 6570');
  await expect(detail().getByRole('row', { name: /Credit limit \(changed\)/ })).toContainText('–250.00');
  await expect(detail().getByRole('row')).toHaveCount(3);
  await detail().getByRole('switch', { name: 'Only what changed' }).focus();
  await keyboard.press('Space');
  await expect(detail().getByRole('row', { name: /Name/ })).toContainText('Café ÉclairCafé Éclair');
});

test('from an entry one goes to what it is about, and to its history', async () => {
  await detail().getByRole('button', { name: 'Its history' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(list().getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Clear filters' }).focus();
  await keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'About' }).focus();
  await keyboard.choose('serv', 'Service');
  await expect(list().getByRole('row')).toHaveCount(2);
  await expect(list()).toContainText('Service addedService HOSE');
});

test('the chain is verified, and says that it goes on', async () => {
  await keyboard.press('F6');
  await expect(page.getByRole('status').filter({ hasText: /All \d+ entries are as they were written/ })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious about the audit, ${colorScheme}`, async () => {
    test.setTimeout(180_000); // axe reads every element of every screen
    test.setTimeout(90_000); // axe looks at every pixel
    await page.emulateMedia({ colorScheme });
    await page.goto('/#/audit/1');
    await expect(detail()).toContainText('Set up');
    expect(await seriousFindings(page, 'audit', colorScheme)).toEqual([]);
  });
}
