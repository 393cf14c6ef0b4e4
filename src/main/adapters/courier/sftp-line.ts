import { connect, type Socket } from 'node:net';
import type SftpClient from 'ssh2-sftp-client';
import type { SFTPWrapper } from 'ssh2';
import { fingerprintOf } from './fingerprint.ts';
import type { Watch } from './watch.ts';

/** Whom to sign in as, and with what. */
export interface SftpLogin {
  username: string;
  password?: string;
  privateKey?: string;
  passphrase?: string;
}

export interface SftpLine {
  /** @throws whatever is wrong with the line or the sign-in */
  signIn(login: SftpLogin): Promise<SFTPWrapper>;
  /** The key the server has shown, as a fingerprint. */
  shownKey(): string | null;
  /** What went wrong first, with all that is known of it. */
  firstError(): unknown;
  /** Rejects when the line breaks: answers that are still awaited may never come. */
  broken: Promise<never>;
  hangUp(): Promise<void>;
}

const SILENT = { error: () => undefined, end: () => undefined, close: () => undefined };
/** For the server to hang up after we did. */
const GOODBYE_MS = 1_000;

/**
 * Opens a line to an SFTP server. The socket is ours, so that a server that says nothing more can be left at any time.
 *
 * @param isRightKey asked for the server's fingerprint before anything of us is told
 */
export function openSftpLine(
  { host, port }: { host: string; port: number },
  watch: Watch,
  isRightKey: (fingerprint: string) => boolean,
): SftpLine {
  const socket = connect({ host, port });
  let client: SftpClient | null = null;
  const { promise: broken, reject } = Promise.withResolvers<never>();
  let first: unknown = null;
  let shown: string | null = null;
  const note = (error: unknown) => {
    first ??= error;
    reject(error);
  };
  // Whoever works on the line is told; when nobody does, nobody need be.
  broken.catch(() => undefined);
  socket.on('error', note);
  socket.on('close', () => note(new Error('the line broke off')));
  socket.on('data', () => watch.alive());
  socket.pause();
  // Questions are small, and each waits for its answer: held back to be sent together, each would take 40 ms.
  socket.setNoDelay(true);
  const onAbort = () => {
    note(watch.signal.reason);
    socket.destroy();
  };
  watch.signal.addEventListener('abort', onAbort, { once: true });
  return {
    broken,
    shownKey: () => shown,
    firstError: () => first,
    async signIn(login) {
      await Promise.race([connected(socket), broken]);
      // Only who goes this way loads it.
      const { default: Client } = await import('ssh2-sftp-client');
      client = new Client('depot-console', SILENT);
      client.on('error', note);
      const config = {
        ...login,
        sock: socket,
        readyTimeout: 0,
        hostVerifier: (key: Buffer) => isRightKey((shown = fingerprintOf(key))),
      };
      return Promise.race([client.connect(config), broken]);
    },
    async hangUp() {
      watch.signal.removeEventListener('abort', onAbort);
      if (client !== null && !socket.destroyed) {
        await Promise.race([client.end().catch(() => undefined), pause(GOODBYE_MS)]);
      }
      socket.destroy();
    },
  };
}

function connected(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('connect', () => resolve()));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
}
