import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEdgeCase } from '../helpers/open-edge-case.ts';
import { requestId } from '../helpers/open-test-console.ts';
import { openBareSale } from './bare-sale.ts';
import { interleaved, report } from './measure.ts';

const PAIRS = 500;

/**
 * A sale of three lines (delivery, return, service) through the dispatcher, against its bare writes, turn by turn on
 * two copies of the same books.
 */
export async function benchSale(): Promise<void> {
  const edge = await openEdgeCase();
  const hose = await edge.charge('12.00');
  const customer = await edge.addCustomer({});
  await edge.admin('inventories.update', {
    requestId: requestId(),
    entity: 'depot',
    entityId: edge.depotId,
    equipmentId: edge.cylinder14.id,
    condition: 'FULL',
    quantity: 1_000_000,
    reason: 'bench',
  });
  const sell = () => edge.sell([edge.deliver(2), edge.emptyReturn(2), hose], { customerId: customer.id });
  await sell();
  await edge.console.drain();
  const copy = await mkdtemp(path.join(tmpdir(), 'depot-bench-'));
  await cp(edge.console.dataDir, copy, { recursive: true });
  const bare = openBareSale(copy);
  for (let warm = 0; warm < 50; warm += 1) {
    await sell();
    bare.run();
  }
  const result = await interleaved(
    PAIRS,
    sell,
    () => bare.run(),
    () => edge.console.drain(),
  );
  report({ bench: 'sale of 3 lines / bare writes', invoices: 0, unit: 'ms', ...result });
  bare.close();
  await edge.console.remove();
  await rm(copy, { recursive: true, force: true });
}
