import type { WireOutput } from '../../../src/shared/contract/index.ts';
import type { Role } from '../../../src/shared/roles.ts';
import { MAIL, PRINTERS } from '../../helpers/delivery-settings.ts';
import { openEdgeCase } from '../../helpers/open-edge-case.ts';
import { type Call, requestId, type TestConsole } from '../../helpers/open-test-console.ts';

export const PASSWORD = 'correct horse';
export const PIN = '4821';

export interface Person {
  id: number;
  role: Role;
  username: string;
  call: Call;
}

/** A depot with its driver, and the papers of one truck's and one counter's sale. */
export interface Side {
  depotId: number;
  driverId: number;
  slipId: number;
  truck: Papers;
  counter: Papers;
}

interface Papers {
  transactionId: number;
  invoiceId: number;
  paymentId: number;
}

export interface Ground {
  console: TestConsole;
  admin: Call;
  cylinderId: number;
  serviceId: number;
  supplierId: number;
  customerId: number;
  /** CREDIT, with a limit of 1.00 that any sale goes over. */
  strainedId: number;
  auditId: number;
  /** One person of each role; the clerk and the driver belong to `own`. */
  people: Record<Role, Person>;
  own: Side;
  other: Side;
  /** A name, code, SKU nobody used yet. */
  fresh(): string;
}

/** Two depots alike, with people of every role at the first, a printer and a mail server. */
export async function prepareDepots(): Promise<Ground> {
  const edge = await openEdgeCase();
  const { console, admin, depotId, cylinder14, hose, supplierId, customerK } = edge;
  let count = 0;
  const fresh = () => `F${(count += 1)}`;
  const addPerson = async (role: Role, at: number): Promise<Person> => {
    const username = `${role.toLowerCase()}-${fresh()}`;
    const fields = { username, fullName: username, employeeId: username, role, depotId: at };
    const { id } = await admin('users.create', { ...fields, password: PASSWORD, pin: PIN });
    return { id, role, username, call: await console.signIn(username, PASSWORD) };
  };
  const addSide = async (at: number, driver: Person): Promise<Side> => {
    const clerk = await addPerson('COUNTER', at);
    const goods = [{ equipmentId: cylinder14.id, condition: 'FULL' as const, quantity: 5000 }];
    const delivery = { depotId: at, supplierDepotId: supplierId, reference: 'DO', items: goods };
    await admin('stock.receive', { ...delivery, requestId: requestId() });
    const { id: slipId } = await clerk.call('distributions.create', {
      requestId: requestId(),
      depotId: at,
      driverId: driver.id,
      items: [{ equipmentId: cylinder14.id, direction: 'OUT', condition: 'FULL', quantity: 1000 }],
    });
    await clerk.call('distributions.confirm', { id: slipId });
    const sell = async (
      call: Call,
      source: { kind: 'depot'; depotId: number } | { kind: 'truck'; driverId: number },
    ) => {
      const payment = { method: 'CASH' as const, amount: '39.80' };
      const sale = { requestId: requestId(), customerId: customerK.id, source, items: [edge.deliver(1)], payment };
      return papersOf(await call('transactions.create', sale));
    };
    const truck = await sell(driver.call, { kind: 'truck', driverId: driver.id });
    const counter = await sell(clerk.call, { kind: 'depot', depotId: at });
    return { depotId: at, driverId: driver.id, slipId, truck, counter };
  };
  const people: Record<Role, Person> = {
    ADMIN: await addPerson('ADMIN', depotId),
    SUPERVISOR: await addPerson('SUPERVISOR', depotId),
    COUNTER: await addPerson('COUNTER', depotId),
    DRIVER: await addPerson('DRIVER', depotId),
    AUDITOR: await addPerson('AUDITOR', depotId),
  };
  const elsewhere = await admin('depots.create', { code: 'OTHER', name: 'Other', address: '' });
  await admin('settings.update', { printers: PRINTERS, mail: MAIL });
  await admin('customers.update', { id: customerK.id, email: 'k@example.com' });
  const strained = await edge.addCustomer({ paymentType: 'CREDIT', creditLimit: '1.00' });
  return {
    console,
    admin,
    cylinderId: cylinder14.id,
    serviceId: hose.id,
    supplierId,
    customerId: (await edge.addCustomer()).id,
    strainedId: strained.id,
    auditId: 1,
    people,
    own: await addSide(depotId, people.DRIVER),
    other: await addSide(elsewhere.id, await addPerson('DRIVER', elsewhere.id)),
    fresh,
  };
}

function papersOf({ transaction, invoice, receipt }: WireOutput<'transactions.create'>): Papers {
  return { transactionId: transaction.id, invoiceId: invoice?.id ?? 0, paymentId: receipt?.paymentId ?? 0 };
}
