import { expect, type Page } from '@playwright/test';

/** A clerk without a mouse. Types as fast as people do: lists of choices open between two letters. */
export class Keyboard {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
  }

  /** Into whatever has the focus. */
  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text, { delay: 5 });
  }

  /** Each text, then Enter: how a form is filled from its first field to its last. */
  async fill(...texts: string[]): Promise<void> {
    for (const text of texts) {
      await this.type(text);
      await this.press('Enter');
    }
  }

  /** A choice by its first letters, once the list shows what they find. */
  async choose(letters: string, found: string): Promise<void> {
    await this.type(letters);
    await expect(this.#page.getByRole('option').first()).toContainText(found);
    await this.press('Enter');
  }
}
