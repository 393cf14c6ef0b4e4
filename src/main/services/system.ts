import type { Output } from '../../shared/contract/index.ts';
import { clockBack, clockSentence } from './clock.ts';
import type { ReadContext } from './context.ts';
import { type ExportRounds, exportTroubles, lastBundleOf } from './head-office/plan.ts';
import type { IntegrityReport } from './integrity.ts';
import { countJobs } from './jobs.ts';
import { countLost } from './lost/list-lost.ts';
import type { Backups } from './ports.ts';

export interface HealthParts {
  version: string;
  integrity: IntegrityReport;
  backups: Backups;
  exportRounds: ExportRounds;
}

/** How the console is. Cheap enough to be asked every few seconds. */
export function health(
  context: ReadContext,
  { version, integrity, backups, exportRounds }: HealthParts,
): Output<'system.health'> {
  const { db, now, actor } = context;
  const back = clockBack(db, now);
  return {
    version,
    schema: Number(db.$client.pragma('user_version', { simple: true })),
    database: 'ok',
    jobs: {
      queued: countJobs(db, 'queued'),
      failed: countJobs(db, 'failed'),
      uncertain: countJobs(db, 'uncertain'),
    },
    lastBackup: backups.list()[0]?.createdAt ?? null,
    lastExport: lastBundleOf(db)?.createdAt ?? null,
    // Folders of this computer are nothing for whoever is not signed in.
    notices: [
      ...(back === null ? [] : [clockSentence(back)]),
      ...(actor === null ? [] : [...lostNotice(db), ...backups.troubles(), ...exportTroubles(db, exportRounds)]),
    ],
    // They name documents and customers: anyone may ask how the console is, but not that.
    integrity: { ...integrity, problems: actor === null ? [] : integrity.problems },
  };
}

function lostNotice(db: ReadContext['db']): string[] {
  const lost = countLost(db);
  if (lost === 0) return [];
  const documents = lost === 1 ? '1 document is' : `${lost} documents are`;
  return [
    `${documents} to be entered again: the books were restored from a copy that did not have them. See Export & backup → Lost documents.`,
  ];
}
