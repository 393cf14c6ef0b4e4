import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dumpTables } from '../../helpers/dump-tables.ts';
import { PIN } from '../../helpers/open-counter.ts';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';
import { type Call, openTestConsole, requestId } from '../../helpers/open-test-console.ts';
import { hashOfInput } from '../../../src/main/services/remembered-requests.ts';
import { ask, codeOf, problemOf, tokensOf } from '../transport/dispatcher-calls.ts';

const PASSWORD = 'correct horse';

let edge: EdgeCase;
let clerk: Call;
beforeAll(async () => {
  edge = await openEdgeCase();
  ({ call: clerk } = await edge.addUser('COUNTER', 'counter1'));
  await edge.addUser('SUPERVISOR', 'super1');
});
afterAll(async () => {
  await edge.console.remove();
});

const tables = () => dumpTables(edge.console.dataDir);
const conflict = { problem: { code: 'CONFLICT', details: { field: 'requestId' } } };

const delivery = (quantity = 5) => ({
  requestId: requestId(),
  depotId: edge.depotId,
  supplierDepotId: edge.supplierId,
  reference: 'DO-7',
  items: [{ equipmentId: edge.cylinder14.id, condition: 'FULL' as const, quantity }],
});

describe('a request that comes again', () => {
  test('gets its first answer, and nothing happens twice', async () => {
    const request = delivery();
    const first = await edge.admin('stock.receive', request);
    const before = tables();
    expect(await edge.admin('stock.receive', request)).toEqual(first);
    expect(
      await edge.admin('stock.receive', Object.fromEntries(Object.entries(request).toReversed()) as never),
    ).toEqual(first);
    expect(tables()).toEqual(before);
  });

  test('while the first still runs happens once, and both get the one answer', async () => {
    const request = { username: 'twice', fullName: 'T', employeeId: 'T', role: 'DRIVER', password: PASSWORD } as const;
    const id = requestId();
    const both = await Promise.all([1, 2].map(() => edge.admin('users.create', { ...request, requestId: id })));
    expect(both[0]).toEqual(both[1]);
  });

  test('after the program was started again is still known', async () => {
    const console = await openTestConsole();
    const company = { name: 'HSH', address: '8 Link', postalCode: '416180' };
    const admin = { username: 'admin', fullName: 'A', employeeId: 'E1', password: PASSWORD };
    const setup = { requestId: requestId(), company, siteCode: 'KB1', depot: { code: 'D', name: 'D' }, admin };
    const first = await console.anyone('setup.create', setup);
    const again = await console.reopen();
    expect(await again.anyone('setup.create', setup)).toEqual(first);
    await expect(again.anyone('setup.create', { ...setup, requestId: requestId() })).rejects.toMatchObject({
      problem: { code: 'INVALID_STATE' },
    });
    await again.remove();
  });

  test('with another input, by another person or for another verb is a conflict', async () => {
    const request = delivery();
    await edge.admin('stock.receive', request);
    const before = tables();
    await expect(edge.admin('stock.receive', { ...request, reference: 'DO-8' })).rejects.toMatchObject(conflict);
    await expect(edge.admin('stock.receive', { ...request, remarks: 'late' })).rejects.toMatchObject(conflict);
    await expect(clerk('stock.receive', request)).rejects.toMatchObject(conflict);
    await expect(edge.admin('stock.dispatch', request)).rejects.toMatchObject(conflict);
    expect(tables()).toEqual(before);
  });

  test('after a refusal is taken as the first', async () => {
    const request = delivery(5000);
    await expect(edge.admin('stock.dispatch', request)).rejects.toMatchObject({
      problem: { code: 'INSUFFICIENT_STOCK' },
    });
    await edge.receive(edge.cylinder14.id, 5000);
    expect(await edge.admin('stock.dispatch', request)).toMatchObject({ direction: 'DISPATCH' });
  });
});

describe('what does not belong to the request', () => {
  const count = () => ({
    requestId: requestId(),
    entity: 'depot' as const,
    entityId: edge.depotId,
    equipmentId: edge.cylinder14.id,
    condition: 'DAMAGED' as const,
    quantity: 2,
    reason: 'counted',
  });
  const approval = (pin: string, username = 'super1') => ({ username, pin, reason: 'counted twice' });

  test('is who approved it: refused without, it goes through with, and then needs none', async () => {
    const request = count();
    await expect(clerk('inventories.update', request)).rejects.toMatchObject({
      problem: { code: 'APPROVAL_REQUIRED' },
    });
    const first = await clerk('inventories.update', { ...request, approval: approval(PIN) });
    const before = tables();
    expect(await clerk('inventories.update', request)).toEqual(first);
    expect(await clerk('inventories.update', { ...request, approval: approval('0000') })).toEqual(first);
    expect(tables()).toEqual(before);
  });

  test('is a secret: the same again, though the password is another by now', async () => {
    const { access: token } = await tokensOf(edge.console, 'counter1', PASSWORD);
    const change = { currentPassword: PASSWORD, newPassword: 'battery staple', requestId: requestId() };
    const first = await ask(edge.console, 'session.changePassword', change, { token });
    expect(first).toMatchObject({ ok: true, value: { username: 'counter1' } });
    const before = tables();
    expect(await ask(edge.console, 'session.changePassword', change, { token })).toEqual(first);
    expect(tables()).toEqual(before);
    await tokensOf(edge.console, 'counter1', 'battery staple');
  });

  test('is left out of the hash, however deep the rest goes', () => {
    const input = { requestId: 'a', approval: { pin: '1' }, password: 'x', items: [{ b: 1, a: 2 }] };
    const same = { items: [{ a: 2, b: 1 }], password: 'y', requestId: 'b' };
    expect(hashOfInput(input, ['password'])).toBe(hashOfInput(same, ['password']));
    expect(hashOfInput(input, [])).not.toBe(hashOfInput(same, []));
    expect(hashOfInput({ items: [1, 2] }, [])).not.toBe(hashOfInput({ items: [2, 1] }, []));
  });
});

describe('a request without an id', () => {
  test('is refused where doubling it would cost money or cylinders', async () => {
    const { access: token } = await tokensOf(edge.console, 'admin', PASSWORD);
    const { requestId: _, ...request } = delivery();
    expect(await problemOf(ask(edge.console, 'stock.receive', request, { token }))).toMatchObject({
      code: 'VALIDATION',
      details: { errors: [{ path: 'requestId', message: 'is missing' }] },
    });
    expect(await codeOf(ask(edge.console, 'stock.receive', { ...request, requestId: 'DO-7' }, { token }))).toBe(
      'VALIDATION',
    );
  });

  test('is taken where a unique key makes it safe', async () => {
    const service = { code: 'FIT', name: 'Fitting', price: '10.00' };
    await edge.admin('services.create', service);
    await expect(edge.admin('services.create', service)).rejects.toMatchObject({
      problem: { code: 'CONFLICT', details: { field: 'code' } },
    });
  });
});
