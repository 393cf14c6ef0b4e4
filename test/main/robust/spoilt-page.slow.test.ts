import { copyFileSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync, closeSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAnchorFile } from '../../../src/main/adapters/anchor-file.ts';
import { openDatabase } from '../../../src/main/db/open.ts';
import { findProgramFiles } from '../../../src/main/program-files.ts';
import { verifyAudit } from '../../../src/main/services/audit-verify.ts';
import type { ReadContext } from '../../../src/main/services/context.ts';
import { openEdgeCase, problemOf } from '../../helpers/open-edge-case.ts';
import { keepFullDay } from './full-day.ts';

const PAGE = 4096;
const { migrations } = findProgramFiles();

let kept = '';
let folder = '';
beforeAll(async () => {
  kept = await keepFullDay();
  folder = mkdtempSync(path.join(tmpdir(), 'depot-spoilt-'));
  copyFileSync(path.join(kept, 'anchor.jsonl'), path.join(folder, 'anchor.jsonl'));
});
afterAll(() => {
  for (const each of [kept, folder]) rmSync(each, { recursive: true, force: true });
});

const file = (name = 'depot.db') => path.join(folder, name);

/** A fresh copy of the books with these bytes over its own. */
function spoil(at: number, bytes: Uint8Array): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(file(`depot.db${ending}`), { force: true });
  copyFileSync(path.join(kept, 'depot.db'), file());
  const handle = openSync(file(), 'r+');
  writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

/** What is said of the books: at opening, else by the check. */
function saidOfBooks(): string {
  const anchor = openAnchorFile(file('anchor.jsonl'));
  try {
    const db = openDatabase(folder, migrations);
    try {
      const { ok, firstBroken } = verifyAudit({ db } as ReadContext, anchor);
      return ok ? 'whole' : (firstBroken?.reason ?? '');
    } finally {
      db.$client.close();
    }
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  } finally {
    anchor.close();
  }
}

describe('given books whose disk wrote something else', () => {
  test('over any one page: they are not opened, and it is said in a sentence', () => {
    const pages = statSync(path.join(kept, 'depot.db')).size / PAGE;
    const said = Array.from({ length: pages }, (_, page) => {
      spoil(page * PAGE, Buffer.alloc(PAGE, 0xa5));
      return `${page}: ${saidOfBooks()}`;
    });
    expect(
      said.filter((sentence) => !/StartError: .*depot\.db is damaged .*Restore the last good backup\.$/.test(sentence)),
    ).toEqual([]);
  });

  test('into the text of an invoice: SQLite cannot see it, but the check finds and names it', () => {
    const bytes = readFileSync(path.join(kept, 'depot.db'));
    const text = '"transactionNumber":"TRX-KB1-2026-000001"';
    const other = Buffer.from(text.replace('001', '002'));
    // Wherever it lies: pages keep what was moved away from them, too.
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text)) other.copy(bytes, at);
    spoil(0, bytes);
    expect(saidOfBooks()).toMatch(/^The rows of invoices are not those that transactions\.create wrote on 2026-01-20/);
  });
});

test('given a counter at work whose disk spoils a page, it is told in a sentence and nothing is sold', async () => {
  const edge = await openEdgeCase();
  await edge.console.drain();
  await edge.console.close();
  edge.console = await edge.console.reopen();
  const admin = await edge.console.signIn('admin', 'correct horse');
  const books = path.join(edge.console.dataDir, 'depot.db');
  const handle = openSync(books, 'r+');
  const { size } = statSync(books);
  // All but the first page: which one a sale needs first is SQLite's affair.
  writeSync(handle, Buffer.alloc(size - PAGE, 0xa5), 0, size - PAGE, PAGE);
  closeSync(handle);
  const problems = [await problemOf(edge.sell([edge.deliver(1)], {}, admin))];
  expect(problems).toMatchObject([
    {
      code: 'UNEXPECTED',
      message: expect.stringMatching(
        /^The books are damaged: restore the last good backup\. Nothing was saved\. Id /,
      ) as string,
    },
  ]);
  await edge.console.remove();
});
