import { rm } from 'node:fs/promises';
import { spawnHost } from '../helpers/spawn-host.ts';
import { copyOfBooks } from './till.ts';
import { median, report, residentMegabytes, rounded } from './measure.ts';

const STARTS = 7;
const SIZES = [0, 1_000_000];

/** From the start of the built host to its first answer over HTTP, and the memory it then keeps. */
export async function benchHost(): Promise<void> {
  for (const invoices of SIZES) {
    const folder = await copyOfBooks(invoices);
    const starts: number[] = [];
    const memories: number[] = [];
    for (let count = 0; count < STARTS; count += 1) {
      const started = performance.now();
      const host = await spawnHost(folder);
      await fetch(`${host.url}/api/health`).then((answer) => answer.json());
      starts.push(performance.now() - started);
      memories.push(residentMegabytes(host.child.pid ?? 0));
      await host.end('SIGTERM');
    }
    report({ bench: 'host start to first answer', invoices, unit: 'ms', median: rounded(median(starts)) });
    report({
      bench: 'resident memory after the first answer',
      invoices,
      unit: 'MB',
      median: rounded(median(memories)),
    });
    await rm(folder, { recursive: true, force: true });
  }
}
