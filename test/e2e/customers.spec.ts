import { expect, type Page, test } from '@playwright/test';
import { seriousFindings } from './axe.ts';
import { type Goods, seedGoods } from './goods.ts';
import { type Host, startHost } from './host.ts';
import { Keyboard } from './keyboard.ts';
import { ADMIN, seedDepot } from './seed.ts';

const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Singapore' }).format(new Date());
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'Asia/Singapore' });

let host: Host;
let goods: Goods;
let page: Page;
let keyboard: Keyboard;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000); // the build, when there is none yet
  host = await startHost();
  const { call } = await seedDepot(host.url);
  goods = await seedGoods(call);
  const clerk = { username: 'counter1', fullName: 'Counter One', employeeId: 'E003', role: 'COUNTER' } as const;
  await call('users.create', { ...clerk, depotId: goods.depotId, password: ADMIN.password });
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

const focused = () => page.locator(':focus');
const toast = (text: RegExp) => page.getByRole('alert').filter({ hasText: text });
const popup = () => page.getByRole('dialog');
const card = () => page.getByRole('region', { name: 'Piped Kitchen, customer card' });

test('a customer is found by three letters, and the card takes the keys', async () => {
  await keyboard.press('F4');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await keyboard.type('pip');
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
  await keyboard.press('ArrowDown', 'Enter');
  await expect(focused()).toHaveText('Account');
  await expect(card()).toContainText('Credit left');
  // 197.50 of cylinders and 26.36 of gas, and 118.50; 9 % GST; 100.00 paid.
  await expect(card()).toContainText('Balance$273.18');
  await expect(card()).toContainText('$726.82of $1,000.00 · 30 days');
  await expect(card().getByRole('link', { name: /INV-KB1-\d{4}-00000\d/ })).toHaveCount(2);
});

test('Escape goes back to the list, where the next one is', async () => {
  await keyboard.press('Escape');
  await expect(focused()).toContainText('Piped Kitchen');
  await keyboard.press('Enter');
  await expect(focused()).toHaveText('Account');
});

test('rates are agreed on without a mouse; a wrong one is told in its own field', async () => {
  await keyboard.press('ArrowRight', 'ArrowRight', 'Enter');
  await expect(card()).toContainText('Pays list prices.');
  await keyboard.press('F6');
  await expect(focused()).toHaveText('Add a rate');
  await keyboard.press('Enter');
  await expect(popup().getByLabel('Equipment')).toBeFocused();
  await keyboard.choose('14', 'CYL 14 kg');
  await expect(focused()).toHaveAccessibleName('Rate, CYL 14 kg');
  await keyboard.press('F9');
  await expect(focused()).toHaveAccessibleName('Rate, CYL 14 kg');
  await expect(focused()).toHaveAccessibleDescription(/must be a rate/);
  await keyboard.fill('36.5', '1 jan');
  await keyboard.press('F9');
  await expect(toast(/Rates of Piped Kitchen saved/)).toBeVisible();
  await expect(card().getByRole('row', { name: /CYL 14 kg/ })).toContainText('In force39.5036.50');
  await expect(card().getByRole('row', { name: /1 Jan 2000/ })).toContainText('In force2.85');
});

test('details are changed in place', async () => {
  await keyboard.press('Alt+ArrowLeft');
  await keyboard.press('F6');
  await expect(popup().getByLabel('Name', { exact: true })).toBeFocused();
  await keyboard.press('Enter', 'Enter');
  await keyboard.fill('6905 6570');
  await keyboard.type('not an address');
  await keyboard.press('F9');
  await expect(popup().getByLabel('E-mail')).toBeFocused();
  await expect(popup().getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true');
  await keyboard.type('kitchen@piped.example');
  await keyboard.press('F9');
  await expect(toast(/^Piped Kitchen saved/)).toBeVisible();
  await expect(card()).toContainText('6905 6570');
});

test('what is on site is drawn month by month, and counted', async () => {
  await page.goto(`/#/customers/${goods.pipedId}/onSite`);
  const chart = card().getByRole('group', { name: 'Cylinders on site at the end of each month' });
  await chart.getByRole('img').last().focus();
  await expect(focused()).toHaveAccessibleName(`${MONTH.format(new Date(TODAY))}: 5`);
  await keyboard.press('F6');
  await expect(popup().getByLabel('Equipment')).toBeFocused();
  await keyboard.choose('14', 'CYL 14 kg');
  await keyboard.fill('4');
  await expect(popup().getByRole('status')).toHaveText('The books say 5 · 1 fewer than in the books');
  await keyboard.fill('one was a neighbour’s');
  await expect(toast(/4 at Piped Kitchen now/)).toBeVisible();
  await expect(chart.getByRole('img').last()).toHaveAccessibleName(/: 4$/);
});

test('the meter’s readings open the invoice they are on', async () => {
  await page.goto(`/#/customers/${goods.pipedId}/meter`);
  const chart = card().getByRole('group', { name: 'Gas used, by month of reading' });
  await chart.getByRole('img').last().focus();
  await expect(focused()).toHaveAccessibleName(/: 9\.250 m³$/);
  const readings = page.getByRole('grid', { name: 'Readings' });
  await expect(readings).toContainText('1489.2509.250');
  await expect(readings).toContainText('First reading');
  await readings.locator('[tabindex="0"]').focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toContainText(/INV-KB1-\d{4}-000001/);
});

test('a payment has its receipt at hand', async () => {
  await page.goto(`/#/customers/${goods.pipedId}/payments`);
  await page.getByRole('grid', { name: 'Payments' }).locator('[tabindex="0"]').focus();
  await keyboard.press('Enter');
  await expect(focused()).toHaveAccessibleName(/RCT-KB1-\d{4}-000001/);
  await expect(card()).toContainText(/For INV-KB1-\d{4}-000001/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on the card, ${colorScheme}`, async () => {
    test.setTimeout(180_000); // axe reads every element of every screen
    test.setTimeout(90_000); // axe looks at every pixel of seven tabs
    await page.emulateMedia({ colorScheme });
    const found: string[] = [];
    for (const tab of ['account', 'details', 'rates', 'onSite', 'meter', 'invoices', 'payments']) {
      await page.goto(`/#/customers/${goods.pipedId}/${tab}`);
      await expect(card()).toBeVisible();
      await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
      found.push(...(await seriousFindings(page, tab, colorScheme)));
    }
    expect(found).toEqual([]);
  });
}

test('a clerk changes what a clerk may, and nothing else', async () => {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Username')).toBeFocused();
  await keyboard.fill('counter1', ADMIN.password);
  await expect(page.getByRole('heading', { name: 'Customers' })).toBeVisible();
  await page.goto(`/#/customers/${goods.pipedId}/details`);
  await expect(card()).toBeVisible();
  await keyboard.press('F6');
  await expect(popup()).toContainText('Payment type, limit, terms and meter are set by a supervisor.');
  await expect(popup().getByLabel('Credit limit')).toHaveCount(0);
  await keyboard.press('Escape');
  await page.goto(`/#/customers/${goods.pipedId}/rates`);
  await expect(card()).toContainText('Rates are set by a supervisor.');
  await expect(card().getByRole('button', { name: 'Change rates' })).toHaveCount(0);
});
