import { addCents, type Cents, formatCents, parseCents, ZERO_CENTS } from '../../shared/money.ts';
import type { Call } from '../import/call-console.ts';
import { textTable } from '../import/text-table.ts';
import { everyPage } from './directory.ts';

/** The day in a few lines, as the verbs tell it. @param call as an administrator */
export async function summaryOf(call: Call): Promise<string> {
  const invoices = await everyPage((page) => call('invoices.list', page));
  const cash = await everyPage((page) => call('payments.list', { ...page, method: 'CASH' }));
  const audit = await call('audit.verify', {});
  const facts = textTable([
    ['Invoices', String(invoices.length)],
    ['Net', dollars(invoices.map(({ net }) => net))],
    ['GST', dollars(invoices.map(({ tax }) => tax))],
    ['Total', dollars(invoices.map(({ total }) => total))],
    ['Cash taken', dollars(cash.map(({ amount }) => amount))],
  ]);
  const chain = audit.ok ? `${audit.rows} rows, whole, head ${audit.head}` : 'BROKEN';
  return `${facts}\n${await stockTable(call)}\nAudit: ${chain}\n`;
}

/** How many of each size are where; a bottling plant's counter-account is not among them. */
async function stockTable(call: Call): Promise<string> {
  const equipment = await everyPage((page) => call('equipment.list', page));
  const depots = await everyPage((page) => call('depots.list', { ...page, kind: 'OWN' }));
  const own = new Set(depots.map(({ id }) => id));
  const atDepots = (await call('inventories.list', { entity: 'depot' })).items.filter((item) => own.has(item.entityId));
  const onTrucks = (await call('inventories.list', { entity: 'truck' })).items;
  const atCustomers = (await call('inventories.list', { entity: 'customer' })).items;
  const rows = equipment.map(({ id, name }) => {
    const sum = (items: typeof atDepots, count: (item: (typeof items)[number]) => number) =>
      String(items.filter((item) => item.equipmentId === id).reduce((total, item) => total + count(item), 0));
    return [
      name,
      sum(atDepots, (item) => item.full),
      sum(atDepots, (item) => item.empty),
      sum(atDepots, (item) => item.damaged),
      sum(onTrucks, (item) => item.full + item.empty + item.damaged),
      sum(atCustomers, (item) => item.onSite),
    ];
  });
  return textTable([['Stock', 'full', 'empty', 'damaged', 'on trucks', 'at customers'], ...rows]);
}

function dollars(amounts: readonly string[]): string {
  const sum: Cents = addCents(...amounts.map((amount) => parseCents(amount) ?? ZERO_CENTS));
  return formatCents(sum);
}
