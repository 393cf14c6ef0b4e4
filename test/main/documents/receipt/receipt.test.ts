import { describe, expect, test } from 'vitest';
import { receiptRoll } from '../../../../src/main/documents/receipt/receipt-roll.ts';
import { renderReceipt } from '../../../../src/main/documents/receipt/render-receipt.tsx';
import { bodyTextOf, rollRowsOf } from '../../../helpers/document-words.ts';
import { money } from '../../../helpers/invoice-snapshots.ts';
import { cashReceipt } from '../../../helpers/paper-snapshots.ts';

const options = { fontCss: () => '', copy: false, sheet: 'A5' } as const;

/** A transfer of more than was owed. */
const transfer = cashReceipt({
  method: 'TRANSFER',
  reference: 'OCBC 99120',
  amount: money('500.00'),
  tendered: null,
  change: null,
  credit: money('19.80'),
});

describe('on the roll', () => {
  test('a cash receipt says what was taken, what it paid and what was given back', () => {
    expect(rollRowsOf(receiptRoll(cashReceipt()))).toEqual([
      'HSH LPG Pte Ltd',
      '8 Sample Link, Kaki Bukit',
      'Singapore 416180',
      'UEN 202599001H',
      '',
      'Receipt',
      'RCT-KB1-2026-000789',
      '---',
      'Date: 20 Jan 2026',
      'Received from: Geylang Prata House',
      'Customer no.: C0007',
      'Received by: Nur Aisyah',
      '---',
      'In payment of',
      'INV-KB1-2026-000101 | 181.40',
      'INV-KB1-2026-000123 | 298.80',
      '---',
      'Received | S$ 480.20',
      'Paid by: Cash',
      'Cash tendered | 500.00',
      'Change | 19.80',
      '[QR RCT-KB1-2026-000789]',
      'Issued 20 Jan 2026 14:05',
    ]);
  });

  test('what was more than owed is kept as credit', () => {
    const rows = rollRowsOf(receiptRoll(transfer));
    expect(rows).toContain('Kept as credit | 19.80');
    expect(rows).toContain('Paid by: Bank transfer');
    expect(rows).toContain('Reference: OCBC 99120');
    expect(rows.join('\n')).not.toMatch(/tendered|Change/);
  });

  test('money on account pays no invoice', () => {
    const rows = rollRowsOf(receiptRoll({ ...transfer, allocations: [], credit: money('500.00') }));
    expect(rows.slice(13, 16)).toEqual(['In payment of', 'Kept as credit | 500.00', '---']);
  });

  test('only cash opens the drawer', () => {
    expect(receiptRoll(cashReceipt()).opensDrawer).toBe(true);
    expect(receiptRoll(transfer).opensDrawer).toBe(false);
  });

  test('its title is for the spooler’s list', () => {
    expect(receiptRoll(cashReceipt()).title).toBe('Receipt RCT-KB1-2026-000789');
  });
});

describe('on a sheet', () => {
  test('it says the same', () => {
    const text = bodyTextOf(renderReceipt(cashReceipt(), options));
    for (const words of [
      'HSH LPG Pte Ltd 8 Sample Link, Kaki Bukit Singapore 416180 UEN 202599001H',
      'Receipt RCT-KB1-2026-000789',
      'Received from Geylang Prata House Customer no. C0007',
      'Date 20 Jan 2026 Paid by Cash Cash tendered 500.00 Change 19.80 Received by Nur Aisyah',
      '1 INV-KB1-2026-000101 181.40 2 INV-KB1-2026-000123 298.80 Amount received S$ 480.20',
    ]) {
      expect(text).toContain(words);
    }
  });

  test.each(['A4', 'A5'] as const)('the paper is %s as asked', (sheet) => {
    expect(renderReceipt(cashReceipt(), { ...options, sheet })).toContain(`size: ${sheet};`);
  });

  test('a receipt is no tax invoice: not a word about GST', () => {
    expect(renderReceipt(cashReceipt(), options)).not.toMatch(/gst|tax/i);
    expect(rollRowsOf(receiptRoll(cashReceipt())).join('\n')).not.toMatch(/gst|tax/i);
  });

  test('a copy says so in its head and at the foot of each page', () => {
    const html = renderReceipt(cashReceipt(), { ...options, copy: true });
    expect(bodyTextOf(html)).toContain('RCT-KB1-2026-000789 COPY');
    expect(html).toContain('@bottom-center { content: "COPY"');
    expect(renderReceipt(cashReceipt(), options)).not.toContain('COPY');
  });

  test('names are printed as typed, not as markup', () => {
    const html = renderReceipt(cashReceipt({ customerName: `Tan & Sons' <Seafood> "Grill"` }), options);
    expect(html).toContain('Tan &amp; Sons&#x27; &lt;Seafood&gt; &quot;Grill&quot;');
  });
});
