import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { renamePatiently, syncFolder } from '../synced-files.ts';
import { folderTrouble } from './folder-trouble.ts';
import type { OpenParcel } from './open-parcel.ts';
import { codeOf, otherBytes, Undelivered } from './undelivered.ts';
import type { Watch } from './watch.ts';

/** Puts bytes behind those that were written. */
export type WriteBytes = (handle: FileHandle, bytes: Uint8Array) => Promise<void>;

export const writeBytes: WriteBytes = (handle, bytes) => handle.writeFile(bytes);

/**
 * Copies a bundle into a folder: under a temporary name, synced, read back and compared, renamed.
 *
 * @returns who says that it is there
 * @throws Undelivered
 */
export async function deliverToFolder(
  parcel: OpenParcel,
  folder: string,
  watch: Watch,
  write: WriteBytes,
): Promise<string> {
  const target = path.join(folder, parcel.name);
  const writing = path.join(folder, `.${parcel.name}.sending`);
  try {
    await refuseMissing(folder);
    if (await isThere(parcel, target, watch)) return `${target} was there already, with the same bytes.`;
    await rm(writing, { force: true });
    await copy(parcel, writing, watch, write);
    if ((await hashOf(writing, watch)) !== parcel.sha256) {
      throw new Undelivered(`${folder} gave other bytes back than were written: is its disk well?`);
    }
    // Asked once more: whatever came meanwhile stays.
    if (await isThere(parcel, target, watch)) return `${target} was there already, with the same bytes.`;
    await renamePatiently(writing, target);
    await syncFolder(folder);
    return `${target} was written, read back and is the same.`;
  } catch (error) {
    throw folderTrouble(folder, error);
  } finally {
    await rm(writing, { force: true }).catch(() => undefined);
  }
}

/** Writes a small file into a folder and removes it. @throws Undelivered */
export async function probeFolder(folder: string, name: string): Promise<string> {
  const file = path.join(folder, name);
  try {
    await refuseMissing(folder);
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile('Depot Console can write here.\n');
      await handle.sync();
    } finally {
      await handle.close();
      await rm(file, { force: true });
    }
    return `${folder} can be written to.`;
  } catch (error) {
    throw folderTrouble(folder, error);
  }
}

/** It is not made by us: that would lie on this computer's disk whenever the other one is not plugged in. */
async function refuseMissing(folder: string): Promise<void> {
  if (!(await stat(folder)).isDirectory()) throw new Undelivered(`${folder} is no folder.`);
}

async function copy(parcel: OpenParcel, to: string, watch: Watch, write: WriteBytes): Promise<void> {
  const handle = await open(to, 'wx');
  try {
    for await (const chunk of parcel.chunks()) {
      watch.signal.throwIfAborted();
      await write(handle, chunk);
      watch.alive();
    }
    await handle.sync();
    watch.alive();
  } finally {
    await handle.close();
  }
}

/** @throws Undelivered when a file of that name holds other bytes: it is somebody's, and stays */
async function isThere({ name, bytes, sha256 }: OpenParcel, target: string, watch: Watch): Promise<boolean> {
  try {
    const isSame = (await stat(target)).size === bytes && (await hashOf(target, watch)) === sha256;
    if (isSame) return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  throw otherBytes(name, path.dirname(target));
}

async function hashOf(file: string, watch: Watch): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(file)) {
    watch.signal.throwIfAborted();
    digest.update(Buffer.from(chunk));
    watch.alive();
  }
  return digest.digest('hex');
}
