import type { QueryVerb } from '../../../src/shared/contract/index.ts';
import { foldForSearch } from '../../../src/main/services/search.ts';
import { z } from 'zod';

/** A row of any list, as the contract sends it. */
export const listRow = z.looseObject({ id: z.int() });
export type Row = z.infer<typeof listRow>;

type Means = (row: Row, value: unknown) => boolean;

const TODAY = '2026-01-20';

const is =
  (field: string): Means =>
  (row, value) =>
    row[field] === value;
const dated = {
  from: (row: Row, value: unknown) => text(row, 'businessDate') >= String(value),
  to: (row: Row, value: unknown) => text(row, 'businessDate') <= String(value),
};
const outstanding = (row: Row) => Number(row['outstanding']);

/** What each filter and each search of the large lists means, said over their rows: slow, and plain to see. */
export const MEANINGS: Partial<Record<QueryVerb, Readonly<Record<string, Means>>>> = {
  'customers.list': {
    isActive: is('isActive'),
    paymentType: is('paymentType'),
    hasMeter: is('isMeterInstalled'),
    search: any(
      has('name', 'code', 'phone', 'address', 'postalCode', 'siteAddress', 'sitePostalCode', 'meterNumber', 'email'),
      (row, value) => text(row, 'phone').replaceAll(' ', '').includes(String(value)),
    ),
  },
  'invoices.list': {
    ...dated,
    status: is('status'),
    customerId: is('customerId'),
    unpaid: (row, value) => outstanding(row) > 0 === value,
    overdue: (row, value) => (outstanding(row) > 0 && text(row, 'dueDate') < TODAY) === value,
    search: any(numbered('number'), has('customerName')),
  },
  'transactions.list': {
    ...dated,
    customerId: is('customerId'),
    userId: is('userId'),
    search: any(numbered('number'), begins('poNumber'), has('customerName')),
  },
  'payments.list': {
    ...dated,
    customerId: is('customerId'),
    method: is('method'),
    search: any(numbered('receiptNumber'), begins('reference'), has('customerName')),
  },
  'distributions.list': {
    ...dated,
    status: is('status'),
    depotId: is('depotId'),
    driverId: is('driverId'),
    search: any(numbered('number'), begins('poNumber')),
  },
  'stock.movements': {
    ...dated,
    equipmentId: is('equipmentId'),
    entity: (row, value) => places(row).some(({ kind }) => kind === String(value).toUpperCase()),
    search: numbered('documentNumber'),
  },
  'jobs.list': {
    state: is('state'),
    needsSomebody: (row, value) =>
      (['failed', 'uncertain'].includes(text(row, 'state')) && row['subject'] !== 'test') === value,
    underWay: (row, value) => ['queued', 'running'].includes(text(row, 'state')) === value,
    invoiceId: (row, value) => row['subject'] === 'invoice' && row['subjectId'] === value,
    batch: is('batch'),
    search: (row, value) => text(row, 'number') === String(value).toUpperCase(),
  },
  'audit.list': {
    from: (row, value) => text(row, 'instant') >= String(value),
    to: (row, value) => text(row, 'instant').slice(0, 10) <= String(value),
    action: is('action'),
    entityType: is('entityType'),
    entityId: is('entityId'),
    userId: is('userId'),
    search: any(numbered('entityNumber'), has('username'), has('action')),
  },
};

const place = z.object({ kind: z.string() });

function places(row: Row): { kind: string }[] {
  return [place.parse(row['from']), place.parse(row['to'])];
}

function text(row: Row, field: string): string {
  return z.string().nullish().parse(row[field]) ?? '';
}

function any(...meanings: Means[]): Means {
  return (row, value) => meanings.some((means) => means(row, value));
}

function has(...fields: string[]): Means {
  return (row, value) => fields.some((field) => foldForSearch(text(row, field)).includes(foldForSearch(String(value))));
}

function begins(field: string): Means {
  return (row, value) => text(row, field).toLowerCase().startsWith(String(value).toLowerCase());
}

function numbered(field: string): Means {
  return (row, value) => {
    if (begins(field)(row, value)) return true;
    const [, year, count] = /^(?:(\d{4})-)?(\d{1,6})$/.exec(String(value)) ?? [];
    const [, , numberYear, running] = text(row, field).split('-');
    return count !== undefined && Number(running) === Number(count) && (year ?? numberYear) === numberYear;
  };
}
