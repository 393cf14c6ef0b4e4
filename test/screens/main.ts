import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import packedChromium from '@sparticuz/chromium';
import { DEMO_PASSWORD } from '../../src/main/demo/sign-in.ts';
import { AFTERNOON, serveNewConsole, serveSampleDepot } from './books.ts';
import { FIRST_RUN, SHOWN, type ShownScreen } from './screens.ts';

interface View {
  name: string;
  width: number;
  height: number;
  scale: number;
  scheme: 'light' | 'dark';
}

const COUNTER: View = { name: 'counter', width: 1366, height: 768, scale: 1, scheme: 'light' };

/** Where screens are looked at: a counter's PC, an office's, and text half again as large; light and dark. */
const VIEWS: readonly View[] = (['light', 'dark'] as const).flatMap((scheme) => [
  { ...COUNTER, name: `1366-${scheme}`, scheme },
  { ...COUNTER, name: `1920-${scheme}`, width: 1920, height: 1080, scheme },
  // 150 % of a counter's PC: as many dots, of which each letter takes more.
  { ...COUNTER, name: `150-percent-${scheme}`, width: 911, height: 512, scale: 1.5, scheme },
]);

const MANUAL = path.resolve(import.meta.dirname, '../../docs/manual/images');
const ALL = path.resolve(import.meta.dirname, '../../test-results/screens');

/**
 * `npm run screenshots`: the manual's pictures from the real program. With `--all`, every screen in every size, light
 * and dark, into test-results/screens, to be looked at.
 */
export async function main(args: readonly string[]): Promise<void> {
  const isAll = args.includes('--all');
  const only = args.filter((arg) => !arg.startsWith('--'));
  const depot = await serveSampleDepot();
  const fresh = await serveNewConsole();
  const browser = await chromium.launch({
    executablePath: await packedChromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    for (const view of isAll ? VIEWS : [COUNTER]) {
      const shown = SHOWN.filter(({ name, inManual }) =>
        only.length > 0 ? only.includes(name) : isAll || inManual === true,
      );
      const folder = isAll ? path.join(ALL, view.name) : MANUAL;
      if (only.length === 0 || only.includes(FIRST_RUN.name)) {
        await photograph(browser, fresh.url, view, [FIRST_RUN], folder, () => Promise.resolve());
      }
      await photograph(browser, depot.url, view, shown, folder, signIn);
    }
  } finally {
    await browser.close();
    await Promise.all([depot.stop(), fresh.stop()]);
  }
}

async function photograph(
  browser: Browser,
  url: string,
  { width, height, scale, scheme }: View,
  shown: readonly ShownScreen[],
  folder: string,
  enter: (page: Page) => Promise<void>,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(AFTERNOON);
  await enter(page);
  for (const { name, path: address, prepare } of shown) {
    await page.goto(`/#${address}`);
    await page.waitForLoadState('networkidle');
    await prepare?.(page);
    await page.waitForTimeout(400);
    await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
    process.stdout.write(`${path.join(folder, `${name}.png`)}\n`);
  }
  await context.close();
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Username').fill('admin');
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Hello/ }).waitFor();
}
