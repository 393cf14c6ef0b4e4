import type { WireInput, WireOutput } from '../../src/shared/contract/index.ts';
import { type Call, requestId, type TestConsole } from './open-test-console.ts';

const PASSWORD = 'correct horse';
export const PIN = '4821';

export interface Counter {
  admin: Call;
  depotId: number;
  supplierId: number;
  cylinder14: WireOutput<'equipment.get'>;
  hose: WireOutput<'services.get'>;
  addCustomer: (fields?: Partial<WireInput<'customers.create'>>) => Promise<WireOutput<'customers.get'>>;
  addUser: (role: WireInput<'users.create'>['role'], username: string) => Promise<{ id: number; call: Call }>;
  /** Full cylinders from the bottling plant into the depot. */
  receive: (equipmentId: number, quantity: number) => Promise<void>;
}

export interface CounterOptions {
  gstNumber?: string | null;
  siteCode?: string;
}

/** A depot as edges.md has it: registered for GST, 14 kg at 39.50 with a deposit of 60.00, hose & clip at 12.00. */
export async function openCounter(console: TestConsole, options: CounterOptions = {}): Promise<Counter> {
  const { gstNumber = 'M9-0012345-6', siteCode = 'KB1' } = options;
  const { depotId } = await console.anyone('setup.create', {
    company: { name: 'HSH LPG Pte Ltd', address: '8 Sample Link', postalCode: '416180', uen: '202599001H', gstNumber },
    siteCode,
    depot: { code: 'HSHKB', name: 'Kaki Bukit', address: '8 Sample Link' },
    admin: { username: 'admin', fullName: 'Depot Administrator', employeeId: 'E001', password: PASSWORD, pin: PIN },
  });
  const admin = await console.signIn('admin', PASSWORD);
  const supplier = await admin('depots.create', { code: 'SINGGAS', name: 'Singgas', address: '', kind: 'SUPPLIER' });
  const cylinder14 = await admin('equipment.create', {
    name: 'CYL 14 kg',
    sku: 'CYL-14',
    equipmentType: 'CYLINDER',
    weightKg: '14.00',
    listPrice: '39.50',
    deposit: '60.00',
  });
  const hose = await admin('services.create', { code: 'HOSE', name: 'Hose & clip', price: '12.00', taxCategory: 'SR' });
  let customers = 0;
  return {
    admin,
    depotId,
    supplierId: supplier.id,
    cylinder14,
    hose,
    addCustomer(fields = {}) {
      customers += 1;
      const code = `K${String(customers).padStart(3, '0')}`;
      return admin('customers.create', {
        code,
        name: `Kopitiam ${customers}`,
        address: '1 Road',
        postalCode: '123456',
        ...fields,
      });
    },
    async addUser(role, username) {
      const { id } = await admin('users.create', {
        username,
        fullName: username,
        employeeId: `E-${username}`,
        role,
        depotId,
        password: PASSWORD,
        pin: PIN,
      });
      return { id, call: await console.signIn(username, PASSWORD) };
    },
    async receive(equipmentId, quantity) {
      await admin('stock.receive', {
        requestId: requestId(),
        depotId,
        supplierDepotId: supplier.id,
        reference: 'DO-1',
        items: [{ equipmentId, condition: 'FULL', quantity }],
      });
    },
  };
}
