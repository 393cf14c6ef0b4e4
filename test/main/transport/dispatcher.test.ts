import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dumpTables } from '../../helpers/dump-tables.ts';
import { type EdgeCase, openEdgeCase, problemOf as refusedWith } from '../../helpers/open-edge-case.ts';
import { type Call, requestId } from '../../helpers/open-test-console.ts';
import { ask, codeOf, problemOf, tokensOf } from './dispatcher-calls.ts';

const PASSWORD = 'correct horse';

/** One day for all: what these tests leave in it does not matter to the next one. */
let edge: EdgeCase;
let token = '';
let driver = '';
beforeAll(async () => {
  edge = await openEdgeCase();
  await edge.addUser('DRIVER', 'driver1');
  await edge.addUser('COUNTER', 'counter1');
  ({ access: token } = await tokensOf(edge.console, 'admin', PASSWORD));
  ({ access: driver } = await tokensOf(edge.console, 'driver1', PASSWORD));
});
afterAll(async () => {
  await edge.console.remove();
});

/** Everything that is kept, the anchor's lines with it. */
const kept = () => {
  const { dataDir } = edge.console;
  return { tables: dumpTables(dataDir), anchor: readFileSync(path.join(dataDir, 'anchor.jsonl'), 'utf8') };
};
const auditOf = async (action: string) => (await edge.admin('audit.list', { action })).items;

describe('who may call', () => {
  test.each(['depots.drop', '', 'constructor', '__proto__', 'toString', 'x'.repeat(1000)])(
    'the verb %j does not exist',
    async (verb) => {
      expect(await problemOf(ask(edge.console, verb))).toEqual({
        code: 'NOT_FOUND',
        message: 'There is no such verb.',
        details: { entity: 'verb', id: verb.slice(0, 60) },
      });
    },
  );

  test('nobody, without a token or with one that does not hold; what anyone may ask is still answered', async () => {
    for (const none of [null, '', 'a.b.c', 'x'.repeat(10_000)]) {
      expect(await problemOf(ask(edge.console, 'depots.list', {}, { token: none }))).toEqual({
        code: 'UNAUTHENTICATED',
        message: 'Please sign in.',
      });
      expect(await codeOf(ask(edge.console, 'setup.status', {}, { token: none }))).toBe('ok');
    }
  });

  test('is asked before what they send: a driver learns nothing of an administrator’s form', async () => {
    expect(await codeOf(ask(edge.console, 'users.create', { nonsense: 1 }, { token: driver }))).toBe('FORBIDDEN');
    expect(await codeOf(ask(edge.console, 'users.create', { nonsense: 1 }))).toBe('UNAUTHENTICATED');
  });

  test('whoever works at this computer itself is the operator, whom nobody can sign in as', async () => {
    const asOperator = { transport: 'local' } as const;
    expect(await ask(edge.console, 'session.me', {}, asOperator)).toMatchObject({
      ok: true,
      value: { username: 'operator' },
    });
    for (const password of ['', 'none', 'operator', PASSWORD]) {
      const login = ask(edge.console, 'session.login', { username: 'operator', password });
      expect(['UNAUTHENTICATED', 'VALIDATION']).toContain(await codeOf(login));
    }
  });
});

describe('a refusal', () => {
  test('for a right is audited by itself, with who and what', async () => {
    const before = dumpTables(edge.console.dataDir);
    const depot = { code: 'X', name: 'X', kind: 'OWN' };
    const { message } = await problemOf(ask(edge.console, 'depots.create', depot, { token: driver }));
    expect(dumpTables(edge.console.dataDir)['depots']).toEqual(before['depots']);
    expect(await auditOf('depots.create:refused')).toMatchObject([
      { username: 'driver1', entityType: 'refusal', after: { code: 'FORBIDDEN', message } },
    ]);
    expect(await edge.admin('audit.verify', {})).toMatchObject({ ok: true });
  });

  test('for want of an approval is audited, too', async () => {
    const call = await edge.console.signIn('counter1', PASSWORD);
    const cheaper = { ...edge.deliver(1), rate: '35.00', rateReason: 'promised' };
    expect(await refusedWith(edge.sell([cheaper], {}, call))).toMatchObject({ code: 'APPROVAL_REQUIRED' });
    expect(await auditOf('transactions.create:refused')).toMatchObject([{ username: 'counter1' }]);
  });

  test('for anything else leaves no trace at all', async () => {
    const before = kept();
    const slip = { requestId: requestId(), customerId: 99, source: { kind: 'depot', depotId: 1 }, items: [] };
    const calls = [
      ask(edge.console, 'depots.list'),
      ask(edge.console, 'depots.get', { id: 99 }, { token }),
      ask(edge.console, 'depots.get', { id: 'x' }, { token }),
      ask(edge.console, 'transactions.create', slip, { token }),
      ask(edge.console, 'distributions.confirm', { id: 99, requestId: requestId() }, { token }),
    ];
    expect(await Promise.all(calls.map(codeOf))).toEqual([
      'UNAUTHENTICATED',
      'NOT_FOUND',
      'VALIDATION',
      'NOT_FOUND',
      'NOT_FOUND',
    ]);
    expect(kept()).toEqual(before);
  });

  test('half way through a sale writes nothing and uses no number', async () => {
    const { id: customerId } = await edge.addCustomer();
    const before = kept();
    const tooMuch = [edge.deliver(2), edge.deliver(49), edge.emptyReturn(1)];
    expect(await refusedWith(edge.sell(tooMuch, { customerId }))).toMatchObject({ code: 'INSUFFICIENT_STOCK' });
    expect(kept()).toEqual(before);
    const { transaction } = await edge.sell([edge.deliver(2)], { customerId });
    expect(transaction.number).toBe('TRX-KB1-2026-000001');
  });
});

describe('a clock that is set back', () => {
  const sellOn = async (day: string, as?: Call) => {
    edge.console.clock.set(new Date(day));
    const { transaction } = await edge.sell([edge.deliver(1)], {}, as);
    return transaction;
  };

  test('does not open a day that is over', async () => {
    const first = await sellOn('2026-01-20T01:00:00.000Z');
    const second = await sellOn('2026-01-18T23:00:00.000Z');
    expect([first.businessDate, second.businessDate]).toEqual(['2026-01-20', '2026-01-20']);
    expect(second.id).toBe(first.id + 1);
    expect(await edge.admin('audit.verify', {})).toMatchObject({ ok: true });
  });

  test('over New Year does not begin last year’s numbers again', async () => {
    edge.console.clock.set(new Date('2026-12-31T16:30:00.000Z'));
    const admin = await edge.console.signIn('admin', PASSWORD);
    expect(await sellOn('2026-12-31T16:30:00.000Z', admin)).toMatchObject({ number: 'TRX-KB1-2027-000001' });
    expect(await sellOn('2026-12-31T15:30:00.000Z', admin)).toMatchObject({
      number: 'TRX-KB1-2027-000002',
      businessDate: '2027-01-01',
    });
  });
});
