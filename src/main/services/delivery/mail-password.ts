import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Db } from '../../db/db.ts';
import type { ReadContext, Unit } from '../context.ts';
import { isSecretKept, keepSecret, keptSecret } from '../kept-secrets.ts';
import type { SecretBox } from '../ports.ts';

const NAME = 'mail.password';

/** The mail server's password; `null` when none is kept. */
export function mailPassword(db: Db, box: SecretBox): { isReadable: boolean; password: string | null } {
  const { isReadable, secret } = keptSecret(db, box, NAME);
  return { isReadable, password: secret };
}

export function mailStatus({ db }: ReadContext): Output<'mail.status'> {
  return { hasPassword: isSecretKept(db, NAME) };
}

/** Keeps it sealed, or forgets it. The audit says that, and not what it is. */
export function setMailPassword(
  unit: Unit,
  { password }: Input<'mail.setPassword'>,
  box: SecretBox,
): Output<'mail.setPassword'> {
  keepSecret(unit.db, box, NAME, password);
  unit.audit({ action: 'mail.setPassword', entityType: 'settings', after: { hasPassword: password !== null } });
  return { hasPassword: password !== null };
}
