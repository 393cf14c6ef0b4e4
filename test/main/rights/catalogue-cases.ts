import { can, type Case, type Situation } from './case.ts';

const CATALOGUE = "equipment, services, prices, customers' contract rates";
const CONTACTS = 'customers: create, edit name, contacts, addresses';
const TERMS = 'customers: payment type, limit, terms, meter rate; readings outside a sale';
const READ = 'read lists and reports';

function customer({ ground }: Situation) {
  return { code: ground.fresh(), name: 'Kopitiam', address: '1 Road', postalCode: '123456' };
}

async function freshCustomer(situation: Situation): Promise<number> {
  return (await situation.ground.admin('customers.create', customer(situation))).id;
}

async function freshEquipment({ ground }: Situation): Promise<number> {
  const fields = { name: 'Regulator', sku: ground.fresh(), equipmentType: 'REGULATOR' as const };
  return (await ground.admin('equipment.create', fields)).id;
}

async function freshService({ ground }: Situation): Promise<number> {
  return (await ground.admin('services.create', { code: ground.fresh(), name: 'Fitting', price: '5.00' })).id;
}

/** Each field of a customer's terms, with a value that is a change for a new customer. */
const TERM_FIELDS = {
  paymentType: 'CREDIT',
  creditLimit: '900.00',
  termsDays: 60,
  meterRate: '1.2345',
  siteCylinderLimit: 3,
} as const;

function termCases(): Case[] {
  return Object.entries(TERM_FIELDS).flatMap(([field, value]) => [
    can(TERMS, 'customers.update', async (at) => ({ id: await freshCustomer(at), [field]: value }), { what: field }),
    can(TERMS, 'customers.create', (at) => ({ ...customer(at), [field]: value }), { what: field }),
  ]);
}

function contactCases(): Case[] {
  const fields = { name: 'K2', email: 'k@example.com', phone: '6905 6570', address: '2 Road', siteAddress: '3 Road' };
  return Object.entries(fields).map(([field, value]) =>
    can(
      CONTACTS,
      'customers.update',
      async (at) => ({ id: await freshCustomer(at), [field]: field === 'email' ? `${at.ground.fresh()}@a.sg` : value }),
      { what: field },
    ),
  );
}

/** What is sold and to whom: the catalogue, prices, customers and their terms field by field. */
export const CATALOGUE_AND_CUSTOMERS: readonly Case[] = [
  can(CATALOGUE, 'equipment.create', ({ ground }) => ({ name: 'R', sku: ground.fresh(), equipmentType: 'REGULATOR' })),
  can(CATALOGUE, 'equipment.update', async (at) => ({ id: await freshEquipment(at), listPrice: '9.00' })),
  can(CATALOGUE, 'equipment.deactivate', async (at) => ({ id: await freshEquipment(at) })),
  can(CATALOGUE, 'services.create', ({ ground }) => ({ code: ground.fresh(), name: 'Fitting', price: '5.00' })),
  can(CATALOGUE, 'services.update', async (at) => ({ id: await freshService(at), price: '6.00' })),
  can(CATALOGUE, 'services.deactivate', async (at) => ({ id: await freshService(at) })),
  can(CATALOGUE, 'customers.setRates', async (at) => ({
    id: await freshCustomer(at),
    rates: [{ equipmentId: at.ground.cylinderId, rate: '36.50', from: '2026-01-01' }],
  })),
  can(CONTACTS, 'customers.create', customer),
  ...contactCases(),
  ...termCases(),
  can(TERMS, 'customers.create', (at) => ({ ...customer(at), isMeterInstalled: true, lastMeterReading: '5.000' }), {
    what: 'a first reading',
  }),
  can(
    TERMS,
    'customers.setRates',
    async (at) => ({
      id: await freshCustomer(at),
      rates: [],
      meterRates: [{ rate: '2.85', from: '2026-01-01' }],
    }),
    { what: 'meter rates' },
  ),
  can(TERMS, 'customers.deactivate', async (at) => ({ id: await freshCustomer(at) })),
  can(TERMS, 'customers.update', async (at) => ({ id: await freshCustomer(at), isActive: false }), {
    what: 'isActive',
  }),
  can(READ, 'depots.list', () => ({})),
  can(READ, 'depots.get', ({ ground }) => ({ id: ground.own.depotId })),
  can(READ, 'equipment.list', () => ({})),
  can(READ, 'equipment.get', ({ ground }) => ({ id: ground.cylinderId })),
  can(READ, 'services.list', () => ({})),
  can(READ, 'services.get', ({ ground }) => ({ id: ground.serviceId })),
  can(READ, 'customers.list', () => ({})),
  can(READ, 'customers.get', ({ ground }) => ({ id: ground.customerId })),
  can(READ, 'customers.account', ({ ground }) => ({ id: ground.customerId })),
  can(READ, 'users.drivers', () => ({})),
  can(READ, 'settings.get', () => ({})),
];
