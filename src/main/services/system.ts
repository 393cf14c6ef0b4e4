import { desc } from 'drizzle-orm';
import type { Output } from '../../shared/contract/index.ts';
import { backups, exports as exportBundles } from '../db/schema/index.ts';
import type { ReadContext } from './context.ts';
import { countJobs } from './jobs.ts';

/** How the console is. Cheap enough to be asked every few seconds. */
export function health({ db }: ReadContext, version: string): Output<'system.health'> {
  const lastBackup = db.select({ at: backups.createdAt }).from(backups).orderBy(desc(backups.id)).limit(1).get();
  const lastExport = db
    .select({ at: exportBundles.createdAt })
    .from(exportBundles)
    .orderBy(desc(exportBundles.id))
    .limit(1)
    .get();
  return {
    version,
    schema: Number(db.$client.pragma('user_version', { simple: true })),
    database: 'ok',
    jobs: { queued: countJobs(db, 'queued'), failed: countJobs(db, 'failed') },
    lastBackup: lastBackup?.at ?? null,
    lastExport: lastExport?.at ?? null,
  };
}
