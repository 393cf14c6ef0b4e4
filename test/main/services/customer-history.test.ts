import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EdgeCase, openEdgeCase, problemOf } from '../../helpers/open-edge-case.ts';
import { type Call, requestId } from '../../helpers/open-test-console.ts';

/** The depot opens on 20 January 2026; each test walks on from there. */
let edge: EdgeCase;
beforeEach(async () => {
  edge = await openEdgeCase();
});
afterEach(() => edge.console.remove());

/** A day later in the year; whoever was signed in has to do so again. */
async function on(date: string): Promise<Call> {
  edge.console.clock.set(new Date(`${date}T01:00:00.000Z`));
  return edge.console.signIn('admin', 'correct horse');
}

describe('customers.onSiteHistory', () => {
  test('tells the end of each month from the first delivery on, and now', async () => {
    const { sell, deliver, emptyReturn, customerK, cylinder14 } = edge;
    await sell([deliver(4)]);
    await sell([deliver(2), emptyReturn(3)], {}, await on('2026-02-10'));
    const admin = await on('2026-04-02');
    await sell([emptyReturn(3)], {}, admin);
    const { items } = await admin('customers.onSiteHistory', { id: customerK.id });
    expect(items.map(({ month, onSite }) => [month, onSite.map(({ quantity }) => quantity)])).toEqual([
      ['2026-01', [4]],
      ['2026-02', [3]],
      ['2026-03', [3]],
      ['2026-04', []],
    ]);
    expect(items[0]?.onSite).toMatchObject([{ equipmentId: cylinder14.id }]);
    const lastTwo = await admin('customers.onSiteHistory', { id: customerK.id, months: 2 });
    expect(lastTwo.items.map(({ month }) => month)).toEqual(['2026-03', '2026-04']);
  });

  test('what is back-dated counts in the month it is dated', async () => {
    const { sell, deliver, customerK } = edge;
    await sell([deliver(1)]);
    const admin = await on('2026-02-02');
    await sell([deliver(5)], { businessDate: '2026-01-30' }, admin);
    const { items } = await admin('customers.onSiteHistory', { id: customerK.id });
    expect(items.map(({ onSite }) => onSite[0]?.quantity)).toEqual([6, 6]);
  });

  test('is empty for somebody who never had anything, and knows who it is asked about', async () => {
    const { admin, customerK } = edge;
    expect(await admin('customers.onSiteHistory', { id: customerK.id })).toEqual({ items: [] });
    expect((await problemOf(admin('customers.onSiteHistory', { id: 999 }))).code).toBe('NOT_FOUND');
  });
});

describe('a meter', () => {
  async function metered() {
    const fields = { isMeterInstalled: true, meterNumber: 'M1', meterRate: '2.85', lastMeterReading: '1480.000' };
    return edge.addCustomer({ name: 'Piped', ...fields });
  }
  const read = (call: Call, customerId: number, currentMeter: string, meterEstimated = false) =>
    call('transactions.create', {
      requestId: requestId(),
      customerId,
      source: { kind: 'depot', depotId: edge.depotId },
      items: [],
      currentMeter,
      meterEstimated,
      confirmUnusual: true,
    });

  test('has its readings newest first, each with its invoice', async () => {
    const { id } = await metered();
    const { invoice } = await read(edge.admin, id, '1489.250');
    const { items, total } = await edge.admin('customers.meterHistory', { id });
    expect(total).toBe(2);
    expect(items).toMatchObject([
      { kind: 'BILLED', reading: '1489.250', previous: '1480.000', usage: '9.250', invoiceId: invoice?.id },
      { kind: 'BASELINE', reading: '1480.000', previous: null, usage: '0.000', invoiceId: null },
    ]);
  });

  test('has its usage by month without gaps, estimates marked', async () => {
    const { id } = await metered();
    await read(edge.admin, id, '1489.250');
    await read(edge.admin, id, '1490.000');
    const admin = await on('2026-03-05');
    await read(admin, id, '1500.000', true);
    expect(await admin('customers.meterUsage', { id })).toEqual({
      items: [
        { month: '2026-01', usage: '10.000', isEstimated: false },
        { month: '2026-02', usage: '0.000', isEstimated: false },
        { month: '2026-03', usage: '10.000', isEstimated: true },
      ],
    });
    expect((await admin('customers.meterUsage', { id, months: 1 })).items).toHaveLength(1);
  });

  test('without readings there is nothing', async () => {
    const { customerK, admin } = edge;
    expect(await admin('customers.meterUsage', { id: customerK.id })).toEqual({ items: [] });
    expect(await admin('customers.meterHistory', { id: customerK.id })).toMatchObject({ items: [], total: 0 });
  });
});
