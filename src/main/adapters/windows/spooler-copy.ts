import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { safeFileName } from '../file-names.ts';

/** A document under a name that no other job has, by which its own is found in the queue: "INV-KB1-2026-000123 a1b2c3.pdf". */
export interface SpoolerCopy {
  file: string;
  remove(): Promise<void>;
}

/**
 * Copies a document into the temp folder. Without that, two prints of the same document could not be told apart.
 *
 * @returns `null` when there is no such document.
 */
export async function copyForSpooler(pdf: string, title: string): Promise<SpoolerCopy | null> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'depot-print-'));
  // A virus scanner may hold it for a moment; whatever stays is the temp folder's.
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  const file = path.join(folder, safeFileName(`${title} ${randomBytes(3).toString('hex')}.pdf`));
  try {
    await copyFile(pdf, file);
    return { file, remove };
  } catch {
    await remove();
    return null;
  }
}
