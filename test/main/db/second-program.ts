import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import path from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';
import { MIGRATIONS } from './books.ts';

const SCRIPT = path.join(import.meta.dirname, 'start-books.ts');
const AS_NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

export interface SecondProgram {
  pid: number;
  /** `open`, or why it was refused. */
  said: string;
  /** As a power cut ends it: nothing is closed. */
  kill(): Promise<void>;
}

/** Starts another program on a data folder; `asNobody` without the rights of an administrator. */
export async function startSecondProgram(dataDir: string, { asNobody = false } = {}): Promise<SecondProgram> {
  const program = [process.execPath, SCRIPT, dataDir, MIGRATIONS];
  const [command = '', ...rest] = asNobody && isAdministrator() ? [...AS_NOBODY, ...program] : program;
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => end(child));
  const lines = createInterface({ input: child.stdout });
  const said = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => resolve('nothing'));
  });
  return { pid: child.pid ?? 0, said, kill: () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Whether a program without the rights of an administrator can be started here at all, and can read this one. */
export function canStartAsNobody(): boolean {
  if (!isAdministrator()) return process.platform !== 'win32';
  const [command = '', ...rest] = AS_NOBODY;
  const look = `require('node:fs').accessSync(${JSON.stringify(SCRIPT)})`;
  return spawnSync(command, [...rest, process.execPath, '-e', look], { stdio: 'ignore' }).status === 0;
}

/** For whom no folder is read-only. */
function isAdministrator(): boolean {
  return process.getuid?.() === 0;
}
