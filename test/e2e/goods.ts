import { randomUUID } from 'node:crypto';
import type { WireInput } from '../../src/shared/contract/index.ts';
import type { Call } from './seed.ts';

export interface Goods {
  depotId: number;
  /** 50 received, 12 on the truck, 5 and 3 of them sold: 33 left. */
  cylinder14: number;
  cylinder9: number;
  driverId: number;
  /** Has a meter, 5 cylinders and 2 invoices. */
  pipedId: number;
}

/** Two sizes of cylinders, one truck out with a slip still in draft, a customer with a meter and what he bought. */
export async function seedGoods(call: Call): Promise<Goods> {
  const [depot] = (await call('depots.list', {})).items;
  const depotId = depot?.id ?? 0;
  const plant = await call('depots.create', { code: 'SINGGAS', name: 'Singgas', kind: 'SUPPLIER' });
  const cylinder = (kg: string, price: string, reorderLevel: number) =>
    call('equipment.create', {
      name: `CYL ${kg} kg`,
      sku: `CYL-${kg}`,
      equipmentType: 'CYLINDER',
      weightKg: kg,
      listPrice: price,
      deposit: '60.00',
      reorderLevel,
    });
  const { id: cylinder14 } = await cylinder('14', '39.50', 40);
  const { id: cylinder9 } = await cylinder('9', '27.00', 0);
  const driver = { username: 'driver1', fullName: 'Driver One', employeeId: 'E011', role: 'DRIVER' } as const;
  const { id: driverId } = await call('users.create', {
    ...driver,
    depotId,
    vehicleNo: 'GBA1234A',
    password: 'four walls and a scale',
  });
  await call('stock.receive', {
    requestId: randomUUID(),
    depotId,
    supplierDepotId: plant.id,
    reference: 'DO-1',
    items: [{ equipmentId: cylinder14, condition: 'FULL', quantity: 50 }],
  });
  const slip = (quantity: number) =>
    call('distributions.create', {
      requestId: randomUUID(),
      depotId,
      driverId,
      items: [{ equipmentId: cylinder14, direction: 'OUT', condition: 'FULL', quantity }],
    });
  await call('distributions.confirm', { id: (await slip(12)).id });
  await slip(2);
  const piped = await call('customers.create', {
    code: 'P1',
    name: 'Piped Kitchen',
    address: '3 Road',
    postalCode: '123456',
    paymentType: 'CREDIT',
    creditLimit: '1000.00',
    termsDays: 30,
    isMeterInstalled: true,
    meterNumber: 'M1',
    meterDigits: 5,
    meterRate: '2.85',
    lastMeterReading: '1480.000',
  });
  const sell = (more: Partial<WireInput<'transactions.create'>>) =>
    call('transactions.create', {
      requestId: randomUUID(),
      customerId: piped.id,
      source: { kind: 'depot', depotId },
      items: [{ type: 'cylinder', equipmentId: cylinder14, action: 'DELIVER', quantity: 5 }],
      deliver: { print: false, email: false },
      ...more,
    });
  await sell({ currentMeter: '1489.250', payment: { method: 'PAYNOW', amount: '100.00' } });
  const swap = { type: 'cylinder', equipmentId: cylinder14 } as const;
  await sell({
    source: { kind: 'truck', driverId },
    items: [
      { ...swap, action: 'DELIVER', quantity: 3 },
      { ...swap, action: 'EMPTY_RETURN', quantity: 3 },
    ],
  });
  return { depotId, cylinder14, cylinder9, driverId, pipedId: piped.id };
}
