import { cp, mkdtemp, rm } from 'node:fs/promises';
import { constants } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Call, openTestConsole, type RealParts, requestId } from '../helpers/open-test-console.ts';
import { type BareTransaction, type BareWrites, openBareWrites } from './bare-writes.ts';
import { cachedFixture, LARGE } from './fixture.ts';

/** A counter on books that hold so many invoices, in a folder that may be written. */
export interface Till {
  /** A sale of three lines: delivery, return, service. Unpaid, so that it makes an invoice and no receipt. */
  sell(): Promise<unknown>;
  /** A distribution slip of ten items, written and confirmed. */
  load(): Promise<unknown>;
  /** What the sales left to do after their commits. */
  settle(): Promise<void>;
  /** The bare writes of what was done last, into a copy of the books. */
  bare(transactions: readonly BareTransaction[]): Promise<BareWrites>;
  /** Verbs, as the administrator. */
  call: Call;
  close(): Promise<void>;
}

/** @param invoices how many are there; customers are as many as a large depot has, always. */
export async function openTill(invoices: number, real: RealParts = {}): Promise<Till> {
  const folder = await copyOfBooks(invoices);
  const copies = [folder];
  const books = await openTestConsole(folder, undefined, real);
  const admin = await books.signIn('admin', 'correct horse');
  const goods = await prepare(admin);
  // The check at the start reads everything: it would take turns with what is measured.
  await books.checkBooks();
  return {
    sell: () => admin('transactions.create', { requestId: requestId(), ...goods.sale }),
    async load() {
      const slip = await admin('distributions.create', { requestId: requestId(), ...goods.slip });
      return admin('distributions.confirm', { requestId: requestId(), id: slip.id, confirmTruckShort: true });
    },
    settle: () => books.drain(),
    call: admin,
    async bare(transactions) {
      await books.drain();
      const copy = await copyOf(folder);
      copies.push(copy);
      return openBareWrites(copy, transactions);
    },
    async close() {
      await books.close();
      for (const copy of copies) await rm(copy, { recursive: true, force: true });
    },
  };
}

/** Books with so many invoices, in a new folder of the caller's. */
export async function copyOfBooks(invoices: number): Promise<string> {
  return copyOf(await cachedFixture({ ...LARGE, invoices }));
}

async function copyOf(folder: string): Promise<string> {
  const copy = await mkdtemp(path.join(tmpdir(), 'depot-bench-till-'));
  await cp(folder, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return copy;
}

const TEN_ITEMS = [
  ...[0, 1, 2].map((kind) => ({ kind, direction: 'OUT', condition: 'FULL' }) as const),
  ...[0, 1, 2].map((kind) => ({ kind, direction: 'IN', condition: 'EMPTY' }) as const),
  ...[0, 1, 2].map((kind) => ({ kind, direction: 'IN', condition: 'DAMAGED' }) as const),
  { kind: 0, direction: 'IN', condition: 'FULL' } as const,
];

async function prepare(admin: Call) {
  const { items: depots } = await admin('depots.list', { sort: 'code' });
  const depotId = idOf(depots.find((depot) => depot.code === 'HSHKB') ?? depots[0]);
  const { items: cylinders } = await admin('equipment.list', { search: 'CYL' });
  const { items: services } = await admin('services.list', {});
  const { items: drivers } = await admin('users.drivers', {});
  const customer = { code: 'BENCH', name: 'Bench', address: '1 Bench Road', postalCode: '416180' };
  const { id: customerId } = await admin('customers.create', { ...customer, paymentType: 'CASH' });
  const equipmentId = idOf(cylinders[0]);
  for (const entity of ['depot', 'customer'] as const) {
    await admin('inventories.update', {
      requestId: requestId(),
      entity,
      entityId: entity === 'depot' ? depotId : customerId,
      equipmentId,
      ...(entity === 'depot' ? { condition: 'FULL' as const } : {}),
      quantity: 1_000_000,
      reason: 'bench',
    });
  }
  const sale = {
    customerId,
    source: { kind: 'depot' as const, depotId },
    items: [
      { type: 'cylinder' as const, equipmentId, action: 'DELIVER' as const, quantity: 2 },
      { type: 'cylinder' as const, equipmentId, action: 'EMPTY_RETURN' as const, quantity: 2 },
      { type: 'service' as const, serviceId: idOf(services[0]), quantity: 1 },
    ],
  };
  const items = TEN_ITEMS.map(({ kind, ...item }) => ({ ...item, equipmentId: idOf(cylinders[kind]), quantity: 1 }));
  return { sale, slip: { depotId, driverId: idOf(drivers[0]), items } };
}

function idOf(row: { id: number } | undefined): number {
  if (row === undefined) throw new Error('the fixture lacks what the bench sells');
  return row.id;
}
