import { MONEY_FILES } from './money-files.ts';
import { RECORD_FILES } from './record-files.ts';
import { SALE_FILES } from './sale-files.ts';
import { STATE_FILES } from './state-files.ts';
import { STOCK_FILES } from './stock-files.ts';
import type { BundleFile } from './table.ts';

/** Every file a bundle may hold, in an order in which a document comes before its lines. */
export const BUNDLE_FILES: readonly BundleFile[] = [
  ...RECORD_FILES,
  ...STATE_FILES,
  ...STOCK_FILES,
  ...SALE_FILES,
  ...MONEY_FILES,
];
