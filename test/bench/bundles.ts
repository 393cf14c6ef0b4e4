import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { callOverHttp } from '../helpers/call-over-http.ts';
import { requestId } from '../helpers/open-test-console.ts';
import { spawnHost } from '../helpers/spawn-host.ts';
import { compared, report, residentMegabytes, rounded, timed } from './measure.ts';
import { copyOfBooks, openTill } from './till.ts';

/** A year of a large depot. */
const INVOICES = 300_000;
const ROUNDS = 15;
const SALES = 10;

const bundle = z.object({ counts: z.record(z.string(), z.int()) });

/** Rows written into a bundle of a year, the memory it takes, and what sales cost meanwhile. */
export async function benchBundles(): Promise<void> {
  await benchMaking();
  await benchSales();
}

/** By the built host, whose thread is counted with it. */
async function benchMaking(): Promise<void> {
  const folder = await copyOfBooks(INVOICES);
  const host = await spawnHost(folder);
  const pid = host.child.pid ?? 0;
  const call = callOverHttp(host.url);
  await call('session.login', { username: 'admin', password: 'correct horse' } as never);
  const before = residentMegabytes(pid);
  let rows = 0;
  const time = await timed(async () => {
    const { counts } = bundle.parse(await call('exports.run', { requestId: requestId() } as never));
    rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  });
  const made = { bench: 'a bundle of a year', invoices: INVOICES, rows };
  report({ ...made, unit: 'rows/s', value: Math.round((rows / time) * 1000), seconds: rounded(time / 1000) });
  report({ ...made, unit: 'MB', before: rounded(before), most: rounded(residentMegabytes(pid, 'most')) });
  await host.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
}

/** Some sales while a bundle is made, which is given up then, and as many after it, turn by turn. */
async function benchSales(): Promise<void> {
  const till = await openTill(INVOICES, { threads: 'real' });
  const sales = async () => {
    for (let sale = 0; sale < SALES; sale += 1) await till.sell();
  };
  // Else the first copy of the books, which every start makes, would take turns with what is measured.
  await till.call('backups.run', {});
  const [during, alone]: [number[], number[]] = [[], []];
  await sales();
  for (let round = 0; round < ROUNDS; round += 1) {
    const making = till.call('exports.run', {}).then(
      () => false,
      () => true,
    );
    while (((await till.call('exports.progress', {})).rows ?? 0) === 0) await pause(5);
    during.push((await timed(sales)) / SALES);
    await till.call('exports.cancel', {});
    if (!(await making)) throw new Error('the bundle was made before the sales were: it is too small for this bench');
    await till.settle();
    alone.push((await timed(sales)) / SALES);
    await till.settle();
  }
  const bench = 'a sale while a bundle is made / while none is';
  report({ bench, rounds: ROUNDS, unit: 'ms', ...compared(during, alone) });
  await till.close();
}
