import { expect, test } from '@playwright/test';
import { type Counter, openCounter } from './counter.ts';
import { openSampleDepot, type SampleDepot } from './sample-depot.ts';

const NINE = '8880001000096';
const FOURTEEN = '8880001000140';
/** Twenty codes in one go: twelve of one size, eight of the other, as they come off the truck. */
const TWENTY = Array.from({ length: 20 }, (_, index) => (index % 5 < 3 ? FOURTEEN : NINE));

let depot: SampleDepot;
let counter: Counter;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000); // the build, when there is none yet
  depot = await openSampleDepot(['counter1']);
  counter = await openCounter(browser, depot, 'counter1');
});

test.afterAll(async () => {
  await counter.close();
  await depot.host.stop();
});

const nine = () => counter.cell('CYL 9 kg, Deliver');
const fourteen = () => counter.cell('CYL 14 kg, Deliver');
const search = () => counter.page.getByRole('combobox', { name: 'Customer' });

async function expectDelivered(times: number) {
  await expect(fourteen()).toHaveValue(String(12 * times));
  await expect(nine()).toHaveValue(String(8 * times));
}

test('twenty codes into a half-typed search are twenty cylinders, and the search stays', async () => {
  const { keyboard } = counter;
  await keyboard.press('F2');
  await keyboard.type('caf');
  await keyboard.scan(...TWENTY);
  await expectDelivered(1);
  await expect(search()).toBeFocused();
  await expect(search()).toHaveValue('caf');
  await keyboard.press('Enter');
  await expect(search()).toHaveValue(/^Café Éclair/);
});

test('into a count and into words: they stay as they were typed, and none of the twenty is lost', async () => {
  const { keyboard, page, cell } = counter;
  await cell('CYL 12.7 kg, Deliver').focus();
  await keyboard.type('7');
  await keyboard.scan(...TWENTY);
  await expectDelivered(2);
  await expect(cell('CYL 12.7 kg, Deliver')).toHaveValue('7');
  const remarks = page.getByLabel('Remarks');
  await remarks.focus();
  await keyboard.type('Back door ');
  await keyboard.scan(...TWENTY);
  await keyboard.type('only');
  await expectDelivered(3);
  await expect(remarks).toHaveValue('Back door only');
});

test('over the last look: it is another sale by that, which goes on with all of them', async () => {
  const { keyboard, page } = counter;
  await keyboard.press('Shift+F9');
  const review = page.getByRole('dialog', { name: 'Review first' });
  await expect(review).toBeVisible();
  await keyboard.scan(...TWENTY);
  await expectDelivered(4);
  await expect(review).toBeHidden();
  await keyboard.press('F2');
  await expect(fourteen()).toHaveValue('');
});

test('while a sale is being saved: they are the next customer’s', async () => {
  const { keyboard, page, toast } = counter;
  await keyboard.choose('61036207', 'Café Éclair — Katong');
  await expect(fourteen()).toBeFocused();
  await keyboard.type('1');
  await page.route('**/api/transactions', async (route) => {
    await keyboard.scan(...TWENTY);
    await route.continue();
  });
  await keyboard.press('F9');
  await expect(toast(/INV-KB1-\d{4}-000001 saved/)).toBeVisible();
  await page.unroute('**/api/transactions');
  await expectDelivered(1);
  await expect(search()).toHaveValue('');
  await keyboard.press('F2');
});

test('over a form in a popup: its words stay, and the cylinders wait in the sale', async () => {
  const { keyboard, page } = counter;
  // On the sale itself F4 is its own search.
  await keyboard.press('Escape', 'F4');
  await page.getByRole('button', { name: 'Add customer' }).focus();
  await keyboard.press('Enter');
  const popup = page.getByRole('dialog');
  const name = popup.getByLabel('Name', { exact: true });
  await expect(name).toBeFocused();
  await keyboard.type('Kopi Corner');
  await keyboard.scan(...TWENTY);
  await expect(page.getByText('is put down for the sale').first()).toBeVisible();
  await expect(name).toHaveValue('Kopi Corner');
  await expect(name).toBeFocused();
  await keyboard.press('Escape', 'F2');
  await expectDelivered(1);
  await keyboard.press('F2');
});

test('with the focus in a list: the sale opens with all of them', async () => {
  const { keyboard, page } = counter;
  await page.goto('/#/invoices');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('row', { name: /000001/ })).toBeFocused();
  await keyboard.scan(...TWENTY);
  await expect(page.getByRole('heading', { name: 'New sale', level: 1 })).toBeVisible();
  await expectDelivered(1);
  await keyboard.press('F2');
});

test('at the ramp: twenty are loaded, and twenty more after a look at the slip', async () => {
  const { keyboard, page, cell } = counter;
  await keyboard.press('F3');
  await keyboard.choose('one', 'Driver One');
  await keyboard.scan(...TWENTY);
  await expect(cell('CYL 14 kg, Collection, full')).toHaveValue('12');
  await expect(cell('CYL 9 kg, Collection, full')).toHaveValue('8');
  await keyboard.press('F9');
  await expect(page.getByRole('dialog')).toContainText('Collection20');
  await keyboard.scan(...TWENTY);
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(cell('CYL 14 kg, Collection, full')).toHaveValue('24');
  await keyboard.press('F9');
  await expect(page.getByRole('dialog')).toContainText('Collection40');
});

test('a customer’s code chooses the customer, a document’s opens it, and an unknown one is told', async () => {
  const { keyboard, page } = counter;
  await keyboard.press('Escape', 'F2');
  await keyboard.scan('C0022');
  await expect(search()).toHaveValue(/^Jurong Laundry 21/);
  await keyboard.scan('9999999999999');
  await expect(page.getByText('Nothing has the code 9999999999999')).toBeVisible();
  const { items } = await depot.admin('invoices.list', {});
  await keyboard.scan(items[0]?.number ?? '');
  await expect(page).toHaveURL(/#\/invoices\/1$/);
});
