import { sql } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { audit, users } from '../db/schema/index.ts';
import { NUMBER_KINDS } from '../domain/numbering.ts';
import { numbered } from './document-search.ts';
import { anyOf, type Filter } from './list-filter.ts';
import { likePattern } from './search.ts';

/** Audit rows by the number or code of what was done to, or any part of who did it or of what was done. */
export function auditMatching(db: Db, search: string): Filter {
  const number = { id: audit.seq, text: audit.entityNumber };
  const pattern = likePattern(search);
  const people = sql`(SELECT id FROM ${users} WHERE ${users.username} LIKE ${pattern} ESCAPE '\\')`;
  const actions = sql`(SELECT action FROM ${actionsNoted} WHERE action LIKE ${pattern} ESCAPE '\\')`;
  return anyOf(
    numbered(db, NUMBER_KINDS, number, search),
    {
      seeks: [{ among: sql`${people} AS person`, where: sql`${audit.userId} = person.id` }],
      check: sql`+${audit.userId} IN ${people}`,
    },
    {
      seeks: [{ among: sql`${actions} AS noted`, where: sql`${audit.action} = noted.action` }],
      check: sql`+${audit.action} IN ${actions}`,
    },
  );
}

/** The few dozen actions there are, by going from one to the next in the index of millions of rows. */
const actionsNoted = sql`(
  WITH RECURSIVE actions (action) AS (
    SELECT min(${audit.action}) FROM ${audit}
    UNION ALL
    SELECT (SELECT min(${audit.action}) FROM ${audit} WHERE ${audit.action} > actions.action)
    FROM actions WHERE actions.action IS NOT NULL
  )
  SELECT action FROM actions WHERE action IS NOT NULL
)`;
