import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { callOverHttp } from '../../helpers/call-over-http.ts';
import { openBooks } from '../../helpers/read-books.ts';
import { type SpawnedHost, spawnHost } from '../../helpers/spawn-host.ts';
import type { HttpCall } from './counter-clerk.ts';
import { listJobs, openDeliveringDepot, sell, type Wares } from './delivering-depot.ts';
import { type DeliverySinks, openDeliverySinks, type TakenLetter } from './delivery-sinks.ts';
import { signInOverHttp } from './depot-over-http.ts';

/** `npm run test:system` has the time for 50. */
const KILLS = Number(process.env['DEPOT_KILLS'] ?? 5);
/** Between two kills. */
const SALES = 4;
/** One more for the last start, which so needs a browser and clears away what killed ones left. */
const INVOICES = SALES * KILLS + 1;
/** How long a start may live after its sales. Milliseconds; its browser alone takes some hundred. */
const LONGEST_LIFE = 800;

let dir = '';
let dataDir = '';
let sinks: DeliverySinks;
let host: SpawnedHost | null = null;
const pids: number[] = [];
beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'depot-delivery-'));
  dataDir = path.join(dir, 'data');
  sinks = await openDeliverySinks(dir);
});
afterEach(async () => {
  await host?.end('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

async function start(draws = true): Promise<SpawnedHost> {
  host = await spawnHost(dataDir, { draws });
  sinks.started();
  pids.push(host.child.pid ?? 0);
  return host;
}

/** Some sales, and at some moment of what follows, or the moment something arrives somewhere, the end. */
async function sellAndKill(wares: Wares): Promise<void> {
  const { url, child, end } = await start();
  const call = await signInOverHttp(callOverHttp(url));
  for (let sale = 0; sale < SALES; sale += 1) await sell(call, wares, sale === 0);
  const awaited = oneOf(['nothing', 'print', 'letter'] as const);
  // A print arrives in several pieces.
  let arrivals = 1 + Math.floor(Math.random() * (awaited === 'print' ? 12 : 3));
  const { promise: arrived, resolve } = Promise.withResolvers<void>();
  sinks.onArrival = (what) => {
    if (what !== awaited) return;
    arrivals -= 1;
    if (arrivals > 0) return;
    child.kill('SIGKILL');
    resolve();
  };
  await Promise.race([arrived, pause(awaited === 'nothing' ? Math.random() * LONGEST_LIFE : LONGEST_LIFE)]);
  await end('SIGKILL');
  host = null;
  sinks.onArrival = () => undefined;
}

function oneOf<Choice>(choices: readonly [Choice, ...Choice[]]): Choice {
  return choices[Math.floor(Math.random() * choices.length)] ?? choices[0];
}

async function untilNothingIsUnderWay(call: HttpCall): Promise<void> {
  while ((await listJobs(call, { underWay: true })).total > 0) await pause(250);
}

/** Answers what the program asks: whether it came out. @returns how often it was printed, and how often not */
async function answer(call: HttpCall): Promise<{ yes: number; no: number }> {
  const told = { yes: 0, no: 0 };
  const { items } = await listJobs(call, { state: 'uncertain' });
  const cameOut = sinks.printed();
  for (const { id, number } of items) {
    const printed = cameOut.has(number);
    told[printed ? 'yes' : 'no'] += 1;
    await call('jobs.resolve', { id, printed } as never);
  }
  return told;
}

/** How many letters came twice because of each kill. */
function repeatedByKill(letters: readonly TakenLetter[]): number[] {
  const lastStart = new Map<string, number>();
  const repeated = new Map<number, number>();
  for (const { messageId, start: by } of letters) {
    const before = lastStart.get(messageId);
    if (before !== undefined) repeated.set(before, (repeated.get(before) ?? 0) + 1);
    lastStart.set(messageId, by);
  }
  return [...repeated.values()];
}

const invoiceRow = z.object({
  number: z.string(),
  path: z.string(),
  sha256: z.string(),
  prints: z.int(),
  mails: z.int(),
});

function invoicesInBooks() {
  const books = openBooks(dataDir);
  const rows = books.rows(
    invoiceRow,
    `SELECT number, pdf_path AS path, pdf_sha256 AS sha256, print_count AS prints, email_count AS mails
     FROM invoices JOIN invoice_facts ON invoice_id = invoices.id ORDER BY number`,
  );
  books.close();
  return rows;
}

/** What killed browsers left behind. */
function leftovers(): string[] {
  const ours = pids.map((pid) => `depot-pdf-${pid}-`);
  const isOurs = (text: string) => ours.some((prefix) => text.includes(prefix));
  const processes = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  const commands = processes.flatMap((pid) => {
    try {
      return [readFileSync(`/proc/${pid}/cmdline`, 'utf8')];
    } catch {
      return [];
    }
  });
  return [...readdirSync(tmpdir()), ...commands].filter(isOurs);
}

test(
  `given ${INVOICES} invoices on their ways out, when the program is killed ${KILLS} times, then each is drawn, mailed and printed, and nothing twice without a word`,
  async () => {
    const began = performance.now();
    const first = await start(false);
    const wares = await openDeliveringDepot(callOverHttp(first.url), sinks);
    await first.end('SIGTERM');
    for (let killed = 0; killed < KILLS; killed += 1) await sellAndKill(wares);
    const killing = performance.now() - began;

    const last = await start();
    const call = await signInOverHttp(callOverHttp(last.url));
    await sell(call, wares, true);
    await untilNothingIsUnderWay(call);
    const byThen = sinks.printed();
    expect([...byThen.values()].filter((times) => times > 1)).toEqual([]);
    const asked = await answer(call);
    await untilNothingIsUnderWay(call);
    for (const state of ['queued', 'running', 'failed', 'uncertain', 'cancelled']) {
      expect({ state, ...(await listJobs(call, { state })) }).toMatchObject({ state, total: 0 });
    }
    expect(await call('audit.verify', {} as never)).toMatchObject({ ok: true });
    expect(await call('stock.check', {} as never)).toEqual({ ok: true, problems: [] });
    await last.end('SIGTERM');
    host = null;

    const invoices = invoicesInBooks();
    expect(invoices).toHaveLength(INVOICES);
    const numbers = invoices.map(({ number }) => number);
    for (const invoice of invoices) {
      const file = readFileSync(path.join(dataDir, 'documents', invoice.path));
      expect(createHash('sha256').update(file).digest('hex')).toBe(invoice.sha256);
      expect(invoice).toMatchObject({ prints: 1, mails: 1 });
    }

    const letters = await sinks.letters();
    const shaOf = new Map(invoices.map(({ number, sha256 }) => [number, sha256]));
    for (const letter of letters) expect(letter).toMatchObject({ sha256: shaOf.get(letter.number) });
    const letterOf = new Map(letters.map(({ number, messageId }) => [number, messageId]));
    expect([...letterOf.keys()].toSorted()).toEqual(numbers);
    // A repeated letter is the same letter.
    expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(INVOICES);
    const repeated = repeatedByKill(letters);
    expect(repeated.filter((letter) => letter > 1)).toEqual([]);

    // Each came out once, whole; what was torn was asked about, and printed again because the answer was no.
    const printed = sinks.printed();
    expect([...printed.keys()].toSorted()).toEqual(numbers);
    expect([...printed.values()].filter((times) => times > 1)).toEqual([]);
    for (let waited = 0; waited < 50 && leftovers().length > 0; waited += 1) await pause(100);
    expect(leftovers()).toEqual([]);
    process.stderr.write(
      `${KILLS} kills in ${Math.round(killing / 1000)} s, all in ${Math.round((performance.now() - began) / 1000)} s; ` +
        `${repeated.length} letters came twice; asked about ${asked.yes + asked.no} prints, ${asked.yes} had come out, ` +
        `${sinks.torn().size} were torn\n`,
    );
  },
  120_000 + KILLS * 10_000,
);
