import { z } from 'zod';

export const PAGE_DEFAULT = 50;
export const PAGE_LARGEST = 200;
/** Holds the place of the row before it: a name of 200 characters, in any script. */
const CURSOR_LONGEST = 1200;
/** Up to here a list's total is counted; above it is `null`. */
export const TOTAL_COUNTED_TO = 10_000;

/**
 * Input of a list: keyset pages, filtered and sorted.
 *
 * @param sorts what it can be sorted by; a leading `-` turns the order round. The first one is the default.
 * @param finds what `search` finds.
 */
export function listInput<Filters extends z.ZodRawShape, const Sorts extends readonly [string, ...string[]]>(
  sorts: Sorts,
  filters: Filters,
  finds = 'Any part of a name, code or number',
) {
  return z.strictObject({
    search: z.string().trim().max(100).optional().describe(finds),
    sort: z.enum(sorts).default(sorts[0] as Sorts[number] as never),
    limit: z.int().min(1).max(PAGE_LARGEST).default(PAGE_DEFAULT),
    cursor: z.string().max(CURSOR_LONGEST).optional(),
    ...filters,
  });
}

export function listOutput<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z
      .int()
      .nullable()
      .describe('Exact up to 10 000; null above that, or when more than 10 000 rows would have to be read to know'),
  });
}
