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

/** Every screen as it looks in the afternoon of the sample day. */
export const SHOWN: readonly ShownScreen[] = [
  { name: 'home', path: '/', inManual: true },
  { name: 'sale-empty', path: '/sale' },
  { name: 'sale', path: '/sale', prepare: typeSale, inManual: true },
  { name: 'distribution', path: '/distribution', inManual: true },
  { name: 'distributions', path: '/distributions' },
  { name: 'invoices', path: '/invoices' },
  { name: 'invoice', path: '/invoices/1', inManual: true },
  { name: 'customers', path: '/customers' },
  { name: 'customer', path: '/customers/2', inManual: true },
  { name: 'stock', path: '/stock', inManual: true },
  { name: 'printing', path: '/jobs', inManual: true },
  { name: 'settings-company', path: '/settings' },
  { name: 'settings-printers', path: '/settings/printers', inManual: true },
  { name: 'settings-mail', path: '/settings/mail', inManual: true },
  { name: 'settings-users', path: '/settings/users' },
];
