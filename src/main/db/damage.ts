import type Database from 'better-sqlite3';

/**
 * Reads the whole file and says in one line what is damaged in it; `null` when nothing is. Takes seconds for each
 * gigabyte.
 */
export function damageOf(client: Database.Database): string | null {
  const check: unknown = client.pragma('quick_check(1)', { simple: true });
  return check === 'ok' ? null : String(check).replaceAll(/\s+/g, ' ');
}

/** The same, and whether every index fits its table: for copies, which nobody waits for. */
export function damageOfCopy(client: Database.Database): string | null {
  const check: unknown = client.pragma('integrity_check(1)', { simple: true });
  return check === 'ok' ? null : String(check).replaceAll(/\s+/g, ' ');
}
