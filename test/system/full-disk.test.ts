import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WireInput } from '../../src/shared/contract/index.ts';
import { type Counter, openCounter } from '../helpers/open-counter.ts';
import { problemOf } from '../helpers/open-edge-case.ts';
import { openTestConsole, requestId, type TestConsole } from '../helpers/open-test-console.ts';

const FULL = /^The disk is full: free some space, then try again\. Nothing was saved\. Id /;
const KIB = 1024;

let disk = '';
let ballast = '';
beforeEach(() => {
  disk = mkdtempSync(path.join(tmpdir(), 'depot-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'depot-test', disk]);
  ballast = path.join(disk, 'ballast');
});
afterEach(() => {
  execFileSync('umount', ['--lazy', disk]);
  rmSync(disk, { recursive: true });
});

/** Fills the disk but for some KiB. */
function fill(leaving: number): void {
  for (const size of [256, 16, 4]) {
    try {
      for (;;) appendFileSync(ballast, Buffer.alloc(size * KIB));
    } catch {
      // Full, to this size.
    }
  }
  truncateSync(ballast, Math.max(0, statSync(ballast).size - leaving * KIB));
}

function free(): void {
  rmSync(ballast);
}

interface Depot extends Counter {
  console: TestConsole;
  sale: () => WireInput<'transactions.create'>;
}

async function openDepot(dataDir = path.join(disk, 'data')): Promise<Depot> {
  mkdirSync(dataDir, { recursive: true });
  const console = await openTestConsole(dataDir);
  const counter = await openCounter(console);
  const { cylinder14, depotId } = counter;
  await counter.receive(cylinder14.id, 1000);
  const { id: customerId } = await counter.addCustomer();
  const items = [{ type: 'cylinder' as const, equipmentId: cylinder14.id, action: 'DELIVER' as const, quantity: 1 }];
  const sale = () => ({ requestId: requestId(), customerId, source: { kind: 'depot' as const, depotId }, items });
  return { ...counter, console, sale };
}

/** Sells until it is refused. @returns the numbers that were told, and the sale that was refused. */
async function sellUntilRefused({ admin, sale }: Depot) {
  const numbers: string[] = [];
  for (;;) {
    const refused = sale();
    try {
      numbers.push((await admin('transactions.create', refused)).transaction.number);
    } catch {
      return { numbers, refused };
    }
  }
}

async function expectBooks(console: TestConsole, numbers: readonly string[]): Promise<void> {
  const admin = await console.signIn('admin', 'correct horse');
  const kept = await admin('transactions.list', { limit: 200, sort: 'id' });
  expect(kept.items.map(({ number }) => number)).toEqual(numbers);
  expect(await admin('audit.verify', {})).toMatchObject({ ok: true });
  expect(await admin('stock.check', {})).toEqual({ ok: true, problems: [] });
}

test('given a full disk, a sale is refused in a sentence, what was told stays, and it goes through after space is freed', async () => {
  const depot = await openDepot();
  const { admin, console } = depot;
  fill(1000);
  const { numbers, refused } = await sellUntilRefused(depot);
  expect(numbers.length).toBeGreaterThan(2);
  for (let again = 0; again < 3; again += 1) {
    expect(await problemOf(admin('transactions.create', refused))).toMatchObject({
      code: 'UNEXPECTED',
      message: expect.stringMatching(FULL) as string,
    });
  }
  // What is there can still be looked at.
  expect((await admin('transactions.list', { limit: 1 })).total).toBe(numbers.length);
  free();
  numbers.push((await admin('transactions.create', refused)).transaction.number);
  await expectBooks(console, numbers);
  await console.close();
});

test('given a disk that is full when the counter closes and opens, then nothing that was told is lost', async () => {
  const depot = await openDepot();
  fill(1000);
  const { numbers, refused } = await sellUntilRefused(depot);
  await depot.console.close();
  fill(0);
  const opening = openTestConsole(path.join(disk, 'data')).then(
    async (console) => {
      await console.close();
      return 'opened';
    },
    (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : 'no error'),
  );
  expect(await opening).toMatch(/^opened$|^StartError: .*(full|space)/);
  free();
  const console = await openTestConsole(path.join(disk, 'data'));
  const admin = await console.signIn('admin', 'correct horse');
  numbers.push((await admin('transactions.create', refused)).transaction.number);
  await expectBooks(console, numbers);
  await console.close();
});

test('given a data folder that is full from the start, then it is told in a sentence, and opens once there is space', async () => {
  const dataDir = path.join(disk, 'data');
  mkdirSync(dataDir);
  fill(40);
  await expect(openTestConsole(dataDir)).rejects.toThrow(/cannot be written .* full or failing, then start again\.$/);
  free();
  const console = await openTestConsole(dataDir);
  await openCounter(console);
  await console.close();
});

test('given a full second disk, sales go on, it is logged, and the anchor file has every line once there is space', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'depot-anchored-'));
  symlinkSync(path.join(disk, 'anchor.jsonl'), path.join(dataDir, 'anchor.jsonl'));
  const depot = await openDepot(dataDir);
  const { admin, console, sale } = depot;
  const numbers: string[] = [];
  const sell = async (times: number) => {
    for (let more = 0; more < times; more += 1) {
      numbers.push((await admin('transactions.create', sale())).transaction.number);
    }
  };
  await sell(1);
  fill(0);
  // The file's last page of 4 KiB takes some more lines.
  await sell(40);
  expect(readFileSync(path.join(dataDir, 'logs', 'errors.log'), 'utf8')).toMatch(
    /The anchor file could not be written: .*no space/,
  );
  expect(await admin('audit.verify', {})).toMatchObject({
    ok: false,
    firstBroken: {
      reason: expect.stringMatching(/^The anchor file ends at commit \d+, the books at \d+\.$/) as string,
    },
  });
  free();
  await sell(1);
  await expectBooks(console, numbers);
  fill(0);
  await sell(40);
  await console.close();
  free();
  const again = await openTestConsole(dataDir);
  await expectBooks(again, numbers);
  await again.remove();
});
