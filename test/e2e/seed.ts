import { randomUUID } from 'node:crypto';
import { contract, type Verb, type WireInput, type WireOutput } from '../../src/shared/contract/index.ts';
import { httpRequestOf } from '../../src/renderer/http-request.ts';

export const ADMIN = { username: 'admin', password: 'four walls and a scale' };

/** Calls a verb over HTTP, as a program beside the screen does. */
export type Call = <V extends Verb>(verb: V, input: WireInput<V>) => Promise<WireOutput<V>>;

export interface Seeded {
  call: Call;
  /** Bills one hose to the customer, without paper or mail. */
  sell: (customerId: number) => Promise<void>;
  withEmail: number;
  withoutEmail: number;
}

/** A small depot, ready to sell a hose to a customer with an address for mail and to one without. */
export async function seedDepot(url: string): Promise<Seeded> {
  let access: string | null = null;
  const call: Call = async (verb, input) => {
    const { method, url: path, body } = httpRequestOf(contract[verb].http, input);
    const response = await fetch(new URL(path, url), {
      method,
      body,
      headers: {
        'Content-Type': 'application/json',
        ...(access === null ? {} : { Authorization: `Bearer ${access}` }),
      },
    });
    if (!response.ok) throw new Error(`${verb}: ${await response.text()}`);
    return (await response.json()) as WireOutput<typeof verb>;
  };

  const { depotId } = await call('setup.create', {
    company: {
      name: 'HSH LPG Pte Ltd',
      address: '8 Sample Link, Singapore',
      postalCode: '416180',
      gstNumber: 'M9-0012345-6',
    },
    siteCode: 'KB1',
    depot: { code: 'HSHKB', name: 'HSH Kaki Bukit', address: '8 Sample Link' },
    admin: { ...ADMIN, fullName: 'Depot Administrator', employeeId: 'E001', pin: '246810' },
  });
  ({ access } = await call('session.login', ADMIN));
  const hose = await call('services.create', { code: 'HOSE', name: 'Hose & clip', price: '12.00' });
  const customer = (code: string, name: string, email: string | null) =>
    call('customers.create', { code, name, email, address: '1 Road', postalCode: '123456' });
  const one = await customer('C1', 'Café Éclair', 'cafe@eclair.example');
  const other = await customer('C2', 'Kopitiam 88', null);
  return {
    call,
    withEmail: one.id,
    withoutEmail: other.id,
    async sell(customerId) {
      await call('transactions.create', {
        requestId: randomUUID(),
        customerId,
        source: { kind: 'depot', depotId },
        items: [{ type: 'service', serviceId: hose.id, quantity: 1 }],
        deliver: { print: false, email: false },
      });
    },
  };
}
