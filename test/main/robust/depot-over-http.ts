import { requestId } from '../../helpers/open-test-console.ts';
import type { Goods, HttpCall } from './counter-clerk.ts';

const PASSWORD = 'correct horse';

export async function signInOverHttp(call: HttpCall, username = 'admin'): Promise<HttpCall> {
  await call('session.login', { username, password: PASSWORD } as never);
  return call;
}

/** Sets a depot up with plenty of stock, a driver, and three customers with meters: one for each clerk. */
export async function openDepotOverHttp(call: HttpCall): Promise<Goods[]> {
  const make = async (verb: Parameters<HttpCall>[0], input: object) =>
    (await call(verb, input as never)) as { id: number };
  await call('setup.create', {
    company: {
      name: 'HSH LPG',
      address: '8 Sample Link',
      postalCode: '416180',
      uen: '202599001H',
      gstNumber: 'M9-0012345-6',
    },
    siteCode: 'KB1',
    depot: { code: 'HSHKB', name: 'Kaki Bukit', address: '8 Sample Link' },
    admin: { username: 'admin', fullName: 'Admin', employeeId: 'E001', password: PASSWORD, pin: '4821' },
  } as never);
  await signInOverHttp(call);
  const depotId = ((await call('depots.list', {} as never)) as { items: { id: number }[] }).items[0]!.id;
  const supplier = await make('depots.create', { code: 'SINGGAS', name: 'Singgas', address: '', kind: 'SUPPLIER' });
  const cylinder = {
    name: 'CYL 14 kg',
    sku: 'CYL-14',
    equipmentType: 'CYLINDER',
    listPrice: '39.50',
    deposit: '60.00',
  };
  const { id: equipmentId } = await make('equipment.create', cylinder);
  const { id: serviceId } = await make('services.create', { code: 'HOSE', name: 'Hose', price: '12.00' });
  const driver = { username: 'driver1', fullName: 'Driver', employeeId: 'E002', role: 'DRIVER', password: PASSWORD };
  const { id: driverId } = await make('users.create', { ...driver, depotId });
  for (const condition of ['FULL', 'EMPTY']) {
    const items = [{ equipmentId, condition, quantity: 90_000 }];
    const delivery = { depotId, supplierDepotId: supplier.id, reference: `DO-${condition}`, items };
    await call('stock.receive', { requestId: requestId(), ...delivery } as never);
  }
  const goods: Goods[] = [];
  for (const code of ['K001', 'K002', 'K003']) {
    const customer = { code, name: code, address: '1 Road', postalCode: '123456', isMeterInstalled: true };
    const { id: customerId } = await make('customers.create', { ...customer, meterRate: '2.8500' });
    goods.push({ depotId, driverId, customerId, equipmentId, serviceId });
  }
  return goods;
}
