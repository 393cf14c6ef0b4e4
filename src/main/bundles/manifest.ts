import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a bundle says of itself; part of what is signed. In this order, so that the same bundle has the same bytes. */
export const manifest = z.strictObject({
  format: z.literal('depot-bundle/1'),
  site: z.string(),
  sequence: z.int().positive(),
  /** SHA-256 of the bundle before as a whole file; `null` for the first. */
  previous: sha256.nullable(),
  /** Commits after this one, of bundles before, do not hold any more: the books were restored. `null`: all hold. */
  restoredAfter: z.int().nonnegative().nullable(),
  fromCommit: z.int().positive(),
  toCommit: z.int().positive(),
  /** When its last commit was made: a bundle that is made again says the same. */
  instant: z.string(),
  schema: z.int(),
  auditSeq: z.int(),
  auditHead: sha256,
  /** SHA-256 of the public key it is signed for. */
  key: sha256,
  /** Sums in cents. */
  totals: z.strictObject({
    invoices: z.int(),
    tax: z.int(),
    creditNotes: z.int(),
    payments: z.int(),
    writeOffs: z.int(),
    deposits: z.int(),
  }),
  files: z.array(z.strictObject({ name: z.string(), rows: z.int(), bytes: z.int(), sha256 })),
});

export type Manifest = z.output<typeof manifest>;
/** What the thread that makes a bundle answers. */
export const madeBundle = z.strictObject({ manifest, sha256 });

export type Totals = Manifest['totals'];

const amounts = z.looseObject({ total: z.int().optional(), tax: z.int().optional(), amount: z.int().optional() });
const kinds = z.looseObject({ kind: z.string().optional() });

/** Adds up the money in a bundle's rows: the same for whoever makes and whoever verifies it. */
export function createTotals(): { add: (table: string, row: unknown) => void; sums: () => Totals } {
  const sums: Totals = { invoices: 0, tax: 0, creditNotes: 0, payments: 0, writeOffs: 0, deposits: 0 };
  return {
    add(table, row) {
      switch (table) {
        case 'invoices': {
          const { total = 0, tax = 0 } = amounts.parse(row);
          sums.invoices += total;
          sums.tax += tax;
          return;
        }
        case 'credit_notes':
          sums.creditNotes += amounts.parse(row).total ?? 0;
          return;
        case 'payments':
          // Money in; reversals and refunds take it out again.
          sums.payments += (amounts.parse(row).amount ?? 0) * (kinds.parse(row).kind === 'PAYMENT' ? 1 : -1);
          return;
        case 'write_offs':
          sums.writeOffs += amounts.parse(row).amount ?? 0;
          return;
        case 'deposits':
          sums.deposits += (amounts.parse(row).amount ?? 0) * (kinds.parse(row).kind === 'TAKEN' ? 1 : -1);
          return;
        default:
      }
    },
    sums: () => sums,
  };
}
