import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type DeliveringBooks, type Ends, openDeliveringTill, prepareDeliveringBooks } from './delivering-till.ts';
import { compared, report, timed } from './measure.ts';

const ROUNDS = 5;
const SALES = 1000;

const ports = z.object({ till: z.int(), mail: z.int(), mute: z.int(), nobody: z.int() });

/** What a thousand sales take while printer and mail are dead, against both being well, turn by turn. */
export async function benchDelivery(): Promise<void> {
  const { child, till, mail, mute, nobody } = await startEnds();
  const well: Ends = { printer: till, mail };
  const deaths = { 'refuse the connection': nobody, hang: mute };
  const books = await prepareDeliveringBooks();
  await timeSales(books, well, SALES / 4);
  const healthy: number[] = [];
  const dead = new Map(Object.keys(deaths).map((how) => [how, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [how, port] of Object.entries(deaths)) {
      dead.get(how)?.push(await timeSales(books, { printer: port, mail: port }, SALES));
    }
    healthy.push(await timeSales(books, well, SALES));
  }
  for (const [how, times] of dead) {
    const bench = `${SALES} sales while printer and mail ${how} / while both are well`;
    report({ bench, rounds: ROUNDS, unit: 'ms', ...compared(times, healthy) });
  }
  await rm(books.folder, { recursive: true, force: true });
  child.disconnect();
}

/** On books of its own. @returns milliseconds for all of the sales */
async function timeSales(books: DeliveringBooks, ends: Ends, sales: number): Promise<number> {
  const till = await openDeliveringTill(books, ends);
  const time = await timed(async () => {
    for (let sale = 0; sale < sales; sale += 1) await till.sell();
  });
  await till.close();
  return time;
}

async function startEnds(): Promise<z.output<typeof ports> & { child: ChildProcess }> {
  const child = fork(path.resolve('test/bench/delivery-ends.ts'));
  const [message] = (await once(child, 'message')) as unknown[];
  return { child, ...ports.parse(message) };
}
