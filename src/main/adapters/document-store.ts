import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { safeFileName } from './file-names.ts';
import { renamePatiently, syncFolder, writeSynced } from './synced-files.ts';

export interface StoredDocument {
  /** Inside the store's folder, with `/`: still right when the data folder was restored somewhere else. */
  path: string;
  /** Of the file's bytes, in lower-case hex. */
  sha256: string;
  bytes: number;
}

export interface DocumentStore {
  /**
   * Keeps a document's bytes under a name such as `2026/INV-KB1-2026-000123.pdf`; each part is made safe for any file
   * system. When this returns, a power cut can no longer lose or halve it. What had that name before is replaced.
   */
  write(name: string, bytes: Uint8Array): Promise<StoredDocument>;
  /** @throws DocumentDamagedError when the file is gone or is not what was stored. */
  read(document: Pick<StoredDocument, 'path' | 'sha256'>): Promise<Buffer>;
  /** Where a stored document lies on this machine, for a printer or a viewer. */
  locate(document: Pick<StoredDocument, 'path'>): string;
}

/** A kept document can no longer be trusted; it has to be rendered again from its snapshot. */
export class DocumentDamagedError extends Error {
  override name = 'DocumentDamagedError';
}

const TEMPORARY = /^\.writing-[0-9a-f-]{36}$/;

/** Opens the store in a folder that this program owns, and removes what a crash left half written. */
export async function openDocumentStore(dir: string): Promise<DocumentStore> {
  const root = path.resolve(dir);
  await mkdir(root, { recursive: true });
  await removeTemporaries(root);

  const locate = (document: Pick<StoredDocument, 'path'>): string => {
    const file = path.resolve(root, document.path);
    if (!file.startsWith(root + path.sep)) throw new RangeError(`outside the document folder: ${document.path}`);
    return file;
  };

  return {
    locate,

    async write(name, bytes) {
      const relative = name.split('/').map(safeFileName).join('/');
      const final = locate({ path: relative });
      const folder = path.dirname(final);
      await mkdir(folder, { recursive: true });
      const temporary = path.join(folder, `.writing-${randomUUID()}`);
      try {
        await writeSynced(temporary, bytes);
        await renamePatiently(temporary, final);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      for (let above = folder; above.length >= root.length; above = path.dirname(above)) await syncFolder(above);
      return { path: relative, sha256: sha256Of(bytes), bytes: bytes.byteLength };
    },

    async read(document) {
      let bytes: Buffer;
      try {
        bytes = await readFile(locate(document));
      } catch (error) {
        throw new DocumentDamagedError(`The file ${document.path} cannot be read.`, { cause: error });
      }
      if (sha256Of(bytes) !== document.sha256) {
        throw new DocumentDamagedError(`The file ${document.path} is not the one that was stored.`);
      }
      return bytes;
    },
  };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function removeTemporaries(root: string): Promise<void> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const left = entries.filter((entry) => entry.isFile() && TEMPORARY.test(entry.name));
  await Promise.all(left.map((entry) => rm(path.join(entry.parentPath, entry.name), { force: true })));
}
