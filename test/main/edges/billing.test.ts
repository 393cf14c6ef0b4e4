import { afterEach, describe, expect, test } from 'vitest';
import { type EdgeCase, openEdgeCase, problemOf } from '../../helpers/open-edge-case.ts';

let edge: EdgeCase | null = null;
afterEach(async () => {
  await edge?.console.remove();
  edge = null;
});

async function open(...options: Parameters<typeof openEdgeCase>): Promise<EdgeCase> {
  edge = await openEdgeCase(...options);
  return edge;
}

const onDay = (day: string) => ({ start: new Date(`${day}T02:00:00Z`) });

describe('edges.md, prices and tax', () => {
  test('1–3: the rate in force on the business date, before it the list price', async () => {
    const { admin, sell, deliver } = await open(onDay('2026-02-02'));
    await admin('settings.update', { security: { backdateDays: 60 } });
    expect((await sell([deliver(2)], { businessDate: '2026-01-20' })).transaction).toMatchObject({
      netAmount: '73.00',
      taxAmount: '6.57',
      totalAmount: '79.57',
    });
    expect((await sell([deliver(2)], { businessDate: '2026-02-01' })).transaction.totalAmount).toBe('82.84');
    expect((await sell([deliver(1)], { businessDate: '2025-12-31' })).transaction).toMatchObject({
      netAmount: '39.50',
      taxAmount: '3.56',
      totalAmount: '43.06',
    });
  });

  test('4: inclusive prices, 3 × 1.77', async () => {
    const { admin, sell, charge } = await open();
    await admin('settings.update', { tax: { gstMode: 'inclusive' } });
    const { transaction } = await sell([await charge('1.77', 3)]);
    expect(transaction).toMatchObject({ netAmount: '4.87', taxAmount: '0.44', totalAmount: '5.31' });
  });

  test.each([
    ['5: 7 %, three lines of 1.77', '2022-12-31', ['1.77', '1.77', '1.77'], '0.37'],
    ['6: 8 %', '2023-06-30', ['100.00'], '8.00'],
    ['6: 9 %', '2024-01-01', ['100.00'], '9.00'],
  ])('%s', async (_name, day, prices, tax) => {
    const { sell, charge } = await open(onDay(day));
    const items = [];
    for (const price of prices) items.push(await charge(price));
    expect((await sell(items)).transaction.taxAmount).toBe(tax);
  });

  test('7: not GST-registered, no tax at all', async () => {
    const { sell, charge } = await open({ gstNumber: null });
    const { transaction } = await sell([await charge('100.00')]);
    expect(transaction).toMatchObject({ netAmount: '100.00', taxAmount: '0.00', totalAmount: '100.00' });
    expect(transaction.taxes).toEqual([{ category: 'NG', rate: '0', net: '100.00', tax: '0.00' }]);
  });
});

describe('edges.md, cash', () => {
  test.each([
    ['10.01', '10.00', '-0.01'],
    ['10.02', '10.00', '-0.02'],
    ['10.03', '10.05', '0.02'],
    ['10.07', '10.05', '-0.02'],
    ['10.08', '10.10', '0.02'],
  ])('8: %s in full is %s', async (price, total, rounding) => {
    const { sell, charge } = await open({ gstNumber: null });
    const { transaction, invoice } = await sell([await charge(price)], { payment: { method: 'CASH', amount: total } });
    expect(transaction).toMatchObject({ totalAmount: total, roundingAmount: rounding });
    expect(invoice).toMatchObject({ status: 'paid', paid: total });
  });

  test('9: 300.00 tendered on 290.05 gives 9.95 back and no credit', async () => {
    const { admin, customerK, sell, charge } = await open({ gstNumber: null });
    const { receipt } = await sell([await charge('290.05')], {
      payment: { method: 'CASH', amount: '290.05', tendered: '300.00' },
    });
    expect(receipt).toMatchObject({ amount: '290.05', tendered: '300.00', change: '9.95' });
    expect((await admin('customers.account', { id: customerK.id })).balance).toBe('0.00');
  });

  test('10: a part payment is not rounded', async () => {
    const { sell, deliver } = await open();
    const { invoice } = await sell([deliver(2)], { payment: { method: 'CASH', amount: '50.00' } });
    expect(invoice).toMatchObject({ total: '79.57', rounding: '0.00', outstanding: '29.57' });
  });
});

describe('edges.md, meter', () => {
  const withMeter = (last: string | null) => ({
    isMeterInstalled: true,
    meterDigits: 5,
    meterRate: '2.8500',
    ...(last === null ? {} : { lastMeterReading: last }),
  });

  test('12: below the last reading', async () => {
    const { addCustomer, sell } = await open();
    const { id } = await addCustomer(withMeter('1480.000'));
    const problem = await problemOf(sell([], { customerId: id, currentMeter: '1479.999' }));
    expect(problem).toMatchObject({ code: 'METER_ROLLBACK', details: { last: '1480.000', current: '1479.999' } });
  });

  test('13: over the highest figure', async () => {
    const { addCustomer, sell } = await open();
    const { id } = await addCustomer(withMeter('99990.500'));
    const { transaction } = await sell([], { customerId: id, currentMeter: '12.250', meterRollover: true });
    expect(transaction.meter).toMatchObject({ usage: '21.750' });
  });

  test('14: the first reading is a baseline and bills nothing', async () => {
    const { admin, addCustomer, sell } = await open();
    const { id } = await addCustomer(withMeter(null));
    const { transaction, invoice } = await sell([], { customerId: id, currentMeter: '100.000' });
    expect(transaction).toMatchObject({ totalAmount: '0.00', meter: { isBaseline: true } });
    expect(invoice).toBeNull();
    expect((await admin('customers.get', { id })).lastMeterReading).toBe('100.000');
  });

  test('15: an actual reading below an estimate is a credit line, refused when it exceeds the rest', async () => {
    const { addCustomer, sell, charge } = await open();
    const { id } = await addCustomer(withMeter('1400.000'));
    await sell([], { customerId: id, currentMeter: '1500.000', meterEstimated: true });
    const actual = { customerId: id, currentMeter: '1490.000' };
    expect((await problemOf(sell([], actual))).code).toBe('NEGATIVE_TOTAL');
    const { transaction } = await sell([await charge('100.00')], actual);
    expect(transaction.lines.at(-1)).toMatchObject({ type: 'meter', usage: '-10.000', amount: '-28.50' });
    expect(transaction.netAmount).toBe('71.50');
  });

  test('16: 9.250 × 2.8500 is 26.36; 0.005 × 1.0000 is 0.01; 0.004 × 1.0000 is 0.00', async () => {
    const { addCustomer, sell } = await open({ gstNumber: null });
    const { id } = await addCustomer(withMeter('1480.000'));
    const { transaction } = await sell([], { customerId: id, currentMeter: '1489.250' });
    expect(transaction.netAmount).toBe('26.36');
    const cheap = await addCustomer({ ...withMeter('0.000'), meterRate: '1.0000' });
    const first = await sell([], { customerId: cheap.id, currentMeter: '0.005' });
    expect(first.transaction.netAmount).toBe('0.01');
    const second = await sell([], { customerId: cheap.id, currentMeter: '0.009' });
    expect(second.transaction.netAmount).toBe('0.00');
    expect(second.invoice).toBeNull();
  });
});
