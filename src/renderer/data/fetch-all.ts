import type { Page } from './use-list.ts';

/** Every row of a keyset list that is known to be short: a day's payments, the catalogue. */
export async function fetchAll<Row>(fetchPage: (cursor: string | undefined) => Promise<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    // One page names the next: they cannot be fetched side by side.
    const page = await fetchPage(cursor);
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}
