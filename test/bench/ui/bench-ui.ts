import { rm } from 'node:fs/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import packedChromium from '@sparticuz/chromium';
import { z } from 'zod';
import { spawnHost } from '../../helpers/spawn-host.ts';
import { LARGE } from '../fixture.ts';
import { median, report, rounded } from '../measure.ts';
import { copyOfBooks } from '../till.ts';
import { bareField, LIST_STEPS, SALE_STEPS, searchCustomers } from './steps.ts';
import { FRAME_MS, type Watched, watched, watchPage } from './watch-page.ts';

const STARTS = 5;
const SALES = 12;
const CHECK_WITHIN_MS = 15 * 60_000;

/**
 * The screens in a real browser, on a host with as many invoices as ten years bring: frames that came late, and how
 * long a key takes to its picture.
 *
 * @param invoices how many there are.
 */
export async function benchUi(invoices: number = LARGE.invoices): Promise<void> {
  const folder = await copyOfBooks(invoices);
  const host = await spawnHost(folder);
  const browser = await chromium.launch({
    executablePath: await packedChromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await booksAreQuiet(host.url);
    const starts: number[] = [];
    for (let count = 0; count < STARTS; count += 1) starts.push(await timeStart(browser, host.url));
    report({
      bench: 'from the address to the field to sign in',
      invoices,
      unit: 'ms',
      median: rounded(median(starts)),
    });
    const page = await signedIn(browser, host.url);
    const tell = (bench: string, of: Watched) => report({ bench, invoices, ...summaryOf(of) });
    for (const [bench, { keys, run }] of Object.entries(LIST_STEPS)) {
      tell(bench, await watched(page, keys, () => run(page)));
    }
    tell('customers: search', await watched(page, searchCustomers.keys, () => searchCustomers.run(page)));
    const opening: Watched = { longFrames: [], keys: [] };
    const writing: Watched = { longFrames: [], keys: [] };
    for (let sale = 0; sale < SALES; sale += 1) {
      for (const { opens, keys, run } of SALE_STEPS) {
        const seen = await watched(page, keys, () => run(page));
        const sum = opens ? opening : writing;
        sum.longFrames.push(...seen.longFrames);
        sum.keys.push(...seen.keys);
      }
    }
    tell('sale form: letters, quantities, Tab', writing);
    tell('sale form: F2, Enter on a customer', opening);
    const bare = await page.context().newPage();
    await watchPage(bare);
    await bare.goto(`${host.url}/api/health`);
    await bare.setContent('<input>');
    tell('a bare field in the same browser', await watched(bare, bareField.keys, () => bareField.run(bare)));
  } finally {
    await browser.close();
    await host.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  }
}

const health = z.object({ integrity: z.object({ state: z.string() }), lastBackup: z.unknown() });

/** The check of the books after the start, and their first copy, read all of them: they would take turns with what is measured. */
async function booksAreQuiet(url: string): Promise<void> {
  const until = Date.now() + CHECK_WITHIN_MS;
  for (;;) {
    const { integrity, lastBackup } = health.parse(await fetch(`${url}/api/health`).then((answer) => answer.json()));
    if ((integrity.state !== 'checking' && lastBackup !== null) || Date.now() > until) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 1000);
    });
  }
}

/** In a browser that has never seen it. */
async function timeStart(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const started = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.getByLabel('Username').waitFor();
  const time = performance.now() - started;
  await context.close();
  return time;
}

async function signedIn(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await watchPage(page);
  await page.goto('/');
  await page.getByLabel('Username').fill('admin');
  await page.getByLabel('Password', { exact: true }).fill('correct horse');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Hello/ }).waitFor();
  return page;
}

function summaryOf({ longFrames, keys }: Watched): Record<string, unknown> {
  const sorted = keys.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1];
  return {
    framesOver50ms: longFrames.length,
    longestFrameMs: rounded(Math.max(0, ...longFrames)),
    keys: keys.length,
    ...(p95 === undefined ? {} : { keyToPaintP95Ms: p95, keyToPaintP95Frames: rounded(p95 / FRAME_MS) }),
  };
}
