import { describe, expect, test } from 'vitest';
import { simplifiedInvoiceRoll } from '../../../../src/main/documents/invoice/simplified-invoice-roll.ts';
import type { InvoiceSnapshot } from '../../../../src/shared/invoice-snapshot.ts';
import { rollRowsOf } from '../../../helpers/document-words.ts';
import { invoiceLine, invoiceOf, money, workedExample } from '../../../helpers/invoice-snapshots.ts';

function rowsOf(invoice: InvoiceSnapshot, payNow: string | null = null): string[] {
  return rollRowsOf(simplifiedInvoiceRoll(invoice, { payNow }));
}

const twoCylinders = invoiceLine('LPG cylinder 14 kg', '36.50', '73.00', { quantity: '2' });
const onCredit = invoiceOf([twoCylinders], 'exclusive');

test('the worked example, paid in cash, holds all that IRAS asks for', () => {
  expect(rowsOf(workedExample())).toEqual([
    'HSH LPG Pte Ltd',
    '8 Sample Link, Kaki Bukit',
    'Singapore 416180',
    'UEN 202599001H',
    'GST Reg. No. M9-0012345-6',
    '',
    'Tax Invoice',
    'INV-KB1-2026-000123',
    '---',
    'Date: 20 Jan 2026',
    'Customer: Geylang Prata House',
    'Customer no.: C0007',
    'Served by: Nur Aisyah',
    'Supplied from: Kaki Bukit Depot',
    '---',
    'LPG cylinder 14 kg',
    '2 x 36.50 | 73.00',
    'Empty return 14 kg',
    '2 x 0.00 | 0.00',
    'Piped gas',
    '1480.000 to 1489.250',
    '9.250 m³ x 2.85 | 26.36',
    'Hose & clip',
    '1 x 12.00 | 12.00',
    'Refundable deposits, not subject to GST',
    'Cylinder deposit 14 kg',
    '1 x 60.00 | 60.00',
    '',
    'Meter no.: M100001',
    'Current reading: 1489.250 m³',
    '---',
    'Total excluding GST | 111.36',
    'GST 9% | 10.02',
    'Total including GST | 121.38',
    'Deposits, not subject to GST | 60.00',
    'Cash rounding | 0.02',
    'Total payable | S$ 181.40',
    'Price payable includes GST',
    '---',
    'Paid by Cash | 181.40',
    'Cash tendered | 200.00',
    'Change | 18.60',
    'Receipt RCT-KB1-2026-000789',
    '[QR INV-KB1-2026-000123]',
    'Issued 20 Jan 2026 14:05',
  ]);
});

describe('prices that include GST', () => {
  const lines = [
    invoiceLine('LPG cylinder 14 kg', '38.00', '76.00', { quantity: '2' }),
    invoiceLine('Cylinder deposit', '60.00', '60.00', { taxCategory: 'OS' }),
  ];

  test('add up to the total with GST; the GST in it is told after', () => {
    const rows = rowsOf(invoiceOf(lines, 'inclusive'));
    const from = rows.indexOf('2 x 38.00 | 76.00');
    expect(rows.slice(from)).toEqual([
      '2 x 38.00 | 76.00',
      'Refundable deposits, not subject to GST',
      'Cylinder deposit',
      '1 x 60.00 | 60.00',
      '---',
      'Total including GST | 76.00',
      'of which GST 9% | 6.28',
      'Deposits, not subject to GST | 60.00',
      'Total payable | S$ 136.00',
      'Price payable includes GST',
      '---',
      'Balance due | 136.00',
      'Please pay by 19 Feb 2026.',
      '[QR INV-KB1-2026-000123]',
      'Issued 20 Jan 2026 14:05',
    ]);
  });

  test('rounded for cash, the rounding stands before the total payable', () => {
    const invoice = invoiceOf(lines.slice(0, 1), 'inclusive');
    const rows = rowsOf({ ...invoice, rounding: money('-0.02'), total: money('75.98') });
    expect(rows.slice(rows.indexOf('Cash rounding | -0.02'))[1]).toBe('Total payable | S$ 75.98');
  });
});

describe('what is owed', () => {
  test('is asked for by PayNow, where there is a code', () => {
    const rows = rowsOf(onCredit, 'a code for the bank');
    expect(rows.slice(-4)).toEqual([
      'Balance due | 79.57',
      'Please pay by 19 Feb 2026.',
      '[QR a code for the bank: Scan with your bank app to pay S$ 79.57 by PayNow]',
      'Issued 20 Jan 2026 14:05',
    ]);
  });

  test('after a part payment is the rest', () => {
    const { payment, ...rest } = workedExample();
    const part = { ...payment!, method: 'CARD', amount: money('100.00'), tendered: null, change: null };
    const rows = rowsOf({ ...rest, payment: { ...part, reference: 'VISA 4242' } });
    expect(rows.slice(rows.indexOf('Paid by Card | 100.00'))).toEqual([
      'Paid by Card | 100.00',
      'Reference: VISA 4242',
      'Receipt RCT-KB1-2026-000789',
      'Balance due | 81.40',
      'Payable on receipt of this invoice.',
      '[QR INV-KB1-2026-000123]',
      'Issued 20 Jan 2026 14:05',
    ]);
  });
});

test('only cash opens the drawer', () => {
  expect(simplifiedInvoiceRoll(workedExample(), { payNow: null }).opensDrawer).toBe(true);
  expect(simplifiedInvoiceRoll(onCredit, { payNow: null }).opensDrawer).toBe(false);
});

test('without a GST number it is an Invoice, and says nothing about tax', () => {
  const lines = [
    { ...twoCylinders, taxCategory: 'NG' as const },
    invoiceLine('Cylinder deposit', '60.00', '60.00', { taxCategory: 'NG' }),
  ];
  const rows = rowsOf(invoiceOf(lines, null));
  expect(rows).toContain('Invoice');
  expect(rows).toContain('Total payable | S$ 133.00');
  expect(rows.join('\n')).not.toMatch(/gst|tax/i);
});

test('an estimated reading, a PO number and remarks are told', () => {
  const invoice = workedExample();
  const meter = { ...invoice.meter!, estimated: true };
  const rows = rowsOf({ ...invoice, meter, poNumber: 'PO-7781', remarks: 'Gate code 4411' });
  expect(rows).toContain('Current reading: 1489.250 m³, estimated');
  expect(rows).toContain('PO no.: PO-7781');
  expect(rows).toContain('Gate code 4411');
});
