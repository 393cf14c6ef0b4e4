import { eq } from 'drizzle-orm';
import type { Input, Output } from '../../../shared/contract/index.ts';
import type { Db } from '../../db/db.ts';
import { secrets } from '../../db/schema/index.ts';
import type { ReadContext, Unit } from '../context.ts';
import type { SecretBox } from '../ports.ts';

const NAME = 'mail.password';

/** The mail server's password; `null` when none is kept. */
export function mailPassword(db: Db, box: SecretBox): { isReadable: boolean; password: string | null } {
  const sealed = sealedPassword(db);
  if (sealed === null) return { isReadable: true, password: null };
  const password = box.open(sealed);
  // The key that sealed it is gone.
  return { isReadable: password !== null, password };
}

export function mailStatus({ db }: ReadContext): Output<'mail.status'> {
  return { hasPassword: sealedPassword(db) !== null };
}

/** Keeps it sealed, or forgets it. The audit says that, and not what it is. */
export function setMailPassword(
  unit: Unit,
  { password }: Input<'mail.setPassword'>,
  box: SecretBox,
): Output<'mail.setPassword'> {
  const { db } = unit;
  db.delete(secrets).where(eq(secrets.name, NAME)).run();
  if (password !== null)
    db.insert(secrets)
      .values({ name: NAME, sealed: box.seal(password) })
      .run();
  unit.audit({ action: 'mail.setPassword', entityType: 'settings', after: { hasPassword: password !== null } });
  return { hasPassword: password !== null };
}

function sealedPassword(db: Db): string | null {
  return db.select().from(secrets).where(eq(secrets.name, NAME)).get()?.sealed ?? null;
}
