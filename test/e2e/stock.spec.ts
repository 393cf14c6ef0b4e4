import { expect, type Page, test } from '@playwright/test';
import { seriousFindings } from './axe.ts';
import { type Goods, seedGoods } from './goods.ts';
import { type Host, startHost } from './host.ts';
import { Keyboard } from './keyboard.ts';
import { ADMIN, seedDepot } from './seed.ts';

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
  const context = await browser.newContext({ baseURL: host.url });
  page = await context.newPage();
  keyboard = new Keyboard(page);
  await page.goto('/#/stock');
  await expect(page.getByLabel('Username')).toBeFocused();
  await keyboard.fill(ADMIN.username, ADMIN.password);
  await expect(page.getByRole('heading', { name: 'Stock' })).toBeVisible();
});

test.afterAll(async () => {
  await page.context().close();
  await host.stop();
});

const focused = () => page.locator(':focus');
const toast = (text: RegExp) => page.getByRole('alert').filter({ hasText: text });
const popup = () => page.getByRole('dialog');
const row = (name: RegExp) => page.getByRole('row', { name });

test('what lies at the depot is told by size, with a mark where there is too little', async () => {
  await expect(row(/CYL 14 kg/)).toContainText('Low33');
  await expect(row(/CYL 9 kg/)).toContainText('Low0');
});

test('goods from a plant are received without a mouse', async () => {
  await keyboard.press('F6');
  await expect(popup().getByLabel('Plant')).toBeFocused();
  await keyboard.press('F9');
  await expect(popup().getByText('Say how many of what.')).toBeVisible();
  await keyboard.press('Enter');
  await expect(popup().getByLabel('Delivery order number')).toBeFocused();
  await keyboard.fill('DO-77');
  await expect(focused()).toHaveAccessibleName('CYL 9 kg, Full');
  await keyboard.fill('20');
  await expect(focused()).toHaveAccessibleName('CYL 14 kg, Full');
  await keyboard.type('30');
  await expect(popup()).toContainText('Total 50');
  await keyboard.press('F9');
  await expect(toast(/50 received at HSH Kaki Bukit/)).toBeVisible();
  await expect(row(/CYL 14 kg/)).toContainText('63');
  await expect(row(/CYL 14 kg/)).not.toContainText('Low');
});

test('what is not there cannot be sent, and is told next to its line', async () => {
  await page.getByRole('button', { name: 'Send' }).focus();
  await keyboard.press('Enter');
  await expect(popup().getByLabel('Plant')).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.fill('RET-1', '25');
  await keyboard.press('F9');
  const cell = popup().getByLabel('CYL 9 kg, Full');
  await expect(cell).toBeFocused();
  await expect(cell).toHaveAccessibleDescription('Only 20 full at HSH Kaki Bukit, 25 asked.');
  await keyboard.type('5');
  await keyboard.press('F9');
  await expect(toast(/5 sent to HSH Kaki Bukit|5 sent/)).toBeVisible();
  await expect(row(/CYL 9 kg/)).toContainText('15');
});

test('a count says how far the books are off before it is posted', async () => {
  await page.getByRole('button', { name: 'Count' }).focus();
  await keyboard.press('Enter');
  await expect(popup().getByLabel('Equipment')).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.press('F9');
  await expect(popup().getByLabel('Counted')).toHaveAccessibleDescription(/Say how many/);
  await keyboard.fill('14', 'no');
  await expect(popup().getByRole('status')).toHaveText('The books say 15 · 1 fewer than in the books');
  await expect(popup().getByLabel('Reason')).toHaveAccessibleDescription(/three letters at least/);
  await keyboard.fill('counted twice');
  await expect(toast(/14 at HSH Kaki Bukit now/)).toBeVisible();
});

test('no more are found damaged than there are', async () => {
  await page.getByRole('button', { name: 'Mark damaged' }).focus();
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.fill('20', 'valve is bent');
  const quantity = popup().getByLabel('How many');
  await expect(quantity).toBeFocused();
  await expect(quantity).toHaveAccessibleDescription('Only 14 full at HSH Kaki Bukit, 20 asked.');
  await keyboard.fill('2', '');
  await expect(toast(/2 damaged at HSH Kaki Bukit/)).toBeVisible();
  await expect(row(/CYL 9 kg/)).toContainText('12');
});

test('each truck says what it did today, and what is not reconciled', async () => {
  await keyboard.press('Alt+ArrowRight');
  const truck = page.getByRole('region', { name: 'Driver One · GBA1234A' });
  await expect(truck.getByText('Not reconciled')).toBeVisible();
  // Loaded, sold, taken back, returned; full, empty, damaged now.
  await expect(truck.getByRole('row', { name: /CYL 14 kg/ })).toHaveText('CYL 14 kg12330930');
  await truck.getByRole('link', { name: /DST-KB1-\d{4}-000002/ }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toContainText('Draft');
});

test('where all of an equipment is: a bar, whose pieces open the movements behind them', async () => {
  await page.goto(`/#/stock/where/${goods.cylinder14}`);
  await expect(page.getByRole('combobox', { name: 'Equipment' })).toBeFocused();
  const bar = page.getByRole('group', { name: 'Where all CYL 14 kg are' });
  await expect(bar.getByRole('link')).toHaveCount(4);
  await keyboard.press('Tab');
  await expect(focused()).toHaveAccessibleName('HSH Kaki Bukit, full: 63, 79 % of all');
  await expect(page.getByRole('row', { name: /Singgas/ })).toContainText('-80');
  await expect(page.getByRole('row', { name: /Adds up to zero/ })).toContainText('0');
  await keyboard.press('Tab', 'Tab');
  await expect(focused()).toHaveAccessibleName('Trucks, empty: 3, 4 % of all');
  await keyboard.press('Enter');
  const list = page.getByRole('grid', { name: 'Movements' });
  await expect(list.getByRole('row')).toHaveCount(2);
  await expect(list).toContainText('Piped KitchenDriver One (GBA1234A) · empty');
});

test('a movement opens the document that made it', async () => {
  await keyboard.press('Enter');
  const detail = page.getByRole('complementary');
  await expect(detail).toContainText('CYL 14 kg × 3');
  await detail.getByRole('button', { name: 'Open invoice' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toContainText(/INV-KB1-\d{4}-000002/);
});

test('movements are narrowed by what was typed', async () => {
  await page.goto('/#/stock/movements');
  await page.getByRole('button', { name: 'Clear filters' }).focus();
  await keyboard.press('Enter');
  const list = page.getByRole('grid', { name: 'Movements' });
  await expect(list.getByRole('row')).toHaveCount(11);
  await page.getByRole('combobox', { name: 'Equipment' }).focus();
  await keyboard.choose('9', 'CYL 9 kg');
  await expect(list.getByRole('row')).toHaveCount(5);
  await page.getByRole('combobox', { name: 'Place' }).focus();
  await keyboard.choose('adj', 'Adjustments');
  await expect(list.getByRole('row')).toHaveCount(2);
  await expect(list).toContainText('Count or correction');
});

test('customers who have most are listed, and open their card', async () => {
  await page.goto(`/#/stock/customers/${goods.cylinder14}`);
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect(page.getByRole('row', { name: /Piped Kitchen/ })).toBeVisible();
  await keyboard.press('ArrowDown');
  await expect(focused()).toContainText('P1Piped Kitchen5');
  await keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Piped Kitchen, customer card' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious about stock, ${colorScheme}`, async () => {
    test.setTimeout(180_000); // axe reads every element of every screen
    test.setTimeout(90_000); // axe looks at every pixel of six screens
    await page.emulateMedia({ colorScheme });
    const { cylinder14 } = goods;
    const found: string[] = [];
    for (const place of ['depots', 'trucks', `customers/${cylinder14}`, `where/${cylinder14}`, 'movements/1']) {
      await page.goto(`/#/stock/${place}`);
      await expect(page.getByRole('heading', { name: 'Stock' })).toBeVisible();
      await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
      found.push(...(await seriousFindings(page, place, colorScheme)));
    }
    await page.goto('/#/stock');
    await keyboard.press('F6');
    await expect(popup()).toBeVisible();
    found.push(...(await seriousFindings(page, 'receive', colorScheme)));
    await keyboard.press('Escape', 'Escape');
    expect(found).toEqual([]);
  });
}
