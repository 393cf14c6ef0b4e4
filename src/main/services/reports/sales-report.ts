import type { Input, Output } from '../../../shared/contract/index.ts';
import type { ReadContext } from '../context.ts';
import { settingsOf } from '../settings-store.ts';
import { invoicesOfPeriod, type PaymentStatus, sumsOf } from './invoices-of-period.ts';
import { periodOf, periodWords } from './period.ts';
import type { ReportTable } from './report-table.ts';

export type SalesReport = Extract<Output<'reports.sales'>, { items: unknown }>;

/** The sales account: every invoice of some days with what was paid. @throws Refusal VALIDATION */
export function salesReport(context: ReadContext, input: Input<'reports.sales'>): SalesReport {
  const period = periodOf(context.today, input);
  const rows = invoicesOfPeriod(context, period, input);
  const items = rows.map(({ dueDate: _dueDate, customerId: _customerId, paymentType: _paymentType, ...row }) => row);
  return { ...period, items, sums: { invoices: items.length, ...sumsOf(items) } };
}

export const STATUS_WORDS: Readonly<Record<PaymentStatus, string>> = {
  paid: 'Paid',
  partly: 'Partly paid',
  unpaid: 'Unpaid',
  void: 'Void',
};

export function salesTable({ db }: ReadContext, { from, to, items, sums }: SalesReport): ReportTable {
  return {
    title: 'Sales account',
    period: periodWords({ from, to }),
    company: settingsOf(db).company.name,
    columns: [
      { label: 'Date', kind: 'date' },
      { label: 'Invoice', kind: 'words' },
      { label: 'Customer no.', kind: 'words' },
      { label: 'Customer', kind: 'words' },
      { label: 'Served by', kind: 'words' },
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
      row.date,
      row.number,
      row.customerCode,
      row.customerName,
      row.servedBy,
      STATUS_WORDS[row.paymentStatus],
      row.net,
      row.tax,
      row.rounding,
      row.total,
      row.paid,
      row.credited,
      row.outstanding,
    ]),
    sums: [
      null,
      `${sums.invoices} invoices`,
      null,
      null,
      null,
      null,
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
