import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { until } from './until.ts';

/** A CUPS of the test's own, in a folder of its own, that listens on nothing but a socket there. */
export interface TestCups {
  /** For programs that are to speak to it. */
  env: NodeJS.ProcessEnv;
  run(program: string, ...args: readonly string[]): Promise<string>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it and leaves nothing behind. */
  remove(): Promise<void>;
}

export async function startCups(): Promise<TestCups> {
  // Sockets' paths are short: the folder lies directly in the temp folder. Its filters run as the user lp.
  const home = mkdtempSync(path.join(tmpdir(), 'depot-cups-'));
  const inside = (name: string) => path.join(home, name);
  for (const name of ['etc/ppd', 'spool/tmp', 'cache', 'run', 'log']) mkdirSync(inside(name), { recursive: true });
  for (const name of ['', 'spool', 'run']) chmodSync(inside(name), 0o711);
  writeFileSync(inside('files.conf'), filesConf(home));
  writeFileSync(inside('cupsd.conf'), cupsdConf(home));
  const env = { ...process.env, CUPS_SERVER: inside('run/cups.sock'), LC_ALL: 'C' };
  const run: TestCups['run'] = async (program, ...args) => (await promisify(execFile)(program, args, { env })).stdout;
  let cupsd: ChildProcess | null = null;

  const start = async (): Promise<void> => {
    const args = ['-f', '-c', inside('cupsd.conf'), '-s', inside('files.conf')];
    cupsd = spawn('/usr/sbin/cupsd', args, { stdio: 'ignore' });
    await until('CUPS runs', async () => (await run('lpstat', '-r')).includes('is running'));
  };
  const stop = async (): Promise<void> => {
    if (cupsd === null) return;
    if (cupsd.exitCode === null) {
      const ended = once(cupsd, 'exit');
      cupsd.kill('SIGTERM');
      await ended;
    }
    cupsd = null;
  };

  const remove = async (): Promise<void> => {
    await stop();
    rmSync(home, { recursive: true });
  };

  try {
    await start();
    return { env, run, start, stop, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

function filesConf(home: string): string {
  return `
SystemGroup root
ServerRoot ${home}/etc
RequestRoot ${home}/spool
TempDir ${home}/spool/tmp
CacheDir ${home}/cache
StateDir ${home}/run
AccessLog ${home}/log/access
ErrorLog ${home}/log/error
PageLog ${home}/log/page
`;
}

/** Jobs that failed are tried again soon; whoever may reach the socket may do anything. */
function cupsdConf(home: string): string {
  return `
Listen ${home}/run/cups.sock
LogLevel info
Browsing Off
WebInterface No
DefaultAuthType None
DefaultPaperSize A4
JobRetryInterval 1
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;
}
