import { afterEach, describe, expect, test } from 'vitest';
import { PIN } from '../../helpers/open-counter.ts';
import { type EdgeCase, openEdgeCase, problemOf } from '../../helpers/open-edge-case.ts';
import { requestId } from '../../helpers/open-test-console.ts';

let edge: EdgeCase | null = null;
afterEach(async () => {
  await edge?.console.remove();
  edge = null;
});

async function openWithStaff() {
  edge = await openEdgeCase();
  const counter = await edge.addUser('COUNTER', 'counter1');
  await edge.addUser('SUPERVISOR', 'super1');
  return { ...edge, counter: counter.call };
}

const approvedBy = (username: string, pin: string = PIN) => ({ username, pin, reason: 'known customer' });

describe('edges.md, rights and approvals', () => {
  test('11: over the credit limit, unless a supervisor agrees; both names are in the audit', async () => {
    const { admin, counter, sell, deliver, charge } = await openWithStaff();
    await sell([await charge('412.84')]);
    expect(await problemOf(sell([deliver(2)], {}, counter))).toMatchObject({
      code: 'CREDIT_LIMIT',
      details: { limit: '500.00', outstanding: '450.00', asked: '79.57' },
    });
    const { transaction } = await sell([deliver(2)], { approval: approvedBy('super1') }, counter);
    const { items } = await admin('audit.list', { entityType: 'transaction', entityId: transaction.id });
    expect(items).toMatchObject([{ username: 'counter1', approverName: 'super1', reason: 'known customer' }]);
  });

  test('23, 24: a used request id with another body is a conflict; a refusal does not burn it', async () => {
    const { counter, sell, deliver, charge } = await openWithStaff();
    await sell([await charge('412.84')]);
    const id = requestId();
    expect((await problemOf(sell([deliver(2)], { requestId: id }, counter))).code).toBe('CREDIT_LIMIT');
    const approved = { requestId: id, approval: approvedBy('super1') };
    const first = await sell([deliver(2)], approved, counter);
    expect(await sell([deliver(2)], approved, counter)).toEqual(first);
    expect((await problemOf(sell([deliver(1)], approved, counter))).code).toBe('CONFLICT');
  });

  test('26: another price by a clerk needs somebody else’s approval', async () => {
    const { counter, sell, deliver, emptyReturn } = await openWithStaff();
    const cheaper = { ...deliver(1), rate: '35.00', rateReason: 'old price promised' };
    expect((await problemOf(sell([cheaper], {}, counter))).code).toBe('APPROVAL_REQUIRED');
    const own = { approval: approvedBy('counter1') };
    expect((await problemOf(sell([cheaper], own, counter))).code).toBe('APPROVAL_REQUIRED');
    const { transaction } = await sell([cheaper, emptyReturn(1)], { approval: approvedBy('super1') }, counter);
    expect(transaction.netAmount).toBe('35.00');
  });

  test('27: terms are not a clerk’s to change, and the refusal names the fields', async () => {
    const { counter, customerK } = await openWithStaff();
    const change = { id: customerK.id, name: 'K2', creditLimit: '9000.00', termsDays: 90, meterRate: '1.0000' };
    expect(await problemOf(counter('customers.update', change))).toMatchObject({
      code: 'FORBIDDEN',
      details: { fields: ['creditLimit', 'termsDays', 'meterRate'] },
    });
    const name = await counter('customers.update', { id: customerK.id, name: 'K2', creditLimit: '500.00' });
    expect(name.name).toBe('K2');
  });

  test('28: five wrong PINs stop that person there for 5 minutes, and only there', async () => {
    const { console, counter, sell, deliver } = await openWithStaff();
    const cheaper = { ...deliver(1), rate: '35.00', rateReason: 'promised' };
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const wrong = sell([cheaper], { approval: approvedBy('super1', '0000') }, counter);
      expect((await problemOf(wrong)).code).toBe('UNAUTHENTICATED');
    }
    const right = { approval: approvedBy('super1') };
    expect((await problemOf(sell([cheaper], right, counter))).code).toBe('LOCKED_OUT');
    await console.signIn('super1', 'correct horse', 'counter-1');
    const elsewhere = await console.signIn('counter1', 'correct horse', 'counter-2');
    await sell([cheaper], right, elsewhere);
    console.clock.set(new Date(console.clock.now().getTime() + 5 * 60_000 + 1));
    await sell([cheaper], right, counter);
  });

  test('29: tomorrow; eight days back; before the locked period', async () => {
    const { admin, counter, sell, deliver } = await openWithStaff();
    const on = (businessDate: string, as = counter) => sell([deliver(1)], { businessDate }, as);
    expect((await problemOf(on('2026-01-21'))).code).toBe('DATE_NOT_ALLOWED');
    expect((await problemOf(on('2026-01-12'))).code).toBe('APPROVAL_REQUIRED');
    expect((await problemOf(on('2026-01-12', admin))).code).toBe('DATE_NOT_ALLOWED');
    await admin('settings.update', { security: { lockedUntil: '2026-01-15' } });
    expect((await problemOf(on('2026-01-15'))).code).toBe('DAY_CLOSED');
    await sell([deliver(1)], { businessDate: '2026-01-16', approval: approvedBy('super1') }, counter);
  });

  test('30: a clock set back a day goes on with the last day known', async () => {
    const { admin, console, sell, deliver } = await openWithStaff();
    await sell([deliver(1)]);
    console.clock.set(new Date('2026-01-19T03:00:00Z'));
    const { transaction } = await sell([deliver(1)]);
    expect(transaction.businessDate).toBe('2026-01-20');
    expect(await admin('audit.verify', {})).toMatchObject({ ok: true });
  });

  test('32: an awkward name is kept as typed', async () => {
    const { admin, addCustomer, sell, charge } = await openWithStaff();
    const name = `Tan & Sons' <Seafood> "Grill"`;
    const { id } = await addCustomer({ name });
    const { invoice } = await sell([await charge('10.00')], { customerId: id });
    expect(invoice?.customerName).toBe(name);
    expect((await admin('customers.list', { search: '<seaf' })).items).toMatchObject([{ name }]);
  });
});
