import type { WireInput, WireOutput } from '../../src/shared/contract/index.ts';
import type { Problem } from '../../src/shared/errors.ts';
import { type Counter, type CounterOptions, openCounter } from './open-counter.ts';
import { type Call, openTestConsole, RefusedCall, requestId, type TestConsole } from './open-test-console.ts';

type Sale = WireInput<'transactions.create'>;
type Item = Sale['items'][number];

export interface EdgeCase extends Counter {
  console: TestConsole;
  /** CREDIT, limit 500.00, 14 kg at 36.50 from 2026-01-01 and 38.00 from 2026-02-01. */
  customerK: WireOutput<'customers.get'>;
  /** A counter sale to K, or to another customer. */
  sell: (items: Item[], more?: Partial<Sale>, as?: Call) => Promise<WireOutput<'transactions.create'>>;
  deliver: (quantity: number) => Item;
  emptyReturn: (quantity: number) => Item;
  /** A service of exactly this price, before tax. */
  charge: (price: string, quantity?: number) => Promise<Item>;
}

/** The ground edges.md stands on: GST number, exclusive, cash rounding on, 2026-01-20, customer K. */
export async function openEdgeCase(options: CounterOptions & { start?: Date } = {}): Promise<EdgeCase> {
  const console = await openTestConsole(undefined, options.start);
  const counter = await openCounter(console, options);
  const { admin, depotId, cylinder14 } = counter;
  const customer = await counter.addCustomer({
    name: 'K',
    paymentType: 'CREDIT',
    creditLimit: '500.00',
    termsDays: 30,
  });
  const rates = [
    { equipmentId: cylinder14.id, rate: '36.50', from: '2026-01-01' },
    { equipmentId: cylinder14.id, rate: '38.00', from: '2026-02-01' },
  ];
  const customerK = await admin('customers.setRates', { id: customer.id, rates });
  await counter.receive(cylinder14.id, 50);
  let services = 0;
  return {
    ...counter,
    console,
    customerK,
    sell: (items, more = {}, as = admin) =>
      as('transactions.create', {
        requestId: requestId(),
        customerId: customerK.id,
        source: { kind: 'depot', depotId },
        items,
        ...more,
      }),
    deliver: (quantity) => ({ type: 'cylinder', equipmentId: cylinder14.id, action: 'DELIVER', quantity }),
    emptyReturn: (quantity) => ({ type: 'cylinder', equipmentId: cylinder14.id, action: 'EMPTY_RETURN', quantity }),
    async charge(price, quantity = 1) {
      services += 1;
      const { id } = await admin('services.create', { code: `S${services}`, name: `Service ${services}`, price });
      return { type: 'service', serviceId: id, quantity };
    },
  };
}

/** The problem a call is refused with. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  try {
    await call;
  } catch (error) {
    if (error instanceof RefusedCall) return error.problem;
    throw error;
  }
  throw new Error('the call was not refused');
}
