import type { SftpRoad } from './courier.ts';
import type { OpenParcel } from './open-parcel.ts';
import { type RemoteFiles, remoteFiles } from './remote-files.ts';
import { openSftpLine } from './sftp-line.ts';
import { lineTrouble, remoteTrouble } from './sftp-trouble.ts';
import { otherBytes, Undelivered } from './undelivered.ts';
import type { Watch } from './watch.ts';

/**
 * Takes a bundle to an SFTP server: under a temporary name, synced where the server can, compared by its size, renamed
 * to a name that must be free.
 *
 * @returns who says that it is there
 * @throws Undelivered
 */
export function deliverOverSftp(parcel: OpenParcel, road: SftpRoad, watch: Watch): Promise<string> {
  const { name, bytes } = parcel;
  const target = pathOn(road, name);
  const writing = pathOn(road, `.${name}.sending`);
  return inSession(road, watch, async (files) => {
    if (await isThere(files, parcel, road)) return `${target} on ${road.host} was there already, with the same bytes.`;
    await files.remove(writing);
    await files.write(writing, parcel.chunks());
    const size = (await files.stat(writing))?.size;
    if (size !== bytes) {
      throw new Undelivered(`${road.host} has ${size ?? 0} of the ${bytes} bytes of ${name}: is its disk full?`);
    }
    await files.rename(writing, target);
    return `${target} on ${road.host} has all ${bytes} bytes.`;
  });
}

/** Writes a small file there and removes it. @throws Undelivered */
export function probeSftp(road: SftpRoad, watch: Watch, name: string): Promise<string> {
  return inSession(road, watch, async (files) => {
    const file = pathOn(road, name);
    await files.write(file, once(Buffer.from('Depot Console can write here.\n')));
    await files.remove(file);
    return `${road.folder} on ${road.host} can be written to.`;
  });
}

/** What answers an SFTP port says of itself before anybody signs in. @throws Undelivered */
export async function askHostKey(host: string, port: number, watch: Watch): Promise<string> {
  const line = openSftpLine({ host, port }, watch, () => false);
  try {
    await line.signIn({ username: 'nobody' });
  } catch (error) {
    if (line.shownKey() === null) throw lineTrouble({ host, port }, null, line.firstError() ?? error);
  } finally {
    await line.hangUp();
  }
  return line.shownKey() ?? '';
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer, void> {
  yield await Promise.resolve(bytes);
}

function pathOn({ folder }: SftpRoad, name: string): string {
  return `${folder.replace(/\/+$/, '')}/${name}`;
}

async function inSession(road: SftpRoad, watch: Watch, work: (files: RemoteFiles) => Promise<string>): Promise<string> {
  const { user, password, privateKey, passphrase, hostKey } = road;
  const line = openSftpLine(road, watch, (shown) => shown === hostKey);
  let isIn = false;
  try {
    const sftp = await line.signIn({
      username: user,
      ...(password === null ? {} : { password }),
      ...(privateKey === null ? {} : { privateKey }),
      ...(passphrase === null ? {} : { passphrase }),
    });
    isIn = true;
    watch.alive();
    return await Promise.race([work(remoteFiles(sftp, watch)), line.broken]);
  } catch (error) {
    if (error instanceof Undelivered) throw error;
    const shown = line.shownKey();
    if (shown !== null && shown !== hostKey) throw otherKey(road, shown);
    throw isIn ? remoteTrouble(road, error) : lineTrouble(road, user, line.firstError() ?? error);
  } finally {
    await line.hangUp();
  }
}

function otherKey({ host, port, hostKey }: SftpRoad, shown: string): Undelivered {
  return new Undelivered(
    `The server at ${host}:${port} has another key (${shown}) than the one that was confirmed (${hostKey}), so nothing was sent. ` +
      'Ask head office whether its server was changed; if so, confirm the new key in Export & backup → Where to and when.',
  );
}

/** @throws Undelivered when a file of that name holds other bytes: it is somebody's, and stays */
async function isThere(files: RemoteFiles, { name, bytes, sha256 }: OpenParcel, road: SftpRoad): Promise<boolean> {
  const target = pathOn(road, name);
  const there = await files.stat(target);
  if (there === null) return false;
  if (there.size === bytes && (await files.hash(target)) === sha256) return true;
  throw otherBytes(name, `${road.folder} on ${road.host}`);
}
