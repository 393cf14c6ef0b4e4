import { createHash } from 'node:crypto';
import type { SFTPWrapper, Stats } from 'ssh2';
import { NO_SUCH_FILE } from './sftp-trouble.ts';
import { codeOf } from './undelivered.ts';
import type { Watch } from './watch.ts';

/** Files on an SFTP server, as promises. */
export interface RemoteFiles {
  /** `null` when there is nothing of that name. */
  stat(name: string): Promise<Stats | null>;
  /** Writes a new file and syncs it where the server can. */
  write(name: string, chunks: AsyncIterable<Buffer>): Promise<void>;
  /** SHA-256 of a file, read back. */
  hash(name: string): Promise<string>;
  /** Gives a file its name, which must be free. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file, if it is there. */
  remove(name: string): Promise<void>;
}

/** What every server takes in one packet, and how many packets may be on the line: the line may be long. */
const PACKET_BYTES = 32 * 1024;
const PACKETS_ON_THE_LINE = 32;

type Done = (error: Error | undefined | null) => void;

function done(run: (done: Done) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    run((error) => (error == null ? resolve() : reject(error)));
  });
}

export function remoteFiles(sftp: SFTPWrapper, watch: Watch): RemoteFiles {
  const openNew = (name: string) =>
    new Promise<Buffer>((resolve, reject) => {
      sftp.open(name, 'w', (error, handle) => (error === undefined ? resolve(handle) : reject(error)));
    });

  async function writeAll(handle: Buffer, chunks: AsyncIterable<Buffer>): Promise<void> {
    const onTheLine = new Set<Promise<void>>();
    const failed: unknown[] = [];
    let position = 0;
    for await (const chunk of chunks) {
      for (let from = 0; from < chunk.length; from += PACKET_BYTES) {
        const packet = chunk.subarray(from, from + PACKET_BYTES);
        const at = position;
        const sent = done((told) => sftp.write(handle, packet, 0, packet.length, at, told))
          .then(() => watch.alive())
          .catch((error: unknown) => void failed.push(error))
          .finally(() => onTheLine.delete(sent));
        onTheLine.add(sent);
        position += packet.length;
        if (onTheLine.size >= PACKETS_ON_THE_LINE) await Promise.race(onTheLine);
        if (failed.length > 0) throw failed[0];
      }
    }
    await Promise.all(onTheLine);
    if (failed.length > 0) throw failed[0];
  }

  return {
    stat: (name) =>
      new Promise((resolve, reject) => {
        sftp.stat(name, (error, stats) => {
          if (error === undefined) resolve(stats);
          else if (codeOf(error) === NO_SUCH_FILE) resolve(null);
          else reject(error);
        });
      }),
    async write(name, chunks) {
      const handle = await openNew(name);
      try {
        await writeAll(handle, chunks);
        await synced(sftp, handle);
      } finally {
        await done((told) => sftp.close(handle, told));
      }
    },
    async hash(name) {
      const digest = createHash('sha256');
      const stream = sftp.createReadStream(name);
      // It closes its file once it has ended, when nobody listens any more: a line that ends then is no news.
      stream.on('error', () => undefined);
      for await (const chunk of stream) {
        digest.update(chunk as Buffer);
        watch.alive();
      }
      return digest.digest('hex');
    },
    rename: (from, to) => done((told) => sftp.rename(from, to, told)),
    async remove(name) {
      try {
        await done((told) => sftp.unlink(name, told));
      } catch (error) {
        if (codeOf(error) !== NO_SUCH_FILE) throw error;
      }
    },
  };
}

/** OpenSSH can; others say that they cannot, and then the size alone has to do. */
async function synced(sftp: SFTPWrapper, handle: Buffer): Promise<void> {
  try {
    await done((told) => sftp.ext_openssh_fsync(handle, told));
  } catch (error) {
    if (error instanceof Error && /does not support/.test(error.message)) return;
    throw error;
  }
}
