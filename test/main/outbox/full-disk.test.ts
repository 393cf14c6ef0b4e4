import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Db } from '../../../src/main/db/db.ts';
import { openTestConsole } from '../../helpers/open-test-console.ts';
import { pending, until } from '../../helpers/open-delivery-desk.ts';
import { type OutboxAlone, openOutboxAlone } from './outbox-alone.ts';

/** More than the pages that are there have room for. */
const LONG = 'so much was said '.repeat(20_000);
const PRINTED = { state: 'printed', proof: LONG } as const;
const ACCEPTED = { state: 'accepted', response: LONG } as const;

function fillDisk({ $client }: Db): void {
  $client.pragma(`max_page_count = ${String($client.pragma('page_count', { simple: true }))}`);
}

function freeDisk({ $client }: Db): void {
  $client.pragma('max_page_count = 1000000');
}

const rows = z.array(z.object({ state: z.string() }));

function statesOf({ db }: OutboxAlone, kind: 'PRINT' | 'MAIL'): string {
  const found = rows.parse(db.$client.prepare('SELECT state FROM jobs WHERE kind = ? ORDER BY state').all(kind));
  return found.map(({ state }) => state).join(' ');
}

/** Gives the worker every chance to do something. */
async function goOn({ worker }: OutboxAlone): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    worker.poke();
    for (let tick = 0; tick < 20; tick += 1) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Prints the first invoice, and before that can be written down the disk is full. */
async function printOntoFullDisk(alone: OutboxAlone): Promise<void> {
  const { db, tray, worker, problems } = alone;
  tray.outcome = async () => {
    fillDisk(db);
    return PRINTED;
  };
  worker.poke();
  await until(() => problems.length > 0);
}

describe('given a disk that is full when a print has come out', () => {
  test('then nothing more is printed until that is written down, and it is not printed again', async () => {
    const alone = await openOutboxAlone(2);
    const { db, tray, worker, problems } = alone;
    await printOntoFullDisk(alone);
    await goOn(alone);
    expect(tray.orders).toHaveLength(1);
    expect(statesOf(alone, 'PRINT')).toBe('queued running');
    // Said once, not with each attempt.
    expect(problems.filter((problem) => /^job \d+: SQLITE_FULL$/.test(problem))).toHaveLength(1);

    tray.outcome = PRINTED;
    freeDisk(db);
    await worker.drain();
    expect(statesOf(alone, 'PRINT')).toBe('done done');
    expect(tray.orders).toHaveLength(2);
    const counts = db.$client.prepare('SELECT print_count FROM invoice_facts').pluck().all();
    expect(counts).toEqual([1, 1]);
  });

  test('and the program is closed before there is space, then the next start asks whether it came out', async () => {
    const alone = await openOutboxAlone(1);
    await printOntoFullDisk(alone);
    await alone.close();
    const house = await openTestConsole(alone.dataDir, alone.next);
    await house.drain();
    const admin = await house.signIn('admin', 'correct horse');
    expect((await admin('jobs.list', { state: 'uncertain' })).items).toMatchObject([{ kind: 'PRINT' }]);
    expect(house.tray.orders).toEqual([]);
    await house.close();
  });

  test('and not even the spooler’s number could be noted, then somebody is asked', async () => {
    const alone = await openOutboxAlone(1);
    const { db, tray, worker } = alone;
    const { open } = tray;
    tray.open = (address) => ({
      ...open(address),
      async print({ onHanded }) {
        fillDisk(db);
        onHanded(LONG);
        return { state: 'waiting', reason: 'Out of paper.' };
      },
    });
    worker.poke();
    await goOn(alone);
    freeDisk(db);
    await worker.drain();
    expect(statesOf(alone, 'PRINT')).toBe('uncertain');
  });
});

describe('given a disk that is full when a letter was accepted', () => {
  test('then it is not sent again, and no other one is sent that could not be written down', async () => {
    const alone = await openOutboxAlone(3);
    const { db, letterbox, worker, problems } = alone;
    letterbox.outcome = async () => {
      fillDisk(db);
      return ACCEPTED;
    };
    worker.poke();
    await until(() => problems.length > 0);
    await goOn(alone);
    expect(letterbox.letters).toHaveLength(1);
    expect(statesOf(alone, 'MAIL')).toBe('running running running');

    letterbox.outcome = ACCEPTED;
    freeDisk(db);
    await worker.drain();
    expect(statesOf(alone, 'MAIL')).toBe('done done done');
    expect(letterbox.letters).toHaveLength(3);
    expect(new Set(letterbox.letters.map(({ mail }) => mail.messageId)).size).toBe(3);
    const counts = db.$client.prepare('SELECT email_count FROM invoice_facts').pluck().all();
    expect(counts).toEqual([1, 1, 1]);
  });
});

describe('given a printer that never comes to an end', () => {
  test('then the program closes all the same, and the next start asks whether it came out', async () => {
    const alone = await openOutboxAlone(1, { closeWithinMs: 20 });
    const { tray, worker } = alone;
    const never = pending<typeof PRINTED>();
    let begun = false;
    tray.outcome = () => {
      begun = true;
      return never.promise;
    };
    worker.poke();
    await until(() => begun);
    await alone.close();
    // Too late: the books are closed, and say nothing.
    never.resolve(PRINTED);
    const house = await openTestConsole(alone.dataDir, alone.next);
    await house.drain();
    const admin = await house.signIn('admin', 'correct horse');
    expect((await admin('jobs.list', { state: 'uncertain' })).items).toMatchObject([{ kind: 'PRINT' }]);
    expect(alone.problems).toEqual([]);
    await house.close();
  });
});
