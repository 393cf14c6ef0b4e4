import { type BundleFile, ledger } from './table.ts';

/** What was moved from where to where. */
export const STOCK_FILES: readonly BundleFile[] = [
  ledger(
    'movements',
    {
      instant: 'instant',
      business_date: 'day',
      equipment_id: 'int',
      quantity: 'int',
      from_kind: 'word',
      from_id: 'int',
      from_condition: 'word',
      to_kind: 'word',
      to_id: 'int',
      to_condition: 'word',
      document_kind: 'word',
      document_id: 'int',
      document_number: 'text',
      reason: 'text',
      user_id: 'int',
    },
    [['business_date']],
  ),
  ledger('stock_transfers', {
    direction: 'word',
    depot_id: 'int',
    supplier_depot_id: 'int',
    reference: 'text',
    remarks: 'text',
    business_date: 'day',
    instant: 'instant',
    user_id: 'int',
  }),
];
