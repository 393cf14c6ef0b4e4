import type { Output } from '../../shared/contract/index.ts';
import type { ReadContext, Unit } from './context.ts';
import type { BackupFile, Backups } from './ports.ts';
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
