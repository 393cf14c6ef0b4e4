import type { WireInput, WireOutput } from '../../../src/shared/contract/index.ts';
import { formatCents, type Cents } from '../../../src/shared/money.ts';
import { formatCubicMetres, parseCubicMetres } from '../../../src/shared/quantity.ts';
import { PIN } from '../../helpers/open-counter.ts';
import type { Command, CommandOf, SoldItem } from './commands.ts';
import { deliveryRequestOf } from './delivery-request.ts';
import type { Made, Written } from './made.ts';
import type { Counter, Day } from './prepare-counter.ts';

type Sale = WireInput<'transactions.create'>;
type Item = Sale['items'][number];

export function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new Error('there is nothing to choose from');
  return value;
}

type Doing = Exclude<Command, { kind: 'clock' | 'again' | 'farEnd' }>;

/** The verb and input of a command; `null` when there is no document yet to do it with. */
export async function requestOf(day: Day, written: Written, command: Doing): Promise<Made> {
  const { counter } = day;
  const { slips } = written;
  switch (command.kind) {
    case 'sale':
      return { verb: 'transactions.create', input: await saleOf(day, command) };
    case 'payment':
      return { verb: 'payments.create', input: await paymentOf(day, command) };
    case 'receive':
    case 'dispatch': {
      const items = command.items.map(({ equipment, ...item }) => ({
        ...item,
        equipmentId: goods(counter, equipment),
      }));
      const places = { depotId: counter.depotId, supplierDepotId: counter.supplierId, reference: 'DO-7' };
      return { verb: `stock.${command.kind}`, input: { ...places, items, ...circumstances(day, command) } };
    }
    case 'slip': {
      const places = { depotId: counter.depotId, driverId: at(counter.drivers, command.truck) };
      const items = slipItems(counter, command.items);
      return { verb: 'distributions.create', input: { ...places, items, ...circumstances(day, command) } };
    }
    case 'confirm':
    case 'cancel':
    case 'rewrite': {
      if (slips.length === 0) return null;
      const id = at(slips, command.slip);
      if (command.kind === 'cancel') return { verb: 'distributions.cancel', input: { id } };
      if (command.kind === 'confirm') {
        return { verb: 'distributions.confirm', input: { id, confirmTruckShort: command.confirms } };
      }
      return { verb: 'distributions.update', input: { id, items: slipItems(counter, command.items) } };
    }
    case 'count': {
      const { customer, quantity, condition } = command;
      const place =
        customer === null
          ? { entity: 'depot', entityId: counter.depotId, condition }
          : { entity: 'customer', entityId: at(counter.customers, customer) };
      const counted = { ...place, equipmentId: goods(counter, command.equipment), quantity, reason: 'counted' };
      return { verb: 'inventories.update', input: { ...counted, ...approvalOf(command) } };
    }
    case 'limit':
    case 'rates':
    case 'meterRate':
      return termsOf(day, command);
    case 'equip':
    case 'ask':
    case 'askMany':
    case 'mend':
      return deliveryRequestOf(day, written, command);
  }
}

function goods({ cylinders, regulatorId, meterId }: Counter, index: number): number {
  return at([...cylinders, ...cylinders, regulatorId, meterId], index);
}

function slipItems(counter: Counter, items: CommandOf<'slip'>['items']) {
  return items.map(({ equipment, ...item }) => ({ ...item, equipmentId: goods(counter, equipment) }));
}

function dayBack(day: Day, days: number): string {
  const singapore = day.console.clock.now().getTime() + 8 * 3_600_000;
  return new Date(singapore - days * 24 * 3_600_000).toISOString().slice(0, 10);
}

function approvalOf({ approval, who }: { approval: 'none' | 'supervisor' | 'own'; who: string }) {
  if (approval === 'none') return {};
  const username = approval === 'supervisor' ? 'supervisor' : who === 'driver' ? 'driver1' : who;
  return { approval: { username, pin: PIN, reason: 'known customer' } };
}

function circumstances(day: Day, command: { daysBack: number; approval: 'none' | 'supervisor' | 'own'; who: string }) {
  const dated = command.daysBack === 0 ? {} : { businessDate: dayBack(day, command.daysBack) };
  return { ...dated, ...approvalOf(command) };
}

function itemOf({ cylinders, regulatorId, meterId, serviceId }: Counter, sold: SoldItem): Item {
  const { type, quantity } = sold;
  const equipmentId = at(cylinders, quantity > 4 ? 1 : 0);
  switch (type) {
    case 'service':
      return { type, serviceId, quantity };
    case 'regulator':
      return { type: 'equipment', equipmentId: regulatorId, quantity };
    case 'meter':
      return { type: 'equipment', equipmentId: meterId, quantity: 1 };
    case 'deposit':
      return { type, equipmentId, quantity };
    default: {
      const cheaper = sold.isCheaper === true && quantity === 3 ? { rate: '30.0525', rateReason: 'promised' } : {};
      return { type: 'cylinder', equipmentId, action: type as 'DELIVER', quantity, ...cheaper };
    }
  }
}

async function saleOf(day: Day, command: CommandOf<'sale'>): Promise<Omit<Sale, 'requestId'>> {
  const { counter } = day;
  const customerId = at(counter.customers, command.customer);
  const { truck, confirms, payment } = command;
  const sale = {
    customerId,
    source:
      truck === null
        ? { kind: 'depot' as const, depotId: counter.depotId }
        : { kind: 'truck' as const, driverId: at(counter.drivers, truck) },
    items: command.items.map((item) => itemOf(counter, item)),
    confirmUnusual: confirms,
    confirmTruckShort: confirms,
    ...(command.deliver === null ? {} : { deliver: command.deliver }),
    ...(await readingOf(day, command, customerId)),
    ...circumstances(day, command),
  };
  if (payment === null) return sale;
  const { method, share, hasChange } = payment;
  const quote = await day.call(command.who, 'transactions.quote', sale);
  const asked = quote.ok ? (quote.value as WireOutput<'transactions.quote'>) : null;
  const total = (method === 'CASH' ? asked?.cashTotal : asked?.totalAmount) ?? '5.00';
  if (total === '0.00') return sale;
  const amount = share === 'part' ? '5.00' : share === 'over' && method !== 'CASH' ? `9${total}` : total;
  const tendered = method === 'CASH' && hasChange ? { tendered: '5000.00' } : {};
  return { ...sale, payment: { method, amount, ...tendered } };
}

async function readingOf(day: Day, command: CommandOf<'sale'>, customerId: number): Promise<Partial<Sale>> {
  const { usage, isEstimated, isRollover } = command;
  const known = await day.call('admin', 'customers.get', { id: customerId });
  const customer = known.ok ? (known.value as WireOutput<'customers.get'>) : null;
  if (usage === null || !customer?.isMeterInstalled) return {};
  const last = parseCubicMetres(customer.lastMeterReading ?? '0') ?? 0;
  const reading = Math.max(0, last + usage) % 100_000_000;
  const currentMeter = formatCubicMetres(reading as Parameters<typeof formatCubicMetres>[0]);
  return { currentMeter, meterEstimated: isEstimated, meterRollover: isRollover && reading < last };
}

async function paymentOf(day: Day, command: CommandOf<'payment'>) {
  const customerId = at(day.counter.customers, command.customer);
  const amount = formatCents(command.cents as Cents);
  const paid = { customerId, method: command.method, amount, ...circumstances(day, command) };
  if (command.chosen === null) return paid;
  const account = await day.call('admin', 'customers.account', { id: customerId });
  const open = account.ok ? (account.value as WireOutput<'customers.account'>).outstandingInvoices : [];
  const allocations = command.chosen.flatMap((cents, index) => {
    const invoice = open[index];
    return invoice === undefined ? [] : [{ invoiceId: invoice.id, amount: formatCents(cents as Cents) }];
  });
  return { ...paid, allocations };
}

function termsOf(day: Day, command: CommandOf<'limit' | 'rates' | 'meterRate'>): Made {
  const id = at(day.counter.customers, command.customer);
  const amount = formatCents(command.cents as Cents);
  if (command.kind === 'limit') return { verb: 'customers.update', input: { id, creditLimit: amount } };
  const from = dayBack(day, command.daysBack);
  if (command.kind === 'meterRate') {
    return { verb: 'customers.setRates', input: { id, rates: [], meterRates: [{ rate: amount, from }] } };
  }
  const rates = day.counter.cylinders.map((equipmentId) => ({ equipmentId, rate: amount, from }));
  return { verb: 'customers.setRates', input: { id, rates } };
}
