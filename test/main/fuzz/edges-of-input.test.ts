import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAIL, PRINTERS } from '../../helpers/delivery-settings.ts';
import { type EdgeCase, openEdgeCase, problemOf } from '../../helpers/open-edge-case.ts';
import { requestId } from '../../helpers/open-test-console.ts';

let edge: EdgeCase;
beforeEach(async () => {
  edge = await openEdgeCase();
});
afterEach(() => edge.console.remove());

describe('half a character', () => {
  test('in a user name nobody has does not break the audit', async () => {
    const wrong = edge.console.anyone('session.login', { username: 'admin\ud800', password: 'whatever' });
    expect(await problemOf(wrong)).toMatchObject({ code: 'VALIDATION', details: { errors: [{ path: 'username' }] } });
    expect(await edge.admin('audit.verify', {})).toMatchObject({ ok: true });
  });

  test('is refused wherever text is kept', async () => {
    const counted = {
      requestId: requestId(),
      entity: 'depot' as const,
      entityId: edge.depotId,
      equipmentId: edge.cylinder14.id,
      condition: 'FULL' as const,
      quantity: 40,
    };
    const stocktake = edge.admin('inventories.update', { ...counted, reason: 'counted \udfff again' });
    expect((await problemOf(stocktake)).code).toBe('VALIDATION');
    const sale = edge.sell([{ ...edge.deliver(1), rateReason: 'x\ud83d' } as never]);
    expect(await problemOf(sale)).toMatchObject({ details: { errors: [{ path: 'items.0.rateReason' }] } });
    expect((await edge.sell([edge.deliver(1)], { remarks: 'whole: 😀 福满楼' })).transaction.remarks).toContain('😀');
    expect(await edge.admin('audit.verify', {})).toMatchObject({ ok: true });
  });
});

describe('the largest figures the contract takes', () => {
  test('a sale nobody can mean is refused in words, before anything is worked out with it', async () => {
    const { id } = await edge.admin('services.create', { code: 'GOLD', name: 'Gold', price: '999999.99' });
    const piped = await edge.addCustomer({ isMeterInstalled: true, meterDigits: 9, meterRate: '999999.9999' });
    const cashier = await edge.addCustomer();
    await edge.sell([], { customerId: piped.id, currentMeter: '0' });
    const items = Array.from({ length: 200 }, () => ({ type: 'service' as const, serviceId: id, quantity: 9999 }));
    const source = { kind: 'depot' as const, depotId: edge.depotId };
    for (const sale of [
      { customerId: cashier.id, source, items },
      { customerId: cashier.id, source, items: items.slice(0, 1) },
      { customerId: piped.id, source, items: [], currentMeter: '999999999.999' },
    ]) {
      expect((await problemOf(edge.admin('transactions.quote', sale))).code).toBe('VALIDATION');
      const created = edge.admin('transactions.create', { ...sale, requestId: requestId(), confirmUnusual: true });
      expect((await problemOf(created)).code).toBe('VALIDATION');
    }
    const dear = [{ type: 'service' as const, serviceId: id, quantity: 90 }];
    const { invoice } = await edge.sell(dear, { customerId: cashier.id });
    expect(invoice?.total).toBe('98099999.02');
  });
});

describe('what leaves the house', () => {
  beforeEach(async () => {
    await edge.admin('settings.update', { printers: PRINTERS, mail: MAIL });
  });

  test('goes to one plain address, and to nothing that is more', async () => {
    const { invoice } = await edge.sell([edge.deliver(1)]);
    const { admin, console } = edge;
    for (const to of [
      'boss@hsh.example, other@elsewhere.example',
      'boss@hsh.example\r\nBcc: other@elsewhere.example',
      'Boss <boss@hsh.example>',
      '"a b"@hsh.example',
      'boss@hsh.example\u0000',
      'boss@[127.0.0.1]',
      `${'a'.repeat(250)}@b.sg`,
    ]) {
      const asked = [
        admin('mail.test', { to }),
        admin('invoices.email', { id: invoice?.id ?? 0, to }),
        admin('payments.emailReceipt', { id: 1, to }),
        admin('settings.update', { mail: { fromAddress: to } }),
      ];
      const codes = await Promise.all(asked.map(async (call) => (await problemOf(call)).code));
      expect([to, ...codes]).toEqual([to, ...asked.map(() => 'VALIDATION')]);
    }
    await console.drain();
    expect(console.letterbox.letters).toEqual([]);
  });

  test('has a subject of one line', async () => {
    const { templates } = (await edge.admin('settings.get', {})).mail;
    for (const subject of ['{number}\r\nBcc: other@elsewhere.example', '{number}\u0000', '{number} \ud800', ' ']) {
      const changed = { ...templates, invoice: { ...templates.invoice, subject } };
      const update = edge.admin('settings.update', { mail: { templates: changed } });
      expect(await problemOf(update)).toMatchObject({
        code: 'VALIDATION',
        details: { errors: [{ path: 'mail.templates.invoice.subject' }] },
      });
    }
  });

  test('is no more than nine copies and a thousand documents at a time, and of documents that are there', async () => {
    const { invoice } = await edge.sell([edge.deliver(1)]);
    const id = invoice?.id ?? 0;
    const ids = Array.from({ length: 1001 }, (_, index) => index + 1);
    const asked = [
      edge.admin('invoices.print', { id, copies: 10 }),
      edge.admin('invoices.print', { id, copies: 0 }),
      edge.admin('invoices.printMany', { ids }),
      edge.admin('invoices.emailMany', { ids: [] }),
      edge.admin('invoices.printMany', { ids: [id, 999] }),
      edge.admin('invoices.emailMany', { ids: [id, 999] }),
    ];
    const codes = await Promise.all(asked.map(async (call) => (await problemOf(call)).code));
    expect(codes).toEqual(['VALIDATION', 'VALIDATION', 'VALIDATION', 'VALIDATION', 'NOT_FOUND', 'NOT_FOUND']);
    expect((await edge.admin('jobs.list', {})).items.map(({ kind }) => kind)).toEqual(['RENDER']);
  });
});
