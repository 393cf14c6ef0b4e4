import { can, type Case, type Situation } from './case.ts';
import { draftOf, money, saleFrom, slip, transfer } from './document-cases.ts';
import { requestId } from '../../helpers/open-test-console.ts';

const SPECIAL =
  'price or credit-limit override, back-dating, credit note, refund, write-off, payment reversal, stock adjustment, meter change';

const YESTERDAY = '2026-01-19';

/** A driver sells from his truck, everybody else from the counter: what is asked here is the field, not the place. */
function anySale(at: Situation) {
  return saleFrom(at.caller.role === 'DRIVER' ? 'truck' : 'depot', at);
}

function cheaper(at: Situation) {
  const sale = anySale(at);
  return { ...sale, items: sale.items.map((item) => ({ ...item, rate: '30.00', rateReason: 'promised' })) };
}

async function metered({ ground }: Situation): Promise<number> {
  const fields = { code: ground.fresh(), name: 'Piped', address: '1 Road', postalCode: '123456' };
  return (await ground.admin('customers.create', { ...fields, isMeterInstalled: true, meterNumber: 'M1' })).id;
}

/** What a manager may and a clerk may with a manager's approval. */
export const SPECIAL_CASES: readonly Case[] = [
  can(SPECIAL, 'transactions.create', cheaper, { what: 'price of a cylinder' }),
  can(
    SPECIAL,
    'transactions.create',
    (at) => ({
      ...anySale(at),
      items: [{ type: 'service', serviceId: at.ground.serviceId, quantity: 1, rate: '1.00', rateReason: 'promised' }],
    }),
    { what: 'price of a service' },
  ),
  can(
    SPECIAL,
    'transactions.create',
    (at) => ({
      ...anySale(at),
      items: [{ type: 'deposit', equipmentId: at.ground.cylinderId, quantity: 1, amount: '10.00' }],
    }),
    { what: 'amount of a deposit' },
  ),
  can(SPECIAL, 'transactions.create', (at) => ({ ...anySale(at), businessDate: YESTERDAY }), { what: 'businessDate' }),
  can(SPECIAL, 'payments.create', (at) => ({ ...money(at), businessDate: YESTERDAY }), { what: 'businessDate' }),
  can(SPECIAL, 'stock.receive', (at) => ({ ...transfer(at), businessDate: YESTERDAY }), { what: 'businessDate' }),
  can(SPECIAL, 'stock.dispatch', (at) => ({ ...transfer(at), businessDate: YESTERDAY }), { what: 'businessDate' }),
  can(SPECIAL, 'distributions.create', (at) => ({ ...slip(at), businessDate: YESTERDAY }), { what: 'businessDate' }),
  can(SPECIAL, 'distributions.update', async (at) => ({ id: await draftOf(at, true), businessDate: YESTERDAY }), {
    what: 'businessDate',
  }),
  can(SPECIAL, 'inventories.update', counted, { what: 'at the depot' }),
  can(
    SPECIAL,
    'inventories.update',
    (at) => ({ ...counted(at), entity: 'customer', entityId: at.ground.customerId, condition: undefined }),
    { what: 'at a customer' },
  ),
  can(SPECIAL, 'stock.markDamaged', ({ ground, side }) => ({
    requestId: requestId(),
    depotId: side.depotId,
    equipmentId: ground.cylinderId,
    condition: 'FULL',
    quantity: 1,
    reason: 'valve is bent',
  })),
  can(SPECIAL, 'customers.update', async (at) => ({ id: await metered(at), meterNumber: 'M2' }), {
    what: 'meterNumber',
  }),
  can(SPECIAL, 'customers.update', async (at) => ({ id: await metered(at), meterDigits: 5 }), { what: 'meterDigits' }),
  can(SPECIAL, 'customers.update', async (at) => ({ id: await metered(at), isMeterInstalled: false }), {
    what: 'isMeterInstalled',
  }),
];

function counted({ ground, side }: Situation) {
  return {
    requestId: requestId(),
    entity: 'depot' as const,
    entityId: side.depotId,
    equipmentId: ground.cylinderId,
    condition: 'DAMAGED' as const,
    quantity: 1,
    reason: 'counted twice',
  };
}
