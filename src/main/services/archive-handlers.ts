import { listBackups, noteBackup } from './backups.ts';
import * as exported from './exports.ts';
import type { Handlers } from './handler-types.ts';
import { enterLostPayment, enterLostSale, enterLostSlip, settleLost } from './lost/enter-lost.ts';
import { listLostDocuments } from './lost/list-lost.ts';
import type { Backups, Bundles } from './ports.ts';

export interface ArchiveParts {
  backups: Backups;
  bundles: Bundles;
}

type ArchiveVerb = Extract<keyof Handlers, `backups.${string}` | `lostDocuments.${string}` | `exports.${string}`>;

/** Handlers of the verbs about copies of the books, what they did not have, and bundles for head office. */
export function archiveHandlers({ backups, bundles }: ArchiveParts): Pick<Handlers, ArchiveVerb> {
  return {
    'backups.list': (context) => listBackups(context, backups),
    'backups.run': {
      async prepare() {
        const copy = await backups.make('asked');
        return (unit) => noteBackup(unit, copy);
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
  };
}
