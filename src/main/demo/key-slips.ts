import { randomUUID } from 'node:crypto';
import type { WireInput, WireOutput } from '../../shared/contract/index.ts';
import type { Call } from '../import/call-console.ts';
import type { Codes, Directory } from './directory.ts';
import type { DistributionSlip, PaymentSlip, SaleSlip, Slip } from './slips.ts';

export interface Keying {
  directory: Directory;
  /** They take turns, as two counters do. */
  clerks: readonly [Call, ...Call[]];
  /** The slips' day, when it is not today; then the clerks must have the right to date back. */
  businessDate?: string;
  /** Before each slip. */
  onSlip?: (index: number) => void;
}

type Sale = WireOutput<'transactions.create'>;
type SaleItem = WireInput<'transactions.create'>['items'][number];
type Dated = Pick<Keying, 'directory'> & { dated: { businessDate?: string } };

/** Keys slips one after the other. @returns what the console answered to each sale, in order */
export async function keySlips(
  slips: readonly Slip[],
  { directory, clerks, businessDate, onSlip }: Keying,
): Promise<Sale[]> {
  const sales: Sale[] = [];
  const day = { directory, dated: businessDate === undefined ? {} : { businessDate } };
  for (const [index, slip] of slips.entries()) {
    onSlip?.(index);
    const call = clerks[index % clerks.length] ?? clerks[0];
    if (slip.kind === 'sale') sales.push(await keySale(call, slip, day));
    else if (slip.kind === 'payment') await keyPayment(call, slip, day);
    else await keyDistribution(call, slip, day);
  }
  return sales;
}

async function keyDistribution(call: Call, slip: DistributionSlip, { directory, dated }: Dated): Promise<void> {
  const { depot, driver, poNumber, items, confirm } = slip;
  const { id } = await call('distributions.create', {
    requestId: randomUUID(),
    ...dated,
    depotId: idOf(directory.depots, depot),
    driverId: idOf(directory.drivers, driver),
    poNumber,
    items: items.map(({ sku, ...item }) => ({ ...item, equipmentId: idOf(directory.equipment, sku) })),
  });
  if (confirm) await call('distributions.confirm', { id });
}

function keySale(call: Call, slip: SaleSlip, { directory, dated }: Dated): Promise<Sale> {
  const { kind: _kind, customer, source, items, ...rest } = slip;
  const { kind, code } = source;
  return call('transactions.create', {
    ...rest,
    ...dated,
    customerId: idOf(directory.customers, customer),
    source:
      kind === 'depot'
        ? { kind, depotId: idOf(directory.depots, code) }
        : { kind, driverId: idOf(directory.drivers, code) },
    items: items.map((item) => saleItem(item, directory)),
  });
}

function saleItem(item: SaleSlip['items'][number], { equipment, services }: Directory): SaleItem {
  if (item.type === 'service') {
    const { service, ...rest } = item;
    return { ...rest, serviceId: idOf(services, service) };
  }
  const { sku, ...rest } = item;
  return { ...rest, equipmentId: idOf(equipment, sku) };
}

async function keyPayment(call: Call, slip: PaymentSlip, { directory, dated }: Dated): Promise<void> {
  const { kind: _kind, customer, ...payment } = slip;
  const customerId = idOf(directory.customers, customer);
  await call('payments.create', { ...payment, ...dated, requestId: randomUUID(), customerId });
}

function idOf(codes: Codes, code: string): number {
  const id = codes.get(code);
  if (id === undefined) throw new Error(`A slip names ${code}, which the books do not know.`);
  return id;
}
