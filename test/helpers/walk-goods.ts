import { expect } from 'vitest';
import { type Call, requestId } from './open-test-console.ts';

interface Goods {
  depotId: number;
  cylinderId: number;
  customerId: number;
  driverId: number;
}

/**
 * Where the goods are once a truck with 4 full has delivered 2, from a depot that had 15 and a customer who had 3; and
 * what a customer's card and the home screen draw.
 */
export async function walkGoods(call: Call, { depotId, cylinderId, customerId, driverId }: Goods): Promise<void> {
  const bent = { depotId, equipmentId: cylinderId, condition: 'FULL' as const, quantity: 1, reason: 'bent' };
  const { item } = await call('stock.markDamaged', { ...bent, requestId: requestId() });
  expect(item).toMatchObject({ entity: 'depot', full: 10, damaged: 1 });
  const { items: trucks } = await call('stock.trucks', {});
  expect(trucks).toMatchObject([{ driverId, vehicleNo: 'GBA1234A', items: [{ full: 2, loaded: 4, sold: 2 }] }]);
  const { places, isWhole } = await call('stock.whereabouts', { equipmentId: cylinderId });
  expect(isWhole).toBe(true);
  expect(places.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(0);
  expect(places).toContainEqual({ kind: 'CUSTOMER', depot: null, condition: 'ON_SITE', quantity: 5 });
  expect((await call('stock.onSite', { equipmentId: cylinderId })).items).toMatchObject([{ customerId, quantity: 5 }]);
  expect((await call('customers.meterHistory', { id: customerId, limit: 1 })).items).toMatchObject([
    { reading: '1489.250', previous: '1480.000', usage: '9.250' },
  ]);
  const usage = [{ month: '2026-01', usage: '9.250', isEstimated: false }];
  expect(await call('customers.meterUsage', { id: customerId })).toEqual({ items: usage });
  const onSite = [{ month: '2026-01', onSite: [{ equipmentId: cylinderId, quantity: 5 }] }];
  expect(await call('customers.onSiteHistory', { id: customerId })).toEqual({ items: onSite });
  const { items: days } = await call('reports.takings', { days: 2 });
  expect(days.map(({ date }) => date)).toEqual(['2026-01-19', '2026-01-20']);
  expect(days[1]?.byMethod).toContainEqual({ method: 'CHEQUE', amount: '200.00' });
}
