import { expect } from 'vitest';
import { type Verb, type WireInput } from '../../src/shared/contract/index.ts';
import { type Call, requestId } from './open-test-console.ts';
import { type DeliveryWalker, type Issued, walkDelivery } from './walk-delivery.ts';
import { walkGoods } from './walk-goods.ts';
import { walkHeadOffice } from './walk-head-office.ts';

export interface Walker extends DeliveryWalker {
  /** Answers as the person signed in last, or as nobody. */
  call: Call;
}

const PASSWORD = 'correct horse';

/**
 * A short day at a new depot that uses every verb of the contract once at least, the same over every transport.
 * Numbers are looked at where a transport could spoil them; the rules have tests of their own.
 */
export async function walkContract({ call, house }: Walker): Promise<void> {
  expect(await call('setup.status', {})).toMatchObject({ isSetUp: false });
  const { depotId, userId } = await call('setup.create', {
    company: { name: 'HSH LPG', address: '8 Sample Link', postalCode: '416180', gstNumber: 'M9-0012345-6' },
    siteCode: 'KB1',
    depot: { code: 'HSHKB', name: 'Kaki Bukit', address: '' },
    admin: { username: 'admin', fullName: 'Administrator', employeeId: 'E001', password: PASSWORD, pin: '4821' },
  });
  await call('session.login', { username: 'admin', password: PASSWORD });
  expect(await call('session.me', {})).toMatchObject({ id: userId, role: 'ADMIN', hasPin: true });
  expect(await call('session.unlock', { pin: '4821' })).toMatchObject({ id: userId });
  expect(await call('session.switch', { username: 'admin', pin: '4821' })).toMatchObject({ user: { id: userId } });
  await walkPeople(call, depotId);
  const goods = await walkCatalogue(call);
  const customerId = await walkCustomers(call, goods.cylinderId);
  const { driverId, distributionId } = await walkStock(call, { ...goods, depotId, customerId });
  const sold = await walkSale(call, { ...goods, depotId, customerId, driverId });
  await walkGoods(call, { ...goods, depotId, customerId, driverId });
  await walkDelivery({ call, house }, { ...sold, customerId, distributionId });
  await walkDrafts(call);
  await walkOffice(call);
  await call('session.changePassword', { currentPassword: PASSWORD, newPassword: 'battery staple' });
  expect(await call('session.logout', {})).toEqual({ signedOut: true });
}

async function walkPeople(call: Call, depotId: number): Promise<void> {
  const fields = { username: 'clerk', fullName: 'Clerk', employeeId: 'E003', role: 'COUNTER' as const, depotId };
  const { id } = await call('users.create', { ...fields, password: PASSWORD });
  expect(await call('users.get', { id })).toMatchObject({ username: 'clerk', hasPin: false });
  expect(await call('users.update', { id, fullName: 'Clerk One', pin: '1234' })).toMatchObject({ hasPin: true });
  expect(await call('users.list', { search: 'clerk', limit: 1 })).toMatchObject({ total: 1, nextCursor: null });
  expect(await call('users.deactivate', { id })).toMatchObject({ isActive: false });
}

async function walkCatalogue(call: Call) {
  const plant = await call('depots.create', { code: 'SINGGAS', name: 'Singgas', address: 'Pier', kind: 'SUPPLIER' });
  const closed = await call('depots.create', { code: 'OLD', name: 'Old', address: '' });
  expect(await call('depots.update', { id: closed.id, name: 'Older' })).toMatchObject({ kind: 'OWN', name: 'Older' });
  expect(await call('depots.deactivate', { id: closed.id })).toMatchObject({ isActive: false });
  expect(await call('depots.list', { isActive: true })).toMatchObject({ total: 2 });
  expect(await call('depots.get', { id: plant.id })).toEqual(plant);
  const cylinder = await call('equipment.create', {
    name: 'CYL 14 kg',
    sku: 'CYL-14',
    equipmentType: 'CYLINDER',
    weightKg: '14',
    listPrice: '39.50',
    deposit: '60',
  });
  expect(cylinder).toMatchObject({ weightKg: '14.00', listPrice: '39.50', deposit: '60.00', isActive: true });
  expect(await call('equipment.update', { id: cylinder.id, reorderLevel: 40 })).toMatchObject({ reorderLevel: 40 });
  expect((await call('equipment.list', { search: 'cyl' })).items).toHaveLength(1);
  const regulator = { name: 'Regulator', sku: 'REG', equipmentType: 'REGULATOR' as const };
  const { id: spareId } = await call('equipment.create', regulator);
  await call('equipment.deactivate', { id: spareId });
  expect(await call('equipment.get', { id: spareId })).toMatchObject({ isActive: false, listPrice: null });
  const hose = await call('services.create', { code: 'HOSE', name: 'Hose & clip', price: '12.00' });
  expect(await call('services.update', { id: hose.id, price: '13.50' })).toMatchObject({ price: '13.50' });
  expect(await call('services.get', { id: hose.id })).toMatchObject({ taxCategory: 'SR' });
  const { id: oldId } = await call('services.create', { code: 'OLD', name: 'Old', price: '1.00' });
  expect(await call('services.deactivate', { id: oldId })).toMatchObject({ isActive: false });
  expect((await call('services.list', { isActive: true })).items).toHaveLength(1);
  return { supplierDepotId: plant.id, cylinderId: cylinder.id, serviceId: hose.id };
}

async function walkCustomers(call: Call, equipmentId: number): Promise<number> {
  const { id } = await call('customers.create', {
    code: 'C1',
    name: '福满楼 Restaurant',
    address: '88 Toa Payoh Road',
    postalCode: '551885',
    paymentType: 'CREDIT',
    creditLimit: '500',
    termsDays: 30,
    isMeterInstalled: true,
    meterDigits: 5,
    lastMeterReading: '1480',
    meterRate: '2.85',
  });
  const rates = [{ equipmentId, rate: '36.50', from: '2026-01-01' }];
  expect(await call('customers.setRates', { id, rates })).toMatchObject({ rates, lastMeterReading: '1480.000' });
  expect(await call('customers.update', { id, phone: '6905 6570' })).toMatchObject({ phone: '6905 6570' });
  expect((await call('customers.list', { search: '满楼' })).items).toMatchObject([{ id, balance: '0.00' }]);
  const gone = await call('customers.create', { code: 'C2', name: 'Gone', address: '', postalCode: '000000' });
  expect(await call('customers.deactivate', { id: gone.id })).toMatchObject({ isActive: false });
  return id;
}

interface Ground {
  depotId: number;
  supplierDepotId: number;
  cylinderId: number;
  customerId: number;
}

async function walkStock(call: Call, { depotId, supplierDepotId, cylinderId, customerId }: Ground) {
  const items = [{ equipmentId: cylinderId, condition: 'FULL' as const, quantity: 20 }];
  const transfer = { depotId, supplierDepotId, reference: 'DO-1', items };
  expect(await call('stock.receive', { ...transfer, requestId: requestId() })).toMatchObject({ direction: 'RECEIVE' });
  const back = [{ equipmentId: cylinderId, condition: 'FULL' as const, quantity: 5 }];
  await call('stock.dispatch', { ...transfer, items: back, requestId: requestId() });
  const counted = { entity: 'customer' as const, entityId: customerId, equipmentId: cylinderId, quantity: 3 };
  const update = { ...counted, reason: 'counted on site', requestId: requestId() };
  expect(await call('inventories.update', update)).toMatchObject({ difference: 3, item: { onSite: 3 } });
  const driver = { username: 'driver1', fullName: 'Driver One', employeeId: 'E011', role: 'DRIVER' as const, depotId };
  const { id: driverId } = await call('users.create', { ...driver, vehicleNo: 'GBA1234A', password: PASSWORD });
  expect((await call('users.drivers', {})).items).toMatchObject([{ id: driverId, vehicleNo: 'GBA1234A' }]);
  const slip = (quantity: number): WireInput<'distributions.create'> => ({
    requestId: requestId(),
    depotId,
    driverId,
    items: [{ equipmentId: cylinderId, direction: 'OUT', condition: 'FULL', quantity }],
  });
  const { id } = await call('distributions.create', slip(4));
  expect(await call('distributions.update', { id, poNumber: 'PO1' })).toMatchObject({
    status: 'DRAFT',
    poNumber: 'PO1',
  });
  expect(await call('distributions.confirm', { id })).toMatchObject({ status: 'CONFIRMED', totalOut: 4, totalIn: 0 });
  const dropped = await call('distributions.create', slip(1));
  expect(await call('distributions.cancel', { id: dropped.id })).toMatchObject({ status: 'CANCELLED' });
  expect((await call('distributions.list', { status: 'CONFIRMED' })).items).toMatchObject([{ id }]);
  expect((await call('distributions.get', { id })).items).toHaveLength(1);
  expect((await call('inventories.list', { entity: 'truck', entityId: driverId })).items).toMatchObject([{ full: 4 }]);
  return { driverId, distributionId: id };
}

interface SaleGround extends Ground {
  serviceId: number;
  driverId: number;
}

type Sold = Pick<Issued, 'transactionId' | 'invoiceId' | 'paymentId'>;

async function walkSale(call: Call, { cylinderId, serviceId, customerId, driverId }: SaleGround): Promise<Sold> {
  const sale = {
    customerId,
    source: { kind: 'truck' as const, driverId },
    items: [
      { type: 'cylinder' as const, equipmentId: cylinderId, action: 'DELIVER' as const, quantity: 2 },
      { type: 'service' as const, serviceId, quantity: 1 },
      { type: 'deposit' as const, equipmentId: cylinderId, quantity: 1 },
    ],
    currentMeter: '1489.250',
  };
  const quote = await call('transactions.quote', sale);
  expect(quote).toMatchObject({ netAmount: '172.86', taxAmount: '10.16', totalAmount: '183.02', isInvoiced: true });
  const { transaction, invoice } = await call('transactions.create', { ...sale, requestId: requestId() });
  expect(transaction).toMatchObject({ number: 'TRX-KB1-2026-000001', totalAmount: quote.totalAmount });
  expect(await call('transactions.get', { id: transaction.id })).toEqual(transaction);
  expect((await call('transactions.list', { customerId })).items).toMatchObject([{ invoiceId: invoice?.id }]);
  const id = invoice?.id ?? 0;
  expect(await call('invoices.get', { id })).toMatchObject({ outstanding: '183.02', dueDate: '2026-02-19' });
  expect((await call('invoices.list', { unpaid: true, sort: '-dueDate' })).items).toMatchObject([{ id }]);
  const number = 'INV-KB1-2026-000001';
  expect((await call('invoices.list', { startAt: number })).items).toMatchObject([{ id }]);
  expect(await call('invoices.export', { format: 'csv' })).toMatchObject({ fileName: 'invoices-2026-01-20.csv' });
  expect(await call('invoices.pdf', { id })).toMatchObject({ contentType: 'application/pdf' });
  expect(await call('customers.account', { id: customerId })).toMatchObject({
    balance: '183.02',
    creditLeft: '316.98',
    onSite: [{ equipmentId: cylinderId, quantity: 5 }],
    deposits: [{ amount: '60.00' }],
  });
  const money = { requestId: requestId(), customerId, method: 'CHEQUE' as const, amount: '200.00', reference: 'CHQ1' };
  const { payment, receipt } = await call('payments.create', money);
  expect(payment).toMatchObject({ unallocated: '16.98', receiptNumber: receipt.number });
  expect(await call('payments.get', { id: payment.id })).toEqual(payment);
  expect((await call('payments.list', { method: 'CHEQUE' })).items).toEqual([payment]);
  expect(await call('customers.get', { id: customerId })).toMatchObject({ lastMeterReading: '1489.250' });
  return { transactionId: transaction.id, invoiceId: id, paymentId: payment.id };
}

async function walkDrafts(call: Call): Promise<void> {
  const kind = 'sale' as const;
  const postsAs = requestId();
  expect(await call('drafts.get', { kind })).toEqual({ draft: null });
  expect(await call('drafts.save', { kind, postsAs, content: '{"meter":"14"}' })).toEqual({ isKept: true });
  expect(await call('drafts.get', { kind })).toMatchObject({ draft: { postsAs, content: '{"meter":"14"}' } });
  expect(await call('drafts.remove', { kind, postsAs })).toEqual({ isRemoved: true });
}

async function walkOffice(call: Call): Promise<void> {
  expect(await call('stock.check', {})).toEqual({ ok: true, problems: [] });
  expect((await call('stock.movements', { limit: 2 })).nextCursor).not.toBeNull();
  const { items } = await call('audit.list', { action: 'payments.create' });
  expect(await call('audit.get', { id: items[0]?.id ?? 0 })).toEqual(items[0]);
  expect(await call('audit.verify', {})).toMatchObject({ ok: true });
  expect(await call('reports.sales', {})).toMatchObject({ sums: { invoices: 1, total: '183.02' } });
  expect(await call('reports.sales', { format: 'csv' })).toMatchObject({ fileName: 'sales-account-2026-01-20.csv' });
  const month = { from: '2026-01-01', to: '2026-01-31' };
  expect(await call('reports.accounting', { program: 'xero', kind: 'invoices', ...month })).toMatchObject({
    fileName: 'xero-invoices-2026-01-01-2026-01-31.csv',
  });
  expect(await call('reports.customers', {})).toMatchObject({ items: [{ code: 'C1', invoices: 1 }] });
  expect((await call('settings.get', {})).tax).toMatchObject({ gstMode: 'exclusive', cashRounding: true });
  const changed = await call('settings.update', { security: { backdateDays: 14 } });
  expect(changed.security).toMatchObject({ backdateDays: 14, idleMinutes: 10 });
  expect(await call('imports.run', { files: {}, dryRun: true })).toMatchObject({ problems: [] });
  expect(await call('system.rebuild', {})).toMatchObject({ stockBalances: 0, mended: [] });
  const backup = await call('backups.run', {});
  expect(backup).toMatchObject({ reason: 'asked', problems: [] });
  expect(await call('backups.list', {})).toMatchObject({ items: [backup], secondFolder: null, troubles: [] });
  expect(await call('backups.since', { name: backup.name })).toMatchObject({ changes: 1, invoices: 0, receipts: 0 });
  expect(await call('backups.restore', { name: backup.name })).toEqual({ name: backup.name });
  await walkHeadOffice(call);
  expect(await call('lostDocuments.list', { all: true })).toEqual({ items: [] });
  expect(await call('system.health', {})).toMatchObject({ database: 'ok', jobs: { failed: 0 }, notices: [] });
}

/** Verbs that need more than one walk can show. */
export const NOT_WALKED: readonly Verb[] = [
  'session.refresh',
  'imports.sample',
  'lostDocuments.enterSale',
  'lostDocuments.enterPayment',
  'lostDocuments.enterSlip',
  'lostDocuments.settle',
];
