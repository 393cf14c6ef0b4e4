import { expect, test } from '@playwright/test';
import { type Counter, openCounter } from './counter.ts';
import { openSampleDepot, PIN, type SampleDepot } from './sample-depot.ts';

let depot: SampleDepot;
let counter: Counter;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000); // the build, when there is none yet
  depot = await openSampleDepot(['counter1', 'counter2', 'super1']);
  counter = await openCounter(browser, depot, 'counter1');
});

test.afterAll(async () => {
  await counter.close();
  await depot.host.stop();
});

const search = () => counter.page.getByRole('combobox', { name: 'Customer' });
const review = () => counter.page.getByRole('dialog', { name: 'Review first' });
const saved = (count: number) =>
  counter.toast(new RegExp(String.raw`INV-KB1-\d{4}-${String(count).padStart(6, '0')} saved`));

/** The newest sale with its lines, as the books have it. */
async function newestSale() {
  const { items } = await depot.admin('transactions.list', { limit: 1 });
  const [newest] = items;
  if (newest === undefined) throw new Error('nothing was sold');
  const sale = await depot.admin('transactions.get', { id: newest.id });
  return { ...sale, counts: sale.lines.map(({ action, quantity }) => `${action} ${quantity}`) };
}

test('customer, 2 × 14 kg out, 2 empty in, cash: seven keys, and the next customer', async () => {
  const { keyboard } = counter;
  keyboard.startCounting();
  await keyboard.press('F2');
  await keyboard.type('caf');
  await keyboard.press('Enter');
  await keyboard.type('2');
  await keyboard.press('F9');
  expect(keyboard.count).toBe(7);
  await expect(saved(1)).toBeVisible();
  await expect(search()).toBeFocused();
  await expect(search()).toHaveValue('');

  const { customerName, counts, lines, totalAmount } = await newestSale();
  expect(customerName).toBe('Café Éclair — Katong');
  expect(lines[0]?.description).toContain('14 kg');
  expect(counts).toEqual(['DELIVER 2', 'EMPTY_RETURN 2']);
  const { items } = await depot.admin('payments.list', { limit: 1 });
  expect(items[0]).toMatchObject({ method: 'CASH', amount: totalAmount });
});

test('with everything said by hand, for a customer who pays later but not now, it is twelve', async () => {
  const { keyboard, focused } = counter;
  keyboard.startCounting();
  await keyboard.press('F2');
  await keyboard.type('y 2');
  await keyboard.press('Enter');
  await expect(focused).toHaveAccessibleName('CYL 14 kg, Deliver');
  await keyboard.type('2');
  await keyboard.press('Enter');
  await keyboard.type('1');
  await keyboard.press('F8', 'F9');
  expect(keyboard.count).toBeLessThanOrEqual(12);
  await expect(saved(2)).toBeVisible();
  const { counts, customerName, customerId } = await newestSale();
  expect(customerName).toBe('Clementi Bakery 24');
  expect(await depot.admin('customers.get', { id: customerId })).toMatchObject({ paymentType: 'CREDIT' });
  expect(counts).toEqual(['DELIVER 2', 'EMPTY_RETURN 1']);
  const { items } = await depot.admin('payments.list', { limit: 1 });
  expect(items[0]).toMatchObject({ method: 'CASH' });
});

test('hands that are faster than the answers lose no key, over two customers', async () => {
  const { keyboard } = counter;
  await keyboard.press('F2');
  await keyboard.type('caf');
  await keyboard.press('Enter');
  await keyboard.type('1');
  await keyboard.press('F9');
  await keyboard.type('C0022');
  await keyboard.press('Enter');
  await keyboard.type('3');
  await keyboard.press('F9');
  await expect(saved(4)).toBeVisible();
  const { customerName, counts } = await newestSale();
  expect(customerName).toBe('Jurong Laundry 21');
  expect(counts[0]).toBe('DELIVER 3');
});

test('empties are assumed for what the customer has, until somebody counts them', async () => {
  const { keyboard, cell, page } = counter;
  await keyboard.choose('61036207', 'Café Éclair — Katong');
  await keyboard.type('12');
  await expect(cell('CYL 14 kg, Empty')).toHaveValue('9');
  await expect(page.getByText('Grey empties are assumed')).toBeVisible();
  await keyboard.press('ArrowRight');
  await keyboard.type('0');
  await expect(cell('CYL 14 kg, Empty')).toHaveValue('');
  await expect(page.getByText('Grey empties are assumed')).toBeHidden();
  await keyboard.press('F2');
  await expect(cell('CYL 14 kg, Deliver')).toHaveValue('');
});

test('what is unusual is looked at once before it is saved', async () => {
  const { keyboard, page } = counter;
  await keyboard.choose('61036207', 'Café Éclair — Katong');
  await keyboard.type('1');
  await keyboard.press('F8', 'F8', 'F8', 'F8', 'F8', 'F8');
  await expect(page.getByRole('radio', { name: 'Later' })).toBeChecked();
  await keyboard.press('F9');
  await expect(review()).toContainText('pays cash, but');
  await keyboard.press('Escape');
  await expect(review()).toBeHidden();
  await keyboard.press('F8', 'Shift+Tab');
  await keyboard.type('20');
  await keyboard.press('F9');
  await expect(review()).toContainText('Only a part is paid now.');
  await keyboard.press('F9');
  await expect(saved(5)).toBeVisible();
});

test('two counters sell the last cylinder at once: the slower one is told and goes on', async ({ browser }) => {
  const small = depot.equipment.get('CYL-9')?.id ?? 0;
  const counted = { entity: 'depot', entityId: depot.depotId, equipmentId: small, condition: 'FULL' } as const;
  const update = { ...counted, quantity: 1, reason: 'counted', requestId: crypto.randomUUID() };
  await depot.admin('inventories.update', update);
  const other = await openCounter(browser, depot, 'counter2');
  for (const { keyboard, cell } of [counter, other]) {
    await keyboard.press('F2');
    await keyboard.type('caf');
    await keyboard.press('Enter');
    await expect(cell('CYL 14 kg, Deliver')).toBeFocused();
    await keyboard.press('ArrowUp', 'ArrowUp');
    await keyboard.type('1');
    await expect(cell('CYL 9 kg, Deliver')).toHaveValue('1');
  }
  await Promise.all([counter.keyboard.press('F9'), other.keyboard.press('F9')]);
  const note = 'Only 0 full at HSH Kaki Bukit, 1 asked.';
  const said = counter.page.getByText(note).or(saved(6)); // an earlier sale's word may still be there
  await expect(said).toBeVisible();
  const loser = (await counter.page.getByText(note).isVisible()) ? counter : other;
  const winner = loser === counter ? other : counter;
  await expect(winner.toast(/INV-KB1-\d{4}-000006 saved/)).toBeVisible();
  const wrong = loser.cell('CYL 9 kg, Deliver');
  await expect(wrong).toBeFocused();
  await expect(wrong).toHaveAccessibleDescription(note);
  // Another size it is: nothing has to be typed again but that.
  await loser.keyboard.press('Delete', 'ArrowDown', 'ArrowDown');
  await loser.keyboard.type('1');
  await loser.keyboard.press('F9');
  await expect(loser.toast(/INV-KB1-\d{4}-000007 saved/)).toBeVisible();
  await other.close();
});

test('more back than the books say: a supervisor agrees at the counter, and the sale goes on', async () => {
  const { keyboard, page, cell } = counter;
  await keyboard.press('F2');
  await keyboard.choose('61036207', 'Café Éclair — Katong');
  await keyboard.press('ArrowRight');
  await keyboard.type('90');
  await keyboard.press('F9');
  await expect(cell('CYL 14 kg, Empty')).toBeFocused();
  await expect(page.getByText(/^Only \d+ on site /)).toBeVisible();
  await page.getByRole('button', { name: 'They did come back: ask a supervisor' }).focus();
  await keyboard.press('Enter');
  await expect(page.getByLabel('Supervisor’s username')).toBeFocused();
  await keyboard.fill('super1', PIN, 'Counted at the ramp');
  await expect(counter.toast(/TRX-KB1-\d{4}-\d{6} saved/)).toBeVisible();
  expect((await newestSale()).counts).toEqual(['EMPTY_RETURN 90']);
});

test('Enter right behind the letters takes what they found, and Enter alone keeps it', async () => {
  const { keyboard, page } = counter;
  await keyboard.press('Escape', 'F3');
  const driver = page.getByRole('combobox', { name: 'Driver' });
  await expect(driver).toBeFocused();
  await page.getByLabel('PO number').focus();
  await expect(page.getByRole('option')).toHaveCount(0);
  // At the moment a list opens: no hand is as fast, but a busy computer delivers its keys so.
  await driver.evaluate(async (field: HTMLInputElement) => {
    field.focus();
    field.setRangeText('two', 0, field.value.length, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
  });
  await expect(driver).toHaveValue(/^Driver Two/);
  await expect(page.getByLabel('PO number')).toBeFocused();
  await driver.focus();
  await expect(page.getByRole('option')).toHaveCount(3);
  await keyboard.press('Enter');
  await expect(driver).toHaveValue(/^Driver Two/);
  await expect(page.getByLabel('PO number')).toBeFocused();
});

test('Ctrl+K goes to screens, customers and documents; ? tells the keys of this screen', async () => {
  const { keyboard, page } = counter;
  await keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Go anywhere' })).toBeFocused();
  await keyboard.type('stoc');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Stock', level: 1 })).toBeVisible();
  await keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Go anywhereCtrl+K');
  await keyboard.press('Escape', 'Control+k');
  await keyboard.type('000003');
  await expect(page.getByRole('option').first()).toContainText(/INV-KB1-\d{4}-000003/);
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/invoices\/3$/);
  await keyboard.press('Control+k');
  await keyboard.type('nasi');
  await expect(page.getByRole('option').first()).toContainText('Nasi Padang Mak Cik');
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/customers\/5/);
  await keyboard.press('F2');
  await expect(search()).toBeFocused();
  await keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible();
});
