import { asc, gt } from 'drizzle-orm';
import type { Output } from '../../shared/contract/index.ts';
import type { Db } from '../db/db.ts';
import { type LedgerReader, readLedgers } from '../db/ledgers.ts';
import { audit, commits } from '../db/schema/index.ts';
import { createWrittenRows } from '../db/written-rows.ts';
import { CHAIN_START, chainHash } from '../domain/audit-chain.ts';
import { commitRow } from './audit-trail.ts';
import type { ReadContext } from './context.ts';
import type { Anchor } from './ports.ts';
import { type Broken, compareWithAnchor } from './verify-anchor.ts';
import { checkSlips } from './verify-slips.ts';

type Commit = typeof commits.$inferSelect;

const BATCH = 2000;

/**
 * Walks the books commit by commit: the chain of its audit rows, the rows it wrote to the ledgers, its line in the
 * anchor file (domain.md, "Audit"); then the slips, which change until they are settled. Names what is broken first.
 */
export function verifyAudit({ db }: ReadContext, anchor: Pick<Anchor, 'lines'>): Output<'audit.verify'> {
  const chain = walkChain(db);
  const ledgers = readLedgers(db);
  const anchored = compareWithAnchor(anchor);
  try {
    let last: Commit | null = null;
    for (const commit of inOrder(db)) {
      const broken: Broken | null =
        gapBetween(last, commit) ?? chain.check(commit) ?? checkLedgers(ledgers, commit) ?? anchored.check(commit);
      if (broken !== null) return answer(chain, broken);
      last = commit;
    }
    return answer(
      chain,
      chain.checkEnd() ?? checkNothingLeft(ledgers, last) ?? checkSlips(db) ?? anchored.checkEnd(last),
    );
  } finally {
    for (const ledger of ledgers) ledger.close();
    anchored.close();
  }
}

function answer({ rows, head }: { rows: number; head: string }, broken: Broken | null): Output<'audit.verify'> {
  return { ok: broken === null, rows, head, ...(broken === null ? {} : { firstBroken: broken }) };
}

function* inOrder(db: Db): Generator<Commit> {
  for (let seq = 0, size = BATCH; size === BATCH;) {
    const batch = db.select().from(commits).where(gt(commits.seq, seq)).orderBy(asc(commits.seq)).limit(BATCH).all();
    yield* batch;
    size = batch.length;
    seq = batch.at(-1)?.seq ?? seq;
  }
}

function gapBetween(last: Commit | null, { seq, auditSeq }: Commit): Broken | null {
  const expected = (last?.seq ?? 0) + 1;
  return seq === expected ? null : { id: (last?.auditSeq ?? auditSeq) || 1, reason: `Commit ${expected} is missing.` };
}

/** The audit's rows, each of which carries the hash of the one before. */
function walkChain(db: Db) {
  let batch: (typeof audit.$inferSelect)[] = [];
  const next = () => {
    if (batch.length === 0) {
      batch = db.select().from(audit).where(gt(audit.seq, walked.rows)).orderBy(asc(audit.seq)).limit(BATCH).all();
      batch.reverse();
    }
    return batch.at(-1);
  };
  const walked = {
    rows: 0,
    head: CHAIN_START,
    check(commit: Commit): Broken | null {
      while (walked.rows < commit.auditSeq) {
        const row = next();
        const id = walked.rows + 1;
        if (row === undefined) return { id, reason: 'Rows are missing at the end.' };
        if (row.seq !== id) return { id, reason: 'The row is missing.' };
        const expected = chainHash(walked.head, row, commit.written);
        if (row.hash !== expected || row.commitSeq !== commit.seq) {
          return { id, reason: 'The row was changed: its hash does not fit.' };
        }
        walked.head = row.hash;
        walked.rows = row.seq;
        batch.pop();
      }
      if (walked.rows === commit.auditSeq && walked.head === commit.head) return null;
      return { id: walked.rows, reason: `Commit ${commit.seq} was changed: it does not end with this row.` };
    },
    checkEnd: (): Broken | null =>
      next() === undefined ? null : { id: walked.rows + 1, reason: 'The row belongs to no commit.' },
  };
  return walked;
}

/** Rows changed, taken out or put in by hand give other digests than those that the audit's hashes hold. */
function checkLedgers(ledgers: readonly LedgerReader[], commit: Commit): Broken | null {
  const found = createWrittenRows();
  found.add('commits', commitRow(commit));
  for (const ledger of ledgers) {
    for (const { row, isOfCommit } of ledger.rowsUpTo(commit.seq)) {
      if (isOfCommit) found.add(ledger.table, row);
      else return { id: commit.auditSeq, reason: strange(ledger.table, row) };
    }
  }
  const digests = found.digests();
  if (digests === commit.written) return null;
  const written = JSON.parse(commit.written) as Record<string, string>;
  const read = JSON.parse(digests) as Record<string, string>;
  const tables = [...new Set([...Object.keys(written), ...Object.keys(read)])];
  const differing = tables.filter((table) => written[table] !== read[table]);
  return {
    id: commit.auditSeq,
    reason: `The rows of ${differing.join(', ')} are not those that ${commit.verb} wrote on ${commit.businessDate} (commit ${commit.seq}).`,
  };
}

function strange(table: string, row: readonly unknown[]): string {
  return `A row of ${table} was put in by hand: it belongs to no commit, or to an earlier one (${String(row[0])}).`;
}

function checkNothingLeft(ledgers: readonly LedgerReader[], last: Commit | null): Broken | null {
  const ledger = ledgers.find((each) => each.left() !== null);
  if (ledger === undefined) return null;
  const reason = `A row of ${ledger.table} belongs to commit ${ledger.left()}, which is not in the books.`;
  return { id: last?.auditSeq ?? 1, reason };
}
