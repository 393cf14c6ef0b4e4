import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

export interface Sshd {
  port: number;
  /** As `ssh-keygen` shows it. */
  hostKey: string;
  /** The user's, who is whoever runs the test. */
  privateKey: string;
  /** Starts it again, on the same port with the same keys. */
  start(): Promise<void>;
  /** Kills it with all who are signed in. */
  kill(): Promise<void>;
}

/** An OpenSSH server of the test's own, with keys and settings of its own, that gives out files only. */
export async function prepareSshd(dir: string): Promise<Sshd> {
  // Where a program that runs as root puts its privileges down.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const [host, user] = [path.join(dir, 'host'), path.join(dir, 'user')];
  for (const file of [host, user]) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file]);
  const port = await freePort();
  const config = path.join(dir, 'sshd_config');
  writeFileSync(
    config,
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${host}`,
      `AuthorizedKeysFile ${user}.pub`,
      'PidFile none',
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'PermitRootLogin prohibit-password',
      'Subsystem sftp internal-sftp',
      'ForceCommand internal-sftp',
    ].join('\n'),
  );
  const [, hostKey = ''] = execFileSync('ssh-keygen', ['-lf', `${host}.pub`], { encoding: 'utf8' }).split(' ');
  let running: ChildProcess | null = null;
  return {
    port,
    hostKey,
    privateKey: readFileSync(user, 'utf8'),
    async start() {
      running = spawn('/usr/sbin/sshd', ['-D', '-e', '-f', config], { stdio: 'ignore' });
      await untilAnswers(port);
    },
    async kill() {
      if (running?.pid === undefined || running.exitCode !== null) return;
      const gone = once(running, 'close');
      for (const pid of [...descendantsOf(running.pid), running.pid]) process.kill(pid, 'SIGKILL');
      await gone;
      running = null;
    },
  };
}

/** Who is signed in is served by processes of their own. */
function descendantsOf(pid: number): number[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  // One that is gone meanwhile has none.
  const children = existsSync(list) ? readFileSync(list, 'utf8').trim().split(' ').filter(Boolean) : [];
  return children.flatMap((child) => [...descendantsOf(Number(child)), Number(child)]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilAnswers(port: number): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await pause(50);
    } finally {
      socket.destroy();
    }
  }
}
