import type { Page } from '@playwright/test';

export interface ShownScreen {
  name: string;
  path: string;
  /** What a clerk would have done before. */
  prepare?: (page: Page) => Promise<void>;
  /** In the manual, too. */
  inManual?: boolean;
}

async function typeSale(page: Page): Promise<void> {
  const customer = page.getByRole('combobox', { name: 'Customer' });
  await customer.focus();
  await page.keyboard.type('gey', { delay: 20 });
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  const quantity = page.getByLabel('CYL 9 kg, Deliver');
  await quantity.waitFor();
  await quantity.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('2');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('2');
}

async function showKeys(page: Page): Promise<void> {
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
}

async function chooseThree(page: Page): Promise<void> {
  await page.keyboard.press('ArrowDown');
  await page.getByRole('row', { selected: false }).first().waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
}

/** As far as its first page goes without a console behind it. */
async function typeCompany(page: Page): Promise<void> {
  await page.getByLabel('Name', { exact: true }).waitFor();
  for (const text of ['HSH LPG Pte Ltd', '8 Sample Link, Kaki Bukit, Singapore', '416180', 'M9-0012345-6']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}

/** The first run, on a computer that knows nothing yet. */
export const FIRST_RUN: ShownScreen = { name: 'first-run', path: '/', prepare: typeCompany, inManual: true };

/** Every screen as it looks in the afternoon of the sample day. */
export const SHOWN: readonly ShownScreen[] = [
  { name: 'home', path: '/', inManual: true },
  { name: 'sale-empty', path: '/sale' },
  { name: 'sale', path: '/sale', prepare: typeSale, inManual: true },
  { name: 'distribution', path: '/distribution', inManual: true },
  { name: 'distributions', path: '/distributions' },
  { name: 'distribution-slip', path: '/distributions/1' },
  { name: 'invoices', path: '/invoices', inManual: true },
  { name: 'invoices-chosen', path: '/invoices', prepare: chooseThree, inManual: true },
  // Its paper stays white: a browser without a window shows no PDF.
  { name: 'invoice', path: '/invoices/1' },
  { name: 'customers', path: '/customers' },
  { name: 'customer', path: '/customers/2', inManual: true },
  { name: 'customer-meter', path: '/customers/2/meter' },
  { name: 'customer-on-site', path: '/customers/2/onSite' },
  { name: 'stock', path: '/stock', inManual: true },
  { name: 'stock-trucks', path: '/stock/trucks', inManual: true },
  { name: 'stock-where', path: '/stock/where/3', inManual: true },
  { name: 'stock-customers', path: '/stock/customers' },
  { name: 'stock-movements', path: '/stock/movements' },
  { name: 'printing', path: '/jobs', inManual: true },
  { name: 'reports', path: '/reports', inManual: true },
  { name: 'office-bundles', path: '/office' },
  { name: 'office-copies', path: '/office/copies' },
  { name: 'office-lost', path: '/office/lost' },
  { name: 'office-destination', path: '/office/destination' },
  { name: 'audit', path: '/audit', inManual: true },
  { name: 'import', path: '/import' },
  { name: 'settings-company', path: '/settings' },
  { name: 'settings-billing', path: '/settings/billing' },
  { name: 'settings-printers', path: '/settings/printers', inManual: true },
  { name: 'settings-mail', path: '/settings/mail', inManual: true },
  { name: 'settings-security', path: '/settings/security' },
  { name: 'settings-users', path: '/settings/users' },
  { name: 'settings-depots', path: '/settings/depots' },
  { name: 'settings-equipment', path: '/settings/equipment' },
  { name: 'settings-services', path: '/settings/services' },
  { name: 'settings-about', path: '/settings/about' },
  { name: 'keys', path: '/invoices', prepare: showKeys, inManual: true },
];
