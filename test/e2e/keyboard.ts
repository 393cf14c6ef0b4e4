import { type CDPSession, expect, type Page } from '@playwright/test';

/** A hand's pace and a scanner's, in milliseconds a key. */
const HAND = 90;
const SCANNER = 6;

/**
 * A clerk without a mouse. The browser is told when each key was pressed, so that a hand is as slow as a hand and a
 * scanner as fast as a scanner, while the test waits for neither.
 */
export class Keyboard {
  readonly #page: Page;
  #session: Promise<CDPSession> | undefined;
  #pressedAt = Date.now();
  /** Keys pressed since `startCounting`. */
  count = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  startCounting(): void {
    this.count = 0;
  }

  /** Named keys, also with Shift+, Control+ or Alt+ before them. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      this.count += 1;
      // Playwright says "now" to the browser: whatever was typed before must be a hand's pause ago.
      this.#pressedAt = Math.max(this.#pressedAt, Date.now());
      if (key.length > 1 && key !== 'Enter') await this.#page.keyboard.press(key);
      else await this.#stroke(key, HAND);
    }
  }

  /** Into whatever has the focus, key by key as people type. */
  async type(text: string): Promise<void> {
    this.count += text.length;
    await Promise.all(Array.from(text, (character) => this.#stroke(character, HAND)));
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

  /** Codes read by a scanner, Enter behind each, without a pause between them. */
  async scan(...codes: string[]): Promise<void> {
    const keys = codes.flatMap((code) => [...Array.from(code), 'Enter']);
    this.#pressedAt += HAND;
    await Promise.all(keys.map((key) => this.#stroke(key, SCANNER)));
    this.#pressedAt += HAND;
  }

  /** Sent at once, in their order: the browser does not wait for one key's effects before it takes the next. */
  async #stroke(key: string, pause: number): Promise<void> {
    this.#pressedAt += pause;
    const timestamp = this.#pressedAt / 1000;
    this.#session ??= this.#page.context().newCDPSession(this.#page);
    const session = await this.#session;
    const { code, keyCode } = describe(key);
    const shared = { key, code, windowsVirtualKeyCode: keyCode, timestamp };
    const text = key === 'Enter' ? '\r' : key;
    await Promise.all([
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', text, unmodifiedText: text, ...shared }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...shared }),
    ]);
  }
}

/** As a US keyboard has it; what it has not (é, 福) comes without a place on the keyboard, as from an input method. */
function describe(key: string): { code: string; keyCode: number } {
  if (key === 'Enter') return { code: 'Enter', keyCode: 13 };
  const upper = key.toUpperCase();
  if (/^[A-Z]$/.test(upper)) return { code: `Key${upper}`, keyCode: upper.charCodeAt(0) };
  if (/^\d$/.test(key)) return { code: `Digit${key}`, keyCode: key.charCodeAt(0) };
  return key === ' ' ? { code: 'Space', keyCode: 32 } : { code: '', keyCode: 0 };
}
