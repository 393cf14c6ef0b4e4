import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verb, WireInput, WireOutput } from '../../../src/shared/contract/index.ts';
import { startHttpServer } from '../../../src/main/transport/http/server.ts';
import { callOverHttp } from '../../helpers/call-over-http.ts';
import { type Call, RefusedCall, requestId } from '../../helpers/open-test-console.ts';
import { type EdgeCase, openEdgeCase } from '../../helpers/open-edge-case.ts';

const ROUNDS = 200;

let edge: EdgeCase;
let server: Awaited<ReturnType<typeof startHttpServer>>;
let first: Call;
let second: Call;
beforeAll(async () => {
  edge = await openEdgeCase();
  server = await startHttpServer({
    ...edge.console,
    host: '127.0.0.1',
    port: 0,
    rendererDir: 'none',
    docsDir: 'none',
    log: () => undefined,
  });
  await edge.addUser('COUNTER', 'counter2');
  [first, second] = await Promise.all([overHttp('admin'), overHttp('counter2')]);
});
afterAll(async () => {
  await server.stop();
  await edge.console.remove();
});

async function overHttp(username: string): Promise<Call> {
  const call = callOverHttp(server.url);
  await call('session.login', { username, password: 'correct horse' } as never);
  return call as Call;
}

interface Race<V extends Verb> {
  won: WireOutput<V>[];
  refused: string[];
}

/** Both at once, in turns the first to send. */
async function race<V extends Verb>(round: number, verb: V, inputs: [WireInput<V>, WireInput<V>]): Promise<Race<V>> {
  const clients = round % 2 === 0 ? [first, second] : [second, first];
  const sent = clients.map(async (call, index) => call(verb, inputs[index]!));
  const results = await Promise.allSettled(sent);
  return {
    won: results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
    refused: results.flatMap((result) => (result.status === 'rejected' ? [codeOf(result.reason)] : [])),
  };
}

function codeOf(error: unknown): string {
  return error instanceof RefusedCall ? error.problem.code : String(error);
}

async function rounds(run: (round: number) => Promise<void>): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) await run(round);
}

const total = async (verb: 'transactions.list' | 'invoices.list') => (await edge.admin(verb, { limit: 1 })).total ?? 0;

const sale = (customerId: number, items: WireInput<'transactions.create'>['items']) => ({
  requestId: requestId(),
  customerId,
  source: { kind: 'depot' as const, depotId: edge.depotId },
  items,
});

describe('given two clients at once, there is one winner', () => {
  test('when both sell the last cylinder', async () => {
    const customer = await edge.addCustomer({});
    const cylinder = await edge.admin('equipment.create', {
      name: 'CYL 50 kg',
      sku: 'CYL-50',
      equipmentType: 'CYLINDER',
      listPrice: '138.00',
    });
    const last = () =>
      sale(customer.id, [{ type: 'cylinder', equipmentId: cylinder.id, action: 'DELIVER', quantity: 1 }]);
    await rounds(async (round) => {
      await edge.receive(cylinder.id, 1);
      const { won, refused } = await race(round, 'transactions.create', [last(), last()]);
      expect(won).toHaveLength(1);
      expect(refused).toEqual(['INSUFFICIENT_STOCK']);
    });
    const { items } = await edge.admin('inventories.list', { entity: 'customer', entityId: customer.id });
    expect(items).toMatchObject([{ equipmentId: cylinder.id, onSite: ROUNDS }]);
  }, 60_000);

  test('when both confirm the same slip', async () => {
    const driver = await edge.addUser('DRIVER', 'driver1');
    const equipmentId = edge.cylinder14.id;
    await edge.receive(equipmentId, ROUNDS);
    await rounds(async (round) => {
      const { id } = await edge.admin('distributions.create', {
        requestId: requestId(),
        depotId: edge.depotId,
        driverId: driver.id,
        items: [{ equipmentId, direction: 'OUT', condition: 'FULL', quantity: 1 }],
      });
      const { won, refused } = await race(round, 'distributions.confirm', [
        { id, requestId: requestId() },
        { id, requestId: requestId() },
      ]);
      expect(won).toMatchObject([{ status: 'CONFIRMED' }]);
      expect(refused).toEqual(['INVALID_STATE']);
    });
    const { items } = await edge.admin('inventories.list', { entity: 'truck', entityId: driver.id });
    expect(items).toMatchObject([{ equipmentId, full: ROUNDS }]);
  }, 60_000);

  test('when both bill the same meter reading: the other bills nothing', async () => {
    const piped = { isMeterInstalled: true, meterRate: '2.8500', lastMeterReading: '1000.000' };
    const { id } = await edge.addCustomer(piped);
    const invoices = await total('invoices.list');
    await rounds(async (round) => {
      const read = () => ({ ...sale(id, []), currentMeter: `${1001 + round}.000` });
      const { won, refused } = await race(round, 'transactions.create', [read(), read()]);
      expect(refused).toEqual([]);
      const billed = won.map(({ transaction: { meter } }) => `${meter?.usage} m³: ${meter?.amount}`);
      expect(new Set(billed)).toEqual(new Set(['1.000 m³: 2.85', '0.000 m³: 0.00']));
    });
    expect(await total('invoices.list')).toBe(invoices + ROUNDS);
  }, 60_000);

  test('when one request arrives twice: both get its answer, and it is one document', async () => {
    const customer = await edge.addCustomer({});
    const hose = [{ type: 'service' as const, serviceId: edge.hose.id, quantity: 1 }];
    const documents = await total('transactions.list');
    const same = await overHttp('admin');
    await rounds(async () => {
      const request = { ...sale(customer.id, hose), payment: { method: 'CASH' as const, amount: '13.10' } };
      const answers = await Promise.all([first('transactions.create', request), same('transactions.create', request)]);
      expect(answers[1]).toEqual(answers[0]);
    });
    expect(await total('transactions.list')).toBe(documents + ROUNDS);
  }, 60_000);

  test('when one request id is sent by two people: the other is told that it was used', async () => {
    const customer = await edge.addCustomer({});
    const hose = [{ type: 'service' as const, serviceId: edge.hose.id, quantity: 1 }];
    const documents = await total('transactions.list');
    await rounds(async (round) => {
      const request = sale(customer.id, hose);
      const { won, refused } = await race(round, 'transactions.create', [request, request]);
      expect(won).toHaveLength(1);
      expect(refused).toEqual(['CONFLICT']);
    });
    expect(await total('transactions.list')).toBe(documents + ROUNDS);
  }, 60_000);

  test('and the books are whole after all of it', async () => {
    expect(await edge.admin('stock.check', {})).toEqual({ ok: true, problems: [] });
    expect(await edge.admin('audit.verify', {})).toMatchObject({ ok: true });
  });
});
