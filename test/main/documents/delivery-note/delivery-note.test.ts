import { expect, test } from 'vitest';
import { renderDeliveryNote } from '../../../../src/main/documents/delivery-note/render-delivery-note.tsx';
import { bodyTextOf } from '../../../helpers/document-words.ts';
import { deliveryNote } from '../../../helpers/paper-snapshots.ts';

const options = { fontCss: () => '', copy: false };

test('goods out and goods back stand apart, each with its total', () => {
  const text = bodyTextOf(renderDeliveryNote(deliveryNote(), options));
  for (const words of [
    'Delivery Note TRX-KB1-2026-000456',
    'Deliver to Geylang Prata House 325 Serangoon Road #06-41 Singapore 732003',
    'Invoice no. INV-KB1-2026-000123 PO no. PO-7781 Served by Nur Aisyah Supplied from Ravi Kumar, GBB1234A',
    'Goods delivered No. Description Ownership Quantity 1 LPG cylinder 14 kg On loan 4 2 LPG cylinder 50 kg On loan 2',
    '3 Regulator, low pressure 1 Total 7',
    'Goods returned No. Description Empty Half Damaged 1 LPG cylinder 14 kg 2 1 – 2 LPG cylinder 50 kg 1 – 1 Total 3 1 1',
    'Received for Geylang Prata House Name, signature and date',
    'Delivered by Name, signature and date',
  ]) {
    expect(text).toContain(words);
  }
});

test('there is no price, no amount and no tax on it', () => {
  expect(bodyTextOf(renderDeliveryNote(deliveryNote(), options))).not.toMatch(/\d\.\d\d|\$|gst|tax |price|amount/i);
});

test('the same kind handed back twice is one row', () => {
  const { goodsBack } = deliveryNote();
  const again = { description: 'LPG cylinder 14 kg', quantity: 5, condition: 'EMPTY' } as const;
  const text = bodyTextOf(renderDeliveryNote(deliveryNote({ goodsBack: [...goodsBack, again] }), options));
  expect(text).toContain('1 LPG cylinder 14 kg 7 1 –');
  expect(text).toContain('Total 8 1 1');
});

test('where nothing went out, or nothing came back, it says so', () => {
  const back = bodyTextOf(renderDeliveryNote(deliveryNote({ goodsOut: [], invoiceNumber: null }), options));
  expect(back).toContain('Goods delivered No. Description Quantity None Goods returned');
  expect(back).not.toContain('Invoice no.');
  const out = bodyTextOf(renderDeliveryNote(deliveryNote({ goodsBack: [] }), options));
  expect(out).toContain('Goods returned No. Description Empty Half Damaged None Received for');
});

test('it goes to the site, where that is not the billing address', () => {
  const { customer } = deliveryNote();
  const siteAddress = 'Stall 12, Old Airport Road, Singapore 390051';
  const text = bodyTextOf(renderDeliveryNote(deliveryNote({ customer: { ...customer, siteAddress } }), options));
  expect(text).toContain('Deliver to Geylang Prata House Stall 12, Old Airport Road, Singapore 390051');
  expect(text).not.toContain('325 Serangoon Road');
});

test('a copy is marked, and names are printed as typed', () => {
  const { customer } = deliveryNote();
  const note = deliveryNote({ customer: { ...customer, name: `Tan & Sons' <Seafood> "Grill"` } });
  const html = renderDeliveryNote(note, { ...options, copy: true });
  expect(bodyTextOf(html)).toContain('TRX-KB1-2026-000456 COPY');
  expect(html.match(/Tan &amp; Sons&#x27; &lt;Seafood&gt; &quot;Grill&quot;/g)).toHaveLength(2);
  expect(html).not.toContain('<Seafood>');
});
