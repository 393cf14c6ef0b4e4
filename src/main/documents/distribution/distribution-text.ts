import { documentText } from '../document-text.ts';

/** All words a distribution slip prints. */
export const distributionText = {
  ...documentText,
  title: 'Distribution Slip',
  depot: 'Depot',
  driver: 'Driver',
  vehicle: 'Vehicle',
  writtenBy: 'Written by',
  confirmedBy: 'Confirmed by',
  condition: 'Condition',
  conditions: { FULL: 'Full', EMPTY: 'Empty', DAMAGED: 'Damaged' },

  collection: 'Collection: depot to truck',
  emptyReturn: 'Empty return: truck to depot',
  otherReturn: 'Other return: truck to depot',

  statuses: { DRAFT: 'DRAFT', CANCELLED: 'CANCELLED' },
  notice: {
    DRAFT: 'Not confirmed yet: no stock has moved.',
    CANCELLED: 'No stock has moved.',
  },

  storeman: 'Storeman',
  written: (instant: string) => `Written ${instant}`,
  confirmed: (instant: string) => `, confirmed ${instant}`,
} as const;
