import { count, gt, sum } from 'drizzle-orm';
import type { Input, Output } from '../../shared/contract/index.ts';
import { refuse } from '../../shared/errors.ts';
import { cents } from '../../shared/money.ts';
import { invoices, receipts } from '../db/schema/index.ts';
import { trailHead } from './audit-trail.ts';
import type { ReadContext, Unit } from './context.ts';
import type { BackupFile, Backups, RestoreBooks } from './ports.ts';
import { settingsOf } from './settings-store.ts';

export function listBackups({ db }: ReadContext, backups: Backups): Output<'backups.list'> {
  return {
    items: backups.list().map((copy) => ({ ...copy })),
    secondFolder: settingsOf(db).backup.secondFolder,
    troubles: [...backups.troubles()],
  };
}

/** Somebody asked for a copy, and it was made before the transaction began. */
export function noteBackup(unit: Unit, copy: BackupFile): Output<'backups.run'> {
  const { name, commit, sha256, problems } = copy;
  unit.audit({ action: 'backups.run', entityType: 'backup', entityNumber: name, after: { commit, sha256, problems } });
  return { ...copy };
}

/** What a restore of this copy would take out of the books. @throws Refusal NOT_FOUND, INVALID_STATE */
export function sinceBackup(
  { db }: ReadContext,
  backups: Backups,
  { name }: Input<'backups.since'>,
): Output<'backups.since'> {
  const { commit } = soundCopy(backups, name);
  const [issued] = db
    .select({ invoices: count(), invoiced: sum(invoices.total).mapWith(Number) })
    .from(invoices)
    .where(gt(invoices.commitSeq, commit))
    .all();
  const [taken] = db.select({ receipts: count() }).from(receipts).where(gt(receipts.commitSeq, commit)).all();
  return {
    changes: trailHead(db).seq - commit,
    invoices: issued?.invoices ?? 0,
    invoiced: cents(issued?.invoiced ?? 0),
    receipts: taken?.receipts ?? 0,
  };
}

/**
 * Notes that somebody wants this copy in place of the books; the host does it once this is answered.
 *
 * @throws Refusal NOT_FOUND; INVALID_STATE when the copy does not hold together, or this host cannot open its books again
 */
export function noteRestoreWish(
  unit: Unit,
  backups: Backups,
  restore: RestoreBooks | null,
  { name }: Input<'backups.restore'>,
): Output<'backups.restore'> {
  const { commit, sha256 } = soundCopy(backups, name);
  if (restore === null) refuse('INVALID_STATE', 'Close the program and run npm run restore.', { status: 'NO_HOST' });
  const after = { commit, sha256, lastCommit: trailHead(unit.db).seq };
  unit.audit({ action: 'backups.restore', entityType: 'backup', entityNumber: name, after });
  return { name };
}

function soundCopy(backups: Backups, name: string): BackupFile & { commit: number } {
  const copy = backups.list().find((one) => one.name === name);
  if (copy === undefined) return refuse('NOT_FOUND', 'There is no such copy.', { entity: 'backup', id: name });
  const { commit, problems } = copy;
  if (commit === null || problems === null || problems.length > 0) {
    return refuse('INVALID_STATE', 'This copy does not hold together, or was not read in full: choose another one.', {
      status: 'NOT_SOUND',
    });
  }
  return { ...copy, commit };
}
