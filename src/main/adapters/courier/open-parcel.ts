import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Parcel } from './courier.ts';
import { codeOf, Undelivered } from './undelivered.ts';

/** A bundle that is what was made, ready to be sent. */
export interface OpenParcel extends Parcel {
  bytes: number;
  /**
   * Its bytes, once from the beginning. @throws Undelivered at the end when they are not those that were made: whoever
   * reads to the end may give it its name, nobody else.
   */
  chunks(): AsyncGenerator<Buffer, void>;
}

const CHUNK_BYTES = 256 * 1024;

/**
 * Looks whether a bundle still is what was made.
 *
 * @param folder the data folder's `bundles`
 * @throws Undelivered, not to be tried again, when it is gone or another
 */
export async function openParcel(folder: string, parcel: Parcel): Promise<OpenParcel> {
  const file = path.join(folder, parcel.name);
  const open: OpenParcel = { ...parcel, bytes: await sizeOf(file, parcel), chunks: () => readChecked(file, parcel) };
  const reading = open.chunks();
  while ((await reading.next()).done !== true);
  return open;
}

async function sizeOf(file: string, parcel: Parcel): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    throw unreadable(parcel, error);
  }
}

async function* readChecked(file: string, parcel: Parcel): AsyncGenerator<Buffer, void> {
  const digest = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
      const bytes = Buffer.from(chunk);
      digest.update(bytes);
      yield bytes;
    }
  } catch (error) {
    throw unreadable(parcel, error);
  }
  if (digest.digest('hex') !== parcel.sha256) {
    throw new Undelivered(
      `${parcel.name} in the folder bundles is not the file that was made, so it was not sent: put the right one back from a copy of the data folder, then send it again.`,
      false,
    );
  }
}

function unreadable({ name }: Parcel, error: unknown): Undelivered {
  if (codeOf(error) === 'ENOENT') {
    return new Undelivered(
      `${name} is not in the folder bundles any more: put it back from a copy of the data folder, then send it again.`,
      false,
    );
  }
  return new Undelivered(`${name} in the folder bundles cannot be read: ${codeOf(error) || String(error)}.`);
}
