import { desc } from 'drizzle-orm';
import type { Output } from '../../shared/contract/index.ts';
import { backups, exports as exportBundles } from '../db/schema/index.ts';
import { clockBack, clockSentence } from './clock.ts';
import type { ReadContext } from './context.ts';
import type { IntegrityReport } from './integrity.ts';
import { countJobs } from './jobs.ts';

/** How the console is. Cheap enough to be asked every few seconds. */
export function health(context: ReadContext, version: string, integrity: IntegrityReport): Output<'system.health'> {
  const { db, now, actor } = context;
  const back = clockBack(db, now);
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
    jobs: {
      queued: countJobs(db, 'queued'),
      failed: countJobs(db, 'failed'),
      uncertain: countJobs(db, 'uncertain'),
    },
    lastBackup: lastBackup?.at ?? null,
    lastExport: lastExport?.at ?? null,
    notices: back === null ? [] : [clockSentence(back)],
    // They name documents and customers: anyone may ask how the console is, but not that.
    integrity: { ...integrity, problems: actor === null ? [] : integrity.problems },
  };
}
