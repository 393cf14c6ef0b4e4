import type { Db } from '../db/db.ts';
import type { NumberKind } from '../domain/numbering.ts';
import type { Actor } from '../domain/rights.ts';
import type { BusinessDate, Instant } from '../../shared/dates.ts';
import type { IssuedDocument } from './ports.ts';

/** What every verb is given to read with. */
export interface ReadContext {
  db: Db;
  now: Date;
  /** The depot's day; never before the last day something was committed on. */
  today: BusinessDate;
  /** `null` only for verbs anyone may call. */
  actor: Actor | null;
  sessionId: string | null;
  device: string;
}

/** What is written to the audit; the rest of the row is the unit's. */
export interface AuditNote {
  action: string;
  entityType: string;
  entityId?: number | null;
  entityNumber?: string | null;
  before?: unknown;
  after?: unknown;
  reason?: string | null;
}

export interface Approver extends Actor {
  reason: string;
}

/** One write transaction: everything a verb does in it commits together, or not at all. */
export interface Unit extends ReadContext {
  /** The commit's sequence number; every ledger row carries it. Asking for it opens the commit. */
  readonly seq: number;
  instant: Instant;
  requestId: string | null;
  /** Another person who has proven to be at the counter. Whether that person may is asked by `requireRight`. */
  approver: Approver | null;
  audit(note: AuditNote): void;
  /** Whether anything was noted for the audit so far: without it there is no commit. */
  isAudited(): boolean;
  /** Numbers of lost documents that are entered again: what is issued here takes them instead of new ones. */
  lostNumbers?: Map<NumberKind, string>;
  /** A numbered document was issued: goes to the anchor file. */
  issued(document: IssuedDocument): void;
}

/** The signed-in person. The dispatcher lets nobody else reach a verb that calls this. */
export function actorOf(context: ReadContext): Actor {
  if (context.actor === null) throw new Error('a verb that needs an actor was reached without one');
  return context.actor;
}
