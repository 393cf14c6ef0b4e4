import type { commits } from '../db/schema/index.ts';
import type { Anchor, AnchorLine } from './ports.ts';

type Commit = typeof commits.$inferSelect;

/** What `audit.verify` names: a row of the audit, and what does not fit there. */
export interface Broken {
  id: number;
  reason: string;
}

/** A chain rebuilt from some row on fits itself, but not the lines outside the database. */
export function compareWithAnchor(anchor: Pick<Anchor, 'lines'>) {
  const lines = anchor.lines()[Symbol.iterator]();
  let seq = 0;
  const next = (): { line: AnchorLine | null } | null => {
    const step = lines.next();
    return step.done === true ? null : { line: step.value };
  };
  return {
    check(commit: Commit): Broken | null {
      // It ends before the books do: told at the end, when nothing worse was found.
      if (seq < commit.seq - 1) return null;
      const found = next();
      if (found === null) return null;
      seq = commit.seq;
      const { line } = found;
      if (line === null || line.seq !== seq) {
        return { id: commit.auditSeq, reason: `Line ${seq} of the anchor file is missing or cannot be read.` };
      }
      const documents = JSON.stringify(line.documents) === commit.documents;
      if (line.head === commit.head && line.auditSeq === commit.auditSeq && documents) return null;
      return { id: commit.auditSeq, reason: 'The row is not the one the anchor file knows: the chain was rebuilt.' };
    },
    checkEnd(last: Commit | null): Broken | null {
      if (last !== null && seq < last.seq) {
        return { id: last.auditSeq, reason: `The anchor file ends at commit ${seq}, the books at ${last.seq}.` };
      }
      const found = next();
      if (found === null) return null;
      const id = found.line?.auditSeq ?? (last?.auditSeq ?? 0) + 1;
      return { id, reason: 'The anchor file knows this row; the database has lost it.' };
    },
    close: () => lines.return?.(),
  };
}
