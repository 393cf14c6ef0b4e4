import { openEdgeCase } from '../../helpers/open-edge-case.ts';
import { requestId } from '../../helpers/open-test-console.ts';

/**
 * A data folder with a day in it, closed: goods received, a slip confirmed, one cancelled and one still a draft, a sale
 * with a meter reading, a deposit and a payment. @returns its path; the caller removes it.
 */
export async function keepDay(): Promise<string> {
  const { console, admin, depotId, cylinder14, customerK, sell, deliver, addUser } = await openEdgeCase();
  const driver = await addUser('DRIVER', 'driver1');
  const slip = (quantity: number) =>
    admin('distributions.create', {
      requestId: requestId(),
      depotId,
      driverId: driver.id,
      items: [{ equipmentId: cylinder14.id, direction: 'OUT', condition: 'FULL', quantity }],
    });
  const confirmed = await slip(2);
  await admin('distributions.confirm', { id: confirmed.id, requestId: requestId() });
  const cancelled = await slip(3);
  await admin('distributions.cancel', { id: cancelled.id, requestId: requestId(), reason: 'written twice' });
  await slip(4);

  await admin('customers.update', { id: customerK.id, isMeterInstalled: true, meterRate: '2.8500' });
  const payment = { method: 'CASH', amount: '20.00' } as const;
  await sell([deliver(1), { type: 'deposit', equipmentId: cylinder14.id, quantity: 1 }], {
    currentMeter: '100.000',
    payment,
  });
  await console.drain();
  await console.close();
  return console.dataDir;
}
