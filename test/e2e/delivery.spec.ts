import { renameSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { seriousFindings } from './axe.ts';
import { type DeliveryDesk, MAIL_PASSWORD, openDeliveryDesk } from './delivery-desk.ts';
import type { Keyboard } from './keyboard.ts';

let desk: DeliveryDesk;
let page: Page;
let keyboard: Keyboard;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000); // the build, when there is none yet
  desk = await openDeliveryDesk(browser);
  ({ page, keyboard } = desk);
});
test.afterAll(() => desk.close());

const focused = () => page.locator(':focus');
const toast = (text: RegExp) => page.getByRole('alert').filter({ hasText: text });
const LONG = { timeout: 60_000 }; // thirteen drawings
const notice = () => page.getByRole('main').getByRole('alert');

test('a printer is added, told what it prints, and prints a test page', async () => {
  await page.goto('/#/settings/printers');
  await expect(focused()).toHaveText(/Add printer/);
  await keyboard.press('Insert');
  const popup = page.getByRole('dialog');
  await expect(popup.getByLabel('Name')).toBeFocused();
  await keyboard.press('Shift+Tab', 'ArrowRight', 'ArrowRight', 'Tab');
  await keyboard.fill('Office', 'not a whole path');
  await expect(popup.getByLabel('Folder', { exact: true })).toHaveAccessibleDescription(/must be a whole path/);
  await expect(popup.getByLabel('Folder', { exact: true })).toBeFocused();
  await keyboard.press('Control+A');
  await keyboard.fill(desk.folder);
  await expect(popup).toBeHidden();
  await expect(page.getByText(`Documents are saved in ${desk.folder}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Test print: Office' }).focus();
  await keyboard.press('Enter', 'F9');
  await expect(page.getByRole('status', { name: 'Test print' })).toContainText('Donesaved as');
  await keyboard.press('Escape');
  expect(desk.papers()).toEqual(['Test page.pdf']);
  await page.getByRole('combobox', { name: 'Tax invoice, Printer' }).focus();
  await keyboard.choose('off', 'Office');
  await keyboard.press('F9');
  await expect(toast(/Saved/)).toBeVisible();
});

test('mail is set up: its password is kept and never shown, and the test says what the server said', async () => {
  await page.goto('/#/settings/mail');
  await expect(page.getByLabel('Server', { exact: true })).toBeFocused();
  await keyboard.fill('127.0.0.1', String(desk.mailServer.port), 'counter');
  await keyboard.type('wrong');
  await page.getByRole('radio', { name: 'STARTTLS' }).focus();
  await keyboard.press('ArrowRight');
  await expect(page.getByText('User and password would travel unprotected')).toBeVisible();
  await page.getByRole('switch', { name: 'Mail is on' }).focus();
  await keyboard.press('Space', 'F9');
  // What was wrong is next to its field, and has the focus.
  await expect(page.getByLabel('Sender’s address')).toBeFocused();
  await expect(page.getByLabel('Sender’s address')).toHaveAccessibleDescription(/must be entered/);
  await keyboard.type('billing@hsh.example');

  await page.getByRole('button', { name: 'Send test mail' }).focus();
  await keyboard.press('Enter');
  const result = page.getByRole('status', { name: 'Test mail' });
  await expect(result).toContainText('FailedThe mail server does not accept the user name or password');
  await page.getByLabel('Password', { exact: true }).focus();
  await keyboard.type(MAIL_PASSWORD);
  await page.getByRole('button', { name: 'Send test mail' }).focus();
  await keyboard.press('Enter');
  await expect(result).toContainText('Mailed');
  await expect(result).toContainText('Queued as 4711');
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
  await expect(page.getByPlaceholder('Kept. Type to replace it.')).toBeVisible();
  expect(desk.mailServer.letters.map(({ to }) => to)).toEqual([['billing@hsh.example']]);
});

test('what a mail says is shown as it will be sent', async () => {
  await page.getByLabel('Subject').focus();
  await keyboard.press('End');
  await keyboard.type(' for {customer}, {nobody}');
  const preview = page.getByRole('region', { name: 'As it will be sent' });
  await expect(preview).toContainText(/for \S+/);
  await expect(preview).toContainText('{nobody} stands for nothing');
  await page.getByRole('button', { name: 'Discard changes' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByLabel('Subject')).toHaveValue('Tax invoice {number} from {company}');
});

test('a sale is printed and mailed by itself, and says so', async () => {
  await keyboard.press('F2');
  await expect(page.getByRole('combobox', { name: 'Customer' })).toBeFocused();
  await keyboard.choose('eclair', 'Café Éclair');
  await expect(page.getByRole('combobox', { name: 'Customer' })).not.toBeFocused();
  await page.getByPlaceholder('Add a service').focus();
  await keyboard.choose('hose', 'Hose & clip');
  await keyboard.type('1');
  await page.getByRole('radio', { name: 'Later' }).press('Space');
  await expect(page.getByRole('radio', { name: 'Later' })).toBeChecked();
  await keyboard.press('Shift+F9');
  const review = page.getByRole('dialog', { name: 'Review' });
  await expect(review.getByRole('checkbox', { name: /^Print/ })).toBeChecked();
  await expect(review.getByRole('checkbox', { name: /^E-mail to cafe@eclair.example/ })).toBeChecked();
  await keyboard.press('F9');
  const saved = toast(/INV-KB1-\d{4}-000001 saved/);
  await expect(saved).toContainText('Invoice · Done · Office');
  await expect(saved).toContainText('Invoice · Mailed · cafe@eclair.example');
  expect(desk.papers()).toEqual([expect.stringMatching(/^INV-KB1-\d{4}-000001\.pdf$/), 'Test page.pdf']);
  expect(desk.mailServer.letters.at(-1)?.to).toEqual(['cafe@eclair.example']);
});

test('a second print is a copy', async () => {
  await page.goto('/#/invoices');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await keyboard.press('ArrowDown', 'Enter');
  const detail = page.getByRole('complementary');
  await expect(detail).toContainText(/Printed \d/);
  await expect(detail).toContainText(/Mailed \d/);
  await keyboard.press('P');
  await expect(detail).toContainText('Printed 2 times');
  const [again = ''] = desk.papers();
  expect(again).toMatch(/000001 \(2\)\.pdf$/);
  expect(await desk.wordsOn(again)).toContain('COPY');
});

test('what was not printed stands on every screen until somebody mends it', async () => {
  renameSync(desk.folder, `${desk.folder}-away`);
  await keyboard.press('P');
  await expect(notice()).toContainText(/INV-KB1-\d{4}-000001 was not printed on Office/);
  await expect(notice()).toContainText(`There is no folder ${desk.folder}`);
  for (const key of ['F2', 'F3', 'F4']) {
    await keyboard.press(key);
    await expect(notice()).toBeVisible();
  }
  await expect(page.getByRole('link', { name: /Print & mail/ })).toContainText('1');
  await keyboard.press('F7');
  await expect(page.getByRole('row', { name: /000001.*Failed/ })).toBeFocused();
  await keyboard.press('R');
  await expect(toast(/is tried again/)).toContainText('Failed');

  renameSync(`${desk.folder}-away`, desk.folder);
  await keyboard.press('F2');
  await expect(notice()).toBeVisible();
  await keyboard.press('F10');
  await expect(notice()).toHaveCount(0);
  await expect.poll(desk.papers).toHaveLength(4);
});

test('nobody knows whether a receipt printed, until somebody says so', async () => {
  const { printers } = await desk.depot.call('settings.get', {});
  const address = { kind: 'escpos', host: '127.0.0.1', port: desk.till.port } as const;
  await desk.depot.call('settings.update', {
    printers: {
      devices: [...printers.devices, { name: 'Till', address }],
      documents: { ...printers.documents, receipt: { ...printers.documents.receipt, printer: 'Till' } },
    },
  });
  await page.goto('/#/invoices/1');
  await expect(page.getByRole('complementary')).toContainText(/INV-KB1-\d{4}-000001/);
  await keyboard.press('F8');
  await expect(page.getByRole('dialog')).toContainText(/INV-KB1-\d{4}-000001/);
  await keyboard.press('F9');
  await expect(toast(/Receipt RCT-KB1-\d{4}-000001/)).toContainText('Uncertain');
  await expect(notice()).toContainText(/Nobody knows whether RCT-KB1-\d{4}-000001 printed/);
  await keyboard.press('F7');
  await expect(page.getByText(/^Did RCT-KB1-\d{4}-000001 print\?$/)).toBeVisible();
  const before = desk.till.connections().all;
  await keyboard.press('N');
  await expect.poll(() => desk.till.connections().all).toBeGreaterThan(before);
  await expect(toast(/is tried again/)).toContainText('Uncertain');
  await expect(page.getByText(/^Did RCT-KB1-\d{4}-000001 print\?$/)).toBeVisible();
  await keyboard.press('Y');
  await expect(toast(/noted as printed/)).toBeVisible();
  await expect(page.getByText('Nothing needs you')).toBeVisible();
});

test('many are printed at once; mailing them is stopped half-way, and goes on with what is left', async () => {
  test.setTimeout(120_000);
  for (let count = 0; count < 12; count += 1)
    await desk.depot.sell(count < 2 ? desk.depot.withoutEmail : desk.depot.withEmail);
  await page.goto('/#/invoices');
  await expect(page.getByRole('row', { name: /000013/ })).toBeVisible();
  await keyboard.press('ArrowDown', 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(page.getByRole('toolbar')).toContainText('3 selected');
  await keyboard.press('Control+A');
  await expect(page.getByRole('toolbar')).toContainText('13 selected');
  await keyboard.press('P');
  await expect(page.getByRole('region', { name: 'Printing invoices' })).toContainText('13 invoices printed', LONG);

  const answer = desk.mailServer.holdBack();
  await page.getByRole('row', { name: /000013/ }).focus();
  await keyboard.press('Control+A', 'M');
  const mailed = page.getByRole('region', { name: 'Mailing invoices' });
  await expect(mailed).toContainText('0 of 10');
  await mailed.getByRole('button', { name: 'Stop' }).press('Enter');
  await expect(mailed).toContainText('7 of 10');
  answer();
  await expect(mailed).toContainText(/\d invoices? mailed · \d given up/);
  expect(desk.mailServer.letters).toHaveLength(5);

  await page.getByRole('row', { name: /000013/ }).focus();
  await keyboard.press('Control+A', 'M');
  await expect(mailed).toContainText('7 invoices mailed');
  await expect(mailed).toContainText('6 left out');
  await expect(mailed).toContainText(/mailed before. INV-\S+000013, INV-\S+000012, INV-\S+000011 and 1 more/);
  await expect(mailed).toContainText(/has no e-mail address. INV-\S+000003, INV-\S+000002/);
  expect(desk.mailServer.letters).toHaveLength(12);
  await keyboard.press('Home');
  await expect(page.getByRole('row', { name: /000003/ }).getByRole('img', { name: 'No e-mail' })).toBeVisible();
});

test('a refused mail says so in the server’s words, and goes to another address', async () => {
  desk.mailServer.refuse('cafe@eclair.example', '5.1.1 No such mailbox here');
  await page.goto('/#/invoices/1');
  await expect(page.getByRole('complementary')).toContainText(/INV-KB1-\d{4}-000001/);
  await keyboard.press('M');
  await expect(notice()).toContainText(/INV-KB1-\d{4}-000001 was not mailed to cafe@eclair.example/);
  await expect(notice()).toContainText('5.1.1 No such mailbox here');
  await keyboard.press('Control+M');
  await expect(page.locator('[role=dialog] input:focus')).toHaveValue('cafe@eclair.example');
  await keyboard.press('Control+A');
  await keyboard.fill('owner@eclair.example');
  await expect(page.getByRole('complementary')).toContainText('Mailed 2 times');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on the screens of paper, mail and settings, ${colorScheme}`, async () => {
    test.setTimeout(180_000); // axe reads every element of every screen
    await page.emulateMedia({ colorScheme });
    const sections = ['company', 'billing', 'printers', 'mail', 'security', 'users', 'depots', 'services', 'about'];
    const places = ['/jobs', '/invoices/1', ...sections.map((section) => `/settings/${section}`)];
    const found: string[] = [];
    const look = async (place: string) => found.push(...(await seriousFindings(page, place, colorScheme)));
    for (const place of places) {
      await page.goto(`/#${place}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
      await look(place);
    }
    await page.goto('/#/settings/printers');
    await expect(focused()).toHaveText(/Add printer/);
    await keyboard.press('Insert');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('a printer');
    await keyboard.press('Escape');
    expect(found).toEqual([]);
  });
}
