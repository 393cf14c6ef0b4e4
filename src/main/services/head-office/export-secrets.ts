import { type ExportSecretName } from '../../../shared/contract/exports.ts';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Db } from '../../db/db.ts';
import type { ReadContext, Unit } from '../context.ts';
import { isSecretKept, keepSecret, keptSecret } from '../kept-secrets.ts';
import type { SecretBox } from '../ports.ts';
import { bundlesAreDueNow } from './bundle-jobs.ts';

const NAMES = ['password', 'privateKey', 'passphrase', 'token'] as const satisfies readonly ExportSecretName[];

/** What lets us in at head office, each `null` when it is not kept. */
export type ExportSecrets = Record<ExportSecretName, string | null>;

const keptAs = (name: ExportSecretName) => `export.${name}`;

/** @returns `null` when one that is kept cannot be read any more */
export function exportSecretsOf(db: Db, box: SecretBox): ExportSecrets | null {
  const opened = NAMES.map((name) => [name, keptSecret(db, box, keptAs(name))] as const);
  if (opened.some(([, { isReadable }]) => !isReadable)) return null;
  const none: ExportSecrets = { password: null, privateKey: null, passphrase: null, token: null };
  return opened.reduce((secrets, [name, { secret }]) => ({ ...secrets, [name]: secret }), none);
}

export function whichSecrets({ db }: ReadContext): Output<'exports.secrets'> {
  return {
    password: isSecretKept(db, keptAs('password')),
    privateKey: isSecretKept(db, keptAs('privateKey')),
    passphrase: isSecretKept(db, keptAs('passphrase')),
    token: isSecretKept(db, keptAs('token')),
  };
}

/** Keeps or forgets those given. The audit says which are kept, and not what they are. */
export function setExportSecrets(
  unit: Unit,
  input: Input<'exports.setSecrets'>,
  box: SecretBox,
): Output<'exports.setSecrets'> {
  const before = whichSecrets(unit);
  const given = NAMES.filter((name) => input[name] !== undefined);
  if (given.length === 0) return before;
  for (const name of given) keepSecret(unit.db, box, keptAs(name), input[name] ?? null);
  const after = whichSecrets(unit);
  unit.audit({ action: 'exports.setSecrets', entityType: 'settings', before, after: { ...after, given } });
  bundlesAreDueNow(unit);
  return after;
}
