import type { Courier } from '../adapters/courier/courier.ts';
import { listBackups, noteBackup, noteRestoreWish, sinceBackup } from './backups.ts';
import * as exported from './exports.ts';
import type { Handlers } from './handler-types.ts';
import { deliveryById, sendAgain } from './head-office/bundle-jobs.ts';
import { setExportSecrets, whichSecrets } from './head-office/export-secrets.ts';
import { exportPlan, type ExportRounds } from './head-office/plan.ts';
import { askHostKey, testRoad } from './head-office/try-road.ts';
import { enterLostPayment, enterLostSale, enterLostSlip, settleLost } from './lost/enter-lost.ts';
import { listLostDocuments } from './lost/list-lost.ts';
import type { Backups, Bundles, Outbox, RestoreBooks, SecretBox } from './ports.ts';

export interface ArchiveParts {
  backups: Backups;
  /** `null`: this host cannot. */
  restore: RestoreBooks | null;
  bundles: Bundles;
  exportRounds: ExportRounds;
  courier: Courier;
  outbox: Outbox;
  secrets: SecretBox;
}

/** How long whoever sends a bundle again waits for what becomes of it. */
const ANSWER_WITHIN_MS = 10_000;

type ArchiveVerb = Extract<keyof Handlers, `backups.${string}` | `lostDocuments.${string}` | `exports.${string}`>;

/** Handlers of the verbs about copies of the books, what they did not have, and bundles for head office. */
export function archiveHandlers(parts: ArchiveParts): Pick<Handlers, ArchiveVerb> {
  const { backups, restore, bundles, exportRounds, courier, outbox, secrets } = parts;
  return {
    'backups.list': (context) => listBackups(context, backups),
    'backups.run': {
      async prepare() {
        const copy = await backups.make('asked');
        return (unit) => noteBackup(unit, copy);
      },
    },
    'backups.since': (context, input) => sinceBackup(context, backups, input),
    'backups.restore': {
      run: (unit, input) => noteRestoreWish(unit, backups, restore, input),
      follow(_context, answer) {
        restore?.(answer.name);
        return Promise.resolve(answer);
      },
    },
    'lostDocuments.list': listLostDocuments,
    'lostDocuments.enterSale': enterLostSale,
    'lostDocuments.enterPayment': enterLostPayment,
    'lostDocuments.enterSlip': enterLostSlip,
    'lostDocuments.settle': settleLost,
    'exports.run': { prepare: (context) => exported.prepareExport(context, bundles) },
    'exports.list': exported.listExports,
    'exports.progress': () => ({ rows: bundles.progress() }),
    'exports.cancel': { prepare: () => exported.cancelExport(bundles) },
    'exports.key': () => bundles.publicKey(),
    'exports.verify': (context, input) => exported.verifyExport(context, bundles, input),
    'exports.sendAgain': {
      run: sendAgain,
      async follow(context, { jobId }) {
        await outbox.triedOnce(jobId, ANSWER_WITHIN_MS);
        return deliveryById(context, jobId);
      },
    },
    'exports.plan': (context) => exportPlan(context, exportRounds),
    'exports.secrets': whichSecrets,
    'exports.setSecrets': (unit, input) => setExportSecrets(unit, input, secrets),
    'exports.hostKey': (_context, input) => askHostKey(input, courier),
    'exports.test': (context, input) => testRoad(context, input, { courier, secrets }),
  };
}
