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

/** A customer by four letters, then counts down the grid; not saved, so that every round is the same. */
export const sellByHand: Step = {
  keys: 14,
  async run(page) {
    await pressed(page, 'F2', 1);
    await typed(page, 'goh ');
    await page.getByRole('option').first().waitFor();
    await pressed(page, 'Enter', 1);
    for (let count = 0; count < 4; count += 1) {
      await typed(page, '1');
      await pressed(page, 'Tab', 1);
    }
  },
};
