import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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
  await depot.sell(depot.withoutEmail);
  const context = await browser.newContext({ baseURL: host.url });
  page = await context.newPage();
  keyboard = new Keyboard(page);
  await page.goto('/#/office');
  await expect(page.getByLabel('Username')).toBeFocused();
  await keyboard.fill(ADMIN.username, ADMIN.password);
  await expect(page.getByRole('heading', { name: 'Export & backup' })).toBeVisible();
});

test.afterAll(async () => {
  await page.context().close();
  await host.stop();
});

const bundles = () => page.getByRole('grid', { name: 'Bundles' });
const detail = () => page.getByRole('complementary');

test('a bundle is made, says what it holds, and is verified', async () => {
  await expect(page.getByText('No bundle was made yet')).toBeVisible();
  await keyboard.press('F10');
  await expect(page.getByText('Bundle 1 is made')).toBeVisible();
  await expect(bundles().getByRole('row').nth(1)).toContainText('13.08');
  await expect(detail()).toContainText('Invoices1');
  await expect(detail()).toContainText('Invoiced$13.08');
  await keyboard.press('v');
  await expect(detail().getByRole('status')).toContainText('It is as it was signed');
});

test('the public key is shown with its fingerprint, and saved under the name of the site', async () => {
  await keyboard.press('p');
  const popup = page.getByRole('dialog', { name: 'The public key of this depot' });
  await expect(popup).toContainText('BEGIN PUBLIC KEY');
  await expect(popup.getByRole('button', { name: 'Save as a file' })).toBeFocused();
  const download = page.waitForEvent('download');
  await keyboard.press('Enter');
  expect((await download).suggestedFilename()).toBe('KB1.pem');
  await keyboard.press('Escape');
  await expect(popup).toBeHidden();
});

test('a bundle somebody changed is named, with the file in it', async () => {
  const folder = path.join(host.folder, 'bundles');
  const file = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.zip')) ?? '');
  const bytes = readFileSync(file);
  const at = bytes.indexOf('customers.') + 60;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
  await keyboard.press('v');
  await expect(detail().getByRole('alert')).toContainText('It is not what was signed');
  await expect(detail().getByRole('alert')).toContainText('customers');
});

test('the books are copied at a key, also to a second folder that an administrator names', async () => {
  await keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('link', { name: 'Copies of the books' })).toHaveAttribute('aria-current', 'page');
  const second = path.join(host.folder, 'second');
  mkdirSync(second);
  await page.getByLabel('Second folder for copies').focus();
  await keyboard.fill(second);
  await expect(page.getByText('The second folder is saved')).toBeVisible();
  await keyboard.press('F10');
  await expect(page.getByText(/^The copy of .* is made, and it is sound/)).toBeVisible();
  await expect(page.getByRole('grid', { name: 'Copies of the books' }).getByRole('row').nth(1)).toContainText('Sound');
  expect(readdirSync(second).some((name) => name.endsWith('.db'))).toBe(true);
});

test('a folder for head office is chosen, tested and saved; bundles go there, and again', async () => {
  const share = path.join(host.folder, 'share');
  await keyboard.press('Alt+ArrowRight', 'Alt+ArrowRight');
  await page.getByRole('radio', { name: 'Folder' }).focus();
  await keyboard.press('Space');
  const field = page.getByRole('textbox', { name: 'Folder', exact: true });
  await field.focus();
  await keyboard.type(share);
  await page.getByRole('button', { name: 'Test' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('alert', { name: 'It does not work' })).toContainText(share);
  mkdirSync(share);
  await page.getByRole('button', { name: 'Test' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'It works' })).toBeVisible();
  await keyboard.press('F9');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await page.goto('/#/office/bundles');
  await expect(bundles()).toBeVisible();
  await keyboard.press('F10');
  await expect(bundles().getByRole('row').nth(1)).toContainText('Sent');
  await bundles().getByRole('row').nth(1).focus();
  await expect(detail()).toContainText('Bundle 2');
  const [sent = ''] = readdirSync(share).filter((name) => name.endsWith('.zip'));
  rmSync(path.join(share, sent));
  await keyboard.press('s');
  await expect(page.getByText('Bundle 2 is at head office')).toBeVisible();
  expect(readdirSync(share)).toContain(sent);
});

test('after a restore the sales made since are entered again under their own numbers', async () => {
  test.setTimeout(90_000);
  await depot.sell(depot.withoutEmail);
  await page.goto('/#/office/copies');
  // The only copy there is, made before that sale.
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeFocused();
  await detail().getByRole('button', { name: 'Restore…' }).focus();
  await keyboard.press('Enter');
  const popup = page.getByRole('dialog', { name: /^Restore the copy of/ });
  await expect(popup).toContainText('Since then: invoices 1, together $13.08, and receipts 0.');
  await expect(popup.getByLabel('Type RESTORE to go on')).toBeFocused();
  await keyboard.type('restore');
  await keyboard.press('Enter');
  // All sessions ended with the restore; who it was is still known.
  await expect(page.getByLabel('Password')).toBeFocused({ timeout: 20_000 });
  await keyboard.fill(ADMIN.password);
  const list = page.getByRole('grid', { name: 'Lost documents' });
  const row = list.getByRole('row').nth(1);
  await expect(row).toContainText(/INV-KB1-\d+-000002/);
  await expect(row).toBeFocused();
  await keyboard.press('Enter');
  await expect(page.getByText(/Entered again: .*INV-KB1-\d+-000002 \$13\.08/)).toBeVisible();
  await page.getByPlaceholder('Add a service').focus();
  await keyboard.choose('hose', 'Hose & clip');
  await keyboard.type('2');
  await expect(page.getByText('The paper came to $13.08, this comes to $26.16: $13.08 too much.')).toBeVisible();
  await keyboard.press('Backspace');
  await keyboard.type('1');
  await expect(page.getByText(/Type what stands on the paper/)).toBeVisible();
  // A customer that pays in cash leaves it unpaid: that is looked at first.
  await keyboard.press('F9');
  await expect(page.getByRole('dialog', { name: 'Review' })).toBeVisible();
  await keyboard.press('F9');
  await expect(page.getByText(/INV-KB1-\d+-000002 (is )?saved/).first()).toBeVisible();
  await page.goto('/#/office/lost');
  await expect(page.getByText('Nothing is lost')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious, ${colorScheme}`, async () => {
    test.setTimeout(90_000); // axe looks at every pixel
    await page.emulateMedia({ colorScheme });
    for (const view of ['bundles', 'copies', 'destination']) {
      await page.goto(`/#/office/${view}`);
      await expect(view === 'destination' ? page.getByLabel('Where bundles go') : detail()).toBeVisible();
      expect(await seriousFindings(page, view, colorScheme)).toEqual([]);
    }
  });
}
