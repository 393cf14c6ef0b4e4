import { expect, test } from 'vitest';
import type { Equipment } from '../../../src/renderer/data/catalogue.ts';
import { itemsOf, type TransferForm, withScanned } from '../../../src/renderer/features/stock/transfer-form.ts';

const CYLINDER: Equipment = {
  id: 3,
  name: 'CYL 14 kg',
  sku: 'CYL-14',
  equipmentType: 'CYLINDER',
  weightKg: '14.00',
  listPrice: '39.50',
  deposit: '60.00',
  reorderLevel: 40,
  barcode: '8880001000140',
  isActive: true,
};
const FORM: TransferForm = {
  depotId: 1,
  supplierDepotId: 2,
  reference: 'DO-1',
  businessDate: '',
  remarks: '',
  counts: { '3 FULL': '4' },
};

test('what is read off a plant’s lorry is one more full one', () => {
  const form = withScanned(withScanned(FORM, 'RECEIVE', CYLINDER), 'RECEIVE', CYLINDER);
  expect(itemsOf(form.counts)).toEqual([{ equipmentId: 3, condition: 'FULL', quantity: 6 }]);
});

test('what is read onto it is one more empty one, and what was typed stays', () => {
  const form = withScanned(FORM, 'DISPATCH', CYLINDER);
  expect(itemsOf(form.counts)).toEqual([
    { equipmentId: 3, condition: 'FULL', quantity: 4 },
    { equipmentId: 3, condition: 'EMPTY', quantity: 1 },
  ]);
});
