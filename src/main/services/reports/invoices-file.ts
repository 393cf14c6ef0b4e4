import type { Input, Output } from '../../../shared/contract/index.ts';
import { PAGE_LARGEST } from '../../../shared/contract/lists.ts';
import { formatBusinessDate } from '../../../shared/dates.ts';
import { refuseField } from '../../../shared/errors.ts';
import type { ReadContext } from '../context.ts';
import { listInvoices } from '../invoices.ts';
import type { ReportFiles } from '../ports.ts';
import { settingsOf } from '../settings-store.ts';
import { sumsOf } from './invoices-of-period.ts';
import { MOST_ROWS } from './period.ts';
import { CONTENT_TYPES } from './report-answer.ts';
import type { ReportTable } from './report-table.ts';

type Invoice = Output<'invoices.list'>['items'][number];

/**
 * The invoices of a filtered list as a file, page after page: between two of them the counter is served.
 *
 * @throws Refusal VALIDATION when they are too many to be held in memory.
 */
export async function invoicesFile(
  context: ReadContext,
  { format, ...list }: Input<'invoices.export'>,
  files: ReportFiles,
): Promise<Output<'invoices.export'>> {
  const items: Invoice[] = [];
  let cursor: string | undefined;
  do {
    const page = listInvoices(context, { ...list, limit: PAGE_LARGEST, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...page.items);
    if (items.length > MOST_ROWS) {
      refuseField('to', `These are more than ${MOST_ROWS} invoices: choose fewer days, or one customer.`);
    }
    cursor = page.nextCursor ?? undefined;
    // Each page names the next, and whoever waits meanwhile has his turn.
    await new Promise((resolve) => setImmediate(resolve));
  } while (cursor !== undefined);
  return {
    fileName: `invoices-${context.today}.${format}`,
    contentType: CONTENT_TYPES[format],
    bytes: await files[format](tableOf(context, list, items)),
  };
}

const STATUSES: Readonly<Record<Invoice['status'], string>> = {
  void: 'Void',
  paid: 'Paid',
  emailed: 'Emailed',
  printed: 'Printed',
  generated: 'Generated',
};

function tableOf(
  { db, today }: ReadContext,
  { from, to }: Pick<Input<'invoices.export'>, 'from' | 'to'>,
  items: readonly Invoice[],
): ReportTable {
  const sums = sumsOf(items);
  const days = [from, to].map((day) => (day === undefined ? '…' : formatBusinessDate(day)));
  return {
    title: 'Invoices',
    period: from === undefined && to === undefined ? `up to ${formatBusinessDate(today)}` : days.join(' – '),
    company: settingsOf(db).company.name,
    columns: [
      { label: 'Invoice', kind: 'words' },
      { label: 'Customer', kind: 'words' },
      { label: 'Date', kind: 'date' },
      { label: 'Due', kind: 'date' },
      { label: 'Status', kind: 'words' },
      { label: 'Net', kind: 'money' },
      { label: 'GST', kind: 'money' },
      { label: 'Rounding', kind: 'money' },
      { label: 'Total', kind: 'money' },
      { label: 'Paid', kind: 'money' },
      { label: 'Credited', kind: 'money' },
      { label: 'Outstanding', kind: 'money' },
    ],
    rows: items.map((row) => [
      row.number,
      row.customerName,
      row.businessDate,
      row.dueDate,
      STATUSES[row.status],
      row.net,
      row.tax,
      row.rounding,
      row.total,
      row.paid,
      row.credited,
      row.outstanding,
    ]),
    sums: [
      `${items.length} invoices`,
      ...Array.from({ length: 4 }, () => null),
      sums.net,
      sums.tax,
      sums.rounding,
      sums.total,
      sums.paid,
      sums.credited,
      sums.outstanding,
    ],
  };
}
