import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { refuse } from '../../shared/errors.ts';
import type { Db } from '../db/db.ts';
import { inserting } from '../db/inserting.ts';
import { requests } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { ReadContext, Unit } from './context.ts';

const byRequestId = statement((db) =>
  db
    .select()
    .from(requests)
    .where(eq(requests.requestId, sql.placeholder('requestId')))
    .prepare(),
);

const insertRequest = inserting(requests);

/** Of what the caller asked for, without who approved it and without secrets. */
export function hashOfInput(input: Readonly<Record<string, unknown>>, secret: readonly string[]): string {
  const left = new Set(['requestId', 'approval', ...secret]);
  const asked = Object.fromEntries(Object.entries(input).filter(([field]) => !left.has(field)));
  return createHash('sha256').update(canonicalJson(asked)).digest('hex');
}

/**
 * The first answer to a request that came again (domain.md, "Billing a sale", 0). Asked before anything slow or
 * one-time is proven again, and once more inside the transaction, so that two at once cannot both be the first.
 *
 * @returns the answer in wire form; `undefined` when the request is new.
 * @throws Refusal CONFLICT when the id was used by another person, for another verb or other input.
 */
export function rememberedAnswer(context: ReadContext, requestId: string, verb: string, inputHash: string): unknown {
  const known = byRequestId(context.db).get({ requestId });
  if (known === undefined) return undefined;
  const isSame = known.verb === verb && known.inputHash === inputHash && known.userId === (context.actor?.id ?? null);
  if (isSame) return JSON.parse(known.output);
  return refuse('CONFLICT', 'This request id was used for something else already. Start a new one.', {
    field: 'requestId',
  });
}

/** Whether something was done under this id already, whoever did it. */
export function isRemembered(db: Db, requestId: string): boolean {
  return byRequestId(db).get({ requestId }) !== undefined;
}

/**
 * A request that found nothing to change is audited all the same: its answer is kept for good, and what is kept belongs
 * to a commit.
 */
export function rememberAnswer(unit: Unit, requestId: string, verb: string, inputHash: string, answer: unknown): void {
  if (!unit.isAudited()) unit.audit({ action: verb, entityType: 'request', after: { changed: false } });
  insertRequest(unit.db, {
    requestId,
    userId: unit.actor?.id ?? null,
    verb,
    inputHash,
    output: JSON.stringify(answer),
    instant: unit.instant,
    commitSeq: unit.seq,
  });
}
