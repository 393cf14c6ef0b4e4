import { createHash } from 'node:crypto';
import type { BusinessDate, Instant } from '../../shared/dates.ts';

/** What a row of the audit says, without its place in the chain. `before` and `after` are JSON text, kept as written. */
export interface AuditEntry {
  seq: number;
  instant: Instant;
  businessDate: BusinessDate;
  userId: number | null;
  username: string | null;
  approverId: number | null;
  approverName: string | null;
  action: string;
  entityType: string;
  entityId: number | null;
  entityNumber: string | null;
  before: string | null;
  after: string | null;
  reason: string | null;
  commitSeq: number;
}

/** The hash before the first row. */
export const CHAIN_START = '0'.repeat(64);

/**
 * SHA-256 of the previous hash and the row in one fixed form (domain.md, "Audit"). Hex.
 *
 * @param written the digests of what the row's commit added to the ledgers, so that these are chained, too.
 */
export function chainHash(previous: string, entry: AuditEntry, written: string): string {
  const canonical = JSON.stringify([
    entry.seq,
    entry.instant,
    entry.businessDate,
    entry.userId,
    entry.username,
    entry.approverId,
    entry.approverName,
    entry.action,
    entry.entityType,
    entry.entityId,
    entry.entityNumber,
    entry.before,
    entry.after,
    entry.reason,
    entry.commitSeq,
    written,
  ]);
  return createHash('sha256').update(previous).update(canonical).digest('hex');
}
