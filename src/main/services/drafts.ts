import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Input, Output } from '../../shared/contract/index.ts';
import { drafts } from '../db/schema/index.ts';
import { statement } from '../db/statement.ts';
import { actorOf, type ReadContext, type Unit } from './context.ts';
import { isRemembered } from './remembered-requests.ts';

/**
 * Half-typed forms. They are no business facts: nothing has moved, nobody owes anything. So they leave no row in the
 * audit and no commit, never reach head office, and belong to nobody but their writer.
 */

/** As it lies in the table: the form's own text is never looked into. */
const stored = z.object({ postsAs: z.string(), content: z.string() });

const posting = sql`${drafts.content} ->> '$.postsAs'`;

const ownDraft = statement((db) =>
  db
    .select({ content: drafts.content, updatedAt: drafts.updatedAt })
    .from(drafts)
    .where(and(eq(drafts.userId, sql.placeholder('userId')), eq(drafts.kind, sql.placeholder('kind'))))
    .prepare(),
);

const removePosted = statement((db) =>
  db
    .delete(drafts)
    .where(and(eq(drafts.userId, sql.placeholder('userId')), eq(posting, sql.placeholder('requestId'))))
    .prepare(),
);

export function getDraft(context: ReadContext, { kind }: Input<'drafts.get'>): Output<'drafts.get'> {
  const row = ownDraft(context.db).get({ userId: actorOf(context).id, kind });
  if (row === undefined) return { draft: null };
  return { draft: { ...stored.parse(JSON.parse(row.content)), updatedAt: row.updatedAt } };
}

/** A save that comes late, after its form was sent, must not bring the form back. */
export function saveDraft(unit: Unit, { kind, postsAs, content }: Input<'drafts.save'>): Output<'drafts.save'> {
  if (isRemembered(unit.db, postsAs)) return { isKept: false };
  const text = JSON.stringify({ postsAs, content });
  unit.db
    .insert(drafts)
    .values({ userId: actorOf(unit).id, kind, content: text, updatedAt: unit.instant })
    .onConflictDoUpdate({ target: [drafts.userId, drafts.kind], set: { content: text, updatedAt: unit.instant } })
    .run();
  return { isKept: true };
}

export function removeDraft(unit: Unit, { kind, postsAs }: Input<'drafts.remove'>): Output<'drafts.remove'> {
  const mine = and(eq(drafts.userId, actorOf(unit).id), eq(drafts.kind, kind));
  const { changes } = unit.db
    .delete(drafts)
    .where(and(mine, postsAs === undefined ? undefined : eq(posting, postsAs)))
    .run();
  return { isRemoved: changes > 0 };
}

/** What was typed has just been sent: it goes in the same transaction, so that it cannot be sent once more. */
export function forgetPosted(unit: Unit, requestId: string): void {
  if (unit.actor !== null) removePosted(unit.db).run({ userId: unit.actor.id, requestId });
}
