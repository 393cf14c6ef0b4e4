import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { runConsolidate } from '../../../src/main/consolidate/run-consolidate.ts';
import type { TestMaria } from './start-maria.ts';

export interface Loaded {
  code: number | null;
  out: string;
  err: string;
}

export interface KeyOf {
  site: string;
  keyFile: string;
}

function argumentsFor(
  maria: TestMaria,
  database: string,
  sites: readonly KeyOf[],
  bundles: readonly string[],
): string[] {
  const keys = sites.flatMap(({ site, keyFile }) => ['--key', `${site}=${keyFile}`]);
  return [...bundles, ...keys, '--database', maria.urlOf(database)];
}

/** `npm run consolidate`, in this process. */
export async function load(...given: Parameters<typeof argumentsFor>): Promise<Loaded> {
  const printed = { out: '', err: '' };
  const code = await runConsolidate(argumentsFor(...given), {
    env: {},
    out: (text) => (printed.out += text),
    err: (text) => (printed.err += text),
  });
  return { code, ...printed };
}

/** The same in a process of its own, which can be killed. */
export function startLoader(...given: Parameters<typeof argumentsFor>): {
  process: ChildProcess;
  ended: Promise<Loaded>;
} {
  const program = path.resolve(import.meta.dirname, '../../../src/main/consolidate.ts');
  const child = spawn(process.execPath, [program, ...argumentsFor(...given)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (printed.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (printed.err += text.toString()));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, ...printed }));
  return { process: child, ended };
}

/** Every row of every table, in the order of its key. */
export async function dump(maria: TestMaria, database: string): Promise<Record<string, unknown[]>> {
  const tables = await maria.ask(
    database,
    `SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = '${database}' AND table_type = 'BASE TABLE' ORDER BY table_name`,
  );
  const dumped: Record<string, unknown[]> = {};
  for (const { name } of tables) {
    const table = String(name);
    const rows = await maria.ask(database, `SELECT * FROM ${table}`);
    dumped[table] = rows.map((row) => JSON.stringify(row)).toSorted();
  }
  return dumped;
}
