import type { Input, Output } from '../../../shared/contract/index.ts';
import { addCents, ZERO_CENTS } from '../../../shared/money.ts';
import type { ReadContext } from '../context.ts';
import { settingsOf } from '../settings-store.ts';
import { invoicesOfPeriod, sumsOf } from './invoices-of-period.ts';
import { periodOf, periodWords } from './period.ts';
import type { ReportTable } from './report-table.ts';

export type CustomersReport = Extract<Output<'reports.customers'>, { items: unknown }>;

/** Customers by what they bought in some days, and what of it they owe. @throws Refusal VALIDATION */
export function customersReport(context: ReadContext, input: Input<'reports.customers'>): CustomersReport {
  const period = periodOf(context.today, input);
  const rows = invoicesOfPeriod(context, period, input);
  const items = [...Map.groupBy(rows, ({ customerId }) => customerId).values()]
    .flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const late = own.filter(({ dueDate }) => dueDate < context.today);
      return [
        {
          customerId: first.customerId,
          code: first.customerCode,
          name: first.customerName,
          paymentType: first.paymentType,
          invoices: own.length,
          ...sumsOf(own),
          overdue: addCents(ZERO_CENTS, ...late.map(({ outstanding }) => outstanding)),
        },
      ];
    })
    .toSorted((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1));
  const overdue = addCents(ZERO_CENTS, ...items.map((item) => item.overdue));
  return { ...period, items, sums: { invoices: rows.length, ...sumsOf(rows), overdue } };
}

export function customersTable({ db }: ReadContext, { from, to, items, sums }: CustomersReport): ReportTable {
  return {
    title: 'Customers',
    period: periodWords({ from, to }),
    company: settingsOf(db).company.name,
    columns: [
      { label: 'Customer no.', kind: 'words' },
      { label: 'Customer', kind: 'words' },
      { label: 'Pays', kind: 'words' },
      { label: 'Invoices', kind: 'count' },
      { label: 'Net', kind: 'money' },
      { label: 'GST', kind: 'money' },
      { label: 'Total', kind: 'money' },
      { label: 'Paid', kind: 'money' },
      { label: 'Credited', kind: 'money' },
      { label: 'Outstanding', kind: 'money' },
      { label: 'Overdue', kind: 'money' },
    ],
    rows: items.map((row) => [
      row.code,
      row.name,
      row.paymentType === 'CASH' ? 'Cash' : 'Credit',
      row.invoices,
      row.net,
      row.tax,
      row.total,
      row.paid,
      row.credited,
      row.outstanding,
      row.overdue,
    ]),
    sums: [
      null,
      `${items.length} customers`,
      null,
      sums.invoices,
      sums.net,
      sums.tax,
      sums.total,
      sums.paid,
      sums.credited,
      sums.outstanding,
      sums.overdue,
    ],
  };
}
