import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openAnchorFile } from '../../../src/main/adapters/anchor-file.ts';
import { openDocumentStore } from '../../../src/main/adapters/document-store.ts';
import { openSecretBox } from '../../../src/main/adapters/secret-box.ts';
import { openSpoolFolder } from '../../../src/main/adapters/spool-folder.ts';
import type { Db } from '../../../src/main/db/db.ts';
import { openOutbox } from '../../../src/main/outbox/open-outbox.ts';
import { createPapers } from '../../../src/main/outbox/papers.ts';
import type { Worker } from '../../../src/main/outbox/worker.ts';
import { createFakeCourier } from '../../helpers/fake-courier.ts';
import { createFakeLetterbox, type FakeLetterbox } from '../../helpers/fake-letterbox.ts';
import { createFakeTray, type FakeTray } from '../../helpers/fake-tray.ts';
import { noPdf } from '../../helpers/open-test-console.ts';
import { openDeliveryDesk } from '../../helpers/open-delivery-desk.ts';
import { openBooks } from '../db/books.ts';

export interface OutboxAlone {
  db: Db;
  worker: Worker;
  tray: FakeTray;
  letterbox: FakeLetterbox;
  /** What went wrong, as the log has it: the job or the part, and the error's code or name. */
  problems: string[];
  dataDir: string;
  /** A second after the worker's clock. */
  next: Date;
  /** Ends the worker and the books. */
  close(): Promise<void>;
}

const OFF = { state: 'failed', reason: 'Off.', retry: true } as const;

/**
 * The outbox without the rest of the console, on books with so many invoices that wait to be printed and mailed: what
 * happens to the books themselves can be chosen.
 */
export async function openOutboxAlone(invoices: number, patience = {}): Promise<OutboxAlone> {
  const desk = await openDeliveryDesk();
  const { house } = desk;
  house.tray.outcome = OFF;
  house.letterbox.outcome = OFF;
  for (let sale = 0; sale < invoices; sale += 1) await desk.sell();
  await house.drain();
  await house.close();

  const { dataDir } = house;
  const now = new Date(house.clock.now().getTime() + 60_000);
  const clock = { now: () => now };
  const problems: string[] = [];
  const log = {
    call: () => undefined,
    warning: () => undefined,
    problem: (id: string, error: unknown) => void problems.push(`${id}: ${codeOf(error)}`),
  };
  const db = openBooks(dataDir);
  const anchor = openAnchorFile(path.join(dataDir, 'anchor.jsonl'));
  const [tray, letterbox] = [createFakeTray(), createFakeLetterbox()];
  const papers = createPapers(noPdf, await openDocumentStore(path.join(dataDir, 'documents')), { cssFor: () => '' });
  const spool = await openSpoolFolder(path.join(dataDir, 'spool'));
  const secrets = openSecretBox(path.join(dataDir, 'keys', 'secrets.key'));
  const effects = { clock, papers, printers: tray, spool, mailer: letterbox, secrets, courier: createFakeCourier() };
  const worker = openOutbox({ ledger: { db, anchor, log }, ...effects }, patience);
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    await worker.close();
    anchor.close();
    db.$client.close();
  };
  onTestFinished(close);
  return { db, worker, tray, letterbox, problems, dataDir, next: new Date(now.getTime() + 1000), close };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.name;
}
