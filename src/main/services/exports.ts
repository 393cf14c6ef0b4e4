import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Input, Output } from '../../shared/contract/index.ts';
import { refuse } from '../../shared/errors.ts';
import { cents } from '../../shared/money.ts';
import type { Db } from '../db/db.ts';
import { exports as exported } from '../db/schema/index.ts';
import type { ReadContext, Unit } from './context.ts';
import { pageOf } from './keyset.ts';
import { NOTHING } from './list-filter.ts';
import { found } from './not-found.ts';
import { deliveriesOf, queueBundle } from './head-office/bundle-jobs.ts';
import type { BundleStart, Bundles, NewBundle } from './ports.ts';

type Row = typeof exported.$inferSelect;
type Bundle = Output<'exports.run'>;

const amount = z.int().transform(cents);
const manifest = z.object({
  files: z.array(z.object({ name: z.string(), rows: z.int() })),
  totals: z.object({
    invoices: amount,
    tax: amount,
    creditNotes: amount,
    payments: amount,
    writeOffs: amount,
    deposits: amount,
  }),
});

/** Where the next bundle begins: after the last commit of the last one that still holds. */
function nextStart(db: Db): BundleStart {
  const last = lastBundle(db);
  if (last === undefined) return { sequence: 1, previous: null, restoredAfter: null, fromCommit: 1 };
  const { sequence, sha256: previous, toCommit, holdsTo } = last;
  return { sequence: sequence + 1, previous, restoredAfter: holdsTo, fromCommit: (holdsTo ?? toCommit) + 1 };
}

function lastBundle(db: Db): Row | undefined {
  return db.select().from(exported).orderBy(desc(exported.sequence)).limit(1).get();
}

/**
 * Makes the next bundle before the transaction, and keeps it in it.
 *
 * @throws Refusal INVALID_STATE while another one is made, or when it was given up
 */
export async function prepareExport(
  { db }: Pick<ReadContext, 'db'>,
  bundles: Bundles,
): Promise<(unit: Unit) => Bundle> {
  if (bundles.progress() !== null) refuse('INVALID_STATE', 'A bundle is being made already.', { status: 'RUNNING' });
  const made = await bundles.make(nextStart(db));
  if (made === null) return refuse('INVALID_STATE', 'The bundle was given up.', { status: 'CANCELLED' });
  return (unit) => keepBundle(unit, made);
}

function keepBundle(unit: Unit, made: NewBundle): Bundle {
  const { db, instant: createdAt } = unit;
  const { sequence, fromCommit, toCommit, sha256 } = made;
  if (nextStart(db).sequence !== sequence) {
    made.discard();
    refuse('CONFLICT', `Another bundle ${sequence} was made meanwhile.`, {});
  }
  const file = made.keep();
  const row = { sequence, fromCommit, toCommit, file, sha256, manifest: made.manifest, createdAt };
  const kept = db.insert(exported).values(row).returning().get();
  const madeBy = unit.actor === null ? 'schedule' : 'hand';
  const after = { sequence, fromCommit, toCommit, sha256, madeBy };
  unit.audit({ action: 'exports.run', entityType: 'export', entityId: kept.id, entityNumber: file, after });
  queueBundle(unit, kept);
  return { ...contentsOf(kept), delivery: deliveriesOf(db, [kept.id]).get(kept.id) ?? null };
}

function shown(db: Db, rows: readonly Row[]): Bundle[] {
  const deliveries = deliveriesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...contentsOf(row), delivery: deliveries.get(row.id) ?? null }));
}

function contentsOf({ manifest: text, holdsTo: _holdsTo, ...row }: Row): Omit<Bundle, 'delivery'> {
  const { files, totals } = manifest.parse(JSON.parse(text));
  return { ...row, totals, counts: Object.fromEntries(files.map(({ name, rows }) => [name, rows])) };
}

export function listExports({ db }: ReadContext, input: Input<'exports.list'>): Output<'exports.list'> {
  const page = pageOf(
    db,
    input,
    { id: exported.id, descending: input.sort === '-id' },
    [input.search ? numberedBundle(input.search) : undefined],
    {
      table: exported,
      rows: (where, orderBy, limit) =>
        db
          .select()
          .from(exported)
          .where(where)
          .orderBy(...orderBy)
          .limit(limit)
          .all(),
      cursorOf: (row) => [null, row.id],
    },
  );
  return { ...page, items: shown(db, page.items) };
}

function numberedBundle(search: string) {
  if (!/^\d{1,9}$/.test(search)) return NOTHING;
  const where = eq(exported.sequence, Number(search));
  return { seeks: [{ where }], check: where };
}

/** @throws Refusal NOT_FOUND */
export async function verifyExport(
  { db }: ReadContext,
  bundles: Bundles,
  { id }: Input<'exports.verify'>,
): Promise<Output<'exports.verify'>> {
  const { file, sha256 } = found(db.select().from(exported).where(eq(exported.id, id)).get(), 'bundle', id);
  const problems = await bundles.verify(file, sha256);
  return { ok: problems.length === 0, problems };
}

export async function cancelExport(bundles: Bundles): Promise<() => Output<'exports.cancel'>> {
  const cancelled = bundles.progress() !== null;
  await bundles.cancel();
  return () => ({ cancelled });
}
