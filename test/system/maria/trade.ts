import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { WireInput } from '../../../src/shared/contract/index.ts';
import { type Counter, openCounter } from '../../helpers/open-counter.ts';
import { type Call, openTestConsole, requestId, type TestConsole } from '../../helpers/open-test-console.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-01-20T01:00:00.000Z');

/** A site that has traded for some days, and the bundles it has made. */
export interface Site extends Counter {
  site: string;
  console: TestConsole;
  customers: readonly number[];
  /** Of its bundles, whole paths in the order they were made. */
  bundles: string[];
  keyFile: string;
  /** Makes the next bundle. @returns its path */
  exportNow: () => Promise<string>;
  sell: (more?: Partial<WireInput<'transactions.create'>>) => Promise<void>;
}

/** Opens a site with customers who pay now and later, cylinders of two sizes, and a truck that is loaded. */
export async function openSite(site: string): Promise<Site & { trade: (days: number) => Promise<void> }> {
  const console = await openTestConsole(undefined, new Date(START));
  const counter = await openCounter(console, { siteCode: site });
  let { admin: signedIn } = counter;
  const admin: Call = (verb, input) => signedIn(verb, input);
  const { depotId, cylinder14, hose } = counter;
  const large = await admin('equipment.create', {
    name: 'CYL 50 kg',
    sku: 'CYL-50',
    equipmentType: 'CYLINDER',
    listPrice: '121.35',
    deposit: '150.00',
  });
  const sizes = [cylinder14.id, large.id];
  for (const id of sizes) await counter.receive(id, 900);
  const driver = await counter.addUser('DRIVER', 'driver1');
  const credit = { paymentType: 'CREDIT', creditLimit: '9000.00', termsDays: 7 } as const;
  const customers: number[] = [];
  for (const fields of [credit, {}, { ...credit, name: '顺发煤气 "; -- \\' }, { paymentType: 'CASH' as const }]) {
    customers.push((await counter.addCustomer(fields)).id);
  }
  const keyFile = path.join(console.dataDir, `${site}.pem`);
  writeFileSync(keyFile, (await admin('exports.key', {})).publicKey);
  const bundles: string[] = [];
  const next = chance(Number.parseInt(site, 36));
  const any = <Value>(values: readonly Value[]): Value => values[next(values.length)] as Value;

  const sell: Site['sell'] = async (more = {}) => {
    const equipmentId = any(sizes);
    const sale = {
      customerId: any(customers),
      source: { kind: 'depot' as const, depotId },
      items: [
        { type: 'cylinder' as const, equipmentId, action: 'DELIVER' as const, quantity: 1 + next(3) },
        ...(next(2) === 0 ? [{ type: 'service' as const, serviceId: hose.id, quantity: 1 }] : []),
      ],
      ...more,
    };
    const payment =
      next(3) === 0
        ? { method: any(['PAYNOW', 'TRANSFER'] as const), amount: `${5 + next(40)}.${10 + next(80)}` }
        : null;
    await admin('transactions.create', { requestId: requestId(), ...sale, ...(payment === null ? {} : { payment }) });
  };
  const load = async () => {
    const item = { direction: 'OUT' as const, condition: 'FULL' as const };
    const items = sizes.map((equipmentId) => ({ ...item, equipmentId, quantity: 2 + next(4) }));
    const slip = await admin('distributions.create', { requestId: requestId(), depotId, driverId: driver.id, items });
    await admin('distributions.confirm', { id: slip.id });
  };
  const day = async (number: number) => {
    console.clock.set(new Date(START + number * DAY_MS));
    // A session lasts a working day.
    signedIn = await console.signIn('admin', 'correct horse');
    for (let sale = 0; sale < 4; sale += 1) await sell();
    // A day whose sales are in a bundle already.
    const businessDate = new Date(START + (number - 3) * DAY_MS).toISOString().slice(0, 10);
    if (number % 3 === 2) await sell({ businessDate });
    if (number % 2 === 0) {
      const customerId = any(customers);
      await admin('payments.create', { requestId: requestId(), customerId, method: 'CASH', amount: '37.45' });
    }
    if (number % 5 === 0) await load();
    if (number % 7 === 0) await admin('customers.update', { id: any(customers), name: `Renamed ${number}` });
  };
  const exportNow = async () => {
    const { file } = await admin('exports.run', {});
    bundles.push(path.join(console.dataDir, 'bundles', file));
    return bundles.at(-1) ?? '';
  };
  return {
    ...counter,
    admin,
    site,
    console,
    customers,
    bundles,
    keyFile,
    exportNow,
    sell,
    async trade(days) {
      for (let number = 0; number < days; number += 1) {
        await day(number);
        if (number % 3 === 2) await exportNow();
      }
    },
  };
}

/** Numbers below a limit, the same each time (a linear congruence). */
function chance(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
