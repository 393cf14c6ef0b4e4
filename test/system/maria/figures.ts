import { everyPage } from '../../../src/main/demo/directory.ts';
import type { Call } from '../../helpers/open-test-console.ts';
import type { TestMaria } from './start-maria.ts';

/** What head office is told of one site, and what the site says itself: in cents and pieces, in the same words. */
export interface Figures {
  sales: Record<string, unknown>[];
  gst: Record<string, unknown>[];
  debtors: Record<string, unknown>[];
  cylinders: Record<string, unknown>[];
}

const TODAY = '2026-02-20';

/** What the views say of a site. */
export async function groupFigures(maria: TestMaria, database: string, site: string): Promise<Figures> {
  const of = (sql: string) => maria.ask(database, sql.replace('$site', `site = '${site}'`));
  return {
    sales: await of(
      'SELECT business_date AS day, invoices, net, gst, rounding, total FROM group_sales WHERE $site ORDER BY day',
    ),
    gst: await of(`SELECT month, CAST(SUM(net) AS SIGNED) AS net, CAST(SUM(tax) AS SIGNED) AS tax FROM gst
      WHERE $site GROUP BY month ORDER BY month`),
    debtors:
      await of(`SELECT code, name, balance, unpaid, not_due, days_1_30, days_31_60 + days_61_90 + days_over_90 AS older
      FROM debtors WHERE $site ORDER BY code`),
    cylinders: await of(`SELECT sku, depot_full, depot_empty, depot_damaged, truck_full, truck_empty, truck_damaged,
      at_customers FROM cylinders WHERE $site ORDER BY sku`),
  };
}

/** What the site's own verbs say. */
export async function siteFigures(admin: Call): Promise<Figures> {
  const { items } = await reportOf(admin);
  const sales = grouped(items, ({ date }) => date).map(([day, rows]) => ({
    day,
    invoices: rows.length,
    net: sum(rows.map(({ net }) => net)),
    gst: sum(rows.map(({ tax }) => tax)),
    rounding: sum(rows.map(({ rounding }) => rounding)),
    total: sum(rows.map(({ total }) => total)),
  }));
  const gst = grouped(items, ({ date }) => date.slice(0, 7)).map(([month, rows]) => ({
    month,
    net: sum(rows.map(({ net }) => net)),
    tax: sum(rows.map(({ tax }) => tax)),
  }));
  return { sales, gst, debtors: await debtorsOf(admin), cylinders: await cylindersOf(admin) };
}

async function reportOf(admin: Call) {
  const report = await admin('reports.sales', { from: '2025-12-01', to: '2026-03-31' });
  if (!('items' in report)) throw new Error('a file came instead of the report');
  return report;
}

async function debtorsOf(admin: Call): Promise<Figures['debtors']> {
  const rows: Figures['debtors'] = [];
  for (const { id, code, name } of await everyPage((page) => admin('customers.list', { ...page, sort: 'code' }))) {
    const { balance, outstandingInvoices } = await admin('customers.account', { id });
    const late = (days: number) => new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10);
    const due = (isIn: (dueDate: string) => boolean) =>
      sum(outstandingInvoices.filter(({ dueDate }) => isIn(dueDate)).map((invoice) => invoice.due));
    const row = {
      code,
      name,
      balance: sum([balance]),
      unpaid: due(() => true),
      not_due: due((day) => day >= TODAY),
      days_1_30: due((day) => day < TODAY && day >= late(30)),
      older: due((day) => day < late(30)),
    };
    if (row.balance !== 0 || row.unpaid !== 0) rows.push(row);
  }
  return rows;
}

async function cylindersOf(admin: Call): Promise<Figures['cylinders']> {
  const goods = await everyPage((page) => admin('equipment.list', page));
  const own = (await everyPage((page) => admin('depots.list', page))).filter(({ kind }) => kind === 'OWN');
  const at = async (entity: 'depot' | 'truck' | 'customer') => (await admin('inventories.list', { entity })).items;
  const depots = (await at('depot')).filter(({ entityId }) => own.some(({ id }) => id === entityId));
  const [trucks, customers] = [await at('truck'), await at('customer')];
  return goods
    .filter(({ equipmentType }) => equipmentType === 'CYLINDER')
    .map(({ id, sku }) => {
      const count = (rows: typeof depots, condition: 'full' | 'empty' | 'damaged' | 'onSite') =>
        rows.filter(({ equipmentId }) => equipmentId === id).reduce((total, row) => total + row[condition], 0);
      return {
        sku,
        depot_full: count(depots, 'full'),
        depot_empty: count(depots, 'empty'),
        depot_damaged: count(depots, 'damaged'),
        truck_full: count(trucks, 'full'),
        truck_empty: count(trucks, 'empty'),
        truck_damaged: count(trucks, 'damaged'),
        at_customers: count(customers, 'onSite'),
      };
    })
    .toSorted((a, b) => (a.sku < b.sku ? -1 : 1));
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] {
  return [...Map.groupBy(rows, keyOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Amounts in dollars as verbs tell them, summed in cents. */
function sum(amounts: readonly string[]): number {
  return amounts.reduce((total, amount) => total + Math.round(Number(amount) * 100), 0);
}
