import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';

/** A MariaDB of the test's own, in a folder of its own, on a port of loopback. */
export interface TestMaria {
  /** `mysql://` and the rest, for the loader. */
  urlOf(database: string): string;
  /** Rows of a query, each value as text. */
  ask(database: string, sql: string): Promise<Record<string, unknown>[]>;
  create(database: string): Promise<void>;
  /** Lets nobody write into a table until it is called off: whoever loads waits in the middle. */
  hold(database: string, table: string): Promise<() => void>;
  start(): Promise<void>;
  /** As a power cut ends it. */
  kill(): Promise<void>;
  remove(): Promise<void>;
}

const SERVER = '/usr/sbin/mariadbd';

export async function startMaria(): Promise<TestMaria> {
  const home = mkdtempSync(path.join(tmpdir(), 'depot-maria-'));
  chmodSync(home, 0o755);
  const data = path.join(home, 'data');
  const temp = path.join(home, 'tmp');
  for (const folder of [data, temp]) mkdirSync(folder);
  // It refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', '--'] : [];
  if (isRoot) execFileSync('chown', ['-R', 'nobody:nogroup', home]);
  const run = (args: readonly string[]) => [...as, ...args] as [string, ...string[]];
  const port = await freePort();
  let server: ChildProcess | null = null;

  const install = () => {
    const [program, ...args] = run([
      'mariadb-install-db',
      '--no-defaults',
      `--datadir=${data}`,
      `--tmpdir=${temp}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
    ]);
    execFileSync(program, args, { stdio: 'pipe' });
  };
  const open = async (database?: string): Promise<Connection> => {
    const connection = await createConnection({
      host: '127.0.0.1',
      port,
      user: 'root',
      dateStrings: true,
      ...(database === undefined ? {} : { database }),
    });
    connection.on('error', () => undefined);
    return connection;
  };
  const start = async (): Promise<void> => {
    const [program, ...args] = run([
      SERVER,
      '--no-defaults',
      `--datadir=${data}`,
      `--tmpdir=${temp}`,
      `--socket=${path.join(home, 's')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-log-bin',
      '--skip-name-resolve',
      '--performance-schema=OFF',
      '--innodb-buffer-pool-size=64M',
      '--innodb-log-file-size=16M',
      '--innodb-flush-log-at-trx-commit=2',
    ]);
    server = spawn(program, args, { stdio: 'ignore' });
    for (let tries = 0; tries < 400; tries += 1) {
      const connection = await open().catch(() => null);
      if (connection !== null) return connection.end();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('MariaDB did not start');
  };
  const stop = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  const remove = async (): Promise<void> => {
    await stop('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  };

  try {
    install();
    await start();
    return {
      urlOf: (database) => `mysql://root@127.0.0.1:${port}/${database}`,
      async ask(database, sql) {
        const connection = await open(database);
        try {
          // The day the sites think it is, for what is overdue.
          await connection.query("SET timestamp = UNIX_TIMESTAMP('2026-02-20 12:00:00'), time_zone = '+00:00'");
          const [rows] = await connection.query<RowDataPacket[]>(sql);
          return rows.map((row) => ({ ...row }));
        } finally {
          await connection.end();
        }
      },
      async create(database) {
        const connection = await open();
        await connection.query(`CREATE DATABASE ${database}`);
        await connection.end();
      },
      async hold(database, table) {
        const connection = await open(database);
        await connection.query(`LOCK TABLES ${table} READ`);
        return () => connection.destroy();
      },
      start,
      kill: () => stop('SIGKILL'),
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
