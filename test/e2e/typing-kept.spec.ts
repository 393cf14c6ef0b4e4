import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { type Counter, openCounter } from './counter.ts';
import { callAt, openSampleDepot, PASSWORD, PIN, type SampleDepot } from './sample-depot.ts';

let depot: SampleDepot;
let counter: Counter;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000); // the build, when there is none yet
  depot = await openSampleDepot(['counter1', 'counter2']);
  counter = await openCounter(browser, depot, 'counter1');
});

test.afterAll(async () => {
  await counter.close();
  await depot.host.stop();
});

const locked = () => counter.page.getByRole('heading', { name: 'Locked' });
const pin = () => counter.page.getByLabel('PIN', { exact: true });
const away = () => counter.page.getByText('The depot’s computer does not answer.');
const kept = async (username: string, kind: 'sale' | 'distribution' | 'payment') => {
  const person = await openPerson(username);
  return (await person('drafts.get', { kind })).draft;
};

/** A second sign-in of the same person, to look at what the books keep of his typing. */
async function openPerson(username: string) {
  const call = callAt(depot.host);
  await call('session.login', { username, password: PASSWORD });
  return call;
}

async function half() {
  const { keyboard, cell, page } = counter;
  await keyboard.press('F2');
  await keyboard.choose('61036207', 'Café Éclair — Katong');
  await expect(cell('CYL 14 kg, Deliver')).toBeFocused();
  await keyboard.type('3');
  await expect(page.locator('[data-total]')).not.toHaveText('$0.00');
}

test('Ctrl+L covers everything at once, and the PIN brings it back as it was', async () => {
  const { keyboard, page, cell, focused } = counter;
  await half();
  await keyboard.press('Control+l');
  await expect(locked()).toBeVisible();
  // Not behind the lock, and not for screen readers either: gone.
  await expect(page.getByText('Café Éclair')).toHaveCount(0);
  await expect(page.locator('table, nav, [data-total]')).toHaveCount(0);
  expect(await page.locator('body').ariaSnapshot()).not.toContain('Éclair');
  await expect(pin()).toBeFocused();
  // Neither keys of the screen beneath nor a scanner do anything here.
  await keyboard.press('F2', 'F9', 'Control+k');
  await keyboard.scan('8880001000140');
  await expect(pin()).toHaveValue('');
  await keyboard.fill('1111');
  await expect(page.getByText('PIN is wrong')).toBeVisible();
  await keyboard.fill(PIN);
  await expect(cell('CYL 14 kg, Deliver')).toBeFocused();
  await expect(focused).toHaveValue('3');
});

test('a lock is no page that one can open anew', async () => {
  const { keyboard, page, cell } = counter;
  await keyboard.press('Control+l');
  await expect(locked()).toBeVisible();
  await page.reload();
  await expect(locked()).toBeVisible();
  await expect(page.getByText('Café Éclair')).toHaveCount(0);
  await keyboard.fill(PIN);
  await expect(cell('CYL 14 kg, Deliver')).toHaveValue('3');
});

test('another person takes over by PIN, sees nothing of it, and neither is lost', async () => {
  const { keyboard, page, cell } = counter;
  await keyboard.press('Control+l', 'ArrowDown');
  await keyboard.fill('counter2', PIN);
  await expect(page.getByRole('navigation')).toContainText('Counter Two');
  await expect(cell('CYL 14 kg, Deliver')).toHaveValue('');
  await keyboard.choose('C0022', 'Jurong Laundry 21');
  await expect(counter.focused).toHaveAccessibleName(/, Deliver$/);
  await keyboard.type('7');
  await keyboard.press('Control+l', 'ArrowDown');
  await expect(page.getByRole('radio', { name: 'Counter One' })).toHaveAttribute('aria-checked', 'true');
  await keyboard.fill(PIN);
  await expect(page.getByRole('navigation')).toContainText('Counter One');
  await expect(cell('CYL 14 kg, Deliver')).toHaveValue('3');
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue(/Café Éclair/);
  expect((await kept('counter2', 'sale'))?.content).toContain('Jurong Laundry 21');
});

test('nobody there for as long as the settings say: it locks by itself', async () => {
  const { keyboard, page, cell } = counter;
  await depot.admin('settings.update', { security: { idleMinutes: 2 } });
  await page.reload();
  await expect(cell('CYL 14 kg, Deliver')).toHaveValue('3');
  // As if the last touch had been so long ago.
  const untouchedFor = (seconds: number) =>
    page.evaluate((ms) => localStorage.setItem('depot.touched', String(Date.now() - ms)), seconds * 1000);
  await untouchedFor(115);
  await keyboard.press('Shift');
  const age = () => page.evaluate(() => Date.now() - Number(localStorage.getItem('depot.touched')));
  expect(await age()).toBeLessThan(100_000);
  await expect(locked()).toBeHidden();
  await untouchedFor(121);
  await expect(locked()).toBeVisible();
  await keyboard.fill(PIN);
  await expect(cell('CYL 14 kg, Deliver')).toHaveValue('3');
});

test('the lock is fit for everybody, in light and dark', async () => {
  const { keyboard, page } = counter;
  await keyboard.press('Control+l');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  }
  await keyboard.fill(PIN);
  await expect(locked()).toBeHidden();
});

test('the host dies and comes back: said calmly, typing goes on, nothing is sent twice', async () => {
  const { keyboard, page, cell, toast } = counter;
  await depot.host.kill();
  await keyboard.press('ArrowRight');
  await keyboard.type('1');
  await expect(away()).toBeVisible();
  await keyboard.press('ArrowLeft');
  await keyboard.type('2');
  await keyboard.press('F9');
  await expect(page.getByText('Waiting for the depot’s computer.')).toBeVisible();
  await depot.host.startAgain();
  await expect(toast(/INV-KB1-\d{4}-000001 saved/)).toBeVisible();
  await expect(away()).toBeHidden();
  await expect(cell('CYL 14 kg, Deliver')).toHaveValue('');
  const { items } = await depot.admin('transactions.list', {});
  expect(items).toHaveLength(1);
  expect(await kept('counter1', 'sale')).toBeNull();
});

test('the answer to a save is lost: it is asked for again, and was done once', async () => {
  const { keyboard, page, toast } = counter;
  await half();
  // The request arrives and is done; only its answer never does.
  let asked = 0;
  await page.route('**/api/transactions', async (route) => {
    asked += 1;
    const response = await route.fetch();
    if (asked === 1) await route.abort('connectionreset');
    else await route.fulfill({ response });
  });
  await keyboard.press('F9');
  await expect(toast(/INV-KB1-\d{4}-000002 saved/)).toBeVisible();
  await page.unroute('**/api/transactions');
  expect(asked).toBe(2);
  expect((await depot.admin('transactions.list', {})).items).toHaveLength(2);
});

/** On credit, behind the screens. */
async function sellOnCredit() {
  const { items } = await depot.admin('customers.list', { search: 'C0022' });
  const { invoice } = await depot.admin('transactions.create', {
    requestId: crypto.randomUUID(),
    customerId: items[0]?.id ?? 0,
    source: { kind: 'depot', depotId: depot.depotId },
    items: [{ type: 'cylinder', equipmentId: depot.equipment.get('CYL-9')?.id ?? 0, action: 'DELIVER', quantity: 1 }],
  });
  if (invoice === null) throw new Error('a sale has its invoice');
  return invoice;
}

test('a crash in the middle of it: the sale, the slip and the payment are there again', async ({ browser }) => {
  test.setTimeout(60_000); // the host and the console start anew
  const { keyboard, page } = counter;
  const invoice = await sellOnCredit();
  await half();
  await keyboard.press('F3');
  await keyboard.choose('one', 'Driver One');
  await keyboard.fill('PO77', '5');
  await page.goto(`/#/invoices/${invoice.id}`);
  await expect(page.getByRole('button', { name: /^Take payment/ })).toBeVisible();
  await keyboard.press('F8');
  const amount = page.getByLabel('Amount', { exact: true });
  await expect(amount).toBeFocused();
  // What is wrong stands next to its field, which has the focus.
  await keyboard.type('999');
  await keyboard.press('F9');
  await expect(amount).toHaveAccessibleDescription(`Only ${invoice.outstanding} is unpaid on ${invoice.number}.`);
  await expect(amount).toBeFocused();
  await keyboard.type('10');
  await expect.poll(async () => (await kept('counter1', 'payment'))?.content).toContain('"10"');
  expect((await kept('counter1', 'distribution'))?.content).toContain('"5"');
  await depot.host.kill();
  await counter.close();
  await depot.host.startAgain();

  counter = await openCounter(browser, depot, 'counter1');
  const unfinished = counter.page.getByRole('navigation').getByText('Unfinished').locator('..');
  await expect(unfinished).toContainText('Sale: Café Éclair — Katong');
  await expect(unfinished).toContainText('Slip: Driver One');
  await counter.keyboard.press('F2');
  await expect(counter.cell('CYL 14 kg, Deliver')).toHaveValue('3');
  await counter.keyboard.press('F3');
  await expect(counter.page.getByLabel('PO number')).toHaveValue('PO77');
  await expect(counter.cell('CYL 9 kg, Collection, full')).toHaveValue('5');
  // Sent, it is gone, and cannot be sent once more.
  await counter.keyboard.press('F9');
  await expect(counter.page.getByRole('dialog')).toContainText('Collection5');
  await counter.keyboard.press('F9');
  await expect(counter.toast(/DST-KB1-\d{4}-000001 confirmed/)).toBeVisible();
  expect(await kept('counter1', 'distribution')).toBeNull();
  await counter.page.getByRole('link', { name: `Payment: ${invoice.number}` }).focus();
  await counter.keyboard.press('Enter');
  await expect(counter.page.getByLabel('Amount', { exact: true })).toHaveValue('10');
  await counter.keyboard.press('F9');
  await expect(counter.toast(/Receipt RCT-KB1-/)).toBeVisible();
  expect(await kept('counter1', 'payment')).toBeNull();
  expect((await depot.admin('invoices.get', { id: invoice.id })).paid).toBe('10.00');
});
