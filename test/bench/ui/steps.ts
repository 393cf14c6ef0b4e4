import type { Page } from '@playwright/test';

/** Something a clerk does, and with how many keys. */
export interface Step {
  keys: number;
  run: (page: Page) => Promise<void>;
}

/** Fast, for a hand. Milliseconds between two keys. */
const PACE = 90;
const ROUNDS = 40;

const rows = (page: Page) => page.getByRole('grid').getByRole('row');

async function pressed(page: Page, key: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    await page.keyboard.press(key);
    await page.waitForTimeout(PACE);
  }
}

/** Until a list that was asked for is on the screen. */
async function listed(page: Page): Promise<void> {
  await page.waitForTimeout(PACE * 4);
  await rows(page).nth(5).waitFor();
}

async function typed(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: PACE });
}

/** The invoice list, in the order they are done. */
export const LIST_STEPS: Readonly<Record<string, Step>> = {
  'invoices: open': {
    keys: 0,
    async run(page) {
      await page.goto('/#/invoices');
      await rows(page).nth(10).waitFor();
    },
  },
  'invoices: scroll through 2 000': {
    keys: 0,
    async run(page) {
      await page.getByRole('grid').hover();
      for (let count = 0; count < ROUNDS * 2; count += 1) {
        await page.mouse.wheel(0, 1100);
        await page.waitForTimeout(PACE / 2);
      }
    },
  },
  'invoices: page down': {
    keys: ROUNDS + 1,
    async run(page) {
      await page.getByRole('searchbox').focus();
      await pressed(page, 'ArrowDown', 1);
      await pressed(page, 'PageDown', ROUNDS);
    },
  },
  'invoices: open one after the other': {
    keys: 16,
    async run(page) {
      await pressed(page, 'Enter', 1);
      await page.getByRole('complementary').waitFor();
      await pressed(page, 'Escape', 1);
      await pressed(page, 'ArrowDown', 14);
    },
  },
  'invoices: sort by number, from the other end, by due date': {
    keys: 4,
    async run(page) {
      for (let sort = 0; sort < 4; sort += 1) {
        await pressed(page, 'S', 1);
        await listed(page);
      }
    },
  },
  'invoices: filter': {
    keys: 0,
    async run(page) {
      for (const filter of ['Unpaid', 'Overdue', 'Void', 'All']) {
        await page.getByRole('radiogroup').getByText(filter, { exact: true }).click();
        await listed(page);
      }
    },
  },
  'invoices: jump to a number, then to a day': {
    keys: 20,
    async run(page) {
      for (const place of ['1234', '2025-12-15']) {
        await pressed(page, 'Control+G', 1);
        await page.getByRole('dialog').getByRole('textbox').waitFor();
        await typed(page, place);
        await pressed(page, 'Enter', 1);
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
        await rows(page).nth(5).waitFor();
        await pressed(page, 'ArrowDown', 1);
      }
    },
  },
  'invoices: search': {
    keys: 12,
    async run(page) {
      await page.getByRole('searchbox').focus();
      await typed(page, 'tan');
      await rows(page).nth(5).waitFor();
      await pressed(page, 'Backspace', 3);
      await typed(page, '999999');
      await rows(page).nth(1).waitFor();
    },
  },
};

export const searchCustomers: Step = {
  keys: 9,
  async run(page) {
    await page.goto('/#/customers');
    await page.getByRole('searchbox').focus();
    await typed(page, 'lim');
    await rows(page).nth(5).waitFor();
    await pressed(page, 'Backspace', 3);
    await typed(page, 'C05');
    await rows(page).nth(5).waitFor();
  },
};

/** A sale; not saved, so that every round is the same. What opens something is told apart from what only writes. */
export const SALE_STEPS: readonly (Step & { opens: boolean })[] = [
  { opens: true, keys: 1, run: (page) => pressed(page, 'F2', 1) },
  {
    opens: false,
    keys: 4,
    async run(page) {
      await typed(page, 'goh ');
      await page.getByRole('option').first().waitFor();
    },
  },
  { opens: true, keys: 1, run: (page) => pressed(page, 'Enter', 1) },
  {
    opens: false,
    keys: 8,
    async run(page) {
      for (let count = 0; count < 4; count += 1) {
        await typed(page, '1');
        await pressed(page, 'Tab', 1);
      }
    },
  },
];

/** What the browser alone takes for a letter, on this machine. */
export const bareField: Step = {
  keys: 40,
  async run(page) {
    await page.getByRole('textbox').focus();
    await typed(page, 'a letter at a time into a field as it is');
  },
};
