import { expect, test } from 'vitest';
import { renderDistributionSlip } from '../../../../src/main/documents/distribution/render-distribution-slip.tsx';
import { bodyTextOf } from '../../../helpers/document-words.ts';
import { distributionSlip } from '../../../helpers/paper-snapshots.ts';

const options = { fontCss: () => '', copy: false };

test('a confirmed slip: what the truck takes and brings back, apart, with totals, and who signs', () => {
  const html = renderDistributionSlip(distributionSlip({ remarks: 'Two trips.' }), options);
  const text = bodyTextOf(html);
  for (const words of [
    'Distribution Slip DST-KB1-2026-000031',
    'Driver Ravi Kumar Vehicle GBB1234A',
    'Date 20 Jan 2026 Depot Kaki Bukit Depot PO no. PO-5520 Written by Nur Aisyah Confirmed by Lim Boon Keng',
    'Collection: depot to truck No. Description Condition Quantity 1 LPG cylinder 14 kg Full 40 2 LPG cylinder 50 kg Full 12 Total 52',
    'Empty return: truck to depot No. Description Condition Quantity 1 LPG cylinder 14 kg Empty 38 2 LPG cylinder 50 kg Empty 9 Total 47',
    'Remarks Two trips.',
    'Storeman Name, signature and date Driver Name, signature and date',
  ]) {
    expect(text).toContain(words);
  }
  expect(html).toContain('Written 20 Jan 2026 14:05, confirmed 20 Jan 2026 14:20');
  expect(text).not.toMatch(/draft|cancelled|other return|\$/i);
});

test('a draft says so in its head, in a box of its own and at the foot of each page', () => {
  const slip = distributionSlip({ status: 'DRAFT', confirmedBy: null, confirmedAt: null });
  const html = renderDistributionSlip(slip, options);
  expect(bodyTextOf(html)).toContain('DST-KB1-2026-000031 DRAFT DRAFT. Not confirmed yet: no stock has moved.');
  expect(html).toContain('@bottom-center { content: "DRAFT"');
  expect(bodyTextOf(html)).not.toContain('Confirmed by');
});

test('a cancelled one says so too', () => {
  const html = renderDistributionSlip(distributionSlip({ status: 'CANCELLED' }), { ...options, copy: true });
  expect(bodyTextOf(html)).toContain('DST-KB1-2026-000031 CANCELLED COPY CANCELLED. No stock has moved.');
  expect(html).toContain('@bottom-center { content: "CANCELLED · COPY"');
});

test('what comes back damaged or full is no empty return', () => {
  const { items } = distributionSlip();
  const damaged = { description: 'LPG cylinder 14 kg', direction: 'IN', condition: 'DAMAGED', quantity: 1 } as const;
  const full = { description: 'LPG cylinder 50 kg', direction: 'IN', condition: 'FULL', quantity: 2 } as const;
  const text = bodyTextOf(renderDistributionSlip(distributionSlip({ items: [damaged, ...items, full] }), options));
  expect(text).toContain('Total 47 Other return: truck to depot');
  expect(text).toContain('1 LPG cylinder 14 kg Damaged 1 2 LPG cylinder 50 kg Full 2 Total 3');
});

test('a truck that brings nothing back: the slip says so, and thousands are grouped', () => {
  const items = [{ description: 'LPG cylinder 14 kg', direction: 'OUT', condition: 'FULL', quantity: 1200 } as const];
  const text = bodyTextOf(renderDistributionSlip(distributionSlip({ items }), options));
  expect(text).toContain('Full 1,200 Total 1,200 Empty return: truck to depot');
  expect(text).toContain('Quantity None Storeman');
});

test('names are printed as typed', () => {
  const html = renderDistributionSlip(distributionSlip({ driver: `Tan & Sons' <Seafood> "Grill"` }), options);
  expect(html).toContain('Tan &amp; Sons&#x27; &lt;Seafood&gt; &quot;Grill&quot;');
});
