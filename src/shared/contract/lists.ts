import { z } from 'zod';

export const PAGE_DEFAULT = 50;
export const PAGE_LARGEST = 200;
/** Up to here a list's total is counted; above it is `null`. */
export const TOTAL_COUNTED_TO = 10_000;

/**
 * Input of a list: keyset pages, filtered and sorted.
 *
 * @param sorts what it can be sorted by; a leading `-` turns the order round. The first one is the default.
 */
export function listInput<Filters extends z.ZodRawShape, const Sorts extends readonly [string, ...string[]]>(
  sorts: Sorts,
  filters: Filters,
) {
  return z.strictObject({
    search: z.string().trim().max(100).optional(),
    sort: z.enum(sorts).default(sorts[0] as Sorts[number] as never),
    limit: z.int().min(1).max(PAGE_LARGEST).default(PAGE_DEFAULT),
    cursor: z.string().max(400).optional(),
    ...filters,
  });
}

export function listOutput<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    /** Exact up to 10 000, above that `null`. */
    total: z.int().nullable(),
  });
}
