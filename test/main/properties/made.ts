/** What a command asks of the console; `null` when there is nothing yet to do it with. */
export type Made = { verb: string; input: Record<string, unknown> } | null;

/** Ids of the documents written so far. */
export interface Written {
  slips: number[];
  sales: number[];
  invoices: number[];
  payments: number[];
}
