import { afterEach, describe, expect, test } from 'vitest';
import { openTestConsole, requestId, type TestConsole } from '../../helpers/open-test-console.ts';
import { openCounter } from '../../helpers/open-counter.ts';

let opened: TestConsole | null = null;
afterEach(async () => {
  await opened?.remove();
  opened = null;
});

describe('domain.md, worked example', () => {
  test('comes to 181.38, and to 181.40 when it is paid in cash', async () => {
    opened = await openTestConsole();
    const { admin, depotId, cylinder14, hose, addCustomer, receive } = await openCounter(opened);
    await receive(cylinder14.id, 10);
    const customer = await addCustomer({ meterRate: '2.8500', lastMeterReading: '1480.000', isMeterInstalled: true });
    await admin('customers.setRates', {
      id: customer.id,
      rates: [{ equipmentId: cylinder14.id, rate: '36.50', from: '2026-01-01' }],
    });
    const sale = {
      customerId: customer.id,
      source: { kind: 'depot' as const, depotId },
      items: [
        { type: 'cylinder' as const, equipmentId: cylinder14.id, action: 'DELIVER' as const, quantity: 2 },
        { type: 'cylinder' as const, equipmentId: cylinder14.id, action: 'EMPTY_RETURN' as const, quantity: 2 },
        { type: 'service' as const, serviceId: hose.id, quantity: 1 },
        { type: 'deposit' as const, equipmentId: cylinder14.id, quantity: 1 },
      ],
      currentMeter: '1489.250',
    };
    const quote = await admin('transactions.quote', sale);
    expect(quote).toMatchObject({
      netAmount: '171.36',
      taxAmount: '10.02',
      totalAmount: '181.38',
      cashTotal: '181.40',
    });
    expect(quote.meter).toMatchObject({ usage: '9.250', amount: '26.36' });

    const paid = await admin('transactions.create', {
      ...sale,
      requestId: requestId(),
      payment: { method: 'CASH', amount: '181.40', tendered: '200.00' },
    });
    expect(paid.transaction).toMatchObject({ totalAmount: '181.40', roundingAmount: '0.02', taxAmount: '10.02' });
    expect(paid.invoice).toMatchObject({ number: 'INV-KB1-2026-000001', status: 'paid', outstanding: '0.00' });
    expect(paid.receipt).toMatchObject({ number: 'RCT-KB1-2026-000001', amount: '181.40', change: '18.60' });
    const account = await admin('customers.account', { id: customer.id });
    expect(account).toMatchObject({
      balance: '0.00',
      deposits: [{ equipmentId: cylinder14.id, quantity: 1, amount: '60.00' }],
    });
    expect(await admin('stock.check', {})).toEqual({ ok: true, problems: [] });
    expect(await admin('audit.verify', {})).toMatchObject({ ok: true });
  });
});
