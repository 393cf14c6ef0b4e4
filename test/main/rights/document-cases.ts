import type { WireInput, WireOutput } from '../../../src/shared/contract/index.ts';
import { requestId } from '../../helpers/open-test-console.ts';
import { can, type Case, type Situation } from './case.ts';

const SLIPS = 'distribution: create, edit own draft';
const SETTLE = 'distribution: confirm, cancel';
const SELL = 'sale, payment, receipt, print, mail';
const READ = 'read lists and reports';
const TRUCKS = 'read any truck, to load it and sell from it';
const PLANT = 'goods from and to a bottling plant';

type Slip = WireInput<'distributions.create'>;
type Sale = WireInput<'transactions.create'>;

export function slip({ ground, side }: Situation): Slip {
  const item = { equipmentId: ground.cylinderId, direction: 'OUT', condition: 'FULL', quantity: 1 } as const;
  return { requestId: requestId(), depotId: side.depotId, driverId: side.driverId, items: [item] };
}

/** A draft for the truck: the caller's own where it says so and he may write one, else somebody else's. */
export async function draftOf(situation: Situation, isOwn: boolean): Promise<number> {
  const { ground, caller } = situation;
  const mayWrite = caller.role !== undefined && caller.role !== 'AUDITOR';
  const writer = isOwn && mayWrite ? caller.call : ground.admin;
  return (await writer('distributions.create', slip(situation))).id;
}

export function saleFrom(kind: 'depot' | 'truck', { ground, side }: Situation): Sale {
  return {
    requestId: requestId(),
    customerId: ground.customerId,
    source: kind === 'depot' ? { kind, depotId: side.depotId } : { kind, driverId: side.driverId },
    items: [{ type: 'cylinder', equipmentId: ground.cylinderId, action: 'DELIVER', quantity: 1 }],
  };
}

export function money({ ground }: Situation): WireInput<'payments.create'> {
  return { requestId: requestId(), customerId: ground.customerId, method: 'CASH', amount: '1.00' };
}

export function transfer({ ground, side }: Situation): WireInput<'stock.receive'> {
  const items = [{ equipmentId: ground.cylinderId, condition: 'FULL' as const, quantity: 1 }];
  const from = { depotId: side.depotId, supplierDepotId: ground.supplierId };
  return { ...from, requestId: requestId(), reference: 'DO-2', items };
}

const quote = ({ requestId: _requestId, ...sale }: Sale): WireInput<'transactions.quote'> => sale;

/** Slips, sales, money and stock: what is written. */
export const WRITTEN: readonly Case[] = [
  can(SLIPS, 'distributions.create', slip, { concerns: 'truck' }),
  can(SLIPS, 'distributions.update', async (at) => ({ id: await draftOf(at, at.which === 'own'), poNumber: 'PO' }), {
    concerns: 'draft',
  }),
  can(
    SLIPS,
    'distributions.update',
    async (at) => ({
      id: await draftOf({ ...at, side: at.ground.own, which: 'own' }, true),
      driverId: at.side.driverId,
    }),
    { what: 'to a truck', concerns: 'truck' },
  ),
  can(SETTLE, 'distributions.confirm', async (at) => ({ id: await draftOf(at, false) }), { concerns: 'truck' }),
  can(SETTLE, 'distributions.cancel', async (at) => ({ id: await draftOf(at, false) }), { concerns: 'truck' }),
  can(SELL, 'transactions.quote', (at) => quote(saleFrom('truck', at)), { what: 'truck', concerns: 'truck' }),
  can(SELL, 'transactions.quote', (at) => quote(saleFrom('depot', at)), { what: 'counter', concerns: 'depot' }),
  can(SELL, 'transactions.create', (at) => saleFrom('truck', at), { what: 'truck', concerns: 'truck' }),
  can(SELL, 'transactions.create', (at) => saleFrom('depot', at), { what: 'counter', concerns: 'depot' }),
  can(
    SELL,
    'transactions.create',
    (at) => ({
      ...saleFrom('truck', { ...at, side: at.ground.own }),
      payment: { method: 'CASH', amount: '5.00', collectedBy: at.side.driverId },
    }),
    { what: 'money in the pocket of', concerns: 'truck' },
  ),
  can(SELL, 'payments.create', money),
  can(SELL, 'payments.create', (at) => ({ ...money(at), collectedBy: at.side.driverId }), {
    what: 'money in the pocket of',
    concerns: 'truck',
  }),
  can(PLANT, 'stock.receive', transfer, { concerns: 'depot' }),
  can(PLANT, 'stock.dispatch', transfer, { concerns: 'depot' }),
];

function isMoved(items: WireOutput<'stock.movements'>['items'], saleId: number): boolean {
  return items.some((item) => item.documentKind === 'TRANSACTION' && item.documentId === saleId);
}

const TRUCK_LISTS: readonly Case[] = [
  can(READ, 'distributions.get', ({ side }) => ({ id: side.slipId }), { concerns: 'truck' }),
  can(READ, 'distributions.list', () => ({ limit: 200, sort: 'id' }), {
    concerns: 'truck',
    shows: ({ items }, { side }) => items.some((item) => item.id === side.slipId),
  }),
  can(TRUCKS, 'inventories.list', ({ side }) => ({ entity: 'truck', entityId: side.driverId }), { concerns: 'truck' }),
  can(TRUCKS, 'stock.movements', ({ side }) => ({ entity: 'truck', entityId: side.driverId, limit: 200, sort: 'id' }), {
    concerns: 'truck',
    shows: ({ items }, { side }) => isMoved(items, side.truck.transactionId),
  }),
];

const DEPOT_LISTS: readonly Case[] = [
  can(READ, 'inventories.list', ({ side }) => ({ entity: 'depot', entityId: side.depotId }), { concerns: 'depot' }),
  can(READ, 'inventories.list', ({ ground }) => ({ entity: 'customer', entityId: ground.customerId }), {
    what: 'at a customer',
  }),
  can(READ, 'stock.movements', () => ({ limit: 200, sort: 'id' }), {
    concerns: 'depot',
    shows: ({ items }, { side }) => isMoved(items, side.counter.transactionId),
  }),
];

/** What each list and each single document shows of one's own and of the others. */
export const READING: readonly Case[] = (['truck', 'counter'] as const).flatMap((place) => {
  const where = { what: `of a ${place}`, concerns: place === 'truck' ? ('truck' as const) : ('depot' as const) };
  const has = (items: readonly { id: number }[], id: number) => items.some((item) => item.id === id);
  const all = { limit: 200 };
  return [
    can(READ, 'transactions.get', ({ side }) => ({ id: side[place].transactionId }), where),
    can(READ, 'invoices.get', ({ side }) => ({ id: side[place].invoiceId }), where),
    can(READ, 'invoices.pdf', ({ side }) => ({ id: side[place].invoiceId }), where),
    can(READ, 'payments.get', ({ side }) => ({ id: side[place].paymentId }), where),
    can(READ, 'transactions.list', () => ({ ...all, sort: 'id' }), {
      ...where,
      shows: ({ items }, { side }) => has(items, side[place].transactionId),
    }),
    can(READ, 'invoices.list', () => ({ ...all, sort: 'id' }), {
      ...where,
      shows: ({ items }, { side }) => has(items, side[place].invoiceId),
    }),
    can(
      READ,
      'invoices.export',
      async ({ ground, side }) => ({
        format: 'csv',
        search: (await ground.admin('invoices.get', { id: side[place].invoiceId })).number,
      }),
      { ...where, shows: ({ bytes }) => /INV-\w+-\d{4}-\d{6}/.test(new TextDecoder().decode(bytes)) },
    ),
    can(READ, 'reports.sales', () => ({}), {
      ...where,
      shows: (answer, { side }) =>
        'items' in answer && answer.items.some(({ invoiceId }) => invoiceId === side[place].invoiceId),
    }),
    can(READ, 'payments.list', () => ({ ...all, sort: 'id' }), {
      ...where,
      shows: ({ items }, { side }) => has(items, side[place].paymentId),
    }),
    can(READ, 'reports.customers', () => ({}), { what: `of a ${place}` }),
    ...(place === 'truck' ? TRUCK_LISTS : DEPOT_LISTS),
  ];
});
