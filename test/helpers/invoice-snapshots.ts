import type { BusinessDate, Instant } from '../../src/shared/dates.ts';
import type { InvoiceSnapshot, InvoiceSnapshotLine, InvoiceSnapshotTax } from '../../src/shared/invoice-snapshot.ts';
import {
  addCents,
  cashRoundingOf,
  cents,
  parseCents,
  parsePercent,
  parseRate,
  taxOnTopOf,
  taxWithin,
  ZERO_CENTS,
  type Cents,
} from '../../src/shared/money.ts';
import { parseCubicMetres } from '../../src/shared/quantity.ts';

const NINE_PERCENT = known(parsePercent('9'));
const NO_TAX = known(parsePercent('0'));

export function known<Value>(value: Value | null): Value {
  if (value === null) throw new TypeError('the test wrote a figure that is none');
  return value;
}

export function money(text: string): Cents {
  return known(parseCents(text));
}

/** A line priced at `rate`, its amount given as text. Standard-rated unless said. */
export function invoiceLine(
  description: string,
  rate: string,
  amount: string,
  more: Partial<Pick<InvoiceSnapshotLine, 'detail' | 'quantity' | 'unit' | 'taxCategory'>> = {},
): InvoiceSnapshotLine {
  return {
    description,
    detail: null,
    quantity: '1',
    unit: null,
    rate: known(parseRate(rate)),
    amount: money(amount),
    amountExcludingTax: money(amount),
    taxCategory: 'SR',
    ...more,
  };
}

/** An unpaid credit invoice over these lines, with all sums that follow from them. */
export function invoiceOf(
  lines: InvoiceSnapshotLine[],
  gstMode: InvoiceSnapshot['gstMode'],
  more: Partial<InvoiceSnapshot> = {},
): InvoiceSnapshot {
  const taxes = taxesOf(lines, gstMode);
  const net = addCents(...taxes.map((tax) => tax.net));
  const tax = addCents(...taxes.map((row) => row.tax));
  return {
    version: 1,
    title: gstMode === null ? 'Invoice' : 'Tax Invoice',
    number: 'INV-KB1-2026-000123',
    transactionNumber: 'TRX-KB1-2026-000456',
    businessDate: '2026-01-20' as BusinessDate,
    issuedAt: '2026-01-20T06:05:00.000Z' as Instant,
    dueDate: '2026-02-19' as BusinessDate,
    supplier: {
      name: 'HSH LPG Pte Ltd',
      address: '8 Sample Link, Kaki Bukit, Singapore',
      postalCode: '416180',
      uen: '202599001H',
      gstNumber: gstMode === null ? null : 'M9-0012345-6',
      paynow: { kind: 'UEN', value: '202599001H' },
    },
    customer: {
      code: 'C0007',
      name: 'Geylang Prata House',
      address: '325 Serangoon Road #06-41',
      postalCode: '732003',
      siteAddress: null,
      uen: '201500006G',
    },
    poNumber: null,
    remarks: null,
    servedBy: 'Nur Aisyah',
    source: 'Kaki Bukit Depot',
    gstMode,
    lines: gstMode === 'inclusive' ? withoutTax(lines, net) : lines,
    meter: null,
    taxes,
    net,
    tax,
    rounding: ZERO_CENTS,
    total: addCents(net, tax),
    payment: null,
    ...more,
  };
}

/** domain.md's worked example: 181.38, paid 181.40 in cash. */
export function workedExample(): InvoiceSnapshot {
  const lines = [
    invoiceLine('LPG cylinder 14 kg', '36.50', '73.00', { quantity: '2' }),
    invoiceLine('Empty return 14 kg', '0.00', '0.00', { quantity: '2' }),
    invoiceLine('Piped gas', '2.85', '26.36', { quantity: '9.250', unit: 'm³', detail: '1480.000 to 1489.250' }),
    invoiceLine('Hose & clip', '12.00', '12.00'),
    invoiceLine('Cylinder deposit 14 kg', '60.00', '60.00', { taxCategory: 'OS' }),
  ];
  const unpaid = invoiceOf(lines, 'exclusive');
  const rounding = cashRoundingOf(unpaid.total);
  return {
    ...unpaid,
    dueDate: null,
    meter: {
      number: 'M100001',
      previous: known(parseCubicMetres('1480.000')),
      current: known(parseCubicMetres('1489.250')),
      usage: known(parseCubicMetres('9.250')),
      estimated: false,
    },
    rounding,
    total: addCents(unpaid.total, rounding),
    payment: {
      receiptNumber: 'RCT-KB1-2026-000789',
      method: 'CASH',
      amount: money('181.40'),
      tendered: money('200.00'),
      change: money('18.60'),
      reference: null,
    },
  };
}

/** An invoice with this many lines, no two the same. */
export function invoiceWithLines(count: number): InvoiceSnapshot {
  const lines = Array.from({ length: count }, (_, index) =>
    invoiceLine(`Delivery ${index + 1} of LPG cylinder 14 kg`, '36.50', '73.00', { quantity: '2' }),
  );
  return invoiceOf(lines, 'exclusive');
}

function taxesOf(lines: InvoiceSnapshotLine[], gstMode: InvoiceSnapshot['gstMode']): InvoiceSnapshotTax[] {
  const sum = (category: InvoiceSnapshotLine['taxCategory']) =>
    addCents(...lines.filter((line) => line.taxCategory === category).map((line) => line.amount));
  if (gstMode === null) {
    return [{ category: 'NG', rate: NO_TAX, net: addCents(...lines.map((line) => line.amount)), tax: ZERO_CENTS }];
  }
  const priced = sum('SR');
  const tax = gstMode === 'inclusive' ? taxWithin(priced, NINE_PERCENT) : taxOnTopOf(priced, NINE_PERCENT);
  const net = gstMode === 'inclusive' ? cents(priced - tax) : priced;
  const deposits = sum('OS');
  const standard: InvoiceSnapshotTax = { category: 'SR', rate: NINE_PERCENT, net, tax };
  if (deposits === 0) return [standard];
  return [standard, { category: 'OS', rate: NO_TAX, net: deposits, tax: ZERO_CENTS }];
}

/** Takes the tax out of each standard-rated line; the last one takes the odd cents, so that they add up to `net`. */
function withoutTax(lines: InvoiceSnapshotLine[], net: Cents): InvoiceSnapshotLine[] {
  const out = lines.map((line) =>
    line.taxCategory === 'SR'
      ? { ...line, amountExcludingTax: cents(line.amount - taxWithin(line.amount, NINE_PERCENT)) }
      : line,
  );
  const odd = net - addCents(...out.map((line) => line.amountExcludingTax));
  const last = out.findLast((line) => line.taxCategory === 'SR');
  return out.map((line) =>
    line === last ? { ...line, amountExcludingTax: cents(line.amountExcludingTax + odd) } : line,
  );
}
