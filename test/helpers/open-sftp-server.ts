import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import ssh2 from 'ssh2';
import type { AuthContext, Connection, SFTPWrapper } from 'ssh2';
import { onTestFinished } from 'vitest';

const { Server, utils } = ssh2;
const { OPEN_MODE, STATUS_CODE } = utils.sftp;

export interface SftpServer {
  port: number;
  /** As OpenSSH shows it. */
  hostKey: string;
  /** What lies there, by path. */
  files: Map<string, Buffer>;
  /** `kb1`'s. */
  password: string;
  /** Who signs in with it. */
  userKey: { private: string };
  /** Cuts the line when so many bytes were written. */
  cutAfter: number | null;
  /** Says that it failed when so many bytes were written, as OpenSSH does on a full disk. */
  fullAfter: number | null;
  /** Hangs up instead of saying that a file is closed. */
  hangsUpAtClose: boolean;
  /** Answers nothing any more. */
  isSilent: boolean;
}

/** An SFTP server on this computer with one folder, `/in`, for one test. */
export async function openSftpServer(): Promise<SftpServer> {
  const [host, user] = [utils.generateKeyPairSync('ed25519'), utils.generateKeyPairSync('ed25519')];
  const parsed = utils.parseKey(host.public);
  if (parsed instanceof Error) throw parsed;
  const shown: SftpServer = {
    port: 0,
    hostKey: `SHA256:${createHash('sha256').update(parsed.getPublicSSH()).digest('base64').replace(/=+$/, '')}`,
    files: new Map(),
    password: 'open sesame',
    userKey: user,
    cutAfter: null,
    fullAfter: null,
    hangsUpAtClose: false,
    isSilent: false,
  };
  const lines = new Set<Connection>();
  const server = new Server({ hostKeys: [host.private] }, (line) => {
    lines.add(line);
    line.on('error', () => undefined);
    line.on('close', () => lines.delete(line));
    line.on('authentication', (context) => signIn(shown, user.public, context));
    line.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => serve(shown, acceptSftp(), line));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  onTestFinished(() => {
    for (const line of lines) line.end();
    server.close();
  });
  shown.port = (server.address() as AddressInfo).port;
  return shown;
}

function signIn({ password }: SftpServer, publicKey: string, context: AuthContext): void {
  const known = utils.parseKey(publicKey);
  if (known instanceof Error) throw known;
  if (context.username === 'kb1' && context.method === 'password' && context.password === password) context.accept();
  else if (context.method === 'publickey' && context.key.data.equals(known.getPublicSSH())) context.accept();
  else context.reject(['password', 'publickey']);
}

function serve(server: SftpServer, sftp: SFTPWrapper, line: Connection): void {
  const { files } = server;
  const opened: string[] = [];
  const nameOf = (handle: Buffer) => opened[handle.readUInt32BE(0)] ?? '';
  const heard = (answer: () => void) => {
    if (!server.isSilent) answer();
  };
  let written = 0;
  sftp.on('OPEN', (id, name, flags) =>
    heard(() => {
      if (!name.startsWith('/in/')) return sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
      if ((flags & OPEN_MODE.WRITE) !== 0) files.set(name, Buffer.alloc(0));
      else if (!files.has(name)) return sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
      const handle = Buffer.alloc(4);
      handle.writeUInt32BE(opened.push(name) - 1);
      sftp.handle(id, handle);
    }),
  );
  sftp.on('WRITE', (id, handle, offset, data) =>
    heard(() => {
      written += data.length;
      if (server.cutAfter !== null && written > server.cutAfter) return void line.end();
      if (server.fullAfter !== null && written > server.fullAfter) return sftp.status(id, STATUS_CODE.FAILURE);
      const before = files.get(nameOf(handle)) ?? Buffer.alloc(0);
      const after = Buffer.alloc(Math.max(before.length, offset + data.length));
      before.copy(after);
      data.copy(after, offset);
      files.set(nameOf(handle), after);
      sftp.status(id, STATUS_CODE.OK);
    }),
  );
  sftp.on('READ', (id, handle, offset, length) =>
    heard(() => {
      const bytes = files.get(nameOf(handle)) ?? Buffer.alloc(0);
      if (offset >= bytes.length) sftp.status(id, STATUS_CODE.EOF);
      else sftp.data(id, bytes.subarray(offset, offset + length));
    }),
  );
  const stat = (id: number, name: string) => {
    const bytes = files.get(name);
    if (bytes === undefined) sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
    else sftp.attrs(id, { mode: 0o100_644, uid: 0, gid: 0, size: bytes.length, atime: 0, mtime: 0 });
  };
  sftp.on('STAT', (id, name) => heard(() => stat(id, name)));
  sftp.on('FSTAT', (id, handle) => heard(() => stat(id, nameOf(handle))));
  sftp.on('CLOSE', (id) => heard(() => (server.hangsUpAtClose ? void line.end() : sftp.status(id, STATUS_CODE.OK))));
  sftp.on('REMOVE', (id, name) =>
    heard(() => sftp.status(id, files.delete(name) ? STATUS_CODE.OK : STATUS_CODE.NO_SUCH_FILE)),
  );
  sftp.on('RENAME', (id, from, to) =>
    heard(() => {
      const bytes = files.get(from);
      if (bytes === undefined || files.has(to)) return sftp.status(id, STATUS_CODE.FAILURE);
      files.delete(from);
      files.set(to, bytes);
      sftp.status(id, STATUS_CODE.OK);
    }),
  );
}
