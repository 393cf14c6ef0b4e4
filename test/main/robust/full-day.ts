import { openEdgeCase } from '../../helpers/open-edge-case.ts';
import { requestId } from '../../helpers/open-test-console.ts';

/** A closed data folder with rows in every ledger that a verb writes to. @returns its path; the caller removes it. */
export async function keepFullDay(): Promise<string> {
  const { console, admin, depotId, cylinder14, hose, addCustomer, sell, deliver, emptyReturn } = await openEdgeCase();
  const meter = { isMeterInstalled: true, meterRate: '2.8500', lastMeterReading: '1480.000' };
  const customer = await addCustomer(meter);
  const deposit = { type: 'deposit' as const, equipmentId: cylinder14.id, quantity: 1 };
  for (const currentMeter of ['1489.250', '1495.000', '1502.500']) {
    const items = [deliver(2), emptyReturn(1), { type: 'service' as const, serviceId: hose.id, quantity: 1 }, deposit];
    const payment = { method: 'CASH' as const, amount: '50.00' };
    await sell(items, { customerId: customer.id, currentMeter, payment });
  }
  const driver = { username: 'driver1', fullName: 'D', employeeId: 'E9', role: 'DRIVER' as const };
  const { id: driverId } = await admin('users.create', { ...driver, password: 'correct horse', depotId });
  const items = [{ equipmentId: cylinder14.id, direction: 'OUT' as const, condition: 'FULL' as const, quantity: 5 }];
  const slip = await admin('distributions.create', { requestId: requestId(), depotId, driverId, items });
  await admin('distributions.confirm', { requestId: requestId(), id: slip.id });
  await console.drain();
  await console.close();
  return console.dataDir;
}
