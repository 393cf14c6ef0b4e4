import { eq } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { secrets } from '../db/schema/index.ts';
import type { SecretBox } from './ports.ts';

/** A secret that is kept, as far as it can be read. */
export interface KeptSecret {
  /** `false`: the key that sealed it is gone. */
  isReadable: boolean;
  /** `null` when none is kept, or it cannot be read. */
  secret: string | null;
}

export function isSecretKept(db: Db, name: string): boolean {
  return sealedSecret(db, name) !== null;
}

export function keptSecret(db: Db, box: SecretBox, name: string): KeptSecret {
  const sealed = sealedSecret(db, name);
  if (sealed === null) return { isReadable: true, secret: null };
  const secret = box.open(sealed);
  return { isReadable: secret !== null, secret };
}

/** Keeps it sealed in place of the one before, or forgets it (`null`). */
export function keepSecret(db: Db, box: SecretBox, name: string, secret: string | null): void {
  db.delete(secrets).where(eq(secrets.name, name)).run();
  if (secret === null) return;
  db.insert(secrets)
    .values({ name, sealed: box.seal(secret) })
    .run();
}

function sealedSecret(db: Db, name: string): string | null {
  return db.select().from(secrets).where(eq(secrets.name, name)).get()?.sealed ?? null;
}
